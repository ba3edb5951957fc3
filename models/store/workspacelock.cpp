// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/logging.h"
#include "models/core/ownfile.h"
#include "models/core/readat.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/sqlerror.h"
#include "models/store/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <optional>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// The holder of a lock, from the text of its file.
struct Holder
{
    QString program;
    qint64 process = 0;
    QString purpose;
};

/// Bytes read of a lock file; the text of a holder is shorter.
constexpr qsizetype LongestText = 4096;

QByteArray readText(int descriptor)
{
    return readAt(descriptor, 0, LongestText).bytes;
}

/// \returns nothing when the text does not name a holder
std::optional<Holder> parseHolder(const QByteArray &text)
{
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    if (lines.size() != 4 || !lines.last().isEmpty() || lines.first().isEmpty() || lines[2].isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 process = lines[1].toLongLong(&isNumber);
    if (!isNumber || process <= 0)
        return std::nullopt;
    return Holder{.program = lines[0], .process = process, .purpose = lines[2]};
}

/// Whether a lock file's content may be overwritten. A crash of the machine can leave zeros in place of a
/// text.
bool isHolderText(const QByteArray &text)
{
    return text.size() < LongestText
        && (parseHolder(text) || std::ranges::all_of(text, [](char byte) { return byte == 0; }));
}

void writeHolder(int descriptor, const QString &purpose)
{
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
    const QString text =
        program + u'\n' + QString::number(QCoreApplication::applicationPid()) + u'\n' + purpose + u'\n';
    const QByteArray bytes = text.toUtf8();
    // The text is only for messages; the lock works without it. A partial text would not be recognised again.
    if (::ftruncate(descriptor, 0) == 0
        && ::pwrite(descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), 0)
            != static_cast<ssize_t>(bytes.size())) {
        [[maybe_unused]] const int emptied = ::ftruncate(descriptor, 0);
    }
}

/// \returns %1 stands for the program, %2 for the number of its process
QString sentence(const QString &purpose)
{
    if (purpose == "sync"_L1)
        return tr("The workspace is in use: %1 is syncing (process %2). Try again when it has finished.");
    if (purpose == "import"_L1)
        return tr("The workspace is in use: %1 is importing (process %2). Try again when it has finished.");
    if (purpose == "purge"_L1) {
        return tr("The workspace is in use: %1 is deleting events (process %2). Try again when it has "
                  "finished.");
    }
    if (purpose == "repair"_L1)
        return tr(
            "The workspace is in use: %1 is repairing it (process %2). Try again when it has finished.");
    if (purpose == "migration"_L1) {
        return tr(
            "The workspace is in use: %1 is upgrading it to a newer version (process %2). Try again when "
            "it has finished.");
    }
    return tr("The workspace is in use by %1 (process %2). Try again when it has finished.");
}

Error held(const std::optional<Holder> &holder)
{
    if (!holder)
        return {.kind = ErrorKind::Locked,
                .message = tr("The workspace is in use by another program. Try again when it has finished.")};
    return {
        .kind = ErrorKind::Locked,
        .message =
            sentence(holder->purpose).arg(visibleText(holder->program), QString::number(holder->process))};
}

Error lockError(const QString &lock, int reason)
{
    if (meansReadOnly(reason))
        return readOnlyWorkspace();
    return {.kind = ErrorKind::Storage,
            .message = tr("The file %1 cannot be locked: %2. Check the folder and its permissions.")
                           .arg(visibleText(lock), QString::fromLocal8Bit(std::strerror(reason)))};
}

Error foreignContent(const QString &lock)
{
    return {.kind = ErrorKind::Storage,
            .message =
                tr("%1 was not written by Trailglass. Move it away and try again.").arg(visibleText(lock))};
}

/// Whether there is a process of this number.
bool isAlive(qint64 process)
{
    if (process > std::numeric_limits<pid_t>::max())
        return false;
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

/// Takes the lock on an open lock file.
/// \error as WorkspaceLock::acquire()
Result<void> lockOpenFile(const QString &lock, int descriptor)
{
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? held(parseHolder(readText(descriptor))) : lockError(lock, errno);
    return isHolderText(readText(descriptor)) ? Result<void>() : foreignContent(lock);
}

} // namespace

WorkspaceLock::WorkspaceLock(int descriptor)
    : m_descriptor(descriptor)
{
}

WorkspaceLock::~WorkspaceLock()
{
    // The file stays: removing it would let two holders lock two files of one name.
    [[maybe_unused]] const int emptied = ::ftruncate(m_descriptor, 0);
    ::close(m_descriptor);
}

Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::acquire(const WorkspacePaths &paths,
                                                              const QString &purpose)
{
    TRY(const int opened, OwnFile::open(paths.lock, lockError));
    if (const Result<void> locked = lockOpenFile(paths.lock, opened); !locked) {
        ::close(opened);
        qCInfo(logStore).noquote() << "lock for" << purpose
                                   << "not acquired:" << errorKindName(locked.error().kind);
        return locked.error();
    }
    qCDebug(logStore).noquote() << "lock acquired for" << purpose;
    writeHolder(opened, purpose);
    return std::unique_ptr<WorkspaceLock>(new WorkspaceLock(opened));
}

QString WorkspaceLock::heldFor(const WorkspacePaths &paths)
{
    if (!OwnFile::check(paths.lock, OwnFile::Use::Read))
        return {};
    const int opened =
        ::open(QFile::encodeName(paths.lock).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (opened < 0)
        return {};
    const std::optional<Holder> holder = parseHolder(readText(opened));
    ::close(opened);
    return holder && isAlive(holder->process) ? holder->purpose : QString();
}

Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::acquireUnlessHeldHere(const WorkspacePaths &paths,
                                                                            const QString &purpose)
{
    Result<std::unique_ptr<WorkspaceLock>> lock = acquire(paths, purpose);
    if (lock || lock.error().kind != ErrorKind::Locked)
        return lock;
    const Result<int> opened = OwnFile::open(paths.lock, lockError);
    if (!opened)
        return lock;
    const std::optional<Holder> holder = parseHolder(readText(*opened));
    ::close(*opened);
    const bool heldHere = holder && holder->process == QCoreApplication::applicationPid();
    if (heldHere)
        qCDebug(logStore).noquote() << "lock for" << purpose << "is held by this process already";
    return heldHere ? std::unique_ptr<WorkspaceLock>() : std::move(lock);
}

} // namespace Trailglass
