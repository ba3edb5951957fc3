// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/throttle.h"
#include "models/sources/source.h"
#include "models/sync/connectiontest.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"
#include "tests/support/filesizelimit.h"
#include "tests/sync/sqlitelocks.h"
#include "tests/sync/syncharness.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view Now = "2026-11-20T12:00:00Z";

QString typeName(Vendor vendor)
{
    return QString::fromUtf8(name(vendor).data());
}

constexpr int FewEvents = 700;

Company::Options smallCompany(int events)
{
    return {.seed = 7, .now = parseTime(Now).value(), .events = events};
}

/// Five connections, each named like its vendor, to five servers.
struct Road
{
    explicit Road(int events = FewEvents)
        : servers(smallCompany(events))
        , harness(Now)
    {
        const bool listening = servers.listen();
        Q_ASSERT(listening);
        QList<SourceRecord> sources;
        for (const Vendor vendor : FakeVendors::Vendors) {
            SourceRecord source;
            source.name = source.type = typeName(vendor);
            source.settings = servers.server(vendor).settings();
            source.settings.insert(u"initial_days"_s, u"120"_s);
            sources.append(source);
        }
        harness.addSources(sources);
    }

    [[nodiscard]] SyncJob job(Vendor vendor) { return harness.job(typeName(vendor), servers.server(vendor)); }
    [[nodiscard]] SyncReport sync(Vendor vendor) { return harness.run(job(vendor)); }
    [[nodiscard]] bool isComplete(Vendor vendor)
    {
        return harness.stored(typeName(vendor)) == SyncHarness::served(servers.server(vendor));
    }

    FakeVendors servers;
    SyncHarness harness;
};

void addVendors()
{
    QTest::addColumn<Vendor>("vendor");
    for (const Vendor vendor : FakeVendors::Vendors) {
        QTest::newRow(name(vendor).data()) << vendor;
    }
}

} // namespace

class SyncEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsEverythingOnceAndThenWhatIsNew_data();
    void bringsEverythingOnceAndThenWhatIsNew();
    void losesNothingToFaults_data();
    void losesNothingToFaults();
    void goesOnWhereAFailedRunStopped_data();
    void goesOnWhereAFailedRunStopped();
    void readsAllAgainInFullAndStoresNothingTwice();
    void oneFailingSourceDoesNotStopTheOthers();
    void reportsRunsInTheOrderOfTheJobs();
    void showsTheVendorsOwnWordsAndDoesNotRetry();
    void sendsNoSecretToAnotherOrigin_data();
    void sendsNoSecretToAnotherOrigin();
    void honoursRetryAfterUpToFifteenMinutes();
    void givesUpAfterFiveAttempts();
    void keepsCheckpointAndCoverageWhenTheResponseHoldsErrors();
    void cancelEndsAHangingRequestAtOnce();
    void cancelEndsAWaitAtOnce();
    void cancelAfterTheLastPageStoresThePages();
    void startsOverWhenTheQuestionChanged();
    void failsOnADiskThatIsFullAndLosesNothing();
    void quarantinesRowsThatCannotBeRead();
    void saysWhenAnEventCameAgainOtherwise();
    void replacesARevisedEvent();
    void endsAStuckCursorWithAWarning();
    void stopsAtTheLimitOfPagesAndTheNextRunContinues_data();
    void stopsAtTheLimitOfPagesAndTheNextRunContinues();
    void reportsAnUnknownTypeAndNoJobsAtAll();
    void writesCoverageOnlyForWhatWasAnswered();
    void testsAConnectionWithoutStoring_data();
    void testsAConnectionWithoutStoring();
    void testReportsRefusals();
    void aTestIsNotEndedByTheOneBefore();
};

void SyncEngineTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void SyncEngineTest::bringsEverythingOnceAndThenWhatIsNew_data()
{
    addVendors();
}

