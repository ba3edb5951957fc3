// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/secoda/secodacursor.h"

namespace Trailglass {

/// What an answer says about itself (`meta`, or the same at the top).
struct SecodaPaging
{
    bool known = false; ///< it says whether there is a next page
    std::optional<qint64> nextPage;
    std::optional<qint64> count;

    /// \param page  the page that was asked for
    [[nodiscard]] static SecodaPaging fromEnvelope(const QJsonObject &envelope, qint64 page);
};

/// Moves \a cursor over one page, and says what the page means: next page, a step back, the end, a second
/// descent.
[[nodiscard]] PageOutcome followSecodaPage(SecodaCursor cursor, const SecodaPaging &paging,
                                           const PageSummary &page);

/// What follows the refusal of a page for good: of one that is gone, once a descent, a new descent with the
/// same end; else the early end of the run. Nothing when another error, or the first page, is refused.
[[nodiscard]] std::optional<PageOutcome> followSecodaRefusal(SecodaCursor cursor, const Error &error);

} // namespace Trailglass
