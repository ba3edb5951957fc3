// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/syncrunner.h"
#include "models/workspace/workspacewatch.h"
#include "tests/runner/testclass.h"
#include "tests/support/nomorethreads.h"
#include "tests/workspace/vendorworkspace.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;

using Reports = QList<SyncReport>;

} // namespace

class SyncRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bringsAllSourcesUpToDate();
    void syncsOnlyTheSourcesNamed();
    void goesOnWhenASourceFails();
    void showsEventsWhileItRuns();
    void lockedOutASecondRunSaysSo();
    void cancelledItReportsEverySource();
    void cancelledBeforeTheKeychainAnswersItEndsToo();
    void anUnattendedSyncWaitsForNoPromptOfTheKeychain();
    void cancelledBeforeItCanAskForApprovalItDoesNotAsk();
    void tellsThatTheIndexWasNotSaved();
    void aCancelEndsTheSavingOfTheIndex();
    void endsWhileItRuns();
    void whatIsOnAtItsEndIsRecordedAsCancelled();
    void leavesOutWhatIsBeingSynced();
    void saysThatASourceIsBeingSyncedWhenAllOfItIsRequested();
    void saysWhyNothingWasStarted_data();
    void saysWhyNothingWasStarted();
    void saysThatNoThreadStarts();

private:
    [[nodiscard]] std::unique_ptr<SyncRunner> makeRunner();
    [[nodiscard]] Reports run(const QStringList &names = {});
    void addStrangersSource();
    void leaveOnlyTheIndexToWrite();
    [[nodiscard]] std::unique_ptr<SqlConnection> database() const;
    [[nodiscard]] qint64 savedSegments() const;

    std::unique_ptr<VendorWorkspace> m_world;
    std::unique_ptr<SyncRunner> m_runner;
};

void SyncRunnerTest::init()
{
    failOnWarnings();
    m_world = std::make_unique<VendorWorkspace>();
    QVERIFY(m_world->servers.listen());
    m_runner = makeRunner();
}

void SyncRunnerTest::cleanup()
{
    m_runner.reset();
    m_world.reset();
}

std::unique_ptr<SyncRunner> SyncRunnerTest::makeRunner()
{
    return std::make_unique<SyncRunner>(m_world->folder.path(), m_world->places(), m_world->clock);
}

Reports SyncRunnerTest::run(const QStringList &names)
{
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    m_runner->start({.names = names});
    const bool came = QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, Patience);
    return came ? finished.first().first().value<Reports>() : Reports();
}

void SyncRunnerTest::bringsAllSourcesUpToDate()
{
    for (const Vendor vendor : FakeVendors::Vendors)
        VERIFY_RESULT(m_world->save(m_world->input(vendor)));
    QSignalSpy running(m_runner.get(), &SyncRunner::runningChanged);
    QSignalSpy each(m_runner.get(), &SyncRunner::sourceFinished);
    QSignalSpy progress(m_runner.get(), &SyncRunner::progress);
    const Reports reports = run();
    QCOMPARE(reports.size(), 5);
    QCOMPARE(each.size(), 5);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(running, (QList<QList<QVariant>>{{true}, {false}}));
    for (const SyncReport &report : reports) {
        const Vendor vendor = *vendorFromName(report.vendor.toStdString());
        QVERIFY2(report.status == SyncReport::Status::Ok,
                 qPrintable(report.error ? report.error->message : QString()));
        QCOMPARE(report.counts.added, m_world->servers.server(vendor).events().size());
    }
    for (const SyncReport &report : run())
        QCOMPARE(report.counts.added, 0);
}

void SyncRunnerTest::syncsOnlyTheSourcesNamed()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    const Reports reports = run({u"my secoda"_s, u"my secoda"_s});
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.first().source, u"my secoda"_s);
}

void SyncRunnerTest::goesOnWhenASourceFails()
{
    SourceInput wrong = m_world->input(Vendor::Asana);
    for (SecretInput &secret : wrong.secrets)
        secret.value = *Secret::fromText("wrong");
    VERIFY_RESULT(m_world->save(wrong));
    SourceInput missing = m_world->input(Vendor::Datafold);
    for (SecretInput &secret : missing.secrets)
        secret = {{SecretReference::Kind::Environment, u"TRAILGLASS_NOT_SET"_s}, {}};
    VERIFY_RESULT(m_world->save(missing));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    const Reports reports = run();
    QCOMPARE(reports.size(), 3);
    QCOMPARE(reports[0].error->kind, ErrorKind::Unauthorized);
    QCOMPARE(reports[1].error->kind, ErrorKind::SecretUnavailable);
    QCOMPARE(reports[2].status, SyncReport::Status::Ok);
    QVERIFY(!m_world->reader()->sourceState(m_world->source(u"my asana"_s).id)->lastError.isEmpty());
}