void SyncEngineTest::bringsEverythingOnceAndThenWhatIsNew()
{
    QFETCH(const Vendor, vendor);
    Road road;
    VendorServer &server = road.servers.server(vendor);
    QList<VendorEvent> events = server.events();
    const VendorEvent newest = events.takeLast();
    server.setEvents(events);
    const SyncReport first = road.sync(vendor);
    QVERIFY2(!first.error, first.error ? qPrintable(first.error->message) : "");
    QCOMPARE(first.status, SyncReport::Status::Ok);
    QCOMPARE(first.counts.added, server.events().size());
    QCOMPARE(first.counts.conflict, 0);
    QCOMPARE(first.counts.unreadable, 0);
    QCOMPARE(first.retries, 0);
    QCOMPARE_GE(first.requests, first.pages);
    QCOMPARE(first.warnings, QStringList());
    QVERIFY(road.isComplete(vendor));
    QVERIFY(road.harness.state(typeName(vendor)).lastSuccess.has_value());

    const SyncReport second = road.sync(vendor);
    QCOMPARE(second.status, SyncReport::Status::Ok);
    QCOMPARE(second.counts.added, 0);
    QCOMPARE(second.counts.received, second.counts.duplicate);

    server.addEvent(newest);
    const SyncReport third = road.sync(vendor);
    QCOMPARE(third.status, SyncReport::Status::Ok);
    QCOMPARE(third.counts.added, 1);
    QVERIFY(road.isComplete(vendor));
    QCOMPARE(server.refusals(), QStringList());
}

void SyncEngineTest::losesNothingToFaults_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QByteArray>("plan");

    for (const Vendor vendor : FakeVendors::Vendors) {
        for (const char *plan :
             {"503:2", "429:2", "408@1,425@2", "reset:3", "drop:3", "truncate:2", "html:2", "gzip:1"}) {
            QTest::addRow("%s, %s", name(vendor).data(), plan) << vendor << QByteArray(plan);
        }
    }
}

void SyncEngineTest::losesNothingToFaults()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QByteArray, plan);
    Road road;
    QVERIFY(road.servers.server(vendor).faults().add(plan));
    // A vendor whose events come in one page would not meet the second fault.
    for (int round = 0; round < 3; ++round) {
        const SyncReport report = road.sync(vendor);
        QVERIFY2(!report.error, report.error ? qPrintable(report.error->message) : "");
        QCOMPARE(report.status, SyncReport::Status::Ok);
        QCOMPARE(report.counts.conflict, 0);
        QCOMPARE(report.counts.unreadable, 0);
    }
    QVERIFY(road.isComplete(vendor));
}

void SyncEngineTest::goesOnWhereAFailedRunStopped_data()
{
    addVendors();
}

/// And does not begin again: what the failed run has stored is not requested a second time.
void SyncEngineTest::goesOnWhereAFailedRunStopped()
{
    QFETCH(const Vendor, vendor);
    // Three pages from the top down, and the one at which the failed run stopped, with room for the overlap.
    constexpr int SecodaPage = 10;
    constexpr qint64 MaxRepeated = 5 * SecodaPage;
    // Enough for many pages, and for more events in three quarters of them than may be repeated.
    constexpr int Events = 3 * FewEvents;
    const auto prepare = [vendor](Road &road) {
        road.servers.secoda().setPageSize(SecodaPage);
        // Without it Asana reads what came after the interruption twice.
        road.servers.server(vendor).setDate(parseTime(Now).value());
    };
    const qint64 requestsOfAWholeRun = [&] {
        Road other(Events);
        prepare(other);
        return qint64{other.sync(vendor).requests};
    }();
    Road road(Events);
    prepare(road);
    VendorServer &server = road.servers.server(vendor);
    // The requests of the last quarter fail.
    const int first = static_cast<int>(requestsOfAWholeRun * 3 / 4) + 1;
    for (int number = first; number < first + 8; ++number) {
        server.faults().at(number, Fault::httpStatus(500));
    }
    const SyncReport failed = road.sync(vendor);
    QCOMPARE(failed.status, SyncReport::Status::Failed);
    QCOMPARE(failed.error->kind, ErrorKind::Server);
    QCOMPARE(failed.error->httpStatus, 500);
    QCOMPARE(failed.retries, 4);
    const SourceState state = road.harness.state(typeName(vendor));
    QVERIFY(!state.lastSuccess.has_value());
    QCOMPARE(state.lastError, failed.error->message);

    server.faults().clear();
    const SyncReport resumed = road.sync(vendor);
    QCOMPARE(resumed.status, SyncReport::Status::Ok);
    QVERIFY(road.isComplete(vendor));
    QCOMPARE(failed.counts.added + resumed.counts.added, server.events().size());
    QVERIFY(road.harness.state(typeName(vendor)).lastError.isEmpty());
    if (vendor == Vendor::Paradime) { // everything is one response
        QCOMPARE(resumed.counts.duplicate, 0);
        return;
    }
    QCOMPARE_GT(qint64{failed.counts.added}, MaxRepeated);
    QCOMPARE_LE(qint64{resumed.counts.duplicate}, MaxRepeated);
    QCOMPARE_LT(qint64{resumed.requests}, requestsOfAWholeRun);
}

