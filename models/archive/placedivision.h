// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <cstddef>

namespace Trailglass {

class ArchiveResult;
class ArchiveSession;

// Makes what a result knows of its places finer: a bin of many rows becomes several, whose rows the server counts.
// Another thread may do the same meanwhile. Blocking; any thread; errors as ArchiveSession::ask().

/// Divides a bin of a result in order of time.
/// \param bin  of ArchiveResult::withIndex(), of more than a microsecond
/// \returns false where the rows are not those that were counted, and the bin stays
[[nodiscard]] Result<bool> divideByTime(ArchiveSession &session, const ArchiveResult &result, std::size_t bin,
                                        const CancelToken &cancel);

/// Divides a bin of a result in another order, or marks it as whole where that cannot be done.
/// \param bin  of ArchiveResult::withSorted()
/// \param maxRows  as of divideSorted()
[[nodiscard]] Result<void> divideByOrder(ArchiveSession &session, const ArchiveResult &result,
                                         std::size_t bin, std::size_t maxRows, const CancelToken &cancel);

} // namespace Trailglass
