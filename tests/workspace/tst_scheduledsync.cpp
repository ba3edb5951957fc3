// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/scheduledsync.h"

#include "models/store/migrations.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/vendorworkspace.h"
#include "tests/workspace/wallclock.h"

#include <QFile>
#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 120'000;

using Reports = QList<SyncReport>;

} // namespace

/// Schedules, the runner and a workspace together, in virtual time beside real servers.
class ScheduledSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void syncsWhatIsDueAndNothingElse();
    void nothingIsSyncedByAListFromBeforeItWasDue();
    void aSyncByHandCounts();
    void aSyncByAnotherProgramCounts();
    void anotherProgramsLockIsWaitedForAndReportedOnce();
    void aReferenceThatIsNotApprovedFailsAlone();
    void theUsersSyncGoesOnAfterItsQuestionBesideAScheduledOne();
    void aSourceThatWaitsForItsServerHoldsUpNoOther();
    void anotherWorkspaceInThePlaceOfTheListedOneIsRefused();
    void thePauseOfAServerIsHonoured();
    void aSourceThatHasGoneIsNotSynced();
    void pausedItStartsNothing();

private:
    void list();
    void addStrangersSource();
    /// Waits for the sync that is on, or is due and about to begin.
    [[nodiscard]] Reports finished();
    /// Also once the sources are listed again, as they are for what is due.
    [[nodiscard]] bool startsNothing()
    {
        list();
        return !m_runner->isRunning();
    }
    [[nodiscard]] PlannedSync plan(const QString &source) const { return m_scheduled->plan(source); }

    std::unique_ptr<VendorWorkspace> m_world;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<WallClock> m_clock;
    std::unique_ptr<SyncRunner> m_runner;
    SyncSchedules m_schedules;
    std::unique_ptr<ScheduledSync> m_scheduled;
};

void ScheduledSyncTest::init()
{
    failOnWarnings();
    m_schedules.clear();
    m_world = std::make_unique<VendorWorkspace>();
    QVERIFY(m_world->servers.listen());
    m_scheduler = std::make_unique<ManualScheduler>();
    m_clock = std::make_unique<WallClock>(*m_scheduler, m_world->clock.now());
    m_runner = std::make_unique<SyncRunner>(m_world->folder.path(), m_world->places(), *m_clock);
    const ScheduledSync::Parts parts{*m_world->service, *m_runner, *m_scheduler, *m_clock, [] {
                                         return 0.0;
                                     }};
    m_scheduled = std::make_unique<ScheduledSync>(
        parts, [this](const QString &source) { return m_schedules.value(source); }, 1min);
}

void ScheduledSyncTest::cleanup()
{
    m_scheduled.reset();
    m_runner.reset();
    m_clock.reset();
    m_scheduler.reset();
    m_world.reset();
}

void ScheduledSyncTest::list()
{
    const quint64 number = m_world->service->reload();
    QTRY_VERIFY(m_world->service->listNumber() >= number);
}

/// As somebody else's program left it.
void ScheduledSyncTest::addStrangersSource()
{
    SourceRecord strangers = source(u"strangers"_s, u"datafold"_s);
    strangers.settings = m_world->servers.datafold().settings();
    strangers.secrets = {{u"api_key"_s, {SecretReference::Kind::Environment, u"TRAILGLASS_TEST_KEY"_s}}};
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))->addSource(strangers));
}

Reports ScheduledSyncTest::finished()
{
    QSignalSpy ended(m_runner.get(), &SyncRunner::finished);
    const bool came = QTest::qWaitFor([&ended] { return !ended.isEmpty(); }, Patience);
    return came ? ended.first().first().value<Reports>() : Reports();
}