void SyncEngineTest::readsAllAgainInFullAndStoresNothingTwice()
{
    Road road;
    const SyncReport first = road.sync(Vendor::Asana);
    SyncJob job = road.job(Vendor::Asana);
    job.full = true;
    const SyncReport full = road.harness.run(job);
    QCOMPARE(full.status, SyncReport::Status::Ok);
    QCOMPARE(full.counts.duplicate, first.counts.added);
    QCOMPARE(full.counts.added, 0);

    SyncJob since = road.job(Vendor::Asana);
    since.since = parseTime("2026-11-01T00:00:00Z");
    const SyncReport part = road.harness.run(since);
    QCOMPARE(part.status, SyncReport::Status::Ok);
    QCOMPARE(part.counts.added, 0);
    QCOMPARE_LT(part.counts.received, full.counts.received);
    QCOMPARE_GT(part.counts.received, 0);
}

void SyncEngineTest::oneFailingSourceDoesNotStopTheOthers()
{
    Road road;
    road.servers.asana().faults().every(1, Fault::httpStatus(401));
    QList<SyncJob> jobs;
    for (const Vendor vendor : FakeVendors::Vendors) {
        jobs.append(road.job(vendor));
    }
    jobs[1].secrets = Error{.kind = ErrorKind::SecretUnavailable, .message = u"There is no keychain."_s};
    QSignalSpy sourceFinished(&road.harness.engine(), &SyncEngine::sourceFinished);
    const QList<SyncReport> reports = road.harness.run(jobs);
    QCOMPARE(reports.size(), 5);
    QCOMPARE(sourceFinished.size(), 5);
    QCOMPARE(reports[0].error->kind, ErrorKind::Unauthorized);
    QCOMPARE(reports[0].retries, 0);
    QCOMPARE(reports[1].error->kind, ErrorKind::SecretUnavailable);
    QCOMPARE(reports[1].requests, 0);
    QCOMPARE(road.harness.state(u"secoda"_s).lastError, u"There is no keychain."_s);
    for (qsizetype index = 2; index < 5; ++index) {
        QCOMPARE(reports[index].status, SyncReport::Status::Ok);
        QVERIFY(road.isComplete(FakeVendors::Vendors[static_cast<std::size_t>(index)]));
    }
}

void SyncEngineTest::reportsRunsInTheOrderOfTheJobs()
{
    Road road;
    QList<SyncJob> jobs;
    QStringList names;
    for (int round = 0; round < 2; ++round) { // more than run side by side
        for (const Vendor vendor : {Vendor::Nected, Vendor::Asana, Vendor::Paradime}) {
            SyncJob job = road.job(vendor);
            job.secrets = Error{.kind = ErrorKind::SecretDenied, .message = u"Locked."_s};
            jobs.append(job);
            names.append(job.source.name);
        }
    }
    QStringList reported;
    for (const SyncReport &report : road.harness.run(jobs)) {
        reported.append(report.source);
        QCOMPARE(report.status, SyncReport::Status::Failed);
    }
    QCOMPARE(reported, names);
}

void SyncEngineTest::showsTheVendorsOwnWordsAndDoesNotRetry()
{
    Road road;
    SyncJob job = road.job(Vendor::Asana);
    job.secrets->values = {{u"access_token"_s, Secret::fromText("wrong-token-123").value()}};
    const SyncReport report = road.harness.run(job);
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Unauthorized);
    QCOMPARE(report.error->httpStatus, 401);
    QCOMPARE(report.requests, 1);
    QCOMPARE(report.retries, 0);
    QVERIFY2(report.error->message.contains(u"Not Authorized"_s), qPrintable(report.error->message));
    QVERIFY(report.error->message.startsWith(u"Asana"_s));
    QVERIFY(!report.error->message.contains(u"wrong-token"_s));
}

void SyncEngineTest::sendsNoSecretToAnotherOrigin_data()
{
    addVendors();
}

