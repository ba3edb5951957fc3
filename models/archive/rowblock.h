// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/resultrows.h"

#include <cstddef>

namespace Trailglass {

class ArchiveResult;
class ArchiveSession;

/// Some neighbouring rows of a result that one condition finds, so that a server neither sorts others nor counts those
/// before them.
struct RowBlock
{
    ArchiveSql condition; ///< that its rows meet, and no other row of the result
    std::size_t first = 0; ///< its first place
    std::size_t count = 0;

    [[nodiscard]] std::size_t end() const { return first + count; }
};

/// The block that a place is in: one or more bins of the result, of which large ones are divided first. Blocking.
///
/// \param places  within the result and not empty. The first is in the block, and no bin after that of the last one
/// \param maxRows  how many the block may have. It has more where the rows cannot be divided: those of a microsecond,
/// those whose texts have the same first thousand bytes, and those that an administrator has deleted some of
/// \error as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<RowBlock> rowBlockAt(ArchiveSession &session, const ArchiveResult &result,
                                          PlaceRange places, std::size_t maxRows, const CancelToken &cancel);

} // namespace Trailglass