void ScheduledSyncTest::syncsWhatIsDueAndNothingElse()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15});
    list();
    QVERIFY(!m_runner->isRunning()); // the workspace is not open yet
    m_scheduled->start();
    const Reports first = finished();
    QCOMPARE(first.size(), 1);
    QCOMPARE(first[0].source, u"my secoda"_s);
    QCOMPARE(first[0].status, SyncReport::Status::Ok);
    QVERIFY(m_world->servers.asana().http().requests().isEmpty());
    QCOMPARE(plan(u"my secoda"_s).next, std::optional(m_clock->now() + 15 * UtcMicros::PerMinute));
    QVERIFY(!plan(u"my asana"_s).next);
    list(); // what the workspace knows of that sync changes nothing
    m_scheduler->advance(14min);
    QVERIFY(startsNothing());
    m_scheduler->advance(1min);
    QCOMPARE(finished().size(), 1);
    QVERIFY(m_world->servers.asana().http().requests().isEmpty());
}

/// Such a list is on its way when the source becomes due.
void ScheduledSyncTest::nothingIsSyncedByAListFromBeforeItWasDue()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15});
    list();
    QList<quint64> begunByList;
    connect(m_runner.get(), &SyncRunner::begun, this,
            [this, &begunByList] { begunByList.append(m_world->service->listNumber()); });

    const quint64 earlier = m_world->service->reload();
    m_scheduled->start();

    QCOMPARE(finished().size(), 1);
    QCOMPARE(begunByList, QList<quint64>{earlier + 1});
}

void ScheduledSyncTest::aSyncByHandCounts()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15, .atStart = true});
    list();
    m_scheduler->advance(20min);
    m_runner->start();
    m_scheduled->start();
    QCOMPARE(finished().size(), 1);
    m_scheduler->advance(14min);
    QVERIFY(startsNothing());
    QSignalSpy begun(m_runner.get(), &SyncRunner::begun);
    m_scheduler->advance(1min);
    QCOMPARE(finished().size(), 1);
    QCOMPARE(begun.size(), 1);
    QVERIFY(begun.first().first().value<SyncRequest>().isUnattended);
}

/// Nothing says so but the workspace.
void ScheduledSyncTest::aSyncByAnotherProgramCounts()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15});
    list();
    m_scheduled->start();
    QCOMPARE(finished().size(), 1);
    m_scheduler->advance(10min);
    const RunRecord theirs = endedSync(m_world->source(u"my secoda"_s).id, m_clock->now());
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))->finishRun(theirs));
    QSignalSpy begun(m_runner.get(), &SyncRunner::begun);

    m_scheduler->advance(5min);

    QTRY_COMPARE(plan(u"my secoda"_s).next, std::optional(m_clock->now() + 10 * UtcMicros::PerMinute));
    QVERIFY(begun.isEmpty());
    m_scheduler->advance(10min);
    QCOMPARE(finished().size(), 1);
}

void ScheduledSyncTest::anotherProgramsLockIsWaitedForAndReportedOnce()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15});
    m_world->servers.secoda().http().clearRequests();
    const WorkspacePaths paths = WorkspacePaths::of(m_world->folder.path());
    auto lock = WorkspaceLock::acquire(paths, u"import"_s);
    VERIFY_RESULT(lock);
    QFile holder(paths.lock); // as another process would write it
    QVERIFY(holder.open(QIODevice::WriteOnly | QIODevice::Truncate));
    holder.write("trailglass-cli\n1\nimport\n");
    holder.close();
    QSignalSpy waits(m_scheduled.get(), &ScheduledSync::waits);
    QSignalSpy failed(m_runner.get(), &SyncRunner::failed);

    list();
    m_scheduled->start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(waits.size(), 1);
    const QString reason = plan(u"my secoda"_s).waitsFor;
    QVERIFY2(reason.contains(u"trailglass-cli is importing (process 1)"_s), qPrintable(reason));
    QCOMPARE(waits.first().first().toString(), reason);
    QVERIFY(!plan(u"my secoda"_s).isRetry); // it was not tried
    m_scheduler->advance(1min);
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(waits.size(), 1);
    QVERIFY(m_world->servers.secoda().http().requests().isEmpty());

    lock->reset();
    m_scheduler->advance(1min);
    QCOMPARE(finished().value(0).status, SyncReport::Status::Ok);
    QVERIFY(plan(u"my secoda"_s).waitsFor.isEmpty());
}

