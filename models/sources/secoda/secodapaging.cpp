// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodapaging.h"

#include "models/sources/cursorjson.h"

namespace Trailglass {

SecodaPaging SecodaPaging::fromEnvelope(const QJsonObject &envelope, qint64 page)
{
    const QJsonObject meta = envelope.value(u"meta").toObject();
    SecodaPaging paging;
    paging.count = readCount(meta, u"count");
    if (!paging.count)
        paging.count = readCount(envelope, u"count");
    auto pages = readCount(meta, u"total_pages");
    if (!pages)
        pages = readCount(envelope, u"total_pages");
    if (meta.contains(u"next_page")) {
        paging.known = true;
        paging.nextPage = readCount(meta, u"next_page");
    } else {
        paging.known = pages.has_value();
        if (pages && page < *pages)
            paging.nextPage = page + 1;
    }
    const bool hasRows = paging.count.value_or(0) > 0 && page <= pages.value_or(1);
    paging.announcesRows = hasRows || (paging.nextPage && *paging.nextPage > page);
    return paging;
}

} // namespace Trailglass