void SyncEngineTest::sendsNoSecretToAnotherOrigin()
{
    QFETCH(Vendor, vendor);
    Road road;
    SyncJob job = road.job(vendor);
    Support::FakeHttpServer &http = road.servers.server(vendor).http();
    const QUrl address = http.url(u"/"_s);
    QUrl next = address;
    next.setPort(address.port() + 1);
    for (const Origin &origin :
         {Origin(), Origin::of(next), Origin::of(QUrl(u"https://api.example.com"_s))}) {
        job.secrets->origin = origin;
        const SyncReport report = road.harness.run(job);
        QCOMPARE(report.status, SyncReport::Status::Failed);
        QCOMPARE(report.error->kind, ErrorKind::SecretDenied);
        QCOMPARE(report.retries, 0);
        QVERIFY2(report.error->message.contains(Origin::of(address).text()),
                 qPrintable(report.error->message));
        ConnectionTest test(road.harness.http(), road.harness.clock());
        QSignalSpy tested(&test, &ConnectionTest::finished);
        test.start(job);
        QTRY_COMPARE(tested.size(), 1);
        QCOMPARE(tested.first().first().value<ConnectionReport>().error->kind, ErrorKind::SecretDenied);
    }
    QVERIFY(http.requests().isEmpty());
}

void SyncEngineTest::honoursRetryAfterUpToFifteenMinutes()
{
    Road road;
    road.servers.asana().faults().at(2, Fault::httpStatus(429, "600"));
    const auto before = road.harness.scheduler().elapsed();
    const SyncReport report = road.sync(Vendor::Asana);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.retries, 1);
    const auto waited = road.harness.scheduler().elapsed() - before;
    QCOMPARE_GE(waited.count(), std::chrono::milliseconds(600s).count());
    QCOMPARE_LT(waited.count(), std::chrono::milliseconds(660s).count());
    QVERIFY(road.isComplete(Vendor::Asana));

    road.servers.secoda().faults().once(Fault::httpStatus(429, "Fri, 20 Nov 2026 12:15:01 GMT"));
    const SyncReport tooLong = road.sync(Vendor::Secoda);
    QCOMPARE(tooLong.status, SyncReport::Status::Failed);
    QCOMPARE(tooLong.error->kind, ErrorKind::RateLimited);
    QVERIFY2(tooLong.error->message.contains(u"ry again at 2026-11-20 12:15:01 UTC"_s),
             qPrintable(tooLong.error->message));
    QCOMPARE(tooLong.requests, 1);
}

void SyncEngineTest::givesUpAfterFiveAttempts()
{
    Road road;
    road.servers.nected().faults().every(1, Fault::httpStatus(502));
    const auto before = road.harness.scheduler().elapsed();
    const SyncReport report = road.sync(Vendor::Nected);
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.requests, 5);
    QCOMPARE(report.retries, 4);
    QCOMPARE(report.pages, 0);
    QCOMPARE_LE((road.harness.scheduler().elapsed() - before).count(),
                std::chrono::milliseconds(91s).count());
}

void SyncEngineTest::keepsCheckpointAndCoverageWhenTheResponseHoldsErrors()
{
    Road road;
    road.servers.paradime().setErrors(ParadimeServer::Errors::AfterRows);
    const SyncReport report = road.sync(Vendor::Paradime);
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Vendor);
    QCOMPARE(report.retries, 0);
    const SourceState state = road.harness.state(u"paradime"_s);
    QVERIFY(state.checkpoint.isEmpty());
    QVERIFY(!state.lastSuccess.has_value());
    QVERIFY(state.lastAttempt.has_value());
    const auto reader = road.harness.reader();
    QVERIFY(reader->coverage(reader->source(u"paradime"_s)->id)->empty());

    road.servers.paradime().setErrors(ParadimeServer::Errors::None);
    QCOMPARE(road.sync(Vendor::Paradime).status, SyncReport::Status::Ok);
    QVERIFY(road.isComplete(Vendor::Paradime));
}