void SyncRunnerTest::showsEventsWhileItRuns()
{
    for (const Vendor vendor : FakeVendors::Vendors)
        VERIFY_RESULT(m_world->save(m_world->input(vendor)));
    ResultRunner results(m_world->folder.path(), m_world->clock);
    WorkspaceWatch watch(m_world->folder.path(), 5);
    std::optional<QueryResult> last;
    connect(&results, &ResultRunner::finished, this, [&](const QueryResult &result) { last = result; });
    connect(&results, &ResultRunner::failed, this,
            [](const Error &error) { QFAIL(qPrintable(error.message)); });
    connect(&watch, &WorkspaceWatch::eventsChanged, &results, &ResultRunner::refresh);
    results.run(request());
    qint64 added = 0;
    for (const SyncReport &report : run())
        added += report.counts.added;
    QVERIFY(added > 0);
    // The total is read after the rows, so it may be ahead of them until the last result.
    QTRY_COMPARE_WITH_TIMEOUT(last ? static_cast<qint64>(last->snapshot->size()) : -1, added, Patience);
    QCOMPARE(last->total, added);
}

void SyncRunnerTest::lockedOutASecondRunSaysSo()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda, SecretReference::Kind::Keychain)));
    m_world->keychain.isSilent = true;
    const int asked = m_world->keychain.asked;
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    m_runner->start();
    QTRY_VERIFY(m_world->keychain.asked > asked); // the first holds the lock by now
    const auto second = makeRunner();
    QSignalSpy failed(second.get(), &SyncRunner::failed);
    second->start();
    QVERIFY(second->isRunning());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Locked);
    QVERIFY(!second->isRunning());
    QVERIFY(m_runner->isRunning());

    m_runner->cancel();
    QTRY_COMPARE(finished.size(), 1);
    m_world->keychain.isSilent = false;
    QCOMPARE(run().value(0).status, SyncReport::Status::Ok); // and it gave the lock back
}

void SyncRunnerTest::cancelledItReportsEverySource()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_world->servers.asana().faults().every(1, {.kind = Fault::Kind::Hang});
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    connect(&m_world->servers.asana().http(), &FakeHttpServer::requested, m_runner.get(),
            &SyncRunner::cancel);
    m_runner->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
    const Reports reports = finished.first().first().value<Reports>();
    QCOMPARE(reports.size(), 2);
    QCOMPARE(reports[0].status, SyncReport::Status::Cancelled);
    QVERIFY(!m_runner->isRunning());
}

void SyncRunnerTest::cancelledBeforeTheKeychainAnswersItEndsToo()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda, SecretReference::Kind::Keychain)));
    m_world->servers.secoda().http().clearRequests();
    m_runner->start();
    m_runner->cancel();
    m_runner->cancel();
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<Reports>().value(0).status, SyncReport::Status::Cancelled);
    QVERIFY(m_world->servers.secoda().http().requests().isEmpty());
}

void SyncRunnerTest::anUnattendedSyncWaitsForNoPromptOfTheKeychain()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda, SecretReference::Kind::Keychain)));
    QCOMPARE(run().value(0).status, SyncReport::Status::Ok);
    QCOMPARE(m_world->keychain.askedUnattended, 0);
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    m_runner->start({.isUnattended = true});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
    QCOMPARE(m_world->keychain.askedUnattended, 1);
}

/// As somebody else's program left it.
void SyncRunnerTest::addStrangersSource()
{
    SourceRecord record = source(u"work"_s, u"datafold"_s);
    record.settings = m_world->servers.datafold().settings();
    record.secrets = {{u"api_key"_s, {SecretReference::Kind::Environment, u"TRAILGLASS_TEST_KEY"_s}}};
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))->addSource(record));
}

