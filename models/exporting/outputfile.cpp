// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/outputfile.h"

#include "models/core/disksync.h"
#include "models/core/noroom.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/outputtarget.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Trailglass {

namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// How long a pipe that nobody reads may delay a cancel.
constexpr int PollMilliseconds = 50;

/// Writes to a pipe, a device or any other descriptor; a reader that has stopped reading does not delay a
/// cancel.
class DescriptorDevice final : public QIODevice
{
public:
    /// \param descriptor  closed with this object
    DescriptorDevice(int descriptor, CancelToken cancel)
        : m_descriptor(descriptor)
        , m_cancel(std::move(cancel))
    {
        struct stat status = {};
        m_isFile = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    ~DescriptorDevice() override { ::close(m_descriptor); }

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }

    qint64 writeData(const char *bytes, qint64 size) override
    {
        // The descriptor may be shared with other processes, so that it has to stay blocking: a pipe that
        // has room takes this many bytes without waiting.
        const qint64 limit = m_isFile ? size : PIPE_BUF;
        qint64 done = 0;
        while (done < size) {
            if (!waitForRoom())
                return -1;
            const ssize_t count =
                ::write(m_descriptor, bytes + done, static_cast<std::size_t>(std::min(limit, size - done)));
            if (count < 0 && (errno == EINTR || errno == EAGAIN))
                continue;
            if (count <= 0) {
                setErrorString(qt_error_string(count < 0 ? errno : EIO));
                return -1;
            }
            done += count;
        }
        return done;
    }

private:
    /// \returns false when cancelled
    [[nodiscard]] bool waitForRoom() const
    {
        while (!m_cancel.isCancelled()) {
            pollfd waited{m_descriptor, POLLOUT, 0};
            const int ready = ::poll(&waited, 1, PollMilliseconds);
            if (ready > 0 || (ready < 0 && errno != EINTR))
                return true; // on an error too, which the write then reports
        }
        return false;
    }

    const int m_descriptor;
    const CancelToken m_cancel;
    bool m_isFile = false; ///< a regular one, which never waits for a reader
};

Error openError(const QString &fileName, const QString &reason)
{
    return {ErrorKind::Storage,
            Trailglass::tr("The file %1 could not be opened for writing: %2. Choose another location or fix "
                           "its permissions.")
                .arg(visibleText(fileName), reason),
            reason};
}

/// \param reason  in the system's words: Qt keeps nothing else, so that is what a full disk is recognised by
Error notWritten(const QString &reason)
{
    const auto isReason = [&reason](int systemError) {
        return reason == qt_error_string(systemError);
    };
    if (std::ranges::any_of(NoRoomErrors, isReason)) {
        return {ErrorKind::DiskFull,
                tr("The disk is full. Free some space or choose another location, then try again."), reason};
    }
    return {ErrorKind::Storage,
            tr("The file could not be written: %1. Choose another location, then try again.").arg(reason),
            reason};
}

Result<int> openPipeOrDevice(const QString &fileName, const OutputTarget &target, const CancelToken &cancel)
{
    const QByteArray path = QFile::encodeName(target.path);
    for (;;) {
        // Without O_NONBLOCK, a pipe that nobody reads could not be cancelled.
        const int descriptor = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (descriptor >= 0)
            return descriptor;
        if (errno != ENXIO || target.kind != OutputTarget::Kind::Pipe)
            return openError(fileName, qt_error_string(errno));
        if (cancel.isCancelled())
            return exportCancelled();
        ::poll(nullptr, 0, PollMilliseconds);
    }
}

} // namespace

OutputFile::OutputFile(QString fileName, std::unique_ptr<QIODevice> device, CancelToken cancel)
    : m_fileName(std::move(fileName))
    , m_device(std::move(device))
    , m_cancel(std::move(cancel))
{
}

OutputFile::~OutputFile() = default;

Result<std::unique_ptr<OutputFile>> OutputFile::open(const QString &fileName, const QStringList &inUse,
                                                     const CancelToken &cancel)
{
    TRY(const auto target, outputTarget(fileName, inUse));
    return target.kind == OutputTarget::Kind::File ? openFile(fileName, target.path, cancel)
                                                   : openDirectly(fileName, target, cancel);
}

Result<std::unique_ptr<OutputFile>> OutputFile::openFile(const QString &fileName, const QString &path,
                                                         const CancelToken &cancel)
{
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly))
        return openError(fileName, file->errorString());
    file->setPermissions(OwnerOnly);
    return std::unique_ptr<OutputFile>(new OutputFile(fileName, std::move(file), cancel));
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
    return std::unique_ptr<OutputFile>(
        new OutputFile(fileName, std::make_unique<DescriptorDevice>(descriptor, cancel), cancel));
}

QIODevice &OutputFile::device()
{
    return *m_device;
}

Result<void> OutputFile::commit()
{
    auto *file = qobject_cast<QSaveFile *>(m_device.get());
    if (!file)
        return {};
    if (m_cancel.isCancelled())
        return exportCancelled();
    if (const std::optional<QString> reason = commitToDisk(*file))
        return named(notWritten(*reason));
    return {};
}

Error OutputFile::failure() const
{
    return named(writeError(*m_device, m_cancel));
}

Error OutputFile::named(Error error) const
{
    if (error.kind == ErrorKind::DiskFull || error.kind == ErrorKind::Storage)
        error.message = Trailglass::tr("%1: %2").arg(visibleText(m_fileName), error.message);
    return error;
}

Error exportCancelled()
{
    return {ErrorKind::Cancelled, Trailglass::tr("The export was cancelled.")};
}

Error writeError(QIODevice &device, const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return exportCancelled();
    // Of a buffer that a full disk took a part of, Qt does not know the reason yet.
    if (auto *const file = qobject_cast<QFileDevice *>(&device)) {
        [[maybe_unused]] const bool isWhole = flushWhole(*file);
    }
    return notWritten(device.errorString());
}

Result<void> writeAll(QIODevice &device, std::string_view bytes, const CancelToken &cancel)
{
    while (!bytes.empty()) {
        const qint64 written = device.write(bytes.data(), static_cast<qint64>(bytes.size()));
        if (written <= 0)
            return writeError(device, cancel);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace Trailglass
