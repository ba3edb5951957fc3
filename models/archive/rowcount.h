// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <cstddef>

namespace Trailglass {

class ArchiveSession;

/// Fails where a server has more rows than it sent: a response that is not packed, as a user with readonly=1 may get it, can look
/// whole when its connection breaks between two rows. Fewer rows than were counted earlier are right where an administrator has
/// deleted some since.
///
/// Costs a query, so it is for responses with fewer rows than expected.
/// \param from  fromEvents() of the rows that were requested
/// \param found  the sum of the signs of those that came
/// \error Malformed: rows are missing; else as ArchiveSession::ask()
/// \thread any; blocks
[[nodiscard]] Result<void> requireAllRows(ArchiveSession &session, const ArchiveSql &from, std::size_t found,
                                          const CancelToken &cancel);

} // namespace Trailglass
