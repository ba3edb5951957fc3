// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveretry.h"
#include "models/archive/commitlines.h"

#include <QString>

#include <string>

namespace Trailglass {

class ArchiveSession;

/// A workspace, as an archive knows it.
struct PushingWorkspace
{
    std::string identity; ///< EventReader::identity()
    QString name; ///< shown to others: the name of its folder
};

/// The number of a workspace in an archive. One that pushes for the first time gets a number that nobody has.
///
/// \param attempt  by chance
/// \error Locked when another workspace gets a number at the same moment; TooLarge when there are no more numbers; else as
/// ArchiveSession::insert()
/// \thread any
[[nodiscard]] Result<quint32> pushOrigin(ArchiveSession &session, const PushingWorkspace &workspace,
                                         quint64 attempt, UtcMicros at, const ArchiveRetry &retry,
                                         const CancelToken &cancel);

/// The number of a workspace that has pushed before.
/// \error NotFound; else as ArchiveSession::ask()
[[nodiscard]] Result<quint32> existingOrigin(ArchiveSession &session, const PushingWorkspace &workspace,
                                             const CancelToken &cancel);

} // namespace Trailglass
