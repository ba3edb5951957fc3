// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivequeryengine.h"
#include "models/archive/archiverecords.h"
#include "models/archive/rowtimes.h"
#include "models/query/sortorder.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/besides.h"
#include "tests/archive/enginerows.h"
#include "tests/archive/flakyproxy.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/support/sanitizers.h"

#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int MaxPushes = 60; ///< until one succeeds; a guard, not a measure

/// What pushes come to that begin at the same moment, each on a thread of its own.
std::vector<Result<PushReport>> pushedAtOnce(const ArchiveStage &stage,
                                             const std::vector<const PushWorkspace *> &workspaces)
{
    std::vector<std::optional<Result<PushReport>>> results(workspaces.size());
    std::vector<std::unique_ptr<QThread>> threads;
    for (std::size_t index = 0; index < workspaces.size(); ++index) {
        threads.emplace_back(QThread::create([&, index] {
            const PushWorkspace &workspace = *workspaces[index];
            results[index].emplace(stage.pushHere(workspace, ArchiveStage::plan(workspace)));
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    std::vector<Result<PushReport>> pushed;
    for (const auto &result : results)
        pushed.push_back(*result);
    return pushed;
}

/// Starts a server again once another thread has waited for it three times between tries.
class LateRestart
{
public:
    explicit LateRestart(ArchiveServer &server)
        : m_server(server)
    {
    }

    /// \returns what the other thread does between tries
    [[nodiscard]] ArchiveRetry::Wait wait()
    {
        return [this](std::chrono::milliseconds, const CancelToken &) {
            // It waits for the thread of this, which has the server's process.
            QMetaObject::invokeMethod(
                &m_here,
                [this] {
                    if (++m_waits == 3)
                        QVERIFY(m_server.start());
                },
                Qt::BlockingQueuedConnection);
        };
    }
    [[nodiscard]] int waits() const { return m_waits; }

private:
    ArchiveServer &m_server;
    QObject m_here;
    int m_waits = 0;
};

/// All events of a stage, the newest first.
Result<ResultPointer> resultOf(const ArchiveStage &stage)
{
    TRY(const auto session, stage.open(u"reader"_s));
    RowTimes times;
    return ArchiveQueryEngine(*session, times)
        .select(Filter::makeNode(Filter::All{}), defaultSortOrder(), {Noon, "UTC"}, {});
}

/// The ids of the events of a result, as an export reads them.
/// \param throughPort  of a proxy
/// \param wait  between tries; empty: no time
Result<std::vector<std::string>> idsThrough(const ArchiveStage &stage, const ResultRows &rows,
                                            quint16 throughPort, const QString &user,
                                            const ArchiveRetry::Wait &wait)
{
    const auto waitForNothing = [](std::chrono::milliseconds, const CancelToken &) {
    };
    const BlockLimits limits{.rows = 40,
                             .firstRows = 40,
                             .fewRows = 2,
                             .shortRange = 2,
                             .wait = wait ? wait : ArchiveRetry::Wait(waitForNothing)};
    TRY(const auto session, stage.open(user, throughPort));
    RowTimes times;
    ArchiveRecords records(*session, times, limits);
    std::vector<std::string> ids;
    const auto take = [&ids](std::vector<EventRecord> &&page) -> Result<void> {
        for (const EventRecord &record : page)
            ids.push_back(record.event.id);
        return {};
    };
    const Result<void> read = besides([&] { return records.readPages(rows, true, take, {}); });
    TRY(read);
    std::ranges::sort(ids);
    return ids;
}

/// The ids of a PushWorkspace, sorted as texts.
std::vector<std::string> expectedIds(int events)
{
    std::vector<std::string> ids;
    for (int number = 1; number <= events; ++number)
        ids.push_back("e" + std::to_string(number));
    std::ranges::sort(ids);
    return ids;
}

} // namespace

/// Each event counts exactly once, whatever breaks.
class ArchiveFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsEachEventOnceThroughALineThatBreaks_data();
    void countsEachEventOnceThroughALineThatBreaks();
    void whatArrivesLateNeverCounts_data();
    void whatArrivesLateNeverCounts();
    void aGatewayThatGivesUpIsAskedOnceMore();
    void countsEachEventOnceAlthoughTheServerIsKilled();
    void waitsForAServerThatIsStartedAgain();
    void aFullDiskOfTheServerEndsThePush_data() { EngineRows::add(); }
    void aFullDiskOfTheServerEndsThePush();
    void anExportIsWholeThroughALineThatBreaks_data();
    void anExportIsWholeThroughALineThatBreaks();
    void anExportOutlivesARestartOfItsServer();
    void twoPushersOfOneWorkspaceCountNothingTwice_data() { EngineRows::add(); }
    void twoPushersOfOneWorkspaceCountNothingTwice();
    void twoWorkspacesThatBeginAtOnceGetDifferentOrigins_data() { EngineRows::add(); }
    void twoWorkspacesThatBeginAtOnceGetDifferentOrigins();

private:
    EngineRows m_engines;
};

void ArchiveFaultsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveFaultsTest::countsEachEventOnceThroughALineThatBreaks_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<int>("seed");
    for (const char *engine : {"18.16", "chdb"}) {
        for (int seed = 1; seed <= generatedCases(3, 1); ++seed)
            QTest::addRow("%s, seed %d", engine, seed) << QString::fromLatin1(engine) << seed;
    }
}

/// 45 % of all requests and responses are lost.
void ArchiveFaultsTest::countsEachEventOnceThroughALineThatBreaks()
{
    ARCHIVE_STAGE(m_engines);
    QFETCH(const int, seed);
    FlakyProxy proxy(archiveServer->port(), static_cast<quint64>(seed),
                     FlakyProxy::breaking(static_cast<quint64>(seed), 450));
    QVERIFY(proxy.listen());
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 100);
    QVERIFY(stage.pushUntilDone(workspace, proxy.port(), MaxPushes) > 0);
    QCOMPARE(stage.difference(workspace), QString());
    workspace.change(source, 20, 50);
    workspace.add(source, 60);
    QVERIFY(stage.pushUntilDone(workspace, proxy.port(), MaxPushes) > 0);
    QCOMPARE(stage.difference(workspace), QString());
    QVERIFY(proxy.broken() * 10 > proxy.requests() * 3);
}

