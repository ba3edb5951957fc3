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

    /// The folder without links, for comparing it with another one; as it is where there is none yet.
    [[nodiscard]] QString canonicalFolder() const;
};

/// Creates the folder (0700) when missing, and corrects the permissions of folder (0700) and files (0600).
///
/// A folder that others may read is refused when it holds other files than a workspace's or belongs to
/// another user: its permissions are not changed. Nothing is changed either when a file with a name of a
/// workspace's is not an own file (OwnFile::Use::Write). A link to a folder is followed.
/// \error Storage
Result<void> prepareWorkspace(const WorkspacePaths &paths);

/// The lock that sync, import, purge, repair and migration hold. The operating system releases it when the process
/// ends, even by SIGKILL.
///
/// Exclusive, also within a process. The lock file names the holder; a file with any other content is not
/// overwritten.
class WorkspaceLock
{
public:
    /// \param purpose  shown to others while the lock is held: "sync", "import", "purge", "repair", "migration"
    /// or any other word
    /// \pre the folder exists (prepareWorkspace())
    /// \error Locked, naming the holder (program, process id, purpose); Storage, also for a lock file that is
    /// a link or holds something else
    static Result<std::unique_ptr<WorkspaceLock>> acquire(const WorkspacePaths &paths,
                                                          const QString &purpose);

    /// The same, for work that is often a part of other work that holds the lock.
    /// \returns null when this process holds the lock already
    static Result<std::unique_ptr<WorkspaceLock>> acquireUnlessHeldHere(const WorkspacePaths &paths,
                                                                        const QString &purpose);

    /// What the lock is held for now, as its file says. The lock itself is not tried: whoever wants it at that
    /// moment would be refused.
    ///
    /// A holder that was killed may still count while its process number belongs to another process.
    /// \returns the purpose; empty when nobody holds it
    [[nodiscard]] static QString heldFor(const WorkspacePaths &paths);

    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock &) = delete;
    WorkspaceLock &operator=(const WorkspaceLock &) = delete;

private:
    explicit WorkspaceLock(int descriptor);
    int m_descriptor;
};

} // namespace Trailglass
