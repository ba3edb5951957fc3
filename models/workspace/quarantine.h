// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/table/quarantinerow.h"

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

class EventReader;

/// Which quarantined rows to list.
struct QuarantineQuery
{
    QString source = {}; ///< name of the source; empty: of all
    std::optional<qint64> past = {}; ///< begin after the row with this id; unset: with the newest
    int limit = 0; ///< maximum number of rows; 0 for all
};

/// A page of the quarantined rows, newest first, without their bytes. Blocking.
/// \thread the reader's
/// \error Usage, with the nearest name: no such source; Storage
[[nodiscard]] Result<std::vector<QuarantineRow>> quarantinedRows(const EventReader &reader,
                                                                 const QuarantineQuery &query);

/// Visits the same rows with everything that is kept of them but the changes: for some hundred rows at a time.
/// \param visit  an error of it ends the visits
[[nodiscard]] Result<void>
visitQuarantined(const EventReader &reader, const QuarantineQuery &query,
                 const std::function<Result<void>(const QuarantineContent &content)> &visit);

/// Everything that is kept of a row. Blocking.
/// \thread the reader's
/// \error NotFound; Storage
[[nodiscard]] Result<QuarantineContent> quarantinedContent(const EventReader &reader, qint64 id);

} // namespace Trailglass