void ScheduledSyncTest::aReferenceThatIsNotApprovedFailsAlone()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    addStrangersSource();
    m_schedules = {{u"my secoda"_s, {.everyMinutes = 15}}, {u"strangers"_s, {.everyMinutes = 15}}};
    QSignalSpy asked(m_runner.get(), &SyncRunner::approvalRequired);

    list();
    m_scheduled->start();
    const Reports reports = finished();
    QCOMPARE(reports.size(), 2);
    QCOMPARE(reports[0].status, SyncReport::Status::Ok);
    QCOMPARE(reports[1].error->kind, ErrorKind::SecretNotApproved);
    QVERIFY(asked.isEmpty());
    QVERIFY(m_world->servers.datafold().http().requests().isEmpty());
    QVERIFY(plan(u"strangers"_s).isRetry);
    QVERIFY(!plan(u"my secoda"_s).isRetry);
}

/// The planner may go on once a sync by hand has turned into a question.
void ScheduledSyncTest::theUsersSyncGoesOnAfterItsQuestionBesideAScheduledOne()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    addStrangersSource();
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15});
    m_world->servers.secoda().faults().every(1, {.kind = Fault::Kind::Hang});
    qputenv("TRAILGLASS_TEST_KEY", m_world->servers.datafold().secrets().value(u"api_key"_s).toUtf8());
    list();
    QSignalSpy asked(m_runner.get(), &SyncRunner::approvalRequired);
    QSignalSpy ended(m_runner.get(), &SyncRunner::finished);

    m_runner->start(); // all
    m_scheduled->start();
    QTRY_COMPARE(asked.size(), 1);
    QTRY_VERIFY(m_runner->isSyncing(u"my secoda"_s));
    QVERIFY(!m_runner->isSyncing(u"strangers"_s));
    const auto request = asked.first().at(1).value<SyncRequest>();
    QVERIFY(request.names.isEmpty() && !request.isUnattended);
    VERIFY_RESULT(m_world->approvals.approve(asked.first().first().value<QList<ReferenceUse>>()));
    m_runner->start(request);

    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
    const auto reports = ended.first().first().value<Reports>();
    QCOMPARE(reports.size(), 1); // the other one is being synced already
    QCOMPARE(reports[0].source, u"strangers"_s);
    QCOMPARE(reports[0].status, SyncReport::Status::Ok);
    QVERIFY(m_runner->isSyncing(u"my secoda"_s));
}

void ScheduledSyncTest::aSourceThatWaitsForItsServerHoldsUpNoOther()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules = {{u"my asana"_s, {.everyMinutes = 15}}, {u"my secoda"_s, {.everyMinutes = 15}}};
    FakeHttpServer &limiting = m_world->servers.asana().http();
    limiting.clearRequests();
    m_world->servers.asana().faults().every(1, Fault::httpStatus(429, "600")); // in real time
    list();
    QSignalSpy each(m_runner.get(), &SyncRunner::sourceFinished);
    QSignalSpy ended(m_runner.get(), &SyncRunner::finished);

    m_scheduled->start();
    QTRY_COMPARE_WITH_TIMEOUT(each.size(), 1, Patience);
    QCOMPARE(each.last().first().value<SyncReport>().source, u"my secoda"_s);
    QTRY_COMPARE_WITH_TIMEOUT(limiting.requests().size(), 1, Patience);
    QVERIFY(!m_runner->isSyncing(u"my secoda"_s));
    QCOMPARE(plan(u"my secoda"_s).next, std::optional(m_clock->now() + 15 * UtcMicros::PerMinute));
    for (int round = 1; round <= 2; ++round) {
        m_scheduler->advance(15min);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), round, Patience);
        const auto reports = ended.last().first().value<Reports>();
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports[0].source, u"my secoda"_s);
        QCOMPARE(reports[0].status, SyncReport::Status::Ok);
    }
    QCOMPARE(each.size(), 3);
    QVERIFY(m_runner->isSyncing(u"my asana"_s));
    QCOMPARE(limiting.requests().size(), 1); // it is not begun again
    m_runner->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!m_runner->isRunning(), Patience);
    QCOMPARE(ended.size(), 3);
}

