// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/witnessfile.h"

#include "models/core/disksync.h"
#include "models/core/noroom.h"
#include "models/core/ownfile.h"
#include "models/core/readat.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/outputtarget.h"
#include "models/merkle/signednote.h"
#include "models/store/workspace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

constexpr mode_t ReadableByAll = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH; // less what the umask takes away

/// Another program appends for as long as a disk takes to store a few hundred bytes.
constexpr qint64 WitnessPatience = 5'000; // milliseconds
constexpr int WitnessPollMilliseconds = 50;

/// How the lines with the signatures of a note begin.
constexpr QByteArrayView SignatureMark = "\xE2\x80\x94 ";

Error witnessRefused(const char *sentence, const QString &path)
{
    return {.kind = ErrorKind::Usage, .message = tr(sentence).arg(visibleText(path))};
}

Error witnessFailed(const QString &path, int reason)
{
    if (meansNoRoom(reason)) {
        return {.kind = ErrorKind::DiskFull,
                .message = tr("The disk of the witness file %1 is full. Free some space and try again.")
                               .arg(visibleText(path))};
    }
    return {.kind = ErrorKind::Storage,
            .message =
                tr("The witness file %1 cannot be used: %2. Choose another place or fix its permissions.")
                    .arg(visibleText(path), qt_error_string(reason))};
}

Error witnessCancelled()
{
    return {.kind = ErrorKind::Cancelled, .message = tr("Cancelled.")};
}

/// An open witness file; its lock goes with it.
class OpenWitness
{
public:
    enum class Use
    {
        Reading,
        Appending, ///< makes the file where there is none
    };

    /// \error as readWitness()
    static Result<OpenWitness> open(const QString &path, Use use, const CancelToken &cancel);
    ~OpenWitness()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenWitness(OpenWitness &&other) noexcept
        : m_path(std::move(other.m_path))
        , m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_size(other.m_size)
    {
    }
    OpenWitness(const OpenWitness &) = delete;
    OpenWitness &operator=(const OpenWitness &) = delete;
    OpenWitness &operator=(OpenWitness &&) = delete;

    [[nodiscard]] qint64 size() const { return m_size; } ///< bytes, when it was locked

    /// \returns as many bytes from \a place on as there are
    Result<QByteArray> read(qint64 place, qint64 bytes) const;
    /// Appends all or, as far as the disk permits, nothing.
    Result<void> append(const QByteArray &bytes) const;

private:
    OpenWitness(QString path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor)
    {
    }
    Result<void> lock(Use use, const CancelToken &cancel);
    /// \returns an `errno`; 0: it is written
    [[nodiscard]] int write(const QByteArray &bytes) const;
    /// Whether the path still leads to it: others may have put another file in its place, as `git pull` does.
    [[nodiscard]] bool isInPlace() const;

    QString m_path;
    int m_descriptor;
    qint64 m_size = 0;
};

Result<OpenWitness> OpenWitness::open(const QString &path, Use use, const CancelToken &cancel)
{
    const bool appends = use == Use::Appending;
    const OwnFile::Use claim = appends ? OwnFile::Use::Share : OwnFile::Use::Read;
    // Opening a device or a pipe can have an effect of its own, so look first.
    TRY(OwnFile::check(path, claim));
    const int access = appends ? O_RDWR | O_APPEND | O_CREAT : O_RDONLY;
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  access | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, ReadableByAll);
    if (descriptor < 0) {
        const int reason = errno;
        if (reason == ENOENT && !appends) {
            return Error{.kind = ErrorKind::NotFound,
                         .message =
                             Trailglass::tr("There is no witness file %1. Check its name and its folder.")
                                 .arg(visibleText(path))};
        }
        return witnessFailed(path, reason);
    }
    OpenWitness file(path, descriptor);
    TRY(file.lock(use, cancel));
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return witnessFailed(path, errno);
    if (const std::optional<Error> error = OwnFile::objection(path, status, ::geteuid(), claim))
        return *error;
    file.m_size = status.st_size;
    // Up to here the file stays as it is, however long it takes to read it.
    if (!appends)
        ::flock(descriptor, LOCK_UN);
    return file;
}

