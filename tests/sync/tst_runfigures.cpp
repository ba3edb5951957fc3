// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"
#include "models/sync/importer.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"
#include "tests/sync/syncharness.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view Now = "2026-11-20T12:00:00Z";

} // namespace

/// What a run costs, as it is reported and as the history of the workspace holds it.
class RunFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsBytesAndWaitsOfARun();
    void addsUpTheWaitsBeforeRetries();
    void aCancelledWaitCountsAsFarAsItWas();
    void theHistoryHoldsFailedRuns();
    void runsThatNeverBeganLeaveNothing();
    void theHistoryHoldsAnImport();
    void theHistoryKnowsASyncThatLeftAGap_data();
    void theHistoryKnowsASyncThatLeftAGap();

private:
    [[nodiscard]] SyncJob job() { return m_harness->job(u"work"_s, m_servers->asana()); }
    [[nodiscard]] std::vector<RunRecord> history() const { return m_harness->reader()->runs({}, 0).value(); }

    std::unique_ptr<FakeVendors> m_servers;
    std::unique_ptr<SyncHarness> m_harness;
};

void RunFiguresTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_servers = std::make_unique<FakeVendors>(
        Company::Options{.seed = 7, .now = parseTime(Now).value(), .events = 700});
    QVERIFY(m_servers->listen());
    m_harness = std::make_unique<SyncHarness>(Now);
    QMap<QString, QString> settings = m_servers->asana().settings();
    settings.insert(u"initial_days"_s, u"120"_s);
    m_harness->addSource(u"work"_s, u"asana"_s, settings);
}

void RunFiguresTest::countsBytesAndWaitsOfARun()
{
    qint64 served = 0;
    Faults &faults = m_servers->asana().faults();
    faults.at(2, Fault::httpStatus(429, "600"));
    faults.every(1, Fault::altered([&served](const Response &response) {
                     served += response.body.size();
                     return response;
                 }));
    faults.every(1, {.kind = Fault::Kind::Gzip}); // counted is what it unpacks to

    SyncJob whole = job();
    whole.full = true;
    const SyncReport report = m_harness->run(whole);

    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE_GT(report.pages, 1);
    QCOMPARE(report.retries, 1);
    QCOMPARE(report.requests, report.pages + 1);
    QCOMPARE(report.waited.count(), std::chrono::milliseconds(600s).count());
    QCOMPARE(report.bytes, served);
    QVERIFY(!toJson(report).contains("bytes")); // scripts rely on the keys

    const std::vector<RunRecord> runs = history();
    QCOMPARE(runs.size(), std::size_t(1));
    const RunRecord &run = runs.front();
    QCOMPARE(run.kind, RunKind::FullSync);
    QCOMPARE(run.started, parseTime(Now).value());
    QVERIFY(run.end == (RunEnd{.at = parseTime(Now).value(), .status = RunStatus::Ok}));
    QCOMPARE(run.figures.requests, report.requests);
    QCOMPARE(run.figures.retries, report.retries);
    QCOMPARE(run.figures.pages, report.pages);
    QCOMPARE(run.figures.bytes, served);
    QCOMPARE(run.figures.waited, std::chrono::microseconds(600s).count());
    QCOMPARE(run.figures.counts, report.counts);
    QCOMPARE_GT(run.figures.counts.added, 0);
    QCOMPARE(run.figures.warnings, report.warnings);
    QVERIFY(!run.figures.error);
}

void RunFiguresTest::addsUpTheWaitsBeforeRetries()
{
    m_servers->asana().faults().at(1, Fault::httpStatus(503));
    m_servers->asana().faults().at(2, Fault::httpStatus(503));
    m_servers->asana().faults().at(4, {.kind = Fault::Kind::Truncate}); // Qt itself repeats after a reset

    const SyncReport report = m_harness->run(job());

    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.retries, 3);
    QCOMPARE(report.requests, report.pages + 3);
    // In the middle of 1 to 3, 1 to 9 and again 1 to 3 seconds.
    QCOMPARE(report.waited.count(), std::chrono::milliseconds(2s + 5s + 2s).count());
}

void RunFiguresTest::aCancelledWaitCountsAsFarAsItWas()
{
    m_servers->asana().faults().at(2, Fault::httpStatus(429, "500"));
    bool isCancelled = false;
    m_harness->onTick = [&](const QString &activity) {
        if (!isCancelled && activity.contains(u"Rate limited"_s)) {
            isCancelled = true;
            m_harness->scheduler().advance(100s);
            m_harness->engine().cancel();
        }
    };

    const SyncReport report = m_harness->run(job());

    QCOMPARE(report.status, SyncReport::Status::Cancelled);
    QCOMPARE_GE(report.waited.count(), std::chrono::milliseconds(100s).count());
    QCOMPARE_LT(report.waited.count(), std::chrono::milliseconds(101s).count());
    const std::vector<RunRecord> runs = history();
    QCOMPARE(runs.size(), std::size_t(1));
    QCOMPARE(runs.front().end->status, RunStatus::Cancelled);
    QCOMPARE(runs.front().figures.waited, std::chrono::microseconds(report.waited).count());
    QCOMPARE(runs.front().figures.counts, report.counts);
    QVERIFY(!m_harness->state(u"work"_s).lastAttempt); // the state says nothing of it
}

