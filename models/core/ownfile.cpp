// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/ownfile.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QFile>

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace Trailglass::OwnFile {

namespace {

constexpr mode_t FileMode = 0600;
constexpr mode_t RightsOfOthers = S_IRWXG | S_IRWXO;

Error refused(const char *sentence, const QString &path)
{
    return {.kind = ErrorKind::Storage, .message = tr(sentence).arg(visibleText(path))};
}

Error linkRefused(const QString &path)
{
    return refused(QT_TRANSLATE_NOOP("Trailglass",
                                     "%1 is a symbolic link. Trailglass does not open its own files through "
                                     "links. Remove the link, or replace it with the file itself."),
                   path);
}

/// Whether the system keeps this process from writing to a file. Its error then says more than that the
/// file belongs to another user: the medium is read-only, or the whole folder is somebody else's.
bool isWriteProtected(const char *path)
{
    return ::faccessat(AT_FDCWD, path, W_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW) != 0;
}

} // namespace

std::optional<Error> objection(const QString &path, const struct stat &status, uid_t user, Use use)
{
    if (S_ISLNK(status.st_mode))
        return linkRefused(path);
    if (!S_ISREG(status.st_mode)) {
        return refused(
            QT_TRANSLATE_NOOP(
                "Trailglass",
                "%1 is not a regular file. Move it away so that Trailglass can use a file of this name."),
            path);
    }
    if (use != Use::Read && status.st_nlink > 1) {
        return refused(
            QT_TRANSLATE_NOOP("Trailglass",
                              "%1 has more than one name (hard links). Trailglass writes only to files with "
                              "a single name. Remove the other names, or replace this file with a copy."),
            path);
    }
    if (use == Use::Write && status.st_uid != user) {
        return refused(
            QT_TRANSLATE_NOOP("Trailglass",
                              "%1 belongs to another user. Trailglass writes only to files owned by the user "
                              "who runs it. Change the owner, or run Trailglass as the owner."),
            path);
    }
    return std::nullopt;
}

Result<void> check(const QString &path, Use use)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::lstat(name.constData(), &status) != 0)
        return {};
    const bool isForeign = status.st_uid != ::geteuid();
    const Use judged =
        use == Use::Write && isForeign && isWriteProtected(name.constData()) ? Use::Share : use;
    if (const std::optional<Error> error = objection(path, status, ::geteuid(), judged))
        return *error;
    return {};
}

Result<int> open(const QString &path, const SystemFailure &failure)
{
    // Opening a device or a pipe can have an effect of its own, so look first.
    TRY(check(path, Use::Write));
    // The place may have changed since then: not through a link, and not waiting for the end of a pipe.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(),
               O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, FileMode);
    if (descriptor < 0)
        return errno == ELOOP ? linkRefused(path) : failure(path, errno);
    struct stat status = {};
    std::optional<Error> error;
    if (::fstat(descriptor, &status) != 0)
        error = failure(path, errno);
    else
        error = objection(path, status, ::geteuid(), Use::Write);
    if (!error && (status.st_mode & RightsOfOthers) != 0 && ::fchmod(descriptor, FileMode) != 0)
        error = failure(path, errno);
    if (!error)
        return descriptor;
    ::close(descriptor);
    return *error;
}

Result<void> makePrivate(const QString &path, const SystemFailure &failure)
{
    // Closing a descriptor of this kind drops no lock. fchmod() does not take it; chmod() of its entry in
    // /proc changes the very file that it stands for.
    const int place = ::open(QFile::encodeName(path).constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC);
    if (place < 0)
        return errno == ENOENT ? Result<void>() : failure(path, errno);
    struct stat status = {};
    std::optional<Error> error;
    if (::fstat(place, &status) != 0)
        error = failure(path, errno);
    else
        error = objection(path, status, ::geteuid(), Use::Write);
    if (!error && (status.st_mode & RightsOfOthers) != 0
        && ::chmod(("/proc/self/fd/" + std::to_string(place)).c_str(), FileMode) != 0)
        error = failure(path, errno);
    ::close(place);
    return error ? Result<void>(*error) : Result<void>();
}

} // namespace Trailglass::OwnFile
