// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/redaction.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

QString redacted(QString text, const SecretValues &secrets, const QUrl &privateUrl)
{
    const QString hidden = u"•••"_s;
    for (const Secret &secret : secrets) {
        if (!secret.isEmpty()) {
            text.replace(QString::fromUtf8(secret.reveal()), hidden);
        }
    }
    for (const QString &path : {privateUrl.path(QUrl::FullyEncoded), privateUrl.path(QUrl::FullyDecoded)}) {
        if (path.size() > 1) {
            text.replace(path, hidden);
        }
    }
    return text;
}

} // namespace Trailglass
