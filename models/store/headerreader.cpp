// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/headerreader.h"

#include "models/core/readat.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Trailglass {

namespace {

// What must not be closed is of the whole process.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
std::mutex guard;
std::vector<int> heldDescriptors; ///< one per file
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

/// \source SQLite, file format, 1.3.1
const QByteArray DatabaseMagic("SQLite format 3", sizeof("SQLite format 3"));

bool isDeleted(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) != 0 || status.st_nlink == 0;
}

bool isSameFile(int descriptor, const struct stat &wanted)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && status.st_dev == wanted.st_dev
        && status.st_ino == wanted.st_ino;
}

} // namespace

std::optional<QByteArray> readHeader(const QString &path, qsizetype size)
{
    const std::lock_guard lock(guard);
    std::erase_if(heldDescriptors,
                  [](int descriptor) { return isDeleted(descriptor) && ::close(descriptor) == 0; });
    const QByteArray name = QFile::encodeName(path);
    struct stat wanted = {};
    if (::lstat(name.constData(), &wanted) != 0)
        return std::nullopt;
    if (!S_ISREG(wanted.st_mode)) {
        errno = EINVAL;
        return std::nullopt;
    }
    bool isNew = false;
    auto found = std::ranges::find_if(heldDescriptors,
                                      [&wanted](int descriptor) { return isSameFile(descriptor, wanted); });
    if (found == heldDescriptors.end()) {
        const int descriptor = ::open(name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (descriptor < 0)
            return std::nullopt;
        found = heldDescriptors.insert(heldDescriptors.end(), descriptor);
        isNew = true;
    }
    const auto [bytes, error] = readAt(*found, 0, size);
    if (error != 0) {
        errno = error;
        return std::nullopt;
    }
    // SQLite cannot have this file open, so closing it drops no lock.
    if (isNew && !bytes.isEmpty()
        && !DatabaseMagic.startsWith(bytes.first(std::min(bytes.size(), DatabaseMagic.size())))) {
        ::close(*found);
        heldDescriptors.erase(found);
    }
    return bytes;
}

} // namespace Trailglass