void SyncEngineTest::cancelEndsAHangingRequestAtOnce()
{
    Road road;
    road.servers.asana().faults().at(3, {.kind = Fault::Kind::Hang});
    QElapsedTimer sinceCancel;
    road.harness.onTick = [&](const QString &) {
        if (road.servers.asana().http().requests().size() == 3 && !sinceCancel.isValid()) {
            sinceCancel.start();
            road.harness.engine().cancel();
        }
    };
    const SyncReport report = road.sync(Vendor::Asana);
    QCOMPARE_LT(sinceCancel.elapsed(), 100);
    QCOMPARE(report.status, SyncReport::Status::Cancelled);
    QVERIFY(!report.error);
    QVERIFY(!road.harness.engine().isRunning());
    QVERIFY(!road.harness.state(u"asana"_s).lastSuccess.has_value());

    road.harness.onTick = {};
    QCOMPARE(road.sync(Vendor::Asana).status, SyncReport::Status::Ok);
    QVERIFY(road.isComplete(Vendor::Asana));
}

void SyncEngineTest::cancelEndsAWaitAtOnce()
{
    Road road;
    road.servers.asana().faults().every(1, Fault::httpStatus(429, "500"));
    QList<SyncJob> jobs;
    for (int copy = 0; copy < 7; ++copy) { // some wait for their turn
        jobs.append(road.job(Vendor::Asana));
    }
    bool cancelled = false;
    road.harness.onTick = [&](const QString &activity) {
        if (!cancelled && activity.contains(u"Rate limited"_s)) {
            cancelled = true;
            road.harness.engine().cancel();
        }
    };
    const QList<SyncReport> reports = road.harness.run(jobs);
    QVERIFY(cancelled);
    QCOMPARE(reports.size(), 7);
    for (const SyncReport &report : reports) {
        QVERIFY2(report.status == SyncReport::Status::Cancelled,
                 qPrintable(report.error ? report.error->message : QString()));
    }
    // The progress alone had to wait.
    QCOMPARE_LE(road.harness.scheduler().elapsed().count(), Throttle::Interval.count());
}

void SyncEngineTest::cancelAfterTheLastPageStoresThePages()
{
    Road road;
    SecodaServer &server = road.servers.secoda();
    server.setPageSize(static_cast<int>((server.events().size() + 1) / 2)); // two pages
    std::optional<HeldWriteLock> otherWriter;
    server.beforePage(1, [&] { otherWriter.emplace(road.harness.workspace()); });
    road.harness.onTick = [&](const QString &) {
        // Both are read: the first is with the store, which waits, and the second waits for the first.
        if (otherWriter && server.pageCount() == 2 && !road.harness.scheduler().isWaiting<HttpJob>()) {
            road.harness.engine().cancel();
            otherWriter.reset();
        }
    };
    const SyncReport report = road.sync(Vendor::Secoda);
    QVERIFY(!otherWriter);
    QCOMPARE(report.pages, 2);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.added, server.events().size());
    QVERIFY(road.isComplete(Vendor::Secoda));
    QVERIFY(road.harness.state(u"secoda"_s).lastSuccess.has_value());
}

void SyncEngineTest::startsOverWhenTheQuestionChanged()
{
    Road road;
    QCOMPARE(road.sync(Vendor::Asana).status, SyncReport::Status::Ok);
    SyncJob job = road.job(Vendor::Asana);
    QVERIFY(!job.state.checkpoint.isEmpty());
    job.state.fingerprint = QByteArray(64, '0'); // as after a change of scope, URL or account
    const SyncReport report = road.harness.run(job);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.duplicate, road.servers.asana().events().size());
}

void SyncEngineTest::failsOnADiskThatIsFullAndLosesNothing()
{
    Road road;
    const qint64 before = [&] {
        const SyncReport report = road.sync(Vendor::Asana);
        return report.counts.added;
    }();
    QCOMPARE_GT(before, 0);
    SyncReport report;
    {
        const FileSizeLimit limit(QFileInfo(road.harness.workspace() + u"/trailglass.sqlite"_s).size());
        report = road.sync(Vendor::Secoda);
    }
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QVERIFY2(report.error->kind == ErrorKind::DiskFull || report.error->kind == ErrorKind::Storage,
             qPrintable(report.error->message));
    QCOMPARE(report.retries, 0);
    QVERIFY(!road.harness.state(u"secoda"_s).lastSuccess.has_value());
    QVERIFY(road.isComplete(Vendor::Asana));

    QCOMPARE(road.sync(Vendor::Secoda).status, SyncReport::Status::Ok);
    QVERIFY(road.isComplete(Vendor::Secoda));
}

