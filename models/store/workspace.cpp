// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"

#include "models/core/ownfile.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/sqlerror.h"
#include "models/store/workspacefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr mode_t FolderMode = 0700;
constexpr mode_t ForeignBits = 0077;

Error folderError(const QString &folder, int reason)
{
    if (meansReadOnly(reason))
        return readOnlyWorkspace();
    return {
        .kind = ErrorKind::Storage,
        .message =
            tr("The workspace folder %1 cannot be used: %2. Choose another folder, or fix its permissions.")
                .arg(visibleText(folder), QString::fromLocal8Bit(std::strerror(reason)))};
}

bool isWorkspaceOrEmpty(const QString &folder)
{
    const QStringList entries =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return entries.isEmpty() || entries.contains(u"trailglass.sqlite"_s);
}

Error sharedFolder(const QString &folder)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The folder %1 is readable by other users and contains other files. Choose an "
                          "empty folder for the workspace, or make this one private (chmod 700).")
                           .arg(visibleText(folder))};
}

/// Whether others may be denied access to a folder, where they have it.
Result<void> checkFolder(const QString &folder, const struct stat &status)
{
    if ((status.st_mode & ForeignBits) == 0)
        return {};
    if (!isWorkspaceOrEmpty(folder))
        return sharedFolder(folder);
    return status.st_uid == ::geteuid() ? Result<void>() : readOnlyWorkspace();
}

/// Whether every file with a name of a workspace's may be written.
Result<void> checkFiles(const WorkspacePaths &paths)
{
    for (const QString &file : workspaceFiles(paths)) {
        TRY(OwnFile::check(file, OwnFile::Use::Write));
    }
    return {};
}

Result<void> correctFiles(const WorkspacePaths &paths)
{
    const auto failure = [&paths](const QString &, int reason) {
        return folderError(paths.folder, reason);
    };
    for (const QString &file : workspaceFiles(paths)) {
        TRY(OwnFile::makePrivate(file, failure));
    }
    return {};
}

/// Checks everything first, and changes nothing when there is an error.
Result<void> correctPermissions(const WorkspacePaths &paths, int folder)
{
    struct stat status = {};
    if (::fstat(folder, &status) != 0)
        return folderError(paths.folder, errno);
    TRY(checkFolder(paths.folder, status));
    TRY(checkFiles(paths));
    if ((status.st_mode & ForeignBits) != 0 && ::fchmod(folder, FolderMode) != 0)
        return folderError(paths.folder, errno);
    return correctFiles(paths);
}

} // namespace

WorkspacePaths WorkspacePaths::of(const QString &workspace)
{
    const QString chosen =
        workspace.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : workspace;
    const QString folder = QDir::cleanPath(QDir(chosen).absolutePath());
    return {.folder = folder,
            .database = folder + "/trailglass.sqlite"_L1,
            .lock = folder + "/trailglass.lock"_L1};
}

QString WorkspacePaths::canonicalFolder() const
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    return canonical.isEmpty() ? folder : canonical;
}

Result<void> prepareWorkspace(const WorkspacePaths &paths)
{
    if (!QFileInfo::exists(paths.folder)) {
        const QString parent = QFileInfo(paths.folder).path();
        if (!QDir().mkpath(parent) || ::mkdir(QFile::encodeName(paths.folder).constData(), FolderMode) != 0)
            return folderError(paths.folder, errno);
    }
    // A link to a folder is followed: the user chose it. The mode is changed through the same descriptor.
    const int folder =
        ::open(QFile::encodeName(paths.folder).constData(), O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    if (folder < 0)
        return folderError(paths.folder, errno);
    Result<void> corrected = correctPermissions(paths, folder);
    ::close(folder);
    return corrected;
}

} // namespace Trailglass
