// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"

#include "models/store/sqlerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr mode_t FolderMode = 0700;
constexpr mode_t FileMode = 0600;
constexpr mode_t ForeignBits = 0077;

QString systemWords()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

Error folderError(const QString &folder)
{
    if (meansReadOnly(errno))
        return readOnlyWorkspace(folder);
    return {.kind = ErrorKind::Storage,
            .message = QCoreApplication::translate("Store", "The workspace folder %1 cannot be used: %2.")
                           .arg(folder, systemWords())};
}

bool isWorkspaceOrEmpty(const QString &folder)
{
    const QStringList entries =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return entries.isEmpty() || entries.contains(u"trailglass.sqlite"_s);
}

Result<void> mendFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    struct stat status = {};
    if (::stat(path.constData(), &status) != 0)
        return folderError(folder);
    if (!S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        return folderError(folder);
    }
    if ((status.st_mode & ForeignBits) == 0)
        return {};
    if (!isWorkspaceOrEmpty(folder))
        return Error{.kind = ErrorKind::Storage,
                     .message =
                         QCoreApplication::translate(
                             "Store",
                             "The folder %1 can be read by others and holds other files. Choose an empty "
                             "folder for the workspace, or make this one private (chmod 700).")
                             .arg(folder)};
    if (::chmod(path.constData(), FolderMode) != 0)
        return folderError(folder);
    return {};
}

Result<void> mendFiles(const QString &folder)
{
    const QFileInfoList files = QDir(folder).entryInfoList({u"trailglass.*"_s}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        const QByteArray path = QFile::encodeName(file.filePath());
        struct stat status = {};
        if (::stat(path.constData(), &status) != 0 || (status.st_mode & ForeignBits) == 0)
            continue;
        if (::chmod(path.constData(), FileMode) != 0)
            return folderError(folder);
    }
    return {};
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

Result<void> prepareWorkspace(const WorkspacePaths &paths)
{
    if (!QFileInfo::exists(paths.folder)) {
        const QString parent = QFileInfo(paths.folder).path();
        if (!QDir().mkpath(parent) || ::mkdir(QFile::encodeName(paths.folder).constData(), FolderMode) != 0)
            return folderError(paths.folder);
    }
    const Result<void> folder = mendFolder(paths.folder);
    return folder ? mendFiles(paths.folder) : folder;
}

} // namespace Trailglass
