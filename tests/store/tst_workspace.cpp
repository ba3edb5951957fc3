// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"

#include "models/store/eventwriter.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

int modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0
        ? static_cast<int>(status.st_mode & 07777)
        : -1;
}

/// Another process that holds the lock of a workspace until it is killed.
class Holder
{
public:
    Holder(const WorkspacePaths &paths, const QString &purpose)
    {
        int held[2];
        if (::pipe(held) != 0)
            return;
        m_process = ::fork();
        if (m_process == 0) {
            const auto lock = WorkspaceLock::acquire(paths, purpose);
            if (!lock || ::write(held[1], "x", 1) != 1)
                ::_exit(1);
            for (;;)
                ::pause();
        }
        ::close(held[1]);
        char byte = 0;
        m_holds = ::read(held[0], &byte, 1) == 1;
        ::close(held[0]);
    }
    ~Holder() { end(); }

    [[nodiscard]] bool holds() const { return m_holds; }
    [[nodiscard]] qint64 process() const { return m_process; }
    void end()
    {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        m_process = 0;
    }

private:
    pid_t m_process = 0;
    bool m_holds = false;
};

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void takesTheApplicationsDataFolderByDefault();
    void makesARelativeFolderAbsolute();
    void createsEverythingForTheOwnerOnly();
    void correctsPermissionsOfFilesThatOthersMayRead();
    void refusesASharedFolderWithOtherFiles();
    void acceptsAPrivateFolderWithOtherFiles();
    void refusesAFileInPlaceOfTheFolder();
    void namesTheHolderOfTheLock_data();
    void namesTheHolderOfTheLock();
    void isReleasedWhenTheHolderIsKilled();
    void isNotSharedWithinAProcess();
    void doesNotTakeALockTwiceForNestedWork();
    void refusesAPurgeWhileAnotherProcessWorks();
};

void WorkspaceTest::takesTheApplicationsDataFolderByDefault()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"trailglass"_s);
    const WorkspacePaths paths = WorkspacePaths::of({});
    QCOMPARE(paths.folder,
             QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/trailglass"_s);
    QCOMPARE(paths.database, paths.folder + u"/trailglass.sqlite"_s);
    QCOMPARE(paths.lock, paths.folder + u"/trailglass.lock"_s);
    QStandardPaths::setTestModeEnabled(false);
}

void WorkspaceTest::makesARelativeFolderAbsolute()
{
    QCOMPARE(WorkspacePaths::of(u"some/../place/"_s).folder, QDir::currentPath() + u"/place"_s);
}

void WorkspaceTest::createsEverythingForTheOwnerOnly()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(u"deep/inside/workspace"_s);
    const mode_t before = ::umask(0);
    const auto writer = EventWriter::open(folder);
    const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(folder), u"sync"_s);
    ::umask(before);
    QVERIFY(writer);
    QVERIFY(lock);
    QCOMPARE(modeOf(folder), 0700);
    SourceRecord source;
    source.name = u"a"_s;
    source.type = u"asana"_s;
    QVERIFY((*writer)->addSource(source));
    const QStringList files = QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    QCOMPARE(files,
             (QStringList{u"trailglass.lock"_s, u"trailglass.sqlite"_s, u"trailglass.sqlite-shm"_s,
                          u"trailglass.sqlite-wal"_s}));
    for (const QString &file : files)
        QCOMPARE(modeOf(folder + u'/' + file), 0600);
}

void WorkspaceTest::correctsPermissionsOfFilesThatOthersMayRead()
{
    const QTemporaryDir folder;
    QVERIFY(EventWriter::open(folder.path()));
    const WorkspacePaths paths = WorkspacePaths::of(folder.path());
    QCOMPARE(::chmod(QFile::encodeName(paths.folder).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(paths.database).constData(), 0644), 0);
    QVERIFY(EventWriter::open(folder.path()));
    QCOMPARE(modeOf(paths.folder), 0700);
    QCOMPARE(modeOf(paths.database), 0600);
}

