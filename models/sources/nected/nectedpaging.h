// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/nected/nectedcursor.h"

namespace Trailglass {

/// What an answer says about itself.
struct NectedPaging
{
    std::optional<qint64> total;
    std::optional<qint64> pages;
    std::optional<qint64> page;

    [[nodiscard]] static NectedPaging fromEnvelope(const QJsonObject &envelope);
};

/// Moves \a cursor over one page, and says what the page means: next page, split window, next window, end.
[[nodiscard]] PageOutcome followNectedPage(NectedCursor cursor, const NectedPaging &paging,
                                           const PageSummary &page);

/// The early end of the run when a page is refused for good; the next run begins anew. Nothing when another
/// error, or the first page of all, is refused.
[[nodiscard]] std::optional<PageOutcome> followNectedRefusal(NectedCursor cursor, const Error &error);

} // namespace Trailglass
