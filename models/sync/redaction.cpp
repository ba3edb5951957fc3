// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/redaction.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

bool isWordOfTheInterface(const QString &segment)
{
    static const QRegularExpression words(u"^(api|graphql|v[0-9]+)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(segment).hasMatch();
}

void addPath(SecretMask &mask, const QUrl &url)
{
    const QString path = url.path(QUrl::FullyDecoded);
    if (path.size() > 1) {
        mask.addWhole(path.toUtf8());
    }
    // Encoded, since a part may hold an encoded slash.
    for (const QString &segment : url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts)) {
        if (!isWordOfTheInterface(segment)) {
            mask.add(QByteArray::fromPercentEncoding(segment.toUtf8()));
        }
    }
}

} // namespace

SecretMask secretMask(const SourceType &type, const SourceSettings &settings, const SecretValues &secrets)
{
    SecretMask mask({type.name, type.displayName});
    for (const Secret &secret : secrets) {
        mask.add(secret.reveal());
    }
    for (const SettingField &field : type.settings) {
        if (field.kind == SettingKind::Endpoint) {
            addPath(mask, QUrl(settings.value(field.key)));
        }
    }
    return mask;
}

} // namespace Trailglass