void WorkspaceTest::refusesASharedFolderWithOtherFiles()
{
    const QTemporaryDir folder;
    QFile other(folder.filePath(u"letter.txt"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
    const auto refused = EventWriter::open(folder.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY2(refused.error().message.contains(u"chmod 700"_s), qPrintable(refused.error().message));
    QCOMPARE(modeOf(folder.path()), 0755);
    QVERIFY(!QFile::exists(WorkspacePaths::of(folder.path()).database));
}

void WorkspaceTest::acceptsAPrivateFolderWithOtherFiles()
{
    const QTemporaryDir folder;
    QFile other(folder.filePath(u"letter.txt"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QVERIFY(EventWriter::open(folder.path()));
}

void WorkspaceTest::refusesAFileInPlaceOfTheFolder()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto refused = EventWriter::open(file.fileName());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
}

void WorkspaceTest::namesTheHolderOfTheLock_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<QString>("words"); // %1 is the process
    QTest::newRow("sync") << u"sync"_s << u"in use: tst_store is syncing (process %1)"_s;
    QTest::newRow("import") << u"import"_s << u"in use: tst_store is importing (process %1)"_s;
    QTest::newRow("purge") << u"purge"_s << u"in use: tst_store is deleting events (process %1)"_s;
    QTest::newRow("repair") << u"repair"_s << u"in use: tst_store is repairing it (process %1)"_s;
    QTest::newRow("migration") << u"migration"_s
                               << u"in use: tst_store is upgrading it to a newer version (process %1)"_s;
    QTest::newRow("another word") << u"polish"_s << u"in use by tst_store (process %1)"_s;
}

void WorkspaceTest::namesTheHolderOfTheLock()
{
    QFETCH(QString, purpose);
    QFETCH(QString, words);
    const QTemporaryDir folder;
    const WorkspacePaths paths = WorkspacePaths::of(folder.path());
    const Holder holder(paths, purpose);
    QVERIFY(holder.holds());
    const auto refused = WorkspaceLock::acquire(paths, u"sync"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Locked);
    const QString wanted = words.arg(holder.process());
    QVERIFY2(refused.error().message.contains(wanted), qPrintable(refused.error().message));
}

void WorkspaceTest::isReleasedWhenTheHolderIsKilled()
{
    const QTemporaryDir folder;
    const WorkspacePaths paths = WorkspacePaths::of(folder.path());
    QCOMPARE(WorkspaceLock::heldFor(paths), QString());
    Holder holder(paths, u"sync"_s);
    QVERIFY(!WorkspaceLock::acquire(paths, u"sync"_s));
    QCOMPARE(WorkspaceLock::heldFor(paths), u"sync"_s);
    holder.end();
    QCOMPARE(WorkspaceLock::heldFor(paths), QString()); // its file still names it
    QVERIFY(WorkspaceLock::acquire(paths, u"sync"_s));
}

void WorkspaceTest::isNotSharedWithinAProcess()
{
    const QTemporaryDir folder;
    const WorkspacePaths paths = WorkspacePaths::of(folder.path());
    {
        const auto lock = WorkspaceLock::acquire(paths, u"sync"_s);
        QVERIFY(lock);
        QVERIFY(!WorkspaceLock::acquire(paths, u"import"_s));
    }
    QVERIFY(WorkspaceLock::acquire(paths, u"import"_s));
}

void WorkspaceTest::doesNotTakeALockTwiceForNestedWork()
{
    const QTemporaryDir folder;
    const WorkspacePaths paths = WorkspacePaths::of(folder.path());
    const auto lock = WorkspaceLock::acquire(paths, u"import"_s);
    QVERIFY(lock);
    const auto nested = WorkspaceLock::acquireUnlessHeldHere(paths, u"purge"_s);
    QVERIFY(nested);
    QVERIFY(*nested == nullptr);
}

void WorkspaceTest::refusesAPurgeWhileAnotherProcessWorks()
{
    const QTemporaryDir folder;
    const auto writer = EventWriter::open(folder.path());
    QVERIFY(writer);
    SourceRecord source;
    source.name = u"a"_s;
    source.type = u"asana"_s;
    const Result<SourceId> added = (*writer)->addSource(source);
    QVERIFY(added);
    Holder holder(WorkspacePaths::of(folder.path()), u"sync"_s);
    const Result<void> refused = (*writer)->removeSource(*added, EventWriter::Purge::Yes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Locked);
    holder.end();
    QVERIFY((*writer)->removeSource(*added, EventWriter::Purge::Yes));
}

TRAILGLASS_TEST(WorkspaceTest)
#include "tst_workspace.moc"
