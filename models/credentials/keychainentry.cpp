// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainentry.h"

using namespace Qt::StringLiterals;

namespace Trailglass::KeychainEntry {

namespace {

constexpr QLatin1StringView Form = "1 "_L1;

} // namespace

QString text(const FiledSecret &secret)
{
    const QString value = QString::fromUtf8(secret.secret.reveal());
    return secret.origin.isNowhere() ? value : QString(Form + secret.origin.text() + u'\n' + value);
}

Result<FiledSecret> read(const QByteArray &utf8)
{
    const qsizetype lineEnd = utf8.indexOf('\n');
    Origin origin;
    if (utf8.startsWith(Form.data()) && lineEnd > 0)
        origin = Origin::fromText(QString::fromUtf8(utf8.first(lineEnd).mid(Form.size())));
    // Anything else is one secret, and none with a line break.
    QByteArray value = origin.isNowhere() ? utf8 : utf8.mid(lineEnd + 1);
    const Result<Secret> secret = Secret::fromText(value);
    wipe(value);
    return secret ? Result(FiledSecret{*secret, origin}) : secret.error();
}

} // namespace Trailglass::KeychainEntry
