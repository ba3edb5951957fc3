// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/contentencoding.h"

#include <QByteArrayList>

namespace Trailglass {

ContentEncoding contentEncoding(QByteArrayView header)
{
    QByteArrayList codings;
    for (const QByteArray &item : header.toByteArray().toLower().split(',')) {
        const QByteArray name = item.trimmed();
        if (!name.isEmpty() && name != "identity") {
            codings.append(name);
        }
    }
    if (codings.isEmpty()) {
        return ContentEncoding::Identity;
    }
    const bool isGzip = codings.size() == 1 && (codings.first() == "gzip" || codings.first() == "x-gzip");
    return isGzip ? ContentEncoding::Gzip : ContentEncoding::Other;
}

} // namespace Trailglass