void SyncRunnerTest::cancelledBeforeItCanAskForApprovalItDoesNotAsk()
{
    addStrangersSource();
    QSignalSpy asked(m_runner.get(), &SyncRunner::approvalRequired);
    QSignalSpy failed(m_runner.get(), &SyncRunner::failed);
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    m_runner->start();
    m_runner->cancel();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Cancelled);
    QVERIFY(asked.isEmpty() && finished.isEmpty());
    QVERIFY(!m_runner->isRunning());
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
}

std::unique_ptr<SqlConnection> SyncRunnerTest::database() const
{
    return *SqlConnection::openForWriting(m_world->folder.filePath(u"trailglass.sqlite"_s));
}

qint64 SyncRunnerTest::savedSegments() const
{
    return *database()->integer("SELECT count(DISTINCT key >> 8) FROM index_part");
}

/// Events in a segment of the index that is full and not saved, and no source: all that a sync has to write is the
/// index.
void SyncRunnerTest::leaveOnlyTheIndexToWrite()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    QCOMPARE(run().value(0).status, SyncReport::Status::Ok);
    VERIFY_RESULT(database()->execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'"));
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))
                      ->removeSource(m_world->source(u"my secoda"_s).id, EventWriter::Purge::No));
}

void SyncRunnerTest::tellsThatTheIndexWasNotSaved()
{
    leaveOnlyTheIndexToWrite();
    QStringList order;
    connect(m_runner.get(), &SyncRunner::indexNotSaved, this,
            [&order](const QString &warning) { order << warning; });
    connect(m_runner.get(), &SyncRunner::finished, this, [&order] { order << u"finished"_s; });
    const auto other = database();
    VERIFY_RESULT(other->execute("BEGIN IMMEDIATE")); // for longer than a write waits

    m_runner->start();

    QTRY_COMPARE_WITH_TIMEOUT(order.size(), 2, Patience);
    QVERIFY2(order[0].contains(u"index was not saved"_s), qPrintable(order[0]));
    QCOMPARE(order[1], u"finished"_s);
}

void SyncRunnerTest::aCancelEndsTheSavingOfTheIndex()
{
    leaveOnlyTheIndexToWrite();
    QSignalSpy warned(m_runner.get(), &SyncRunner::indexNotSaved);
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    {
        const auto other = database();
        VERIFY_RESULT(other->execute("BEGIN IMMEDIATE"));
        m_runner->start();
        m_runner->cancel();
        m_runner->cancel();
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
    QVERIFY(warned.isEmpty());
    QCOMPARE(savedSegments(), 0);

    QCOMPARE(run().size(), 0); // and without a cancel it is saved
    QCOMPARE(savedSegments(), 1);
}

void SyncRunnerTest::endsWhileItRuns()
{
    for (const Vendor vendor : FakeVendors::Vendors)
        VERIFY_RESULT(m_world->save(m_world->input(vendor)));
    m_world->servers.asana().faults().every(1, {.kind = Fault::Kind::Hang});
    bool asked = false;
    connect(&m_world->servers.asana().http(), &FakeHttpServer::requested, this, [&asked] { asked = true; });
    m_runner->start();
    QTRY_VERIFY_WITH_TIMEOUT(asked, Patience);
    m_runner.reset();
    VERIFY_RESULT(WorkspaceLock::acquire(WorkspacePaths::of(m_world->folder.path()), u"test"_s));
    m_runner = makeRunner();
    m_runner->start();
    m_runner.reset(); // before it began
}

/// As by closing the window: what was stored by then is counted.
void SyncRunnerTest::whatIsOnAtItsEndIsRecordedAsCancelled()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_world->servers.asana().faults().at(2, {.kind = Fault::Kind::Hang});
    m_world->servers.secoda().faults().every(1, Fault::httpStatus(429, "600")); // it waits for that
    QSignalSpy progress(m_runner.get(), &SyncRunner::progress);
    m_runner->start();
    const auto isPageStored = [&progress] {
        return std::ranges::any_of(progress, [](const QList<QVariant> &arguments) {
            return arguments.first().value<SyncProgress>().received > 0;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isPageStored(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_world->servers.secoda().http().requests().isEmpty(), Patience);
    m_runner.reset();

    const std::vector<RunRecord> runs = m_world->reader()->runs({}, 0).value();
    QCOMPARE(runs.size(), std::size_t(2));
    qint64 added = 0;
    for (const RunRecord &run : runs) {
        QVERIFY(run.end);
        QCOMPARE(run.end->status, RunStatus::Cancelled);
        QCOMPARE_GT(run.figures.requests, 0);
        added += run.figures.counts.added;
    }
    QCOMPARE_GT(added, 0);
    QCOMPARE(added, m_world->reader()->sourceState(m_world->source(u"my asana"_s).id)->events);
    VERIFY_RESULT(WorkspaceLock::acquire(WorkspacePaths::of(m_world->folder.path()), u"test"_s));
}

void SyncRunnerTest::leavesOutWhatIsBeingSynced()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    m_world->servers.asana().faults().every(1, {.kind = Fault::Kind::Hang});
    QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
    QSignalSpy running(m_runner.get(), &SyncRunner::runningChanged);
    m_runner->start({.names = {u"my asana"_s}});
    QVERIFY(m_runner->isSyncing(u"my asana"_s));
    QVERIFY(!m_runner->isSyncing(u"my secoda"_s));
    m_runner->start();

    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
    const Reports second = finished.first().first().value<Reports>();
    QCOMPARE(second.size(), 1);
    QCOMPARE(second[0].source, u"my secoda"_s);
    QCOMPARE(second[0].status, SyncReport::Status::Ok);
    QVERIFY(m_runner->isRunning());
    QVERIFY(m_runner->isSyncing(u"my asana"_s));
    QVERIFY(!m_runner->isSyncing(u"my secoda"_s));
    m_runner->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, Patience);
    QCOMPARE(finished.last().first().value<Reports>().value(0).status, SyncReport::Status::Cancelled);
    QCOMPARE(running, (QList<QList<QVariant>>{{true}, {false}}));
    QCOMPARE(m_world->reader()->runs({}, 0).value().size(), std::size_t(2));
}

void SyncRunnerTest::saysThatASourceIsBeingSyncedWhenAllOfItIsRequested()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    m_world->servers.asana().faults().every(1, {.kind = Fault::Kind::Hang});
    QSignalSpy failed(m_runner.get(), &SyncRunner::failed);
    m_runner->start();
    m_runner->start({.names = {u"my asana"_s}, .full = true});
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.kind, ErrorKind::Locked);
    QVERIFY2(error.message.contains(u"“my asana” is being synced"_s), qPrintable(error.message));
    QVERIFY(m_runner->isSyncing(u"my asana"_s));
}