Result<void> OpenWitness::lock(Use use, const CancelToken &cancel)
{
    QElapsedTimer waited;
    waited.start();
    const int kind = use == Use::Appending ? LOCK_EX : LOCK_SH;
    while (::flock(m_descriptor, kind | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return witnessFailed(m_path, errno);
        if (cancel.isCancelled())
            return witnessCancelled();
        if (waited.hasExpired(WitnessPatience)) {
            return Error{.kind = ErrorKind::Locked,
                         .message = Trailglass::tr("The witness file %1 is in use by another program. Try "
                                                   "again when it has finished.")
                                        .arg(visibleText(m_path))};
        }
        ::poll(nullptr, 0, WitnessPollMilliseconds);
    }
    return {};
}

Result<QByteArray> OpenWitness::read(qint64 place, qint64 bytes) const
{
    const BytesRead read = readAt(m_descriptor, place, bytes);
    return read.error == 0 ? Result<QByteArray>(read.bytes) : witnessFailed(m_path, read.error);
}

int OpenWitness::write(const QByteArray &bytes) const
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::write(m_descriptor, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        done += static_cast<qsizetype>(count);
    }
    return syncToDisk(m_descriptor) ? 0 : errno;
}

Result<void> OpenWitness::append(const QByteArray &bytes) const
{
    if (const int reason = write(bytes); reason != 0) {
        // A part of a note would keep every later one out.
        [[maybe_unused]] const int restored = ::ftruncate(m_descriptor, m_size);
        return witnessFailed(m_path, reason);
    }
    if (!isInPlace()) {
        return Error{.kind = ErrorKind::Locked,
                     .message =
                         Trailglass::tr("Another program replaced the witness file %1 at the same moment, so "
                                        "the checkpoint may not be in it. Append one again.")
                             .arg(visibleText(m_path))};
    }
    // The name of a new file, too. It is there, whatever the disk says: the folder need not be readable.
    if (m_size == 0) {
        [[maybe_unused]] const bool isSynced = syncToDisk(QFileInfo(m_path).absolutePath());
    }
    return {};
}

bool OpenWitness::isInPlace() const
{
    struct stat opened = {};
    struct stat there = {};
    return ::fstat(m_descriptor, &opened) == 0 && ::lstat(QFile::encodeName(m_path).constData(), &there) == 0
        && opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

/// Whether a file may end with \a tail: its last line is the signature of a note.
bool endsWithNote(const QByteArray &tail)
{
    if (!tail.endsWith('\n'))
        return false;
    qsizetype end = tail.size();
    while (end > 0 && (tail[end - 1] == '\n' || tail[end - 1] == '\r'))
        --end;
    const QByteArrayView rest = QByteArrayView(tail).first(end);
    return rest.sliced(rest.lastIndexOf('\n') + 1).startsWith(SignatureMark);
}

/// Puts lines together to notes: a text, an empty line, signatures.
class NoteCutter
{
public:
    NoteCutter(const QString &path, const VisitWitness &visit)
        : m_path(path)
        , m_visit(visit)
    {
    }

    /// \param line  without its line break
    Result<void> take(QByteArrayView line);
    /// After the last line.
    Result<void> end();

private:
    Result<void> visit(bool isNote);

    const QString &m_path;
    const VisitWitness &m_visit;
    qint64 m_line = 0; ///< number of the last one
    WitnessNote m_part; ///< so far
    bool m_isTextOver = false; ///< the empty line has come
    bool m_isSigned = false; ///< and a signature
};

Result<void> NoteCutter::take(QByteArrayView line)
{
    ++m_line;
    if (line.isEmpty()) {
        if (m_isSigned)
            return visit(true);
        m_isTextOver = !m_part.bytes.isEmpty();
        return {};
    }
    const bool isSignature = line.startsWith(SignatureMark);
    const bool isNext = m_isTextOver && !isSignature && !m_isSigned;
    if (isNext) {
        TRY(visit(false)); // a text without signatures; this is the next one
    }
    if (m_part.bytes.isEmpty())
        m_part.line = m_line;
    if (m_isTextOver && !m_isSigned)
        m_part.bytes += '\n';
    m_isSigned = m_isTextOver && (m_isSigned || isSignature);
    m_part.bytes.append(line);
    m_part.bytes += '\n';
    if (m_part.bytes.size() > MaxNoteSize) {
        return Error{.kind = ErrorKind::TooLarge,
                     .message =
                         Trailglass::tr("Line %1 of %2 and those after it are longer than a "
                                        "checkpoint can be. This is not a witness file. Choose another one.")
                             .arg(m_part.line)
                             .arg(visibleText(m_path))};
    }
    return {};
}

Result<void> NoteCutter::end()
{
    return m_part.bytes.isEmpty() ? Result<void>() : visit(m_isSigned);
}

Result<void> NoteCutter::visit(bool isNote)
{
    WitnessNote part = std::exchange(m_part, {});
    part.isNote = isNote;
    m_isTextOver = false;
    m_isSigned = false;
    return m_visit(part);
}

} // namespace