void ArchiveFaultsTest::whatArrivesLateNeverCounts_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<Fate>("fate");
    for (const char *engine : {"18.16", "chdb"}) {
        QTest::addRow("%s, after a break", engine) << QString::fromLatin1(engine) << Fate::Late;
        QTest::addRow("%s, after a gateway gave up", engine) << QString::fromLatin1(engine) << Fate::GaveUp;
    }
}

void ArchiveFaultsTest::whatArrivesLateNeverCounts()
{
    ARCHIVE_STAGE(m_engines);
    QFETCH(const Fate, fate);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 100);
    int late = 0;
    FlakyProxy proxy(archiveServer->port(), 1,
                     [&late, fate](int) { return ++late % 4 == 0 ? fate : Fate::Whole; });
    QVERIFY(proxy.listen());
    QVERIFY(stage.pushUntilDone(workspace, proxy.port(), MaxPushes) > 0);
    QVERIFY(proxy.broken() > 3);
    QTRY_COMPARE(proxy.late(), 0);
    QCOMPARE(stage.difference(workspace), QString());
}

/// Each try can take minutes, and time of the server.
void ArchiveFaultsTest::aGatewayThatGivesUpIsAskedOnceMore()
{
    ARCHIVE_STAGE_ON(m_engines, u"18.16"_s);
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 5);
    FlakyProxy proxy(archiveServer->port(), 1,
                     [](int request) { return request == 0 ? Fate::Whole : Fate::GaveUp; });
    QVERIFY(proxy.listen());
    int waits = 0;
    PushPlan plan = ArchiveStage::plan(workspace);
    plan.wait = [&waits](std::chrono::milliseconds, const CancelToken &) {
        ++waits;
    };

    VERIFY_REFUSED(stage.push(workspace, plan, proxy.port()), ErrorKind::Timeout,
                   u"stopped waiting for the archive"_s);

    QCOMPARE(waits, 1);
    QTRY_COMPARE(proxy.late(), 0);
}

void ArchiveFaultsTest::countsEachEventOnceAlthoughTheServerIsKilled()
{
    ARCHIVE_STAGE_ON(m_engines, u"18.16"_s);
    ArchiveServer &server = *archiveServer;
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    Support::Random random(7);
    for (int round = 0; round < generatedCases(6, 4); ++round) {
        workspace.add(source, 80);
        if (round > 1)
            workspace.change(source, round * 10, 5);
        const int last = static_cast<int>(random.between(5, 30));
        // While the request is on its way.
        FlakyProxy proxy(server.port(), 1, [&server, last](int request) {
            if (request == last)
                server.kill9();
            return Fate::Whole;
        });
        QVERIFY(proxy.listen());
        const bool isComplete = stage.push(workspace, proxy.port()).hasValue();
        QCOMPARE(isComplete, proxy.requests() <= last);
        server.kill9();
        QVERIFY(server.start());
        VERIFY_RESULT(stage.push(workspace));
        QCOMPARE(stage.difference(workspace), QString());
    }
}

/// A push outlives the restart of its server.
void ArchiveFaultsTest::waitsForAServerThatIsStartedAgain()
{
    ARCHIVE_STAGE_ON(m_engines, u"18.16"_s);
    ArchiveServer &server = *archiveServer;
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 80);
    FlakyProxy proxy(server.port(), 1, [&server](int request) {
        if (request == 12)
            server.kill9();
        return Fate::Whole;
    });
    QVERIFY(proxy.listen());
    PushPlan plan = ArchiveStage::plan(workspace);
    LateRestart restart(server);
    plan.wait = restart.wait();
    const auto report = stage.push(workspace, plan, proxy.port());
    VERIFY_RESULT(report);
    QCOMPARE(report->events, 80);
    QVERIFY(restart.waits() >= 3);
    QCOMPARE(stage.difference(workspace), QString());
}

