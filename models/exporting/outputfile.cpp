// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/outputfile.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/outputtarget.h"

#include <QFile>
#include <QSaveFile>

#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace Trailglass {

namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// How long a pipe without a reader may hold up a cancel.
constexpr int PollMilliseconds = 50;

Error openError(const QString &fileName, const QString &reason)
{
    return {ErrorKind::Storage,
            Trailglass::tr("The file %1 could not be opened for writing: %2. Choose another location or fix "
                           "its permissions.")
                .arg(visibleText(fileName), reason),
            reason};
}

/// Qt keeps only the system's sentence, so that is what a full disk is recognised by.
bool isFull(const QIODevice &device)
{
    return device.errorString() == qt_error_string(ENOSPC) || device.errorString() == qt_error_string(EDQUOT);
}

/// \returns a descriptor that waits when it is written to
Result<int> openPipeOrDevice(const QString &fileName, const OutputTarget &target, const CancelToken &cancel)
{
    const QByteArray path = QFile::encodeName(target.path);
    for (;;) {
        // Without O_NONBLOCK, a pipe that nobody reads could not be cancelled.
        const int descriptor = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (descriptor >= 0) {
            ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
            return descriptor;
        }
        if (errno != ENXIO || target.kind != OutputTarget::Kind::Pipe)
            return openError(fileName, qt_error_string(errno));
        if (cancel.isCancelled()) {
            return Error{ErrorKind::Cancelled, tr("The export was cancelled.")};
        }
        ::poll(nullptr, 0, PollMilliseconds);
    }
}

} // namespace

OutputFile::OutputFile(QString fileName, std::unique_ptr<QFileDevice> device)
    : m_fileName(std::move(fileName))
    , m_device(std::move(device))
{
}

OutputFile::~OutputFile() = default;

Result<std::unique_ptr<OutputFile>> OutputFile::open(const QString &fileName, const QStringList &inUse,
                                                     const CancelToken &cancel)
{
    TRY(const auto target, outputTarget(fileName, inUse));
    return target.kind == OutputTarget::Kind::File ? openFile(fileName, target.path)
                                                   : openDirectly(fileName, target, cancel);
}

Result<std::unique_ptr<OutputFile>> OutputFile::openFile(const QString &fileName, const QString &path)
{
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly))
        return openError(fileName, file->errorString());
    file->setPermissions(OwnerOnly);
    return std::unique_ptr<OutputFile>(new OutputFile(fileName, std::move(file)));
}

Result<std::unique_ptr<OutputFile>>
OutputFile::openDirectly(const QString &fileName, const OutputTarget &target, const CancelToken &cancel)
{
    int descriptor = -1;
    if (target.kind == OutputTarget::Kind::Descriptor) {
        descriptor = ::fcntl(target.descriptor, F_DUPFD_CLOEXEC, 0);
        if (descriptor < 0)
            return openError(fileName, qt_error_string(errno));
    } else {
        TRY(const int opened, openPipeOrDevice(fileName, target, cancel));
        descriptor = opened;
    }
    auto file = std::make_unique<QFile>();
    if (!file->open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return openError(fileName, file->errorString());
    }
    return std::unique_ptr<OutputFile>(new OutputFile(fileName, std::move(file)));
}

QFileDevice &OutputFile::device()
{
    return *m_device;
}

Result<void> OutputFile::commit()
{
    auto *file = qobject_cast<QSaveFile *>(m_device.get());
    if (file && !file->commit())
        return named(writeError(*file));
    return {};
}

Error OutputFile::named(Error error) const
{
    if (error.kind == ErrorKind::DiskFull || error.kind == ErrorKind::Storage)
        error.message = Trailglass::tr("%1: %2").arg(visibleText(m_fileName), error.message);
    return error;
}

Error writeError(const QIODevice &device)
{
    if (isFull(device)) {
        return {ErrorKind::DiskFull,
                tr("The disk is full. Free some space or choose another location, then export again."),
                device.errorString()};
    }
    return {ErrorKind::Storage, tr("The export could not be written: %1.").arg(device.errorString()),
            device.errorString()};
}

} // namespace Trailglass
