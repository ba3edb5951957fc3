// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

#include <memory>

namespace Trailglass {

/// The folder and file names of a workspace.
struct WorkspacePaths
{
    QString folder; ///< absolute
    QString database; ///< folder/trailglass.sqlite
    QString lock; ///< folder/trailglass.lock

    /// `--workspace DIR`, or QStandardPaths::AppDataLocation when empty. Creates nothing.
    static WorkspacePaths of(const QString &workspace);
};

/// Creates the folder (0700) when missing and mends permissions of folder (0700) and files (0600).
///
/// A folder that others may read and that holds other things than a workspace, or that belongs to another
/// user, is refused, not closed to them. Nothing is changed when a file of a workspace's name is no file of
/// ours (OwnFile::Use::Write). A folder that is a link is followed.
/// \error Storage
Result<void> prepareWorkspace(const WorkspacePaths &paths);

/// The OS lock that sync, import, purge and migration hold. Freed by the OS when the process dies, also by
/// SIGKILL.
///
/// Not shared: while one is held, acquiring another fails, in the same process too. The holder is written
/// into the lock file, and only into one that is empty or holds such a text.
class WorkspaceLock
{
public:
    /// \param purpose  shown to programs that find it locked: "sync", "import", "purge", "migration" or any
    /// other word
    /// \pre the folder exists (prepareWorkspace())
    /// \error Locked, naming the holder (program, process id, purpose); Storage, also for a lock file that is
    /// a link or holds something else
    static Result<std::unique_ptr<WorkspaceLock>> acquire(const WorkspacePaths &paths,
                                                          const QString &purpose);

    /// The same, for work that is often part of other work under the lock.
    /// \returns null when this process holds the lock already
    static Result<std::unique_ptr<WorkspaceLock>> acquireUnlessHeldHere(const WorkspacePaths &paths,
                                                                        const QString &purpose);

    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock &) = delete;
    WorkspaceLock &operator=(const WorkspaceLock &) = delete;

private:
    explicit WorkspaceLock(int descriptor);
    int m_descriptor;
};

} // namespace Trailglass