void SyncEngineTest::quarantinesRowsThatCannotBeRead()
{
    Road road;
    QList<VendorEvent> events = road.servers.paradime().events();
    events[1].raw = R"({"id":"no time"})";
    events[2].raw = R"(["no object"])";
    road.servers.paradime().setEvents(events);
    const SyncReport report = road.sync(Vendor::Paradime);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.unreadable, 2);
    QCOMPARE(report.counts.added, events.size() - 2);
    const auto reader = road.harness.reader();
    const auto kept = reader->quarantine({.source = reader->source(u"paradime"_s)->id}).value();
    QCOMPARE(kept.size(), std::size_t(2));
}

void SyncEngineTest::saysWhenAnEventCameAgainOtherwise()
{
    Road road;
    QCOMPARE(road.sync(Vendor::Asana).status, SyncReport::Status::Ok);
    VendorEvent changed = road.servers.asana().events().constLast();
    const QByteArray first = changed.raw;
    changed.raw.replace("{", "{ ");
    road.servers.asana().replaceEvent(changed);
    SyncJob job = road.job(Vendor::Asana);
    job.full = true;
    const SyncReport report = road.harness.run(job);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.conflict, 1);
    QCOMPARE(report.warnings.size(), 1);
    QCOMPARE(road.harness.stored(u"asana"_s).value(changed.id), first);
}

void SyncEngineTest::replacesARevisedEvent()
{
    Road road;
    QCOMPARE(road.sync(Vendor::Paradime).status, SyncReport::Status::Ok);
    VendorEvent changed = road.servers.paradime().events().constFirst();
    const QRegularExpression updated(uR"("updatedDttm": ?"[^"]*")"_s);
    changed.raw = QString::fromUtf8(changed.raw)
                      .replace(updated, uR"("updatedDttm":"2026-11-20 11:59:59.000001")"_s)
                      .toUtf8();
    road.servers.paradime().replaceEvent(changed);
    const SyncReport report = road.sync(Vendor::Paradime);
    QCOMPARE(report.counts.updated, 1);
    QCOMPARE(report.counts.conflict, 0);
    QVERIFY(road.isComplete(Vendor::Paradime));
}

void SyncEngineTest::endsAStuckCursorWithAWarning()
{
    Road road;
    road.servers.secoda().setPageStuck(true);
    const SyncReport report = road.sync(Vendor::Secoda);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.warnings.size(), 1);
    QCOMPARE_LE(report.requests, 3);
}

void SyncEngineTest::stopsAtTheLimitOfPagesAndTheNextRunContinues_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<qint64>("limit");
    QTest::newRow("asana") << Vendor::Asana << qint64{2};
    QTest::newRow("datafold") << Vendor::Datafold << qint64{2};
    // Some pages from the top down come first in each run.
    QTest::newRow("secoda") << Vendor::Secoda << qint64{6};
    QTest::newRow("nected") << Vendor::Nected << qint64{6};
}

void SyncEngineTest::stopsAtTheLimitOfPagesAndTheNextRunContinues()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const qint64, limit);
    constexpr int MaxRuns = 100;
    Road road(3 * FewEvents);
    road.servers.secoda().setPageSize(10);
    VendorServer &server = road.servers.server(vendor);
    server.setDate(parseTime(Now).value());
    road.harness.setMaxPages(limit);
    const auto statusOfLast = [&road] {
        return road.harness.reader()->runs({}, 1).value().front().end->status;
    };
    const SyncReport first = road.sync(vendor);
    QCOMPARE(first.status, SyncReport::Status::Ok);
    QCOMPARE(first.pages, limit);
    QCOMPARE(first.warnings.size(), 1);
    QVERIFY2(first.warnings.first().startsWith(u"Stopped after %1 page"_s.arg(limit)),
             qPrintable(first.warnings.first()));
    QCOMPARE(statusOfLast(), RunStatus::OkWithGap);
    QVERIFY(!road.isComplete(vendor));

    qint64 added = first.counts.added;
    bool isDone = false;
    for (int run = 1; run < MaxRuns && !isDone; ++run) {
        const SyncReport next = road.sync(vendor);
        QVERIFY2(!next.error, next.error ? qPrintable(next.error->message) : "");
        QCOMPARE_LE(next.pages, limit);
        added += next.counts.added;
        isDone = next.warnings.isEmpty();
    }
    QVERIFY(isDone);
    QVERIFY(road.isComplete(vendor));
    QCOMPARE(added, qint64{server.events().size()});
    QCOMPARE(statusOfLast(), RunStatus::Ok);
    QCOMPARE(server.refusals(), QStringList());
}