Result<void> checkWitnessPlace(const QString &path, const QString &workspace)
{
    TRY(const auto target, outputTarget(path, readableFilesInUse(workspace, WitnessFiles::LeftOut)));
    if (target.kind != OutputTarget::Kind::File) {
        return witnessRefused(
            QT_TRANSLATE_NOOP("Trailglass", "%1 is not a file. Choose a file for the checkpoints."), path);
    }
    if (target.path.startsWith(QString(WorkspacePaths::of(workspace).canonicalFolder() + u'/'))) {
        return witnessRefused(
            QT_TRANSLATE_NOOP("Trailglass",
                              "%1 is in the folder of the workspace: whoever can change the workspace could "
                              "change the checkpoints in it, too. Choose a file elsewhere."),
            path);
    }
    return {};
}

Result<void> appendToWitness(const QString &path, const QByteArray &note, const CancelToken &cancel)
{
    TRY(const OpenWitness file, OpenWitness::open(path, OpenWitness::Use::Appending, cancel));
    const qint64 tailSize = std::min<qint64>(file.size(), 2 * MaxNoteSize);
    TRY(const QByteArray tail, file.read(file.size() - tailSize, tailSize));
    if (!tail.isEmpty() && !endsWithNote(tail)) {
        return Error{.kind = ErrorKind::Malformed,
                     .message =
                         tr("%1 does not end with a whole checkpoint, so nothing was appended. If it is "
                            "another file, choose one for the checkpoints alone. If it was cut, remove "
                            "what is left of its last checkpoint.")
                             .arg(visibleText(path))};
    }
    if (tail == note || tail.endsWith(QByteArray("\n\n" + note)))
        return {}; // by an attempt that did not hear of its success
    const bool isSeparated = tail.isEmpty() || tail.endsWith("\n\n");
    return file.append(isSeparated ? note : QByteArray('\n' + note));
}

Result<void> readWitness(const QString &path, const CancelToken &cancel, const VisitWitness &visit)
{
    constexpr qint64 BytesOfRead = 64 * 1024;
    TRY(const OpenWitness file, OpenWitness::open(path, OpenWitness::Use::Reading, cancel));
    if (file.size() > MaxWitnessBytes) {
        return Error{.kind = ErrorKind::TooLarge,
                     .message = tr("%1 is larger than %2, which no witness file is. Choose another file.")
                                    .arg(visibleText(path), QLocale().formattedDataSize(MaxWitnessBytes))};
    }
    NoteCutter cutter(path, visit);
    QByteArray rest; // a line that has begun
    for (qint64 place = 0; place < file.size(); place += BytesOfRead) {
        if (cancel.isCancelled())
            return witnessCancelled();
        TRY(const QByteArray read, file.read(place, std::min(BytesOfRead, file.size() - place)));
        rest += read;
        qsizetype begin = 0;
        for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', begin)) {
            QByteArrayView line = QByteArrayView(rest).sliced(begin, end - begin);
            if (line.endsWith('\r'))
                line.chop(1);
            TRY(cutter.take(line));
            begin = end + 1;
        }
        rest.remove(0, begin);
        if (rest.size() > MaxNoteSize)
            break; // for which the cutter has a sentence
    }
    if (!rest.isEmpty()) {
        TRY(cutter.take(rest));
    }
    return cutter.end();
}

} // namespace Trailglass
