// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/secretfile.h"

#include "models/core/translation.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace Trailglass {

namespace {

constexpr qint64 LargestFile = 64 * 1024;
constexpr mode_t RightsOfOthers = S_IRWXG | S_IRWXO;

Error notOpened(const QString &path, int reason)
{
    if (reason == EACCES || reason == EPERM)
        return {ErrorKind::SecretDenied,
                tr("You have no permission to read the secret's file %1. Change its owner.").arg(path)};
    if (reason == ENOENT || reason == ENOTDIR)
        return {ErrorKind::SecretUnavailable,
                tr("The secret's file %1 does not exist. Create it, readable by you "
                   "alone.")
                    .arg(path)};
    return {ErrorKind::SecretUnavailable,
            tr("The secret's file %1 cannot be read: %2. Check the file and its permissions.")
                .arg(path, qt_error_string(reason))};
}

// What is wrong with the open file, if anything.
std::optional<Error> objection(int descriptor, const QString &path)
{
    struct stat status = {};
    if (fstat(descriptor, &status) != 0)
        return notOpened(path, errno);
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::SecretUnavailable,
                     tr("%1 is not a file. Specify the file that contains the secret.").arg(path)};
    if ((status.st_mode & RightsOfOthers) != 0)
        return Error{
            ErrorKind::SecretDenied,
            tr("The secret's file is accessible to other users. Make it private: chmod 600 %1").arg(path)};
    if (status.st_size > LargestFile)
        return Error{
            ErrorKind::SecretUnavailable,
            tr("The file %1 is larger than 64 KiB. Specify a file that contains only the secret.").arg(path)};
    return std::nullopt;
}

void dropLineBreak(QByteArray &text)
{
    if (!text.endsWith('\n'))
        return;
    text.chop(1);
    if (text.endsWith('\r'))
        text.chop(1);
}

} // namespace

Result<Secret> readSecretFile(const QString &path)
{
    // Not through QFile alone: it would wait for the writer of a pipe, and look at a path twice that may
    // change.
    const int descriptor =
        open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return notOpened(path, errno);
    if (const std::optional<Error> error = objection(descriptor, path)) {
        close(descriptor);
        return *error;
    }
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        close(descriptor);
        return notOpened(path, EIO);
    }
    QByteArray text = file.read(LargestFile);
    if (file.error() != QFileDevice::NoError)
        return notOpened(path, EIO);
    dropLineBreak(text);
    Result<Secret> secret = Secret::fromText(text);
    wipe(text);
    if (secret)
        return secret;
    return Error{ErrorKind::SecretUnavailable,
                 tr("The secret's file %1 cannot be used. %2").arg(path, secret.error().message)};
}

} // namespace Trailglass