void SyncRunnerTest::saysWhyNothingWasStarted_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("source");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no workspace yet") << u"/nowhere"_s << QString() << ErrorKind::NotFound;
    QTest::newRow("no such source") << QString() << u"nobody"_s << ErrorKind::Usage;
    QTest::newRow("a removed source") << QString() << u"my asana"_s << ErrorKind::Usage;
}

void SyncRunnerTest::saysWhyNothingWasStarted()
{
    QFETCH(QString, workspace);
    QFETCH(QString, source);
    QFETCH(ErrorKind, kind);
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    VERIFY_RESULT((*EventWriter::open(m_world->folder.path()))
                      ->removeSource(m_world->source(u"my asana"_s).id, EventWriter::Purge::No));
    SyncRunner runner(m_world->folder.path() + workspace, m_world->places(), m_world->clock);
    QSignalSpy failed(&runner, &SyncRunner::failed);
    QSignalSpy running(&runner, &SyncRunner::runningChanged);
    runner.start({.names = source.isEmpty() ? QStringList() : QStringList{source}});
    QVERIFY(failed.isEmpty());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, kind);
    QCOMPARE(running, (QList<QList<QVariant>>{{true}, {false}}));
}

/// Neither that of the runner nor that of the store.
void SyncRunnerTest::saysThatNoThreadStarts()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
    const QRegularExpression fromQt(u"^QThread::start: Thread creation error"_s);
    {
        const NoMoreThreads limit;
        QTest::ignoreMessage(QtCriticalMsg, fromQt);
        const auto runner = makeRunner();
        QSignalSpy failed(runner.get(), &SyncRunner::failed);
        QTest::ignoreMessage(QtCriticalMsg, fromQt);
        runner->start();
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed.first().first().value<Error>();
        QVERIFY2(error.message.contains(u"starts no more threads"_s), qPrintable(error.message));
        QVERIFY(!runner->isRunning());
        QTest::ignoreMessage(QtCriticalMsg, fromQt);
        runner->start(); // what comes of it goes with the runner
    }
    QCOMPARE(run().value(0).status, SyncReport::Status::Ok);
}

TRAILGLASS_TEST(SyncRunnerTest)
#include "tst_syncrunner.moc"
