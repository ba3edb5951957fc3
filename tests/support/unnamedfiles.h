// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Trailglass::Support {

/// Whether the file system of a folder has files without a name, of which nothing is left when their process is killed.
[[nodiscard]] inline bool hasUnnamedFiles(const QString &folder)
{
    const int descriptor =
        ::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0)
        ::close(descriptor);
    return descriptor >= 0;
}

} // namespace Trailglass::Support
