// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/archive/archiveserver.h"

#include <QDir>
#include <QStorageInfo>
#include <QString>

namespace Trailglass::Testing {

/// Where an engine that a test starts has its files: a template for QTemporaryDir.
///
/// What is kept briefly is in memory where there is room for it. The old engine writes 240 small files for each block of events,
/// which takes three times as long on a disk.
[[nodiscard]] inline QString serverFolder(ArchiveServer::Keeping keeping)
{
    constexpr qint64 Room = qint64(1) << 30; // bytes; a test uses a tenth of it
    const QStorageInfo memory(QStringLiteral("/dev/shm"));
    const bool hasRoom = memory.isReady() && !memory.isReadOnly() && memory.fileSystemType() == "tmpfs"
        && memory.bytesAvailable() > Room;
    const bool isInMemory = keeping == ArchiveServer::Keeping::Briefly && hasRoom;
    const QString folder = isInMemory ? memory.rootPath() : QDir::tempPath();
    return folder + QStringLiteral("/trailglass-engine-XXXXXX");
}

} // namespace Trailglass::Testing