/// From some request on, each time from a later one; then there is room again.
void ArchiveFaultsTest::aFullDiskOfTheServerEndsThePush()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    bool isFull = true;
    for (int first = 0; isFull; first += generatedCases(4, 8)) {
        workspace.add(source, 50);
        FlakyProxy proxy(archiveServer->port(), 1,
                         [first](int request) { return request < first ? Fate::Whole : Fate::DiskFull; });
        QVERIFY(proxy.listen());
        const auto pushed = stage.push(workspace, proxy.port());
        isFull = proxy.broken() > 0;
        QCOMPARE(pushed.hasValue(), !isFull);
        if (isFull) {
            QCOMPARE(pushed.error().kind, ErrorKind::DiskFull);
            QVERIFY2(pushed.error().message.contains(u"not enough space"_s),
                     qPrintable(pushed.error().message));
        }
        VERIFY_RESULT(stage.push(workspace));
        QCOMPARE(stage.difference(workspace), QString());
    }
}

void ArchiveFaultsTest::anExportIsWholeThroughALineThatBreaks_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("user");
    for (const char *engine : {"18.16", "chdb"}) {
        QTest::addRow("%s", engine) << QString::fromLatin1(engine) << u"reader"_s;
        QTest::addRow("%s, responses are not packed", engine) << QString::fromLatin1(engine) << u"locked"_s;
    }
}

/// A third of all requests and responses is lost after the first block.
void ArchiveFaultsTest::anExportIsWholeThroughALineThatBreaks()
{
    ARCHIVE_STAGE(m_engines);
    QFETCH(const QString, user);
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 300);
    VERIFY_RESULT(stage.push(workspace));
    const auto result = resultOf(stage);
    VERIFY_RESULT(result);
    int broken = 0;
    for (int round = 1; round <= generatedCases(8, 3); ++round) {
        constexpr int SafeRequests = 2; // the first look at the server, and the first block
        const auto breaking = FlakyProxy::breaking(static_cast<quint64>(round), 330);
        FlakyProxy proxy(archiveServer->port(), static_cast<quint64>(round), [&breaking](int request) {
            return request < SafeRequests ? Fate::Whole : breaking(request);
        });
        QVERIFY(proxy.listen());

        const auto ids = idsThrough(stage, **result, proxy.port(), user, {});

        VERIFY_RESULT(
            ids); // also where Qt does not see the break, or the part of a response looks like a whole one
        QCOMPARE(*ids, expectedIds(300));
        broken += proxy.broken();
    }
    QVERIFY(broken > 3);
}

void ArchiveFaultsTest::anExportOutlivesARestartOfItsServer()
{
    ARCHIVE_STAGE_ON(m_engines, u"18.16"_s);
    ArchiveServer &server = *archiveServer;
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 300);
    VERIFY_RESULT(stage.push(workspace));
    const auto result = resultOf(stage);
    VERIFY_RESULT(result);
    FlakyProxy proxy(server.port(), 1, [&server](int request) {
        if (request == 3)
            server.kill9();
        return Fate::Whole;
    });
    QVERIFY(proxy.listen());
    LateRestart restart(server);

    const auto ids = idsThrough(stage, **result, proxy.port(), u"reader"_s, restart.wait());

    VERIFY_RESULT(ids);
    QCOMPARE(*ids, expectedIds(300));
    QVERIFY(restart.waits() >= 3);
}

void ArchiveFaultsTest::twoPushersOfOneWorkspaceCountNothingTwice()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    for (int round = 0; round < 3; ++round) {
        workspace.add(source, 100);
        for (const auto &result : pushedAtOnce(stage, {&workspace, &workspace})) {
            QVERIFY2(result || result.error().kind == ErrorKind::Locked,
                     result ? "" : qPrintable(result.error().message));
        }
        QVERIFY(stage.pushUntilDone(workspace, 0, 3) > 0);
        QCOMPARE(stage.difference(workspace), QString());
    }
}

void ArchiveFaultsTest::twoWorkspacesThatBeginAtOnceGetDifferentOrigins()
{
    ARCHIVE_STAGE(m_engines);
    std::array<PushWorkspace, 3> workspaces{PushWorkspace(u"a"_s), PushWorkspace(u"b"_s),
                                            PushWorkspace(u"c"_s)};
    for (PushWorkspace &workspace : workspaces)
        workspace.add(workspace.addSource(workspace.name()), 30);
    QCOMPARE(pushedAtOnce(stage, {&workspaces[0], &workspaces[1], &workspaces[2]}).size(), workspaces.size());
    for (const PushWorkspace &workspace : workspaces) {
        QVERIFY(stage.pushUntilDone(workspace, 0, 3) > 0);
        QCOMPARE(stage.difference(workspace), QString());
    }
    QCOMPARE(stage.number("SELECT toInt64(sum(sign)) FROM event"), 90);
}

TRAILGLASS_TEST(ArchiveFaultsTest)
#include "tst_archivefaults.moc"
