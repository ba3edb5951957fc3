// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlerror.h"
#include "models/store/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// What the lock file says about its holder.
struct Holder
{
    QString program;
    qint64 process = 0;
    QString purpose;
};

Holder readHolder(const QString &lock)
{
    QFile file(lock);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(file.read(4096)).split(u'\n');
    if (lines.size() < 3)
        return {};
    return {.program = lines[0], .process = lines[1].toLongLong(), .purpose = lines[2]};
}

void writeHolder(int descriptor, const QString &purpose)
{
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
    const QString text =
        program + u'\n' + QString::number(QCoreApplication::applicationPid()) + u'\n' + purpose + u'\n';
    const QByteArray bytes = text.toUtf8();
    // The text only serves the other side's sentence: the lock holds without it.
    if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(descriptor, bytes.constData(), std::size_t(bytes.size()), 0);
}

QString doing(const QString &purpose)
{
    if (purpose == "sync"_L1)
        return QCoreApplication::translate("Store", "is syncing");
    if (purpose == "import"_L1)
        return QCoreApplication::translate("Store", "is importing");
    if (purpose == "purge"_L1)
        return QCoreApplication::translate("Store", "is deleting events");
    if (purpose == "migration"_L1)
        return QCoreApplication::translate("Store", "is bringing the workspace up to date");
    return QCoreApplication::translate("Store", "is at work (%1)").arg(purpose);
}

Error held(const Holder &holder)
{
    if (holder.process == 0)
        return {.kind = ErrorKind::Locked,
                .message = QCoreApplication::translate(
                    "Store", "Another program is at work on this workspace. Try again when it is done.")};
    return {.kind = ErrorKind::Locked,
            .message = QCoreApplication::translate(
                           "Store", "Another program %1 (%2, process %3). Try again when it is done.")
                           .arg(doing(holder.purpose), holder.program, QString::number(holder.process))};
}

Error lockError(const QString &lock)
{
    if (meansReadOnly(errno))
        return readOnlyWorkspace(lock);
    return {.kind = ErrorKind::Storage,
            .message = QCoreApplication::translate("Store", "The file %1 cannot be locked: %2.")
                           .arg(lock, QString::fromLocal8Bit(std::strerror(errno)))};
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
    const int descriptor =
        ::open(QFile::encodeName(paths.lock).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return lockError(paths.lock);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const bool busy = errno == EWOULDBLOCK;
        Error error = busy ? held(readHolder(paths.lock)) : lockError(paths.lock);
        ::close(descriptor);
        return error;
    }
    writeHolder(descriptor, purpose);
    return std::unique_ptr<WorkspaceLock>(new WorkspaceLock(descriptor));
}

Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::acquireUnlessHeldHere(const WorkspacePaths &paths,
                                                                            const QString &purpose)
{
    Result<std::unique_ptr<WorkspaceLock>> lock = acquire(paths, purpose);
    const bool heldHere = !lock && lock.error().kind == ErrorKind::Locked
        && readHolder(paths.lock).process == QCoreApplication::applicationPid();
    return heldHere ? std::unique_ptr<WorkspaceLock>() : std::move(lock);
}

} // namespace Trailglass