void SyncEngineTest::reportsAnUnknownTypeAndNoJobsAtAll()
{
    Road road;
    QCOMPARE(road.harness.run(QList<SyncJob>()).size(), 0);
    SyncJob job = road.job(Vendor::Asana);
    job.source.type = u"jira"_s;
    const SyncReport report = road.harness.run(job);
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Usage);
}

void SyncEngineTest::writesCoverageOnlyForWhatWasAnswered()
{
    Road road;
    const SyncReport report = road.sync(Vendor::Asana);
    const auto reader = road.harness.reader();
    const auto entries = reader->coverage(reader->source(u"asana"_s)->id).value();
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(entries.front().pages, report.pages);
    QCOMPARE(entries.front().answered, parseTime(Now).value());
    QCOMPARE(entries.front().window.to, parseTime(Now));
}

void SyncEngineTest::testsAConnectionWithoutStoring_data()
{
    addVendors();
}

void SyncEngineTest::testsAConnectionWithoutStoring()
{
    QFETCH(const Vendor, vendor);
    Road road;
    const UtcMicros newest = road.servers.server(vendor).events().constLast().created;
    HttpClient http(road.harness.scheduler());
    const ManualClock clock(formatTime(newest + UtcMicros::PerMinute));
    ConnectionTest test(http, clock);
    std::optional<ConnectionReport> report;
    connect(&test, &ConnectionTest::finished, this, [&](const ConnectionReport &ended) { report = ended; });
    test.start(road.job(vendor));
    QVERIFY(!report);
    QTRY_VERIFY(report.has_value());
    QVERIFY2(!report->error, report->error ? qPrintable(report->error->message) : "");
    QCOMPARE_GT(report->rows, 0);
    QVERIFY(report->latest.has_value());
    QCOMPARE(road.servers.server(vendor).http().requests().size(), 1);
    QVERIFY(road.harness.stored(typeName(vendor)).isEmpty());
}

void SyncEngineTest::testReportsRefusals()
{
    Road road;
    HttpClient http(road.harness.scheduler());
    const ManualClock clock(Now);
    ConnectionTest test(http, clock);
    QList<ConnectionReport> reports;
    connect(&test, &ConnectionTest::finished, this,
            [&](const ConnectionReport &ended) { reports.append(ended); });

    SyncJob job = road.job(Vendor::Secoda);
    job.secrets->values = {{u"api_key"_s, Secret::fromText("wrong").value()}};
    test.start(job);
    QTRY_COMPARE(reports.size(), 1);
    QCOMPARE(reports[0].error->kind, ErrorKind::Unauthorized);

    job.secrets = Error{.kind = ErrorKind::SecretDenied, .message = u"Locked."_s};
    test.start(job);
    QTRY_COMPARE(reports.size(), 2);
    QCOMPARE(reports[1].error->kind, ErrorKind::SecretDenied);

    road.servers.asana().faults().once({.kind = Fault::Kind::Hang});
    test.start(road.job(Vendor::Asana));
    QTRY_COMPARE(road.servers.asana().http().requests().size(), 1);
    test.cancel();
    QCOMPARE(reports.size(), 3);
    QCOMPARE(reports[2].error->kind, ErrorKind::Cancelled);
}

void SyncEngineTest::aTestIsNotEndedByTheOneBefore()
{
    Road road;
    HttpClient http(road.harness.scheduler());
    const ManualClock clock(Now);
    ConnectionTest test(http, clock);
    QList<ConnectionReport> reports;
    connect(&test, &ConnectionTest::finished, this,
            [&](const ConnectionReport &ended) { reports.append(ended); });
    SyncJob refused = road.job(Vendor::Secoda);
    refused.secrets = Error{.kind = ErrorKind::SecretDenied, .message = u"Locked."_s};

    test.start(refused); // its failure is on its way
    test.cancel();
    test.start(road.job(Vendor::Asana));

    QTRY_COMPARE(reports.size(), 2);
    QCOMPARE(reports[0].error->kind, ErrorKind::Cancelled);
    QVERIFY2(!reports[1].error, reports[1].error ? qPrintable(reports[1].error->message) : "");
}

TRAILGLASS_TEST(SyncEngineTest)
#include "tst_syncengine.moc"
