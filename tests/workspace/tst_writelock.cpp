// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/migrations.h"
#include "models/store/workspace.h"
#include "models/workspace/fileimport.h"
#include "models/workspace/presetchanges.h"
#include "models/workspace/quarantineretry.h"
#include "models/workspace/reviews.h"
#include "models/workspace/syncpreparation.h"
#include "models/workspace/workspacecheck.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/signingdesk.h"
#include "tests/workspace/workspacetesting.h"

#include <QFile>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// What works on a workspace for long, or changes what others read.
using Work = std::function<Result<void>(const QString &folder)>;

template <class Value>
Result<void> withoutValue(const Result<Value> &result)
{
    return result ? Result<void>() : result.error();
}

/// A workspace with the source "work", as version 1 of the database had it.
void makeVersion1(const QString &folder)
{
    const WorkspacePaths paths = WorkspacePaths::of(folder);
    VERIFY_RESULT(prepareWorkspace(paths));
    const auto connection = SqlConnection::openForWriting(paths.database);
    VERIFY_RESULT(connection);
    VERIFY_RESULT(migrate(**connection, paths, migrations().first(1)));
    VERIFY_RESULT((*connection)->execute("PRAGMA journal_mode=WAL"));
}

/// Holds the lock as another program would: with its name in the file, so that nothing here takes it for its own.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &folder)
        : m_lock(WorkspaceLock::acquire(WorkspacePaths::of(folder), u"sync"_s))
    {
        QFile holder(WorkspacePaths::of(folder).lock);
        QVERIFY(m_lock && holder.open(QIODevice::WriteOnly | QIODevice::Truncate));
        holder.write("trailglass-cli\n1\nsync\n");
    }

private:
    Result<std::unique_ptr<WorkspaceLock>> m_lock;
};

} // namespace

/// What works on a workspace for long takes its lock: it is refused while another program has it, and says whose it is.
class WriteLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void whatWritesForLongNamesTheHolder_data()
    {
        QTest::addColumn<Work>("work");
        QTest::newRow("sync") << Work(
            [](const QString &folder) { return withoutValue(prepareSync(folder, {})); });
        QTest::newRow("import") << Work([](const QString &folder) {
            return withoutValue(
                importFiles(folder, u"work"_s, {folder + u"/none.json"_s}, NoonClock(), {}, {}));
        });
        QTest::newRow("purge") << Work([](const QString &folder) -> Result<void> {
            TRY(const auto writer, EventWriter::open(folder));
            return writer->removeSource(SourceId{1}, EventWriter::Purge::Yes);
        });
        QTest::newRow("repair") << Work(
            [](const QString &folder) { return withoutValue(repairWorkspace(folder, {})); });
        QTest::newRow("quarantine retry") << Work(
            [](const QString &folder) { return withoutValue(retryQuarantine(folder, {}, NoonClock(), {})); });
    }

    void whatWritesForLongNamesTheHolder()
    {
        QFETCH(const Work, work);
        Workspace workspace;
        QCOMPARE(workspace.fillRead(3).value, 1);
        {
            const OtherProgram other(workspace.folder());
            const Result<void> refused = work(workspace.folder());
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Locked);
            QVERIFY2(refused.error().message.contains(u"trailglass-cli is syncing (process 1)"_s),
                     qPrintable(refused.error().message));
        }
        VERIFY_RESULT(work(workspace.folder())); // and afterwards it may
    }

    void aMigrationNamesTheHolder()
    {
        const QTemporaryDir folder;
        makeVersion1(folder.path());
        {
            const OtherProgram other(folder.path());
            const auto refused = EventWriter::open(folder.path());
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Locked);
            QVERIFY2(refused.error().message.contains(u"trailglass-cli is syncing (process 1)"_s),
                     qPrintable(refused.error().message));
        }
        VERIFY_RESULT(EventWriter::open(folder.path()));
    }

    void smallWritesNeedNoLock_data()
    {
        QTest::addColumn<Work>("work");
        QTest::newRow("preset") << Work([](const QString &folder) {
            return savePreset(folder, {.name = u"night"_s, .expression = u"hour:22..5"_s});
        });
        QTest::newRow("new source") << Work([](const QString &folder) -> Result<void> {
            TRY(const auto writer, EventWriter::open(folder));
            return withoutValue(writer->addSource(source(u"another"_s)));
        });
        QTest::newRow("removed source") << Work([](const QString &folder) -> Result<void> {
            TRY(const auto writer, EventWriter::open(folder));
            return writer->removeSource(SourceId{1}, EventWriter::Purge::No);
        });
        QTest::newRow("mark") << Work([](const QString &folder) {
            return withoutValue(
                changeMarks(folder, {NamedEvent{u"work"_s, "e1"}}, MarkColour::Red, {u"ann"_s, Noon}));
        });
        QTest::newRow("note") << Work([](const QString &folder) {
            return withoutValue(changeNote(folder, {u"work"_s, "e1"}, u"seen"_s, {u"ann"_s, Noon}));
        });
        QTest::newRow("review") << Work([](const QString &folder) {
            return withoutValue(finishReview(folder, {}, {u"ann"_s, Noon}, {}));
        });
        QTest::newRow("checkpoint") << Work([](const QString &folder) {
            SigningDesk::Things things;
            SigningDesk desk(folder, things);
            return withoutValue(desk.write());
        });
    }

    /// They wait for the database alone: a source is edited, a preset saved and an event marked while a sync runs.
    void smallWritesNeedNoLock()
    {
        QFETCH(const Work, work);
        Workspace workspace;
        workspace.fill(3);
        const OtherProgram other(workspace.folder());
        VERIFY_RESULT(work(workspace.folder()));
    }
};

TRAILGLASS_TEST(WriteLockTest)
#include "tst_writelock.moc"
