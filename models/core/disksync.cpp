// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/disksync.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace Trailglass {

bool syncToDisk(int descriptor)
{
    int result = 0;
    do {
        result = ::fsync(descriptor);
    } while (result != 0 && errno == EINTR);
    return result == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
}

bool syncToDisk(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isSynced = syncToDisk(descriptor);
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
    return isSynced;
}

bool flushWhole(QFileDevice &file)
{
    for (;;) {
        const qint64 left = file.bytesToWrite();
        const bool isTaken = file.flush();
        if (isTaken && file.bytesToWrite() == 0)
            return true;
        if (!isTaken && file.bytesToWrite() == left)
            return false;
    }
}

std::optional<QString> commitToDisk(QSaveFile &file)
{
    if (!flushWhole(file))
        return file.errorString();
    if (!syncToDisk(file.handle()))
        return qt_error_string(errno);
    errno = 0;
    // Qt does not keep the reason of every failure.
    if (!file.commit())
        return errno != 0 ? qt_error_string(errno) : file.errorString();
    // The name, too. It has it, whatever the disk says: a folder that may be written need not be readable.
    [[maybe_unused]] const bool isSynced = syncToDisk(QFileInfo(file.fileName()).absolutePath());
    return std::nullopt;
}

} // namespace Trailglass
