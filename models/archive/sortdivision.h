// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/ordersql.h"
#include "models/archive/sortedplaces.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <cstddef>
#include <vector>

namespace Trailglass {

class ArchiveSession;

/// Divides a bin by the value of its term: texts by the next two bytes after what all of them begin with, numbers into a hundred
/// ranges. The server counts; it sorts nothing.
///
/// Neighbouring parts are one bin as long as they have few rows together.
/// \param from  fromEvents() of the result
/// \param maxRows  how many are few
/// \returns in the order of the result; nothing where the bin cannot be divided, or the rows are not those that were counted
/// \error as ArchiveSession::ask()
/// \thread any; blocks
[[nodiscard]] Result<std::vector<SortedBin>> divideSorted(ArchiveSession &session, const ArchiveSql &from,
                                                          const OrderSql &order, const SortedBin &bin,
                                                          std::size_t maxRows, const CancelToken &cancel);

} // namespace Trailglass