void RunFiguresTest::theHistoryHoldsFailedRuns()
{
    m_servers->asana().faults().every(1, Fault::httpStatus(403));
    const SyncReport refused = m_harness->run(job());
    SyncJob locked = job();
    locked.secrets = Error{.kind = ErrorKind::SecretUnavailable, .message = u"There is no keychain."_s};
    const SyncReport withoutSecret = m_harness->run(locked);

    const std::vector<RunRecord> runs = history();
    QCOMPARE(runs.size(), std::size_t(2)); // newest first
    QCOMPARE(runs[1].end->status, RunStatus::Failed);
    QCOMPARE(runs[1].figures.requests, 1);
    QCOMPARE(runs[1].figures.error->kind, u"forbidden"_s);
    QCOMPARE(runs[1].figures.error->httpStatus, std::optional(403));
    QCOMPARE(runs[1].figures.error->message, refused.error->message);
    QCOMPARE(runs[0].end->status, RunStatus::Failed);
    QCOMPARE(runs[0].figures.requests, 0);
    QCOMPARE(runs[0].figures.error->kind, u"secret_unavailable"_s);
    QCOMPARE(runs[0].figures.error->message, withoutSecret.error->message);
}

void RunFiguresTest::runsThatNeverBeganLeaveNothing()
{
    m_servers->asana().faults().every(1, {.kind = Fault::Kind::Hang});
    QList<SyncJob> jobs;
    for (int copy = 0; copy < SyncEngine::MaxParallel + 2; ++copy) // some wait for their turn
        jobs.append(job());
    m_harness->onTick = [this](const QString &) {
        if (m_servers->asana().http().requests().size() == SyncEngine::MaxParallel)
            m_harness->engine().cancel();
    };

    QCOMPARE(m_harness->run(jobs).size(), SyncEngine::MaxParallel + 2);

    const std::vector<RunRecord> runs = history();
    QCOMPARE(runs.size(), std::size_t(SyncEngine::MaxParallel));
    for (const RunRecord &run : runs)
        QCOMPARE(run.end->status, RunStatus::Cancelled);
}

void RunFiguresTest::theHistoryHoldsAnImport()
{
    const QByteArray good = R"({"gid":"1","created_at":"2026-11-20T10:00:00Z","event_type":"x"})"
                            "\n{}\n";
    QTemporaryDir files;
    QFile file(files.filePath(u"events.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(good);
    file.close();
    const auto writer = EventWriter::open(m_harness->workspace());
    QVERIFY(writer);
    Importer importer(**writer, m_harness->clock());

    const SyncReport report =
        importer.run({job().source, {file.fileName(), files.filePath(u"missing"_s)}}, {});

    const std::vector<RunRecord> runs = history();
    QCOMPARE(runs.size(), std::size_t(1));
    const RunFigures &figures = runs.front().figures;
    QCOMPARE(runs.front().kind, RunKind::Import);
    QCOMPARE(runs.front().end->status, RunStatus::Failed);
    QCOMPARE(figures.pages, 1);
    QCOMPARE(figures.bytes, good.size());
    QCOMPARE(figures.counts, report.counts);
    QCOMPARE(figures.counts.unreadable, 1);
    QCOMPARE(figures.warnings, report.warnings);
    QCOMPARE(figures.warnings.size(), 1);
    QCOMPARE(figures.error->message, report.error->message);
    QVERIFY(!m_harness->state(u"work"_s).lastAttempt);
}

void RunFiguresTest::theHistoryKnowsASyncThatLeftAGap_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<bool>("isSince");
    QTest::addColumn<bool>("isStuck");
    QTest::addColumn<RunStatus>("status");
    for (const Vendor vendor : FakeVendors::Vendors) {
        const auto row = [vendor](const char *run) -> QTestData & {
            return QTest::addRow("%s, %s", name(vendor).data(), run) << vendor;
        };
        const bool readsAll = vendor == Vendor::Paradime; // whatever is requested
        const RunStatus since = readsAll ? RunStatus::Ok : RunStatus::OkWithGap;
        row("ordinary") << false << false << RunStatus::Ok;
        row("from a time on") << true << false << since;
    }
    QTest::newRow("an offset that comes again") << Vendor::Asana << false << true << RunStatus::OkWithGap;
    QTest::newRow("a page that comes again") << Vendor::Secoda << false << true << RunStatus::OkWithGap;
}

void RunFiguresTest::theHistoryKnowsASyncThatLeftAGap()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const bool, isSince);
    QFETCH(const bool, isStuck);
    QFETCH(const RunStatus, status);
    const VendorServer &server = m_servers->server(vendor);
    const QString type = findSource(vendor)->type().name;
    m_harness->addSource(type, type, server.settings());
    m_servers->asana().setOffsetStuck(isStuck);
    m_servers->secoda().setPageStuck(isStuck);
    SyncJob synced = m_harness->job(type, server);
    if (isSince)
        synced.since = parseTime(Now).value() - UtcMicros::PerDay;

    const SyncReport report = m_harness->run(synced);

    QCOMPARE(report.status, SyncReport::Status::Ok);
    const std::vector<RunRecord> runs = history();
    QCOMPARE(runs.size(), std::size_t(1));
    QCOMPARE(runs.front().end->status, status);
}

TRAILGLASS_TEST(RunFiguresTest)
#include "tst_runfigures.moc"
