// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/faultlaw.h"

#include "models/store/integrity.h"
#include "models/store/workspace.h"
#include "tests/crash/plaindatabase.h"
#include "tests/crash/samples.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// Of contents, in a message.
constexpr int ShownCharacters = 400;

QString excerpt(const QByteArray &contents)
{
    return QString::fromUtf8(contents.left(ShownCharacters));
}

QString nameOf(DiskFault::Kind kind)
{
    switch (kind) {
    case DiskFault::Kind::Once:
        return u"an error once"_s;
    case DiskFault::Kind::ForGood:
        return u"errors for good"_s;
    case DiskFault::Kind::Full:
        return u"a full disk"_s;
    case DiskFault::Kind::Torn:
        return u"a torn write"_s;
    case DiskFault::Kind::PowerCut:
        return u"a power cut"_s;
    case DiskFault::Kind::Kill:
        return u"a kill"_s;
    }
    return {};
}

/// A database without damage, and not an empty one.
QString checkBackup(const QString &path)
{
    PlainDatabase backup(path);
    if (const QByteArray damage = backup.damage(); !damage.isEmpty())
        return u"the backup %1 is damaged: %2"_s.arg(path, QString::fromUtf8(damage));
    return backup.texts("SELECT count(*) FROM event") == QList<QByteArray>{"0"}
        ? QString(u"the backup %1 is empty"_s.arg(path))
        : QString();
}

} // namespace

FaultLaw::FaultLaw(const StoreOperation &operation)
    : m_operation(operation)
    , m_original(m_folder.filePath(u"original"_s))
    , m_workspace(m_folder.filePath(u"workspace"_s))
{
    // A rollback that fails, too, is warned of.
    QLoggingCategory::setFilterRules(u"trailglass.store.warning=false"_s);
    needed(prepareWorkspace(WorkspacePaths::of(m_original)));
    m_operation.prepare(m_original);
    m_before = needed(contentsOf(m_original));
    startAgain();
    m_disk.start();
    needed(m_operation.run(m_workspace));
    m_disk.stop();
    m_calls = m_disk.calls();
    m_after = needed(contentsOf(m_workspace));
    if (const QString problem = checkEnd(); !problem.isEmpty())
        qFatal("%s: %s", m_operation.name.constData(), qPrintable(problem));
}

QString FaultLaw::check(DiskFault fault, quint64 seed)
{
    startAgain();
    m_disk.start(fault);
    const Result<void> done = m_operation.run(m_workspace);
    const bool hasHappened = m_disk.stop();
    const bool isCut = hasHappened && fault.kind == DiskFault::Kind::PowerCut;
    if (isCut)
        m_disk.restart(seed);
    if (!done && !hasHappened)
        return u"failed without a fault: "_s + done.error().message;
    if (!done) {
        if (const QString problem = checkError(done.error(), fault); !problem.isEmpty())
            return problem;
    }
    const bool isSettled = done && !isCut;
    const QString problem = checkState(isSettled ? QList{m_after} : QList{m_before, m_after});
    if (!problem.isEmpty())
        return (isSettled ? u"after its success, "_s : u"after the fault, "_s) + problem;

    const Result<void> again = m_operation.run(m_workspace);
    if (!again)
        return u"the next attempt failed: %1 | %2"_s.arg(again.error().message, again.error().detail);
    const QString problemAtEnd = checkEnd();
    return problemAtEnd.isEmpty() ? QString() : QString(u"after the next attempt, "_s + problemAtEnd);
}

QString FaultLaw::described(DiskFault fault) const
{
    return u"%1 at call %2 of %3"_s.arg(nameOf(fault.kind)).arg(fault.call).arg(m_calls);
}

void FaultLaw::startAgain()
{
    copyFolder(m_original, m_workspace);
}

QString FaultLaw::checkError(const Error &error, DiskFault fault) const
{
    const ErrorKind expected = fault.kind == DiskFault::Kind::Full ? ErrorKind::DiskFull : ErrorKind::Storage;
    if (error.kind != expected)
        return u"the error is of kind %1: %2 | %3"_s.arg(errorKindName(error.kind), error.message,
                                                         error.detail);
    if (!error.message.endsWith(u'.') || error.message.contains("SQLite"_L1))
        return u"this is no sentence for people: "_s + error.message;
    return {};
}

QString FaultLaw::checkState(const QList<QByteArray> &allowed) const
{
    const Result<QByteArray> contents = contentsOf(m_workspace);
    if (!contents)
        return u"it cannot be read: %1 | %2"_s.arg(contents.error().message, contents.error().detail);
    if (!allowed.contains(*contents))
        return u"it holds: %1 … in place of: %2 …"_s.arg(excerpt(*contents), excerpt(allowed.last()));
    // Of a copy: what a crash has left is for the program to recover, not for this check.
    const QString copy = m_folder.filePath(u"copy"_s);
    copyFolder(m_workspace, copy);
    const QString database = WorkspacePaths::of(copy).database;
    const QByteArray damage = QFile::exists(database) ? PlainDatabase(database).damage() : QByteArray();
    return damage.isEmpty() ? QString() : QString(u"SQLite finds damage: "_s + QString::fromUtf8(damage));
}

QString FaultLaw::checkEnd() const
{
    if (const QString problem = checkState({m_after}); !problem.isEmpty())
        return problem;
    QStringList problems = needed(checkIntegrity(m_workspace, {})) + treeProblemsOf(m_workspace);
    if (m_operation.problemsAtEnd)
        problems += m_operation.problemsAtEnd(m_workspace);
    return problems.isEmpty() ? checkFiles() : problems.join(u'\n');
}

QString FaultLaw::checkFiles() const
{
    const QDir folder(m_workspace);
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        const bool isBackup = name.endsWith(".backup"_L1);
        // Those of the write-ahead log stay when the last who closes the database only reads.
        static const QStringList Expected{u"trailglass.sqlite"_s, u"trailglass.sqlite-wal"_s,
                                          u"trailglass.sqlite-shm"_s, u"trailglass.lock"_s};
        if (!isBackup && !Expected.contains(name))
            return u"a file is left over: "_s + name;
        const QString problem = isBackup ? checkBackup(folder.filePath(name)) : QString();
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace Trailglass::Testing