/// An earlier version of the database, so that an upgrade would show, with a source of the same name.
void ScheduledSyncTest::anotherWorkspaceInThePlaceOfTheListedOneIsRefused()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15});
    list();
    m_world->servers.secoda().http().clearRequests();
    const QTemporaryDir elsewhere;
    const QString theirs = WorkspacePaths::of(elsewhere.path()).database;
    {
        const WorkspacePaths paths = WorkspacePaths::of(elsewhere.path());
        VERIFY_RESULT(prepareWorkspace(paths));
        const auto connection = SqlConnection::openForWriting(paths.database);
        VERIFY_RESULT(connection);
        VERIFY_RESULT(migrate(**connection, paths, migrations().first(1)));
        VERIFY_RESULT((*connection)
                          ->execute("INSERT INTO source (id, name, type, settings, secrets) VALUES "
                                    "(1, 'my secoda', 'secoda', '{}', '{}')"));
    }
    const QString database = WorkspacePaths::of(m_world->folder.path()).database;
    for (const char *end : {"-wal", "-shm", ""}) {
        const QString file = database + QLatin1StringView(end);
        QVERIFY(!QFile::exists(file) || QFile::remove(file));
    }
    QVERIFY(QFile::copy(theirs, database));
    QSignalSpy failed(m_runner.get(), &SyncRunner::failed);

    m_scheduled->start();
    QTRY_COMPARE(failed.size(), 1);

    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY2(error.message.contains(u"Another workspace"_s), qPrintable(error.message));
    QVERIFY(m_world->servers.secoda().http().requests().isEmpty());
    const auto connection = SqlConnection::openForWriting(database);
    QCOMPARE(*(*connection)->integer("PRAGMA user_version"), 1);
    QVERIFY(plan(u"my secoda"_s).isRetry); // later, in case it comes back
    QCOMPARE(plan(u"my secoda"_s).next, std::optional(m_clock->now() + 15 * UtcMicros::PerMinute));
}

void ScheduledSyncTest::thePauseOfAServerIsHonoured()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    m_schedules.insert(u"my asana"_s, {.everyMinutes = 15});
    m_world->servers.asana().faults().every(1, Fault::httpStatus(429, "7200"));
    list();
    m_scheduled->start();
    QCOMPARE(finished().value(0).status, SyncReport::Status::Failed);
    QCOMPARE(plan(u"my asana"_s).next, std::optional(m_clock->now() + 2 * UtcMicros::PerHour));
    m_scheduler->advance(119min);
    QVERIFY(startsNothing());
    m_world->servers.asana().faults().clear();
    m_scheduler->advance(1min);
    QCOMPARE(finished().value(0).status, SyncReport::Status::Ok);
    QVERIFY(!plan(u"my asana"_s).isRetry);
}

/// Another program has removed it since it was listed.
void ScheduledSyncTest::aSourceThatHasGoneIsNotSynced()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15});
    list();
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))
                      ->removeSource(m_world->source(u"my secoda"_s).id, EventWriter::Purge::No));
    QSignalSpy begun(m_runner.get(), &SyncRunner::begun);
    m_scheduled->start();
    QTRY_VERIFY(!plan(u"my secoda"_s).next);
    m_scheduler->advance(60min);
    QVERIFY(startsNothing());
    QVERIFY(begun.isEmpty());
}

void ScheduledSyncTest::pausedItStartsNothing()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_schedules.insert(u"my secoda"_s, {.everyMinutes = 15, .atStart = true});
    m_scheduled->setPaused(true);
    m_scheduled->start();
    list();
    m_scheduler->advance(60min);
    QVERIFY(startsNothing());
    m_scheduled->setPaused(false);
    QCOMPARE(finished().size(), 1);
}

TRAILGLASS_TEST(ScheduledSyncTest)
#include "tst_scheduledsync.moc"
