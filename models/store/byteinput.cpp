// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/byteinput.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/workspacefiles.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// How long a wait for a slow writer may hold up a cancel.
constexpr int PollMilliseconds = 50;

class FileInput final : public ByteInput
{
public:
    FileInput(int descriptor, QString name)
        : m_descriptor(descriptor)
        , m_name(std::move(name))
    {
        struct stat status = {};
        if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
            m_size = status.st_size;
        }
    }

    ~FileInput() override
    {
        if (m_descriptor != STDIN_FILENO) {
            ::close(m_descriptor);
        }
    }

    Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) override
    {
        for (;;) {
            if (cancel.isCancelled()) {
                return Error{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
            }
            pollfd waiting{.fd = m_descriptor, .events = POLLIN, .revents = 0};
            const int ready = poll(&waiting, 1, PollMilliseconds);
            if (ready == 0 || (ready < 0 && errno == EINTR)) {
                continue;
            }
            const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
            if (count >= 0) {
                return static_cast<qint64>(count);
            }
            if (errno != EINTR && errno != EAGAIN) {
                return Error{.kind = ErrorKind::Storage,
                             .message = Trailglass::tr("%1 cannot be read: %2.")
                                            .arg(m_name, QString::fromLocal8Bit(std::strerror(errno)))};
            }
        }
    }

    bool seek(qint64 offset) override
    {
        return m_size && offset >= 0 && lseek(m_descriptor, offset, SEEK_SET) == offset;
    }

    std::optional<qint64> size() const override { return m_size; }

    enum class Kind
    {
        Any, ///< what the user named: a link or a pipe too
        Regular,
    };

    static Result<std::unique_ptr<ByteInput>> open(const QString &path, Kind kind)
    {
        const QString shown = visibleText(path);
        // Closing a file that SQLite has open in this process would drop SQLite's locks.
        if (isWorkspaceFile(path)) {
            return Error{.kind = ErrorKind::Storage,
                         .message = Trailglass::tr("%1 is a file of a Trailglass workspace. Specify a file "
                                                   "with events as the vendor returns them.")
                                        .arg(shown)};
        }
        // Not blocking, so that a named pipe without a writer can be cancelled too.
        const int descriptor =
            ::open(QFile::encodeName(path).constData(),
                   O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (kind == Kind::Regular ? O_NOFOLLOW : 0));
        if (descriptor < 0) {
            return Error{
                .kind = errno == ENOENT ? ErrorKind::NotFound : ErrorKind::Storage,
                .message = errno == ENOENT
                    ? Trailglass::tr("There is no file %1. Check its name and its folder.").arg(shown)
                    : Trailglass::tr("%1 cannot be read: %2.")
                          .arg(shown, QString::fromLocal8Bit(std::strerror(errno)))};
        }
        auto input = std::make_unique<FileInput>(descriptor, shown);
        struct stat status = {};
        if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
            return Error{.kind = ErrorKind::Storage,
                         .message = Trailglass::tr("%1 is a folder. Specify the files in it.").arg(shown)};
        }
        if (kind == Kind::Regular && !input->size()) {
            return Error{.kind = ErrorKind::Storage,
                         .message =
                             Trailglass::tr("%1 is no longer a regular file. Import it again.").arg(shown)};
        }
        return std::unique_ptr<ByteInput>(std::move(input));
    }

    static std::unique_ptr<ByteInput> standardInput()
    {
        return std::make_unique<FileInput>(STDIN_FILENO, Trailglass::tr("Standard input"));
    }

private:
    const int m_descriptor;
    const QString m_name;
    std::optional<qint64> m_size; ///< of a regular file, which can be read again too
};

} // namespace

Result<std::unique_ptr<ByteInput>> openByteInput(const QString &path)
{
    if (path == "-"_L1) {
        return FileInput::standardInput();
    }
    return FileInput::open(path, FileInput::Kind::Any);
}

Result<std::unique_ptr<ByteInput>> openFoundFile(const QString &path)
{
    return FileInput::open(path, FileInput::Kind::Regular);
}

} // namespace Trailglass
