// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveledger.h"
#include "models/archive/archivepusher.h"
#include "models/store/eventreader.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/enginerows.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

class ArchivePushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pushesEveryEventOnce_data() { EngineRows::add(); }
    void pushesEveryEventOnce();
    void pushesNothingTwice_data() { EngineRows::add(); }
    void pushesNothingTwice();
    void pushesWhatIsNew_data() { EngineRows::add(); }
    void pushesWhatIsNew();
    void putsAGroupIntoBatchesOfOneMonth_data() { EngineRows::add(); }
    void putsAGroupIntoBatchesOfOneMonth();
    void replacedEventsStopCounting_data() { EngineRows::add(); }
    void replacedEventsStopCounting();
    void replacementAndReplacedCountAtNoTimeTogether_data() { EngineRows::add(); }
    void replacementAndReplacedCountAtNoTimeTogether();
    void purgedEventsStopCountingOnce_data() { EngineRows::add(); }
    void purgedEventsStopCountingOnce();
    void eventsReplacedBeforeTheFirstPushNeverCount_data() { EngineRows::add(); }
    void eventsReplacedBeforeTheFirstPushNeverCount();
    void pushesCoverageAndWhatIsLeftOfIt_data() { EngineRows::add(); }
    void pushesCoverageAndWhatIsLeftOfIt();
    void pushesQuarantinedRowsAndTakesThemBack_data() { EngineRows::add(); }
    void pushesQuarantinedRowsAndTakesThemBack();
    void severalWorkspacesShareAnArchive_data() { EngineRows::add(); }
    void severalWorkspacesShareAnArchive();
    void anEmptyWorkspacePushesNothing_data() { EngineRows::add(); }
    void anEmptyWorkspacePushesNothing();
    void clocksThatDifferChangeNothing_data() { EngineRows::add(); }
    void clocksThatDifferChangeNothing();
    void continuesAfterACancel_data() { EngineRows::add(); }
    void continuesAfterACancel();
    void saysHowFarItIs_data() { EngineRows::add(); }
    void saysHowFarItIs();

private:
    EngineRows m_engines;
};

void ArchivePushTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchivePushTest::pushesEveryEventOnce()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 100);
    const auto report = stage.push(workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->events, 100);
    QCOMPARE(report->takenBack, 0);
    QCOMPARE(report->leftOut, 0);
    QCOMPARE(report->voidNumbers, 0);
    QCOMPARE(stage.difference(workspace), QString());
}

void ArchivePushTest::pushesNothingTwice()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 50);
    VERIFY_RESULT(stage.push(workspace));
    const auto again = stage.push(workspace);
    VERIFY_RESULT(again);
    QCOMPARE(*again, PushReport());
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM event"), 50);
    QCOMPARE(stage.difference(workspace), QString());
}

void ArchivePushTest::pushesWhatIsNew()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    for (const int count : {50, 1, 79}) {
        workspace.add(source, count);
        const auto report = stage.push(workspace);
        VERIFY_RESULT(report);
        QCOMPARE(report->events, count);
        QCOMPARE(stage.difference(workspace), QString());
    }
}

void ArchivePushTest::putsAGroupIntoBatchesOfOneMonth()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 120);
    const auto report = stage.push(workspace);
    VERIFY_RESULT(report);
    QVERIFY(report->batches > 3); // groups of 40 rows
    QCOMPARE(
        stage.number(
            "SELECT toInt64(max(months)) FROM (SELECT uniqExact(month) AS months FROM event GROUP BY batch)"),
        1);
    // All batches of a group begin to count with one block of lines.
    QCOMPARE(stage.number("SELECT toInt64(uniqExact(last_row)) FROM commit WHERE state = 1"), 3);
    QCOMPARE(stage.number("SELECT toInt64(max(last_row)) FROM commit WHERE state = 1"), 120);
}

void ArchivePushTest::replacedEventsStopCounting()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 100);
    VERIFY_RESULT(stage.push(workspace));
    workspace.change(source, 11, 60); // more than a group
    const auto report = stage.push(workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->events, 60);
    QCOMPARE(report->takenBack, 60);
    QCOMPARE(stage.difference(workspace), QString());
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM event"), 100 + 60 + 60);
    QCOMPARE(stage.number("SELECT toInt64(sum(sign)) FROM event"), 100);
    // The rows that take back are the others with another sign.
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM (SELECT row, raw, `j0.text` FROM event GROUP BY row, "
                          "raw, `j0.text` "
                          "HAVING sum(sign) NOT IN (0, 1))"),
             0);
}

/// The last group counts in the same moment as what it replaces stops to.
void ArchivePushTest::replacementAndReplacedCountAtNoTimeTogether()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 30);
    VERIFY_RESULT(stage.push(workspace));
    workspace.change(source, 1, 10);
    VERIFY_RESULT(stage.push(workspace));
    QCOMPARE(stage.number("SELECT toInt64(uniqExact(last_row, last_removal)) FROM commit WHERE state = 1"),
             2);
    QCOMPARE(
        stage.number(
            "SELECT toInt64(sum(rows)) FROM (SELECT DISTINCT batch, rows FROM commit WHERE state = 1 AND "
            "last_row > 30)"),
        0); // 10 more, 10 less, in one block of lines
}

void ArchivePushTest::purgedEventsStopCountingOnce()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId kept = workspace.addSource(u"kept"_s);
    const SourceId purged = workspace.addSource(u"purged"_s);
    workspace.add(kept, 30);
    workspace.add(purged, 50);
    workspace.add(kept, 30);
    VERIFY_RESULT(stage.push(workspace));
    // Rows that were replaced before are listed as removed twice.
    workspace.change(purged, 31, 10);
    VERIFY_RESULT(stage.push(workspace));
    workspace.purge(purged);
    const auto report = stage.push(workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->takenBack, 50);
    QCOMPARE(stage.difference(workspace), QString());
    const auto again = stage.push(workspace);
    VERIFY_RESULT(again);
    QCOMPARE(again->takenBack, 0);
    QCOMPARE(stage.number("SELECT toInt64(sum(sign)) FROM event"), 60);
}

void ArchivePushTest::eventsReplacedBeforeTheFirstPushNeverCount()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 50);
    workspace.change(source, 1, 50); // no listed event is left in the first group
    const auto report = stage.push(workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->events, 50);
    QCOMPARE(report->takenBack, 0);
    QCOMPARE(stage.difference(workspace), QString());
    QCOMPARE(*stage.push(workspace), PushReport());
}

void ArchivePushTest::pushesCoverageAndWhatIsLeftOfIt()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    PageCommit page = Testing::page(source, {});
    page.checkpoint = QJsonObject{{u"offset"_s, 1}};
    page.fingerprint = "one scope";
    page.covered = {{.window = {.from = Noon, .to = Noon + UtcMicros::PerDay},
                     .answered = Noon + UtcMicros::PerDay,
                     .pages = 3},
                    {.window = {}, .answered = Noon + 2 * UtcMicros::PerDay, .pages = 1}};
    workspace.commit(page);
    VERIFY_RESULT(stage.push(workspace));
    const ArchiveSql intervals =
        "SELECT toInt64(count()) FROM (SELECT source, since, until, answered, pages FROM coverage "
        "GROUP BY source, since, until, answered, pages HAVING sum(sign) = 1)";
    QCOMPARE(stage.number(intervals), 2);
    QCOMPARE(stage.number("SELECT since FROM coverage WHERE pages = 3"), Noon.value);
    QCOMPARE(stage.number("SELECT until FROM coverage WHERE pages = 3"), (Noon + UtcMicros::PerDay).value);
    QCOMPARE(stage.number("SELECT since FROM coverage WHERE pages = 1"), std::numeric_limits<qint64>::min());
    QCOMPARE(stage.number("SELECT until FROM coverage WHERE pages = 1"), std::numeric_limits<qint64>::max());

    VERIFY_RESULT(stage.push(workspace));
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM coverage"), 2);
    // Another scope: what was fetched with the one before no longer says anything.
    page.fingerprint = "another scope";
    page.covered = {
        {.window = {.from = Noon, .to = {}}, .answered = Noon + 3 * UtcMicros::PerDay, .pages = 7}};
    workspace.commit(page);
    VERIFY_RESULT(stage.push(workspace));
    QCOMPARE(stage.number(intervals), 1);
    QCOMPARE(stage.number("SELECT toInt64(sum(sign * pages)) FROM coverage"), 7);
}

void ArchivePushTest::pushesQuarantinedRowsAndTakesThemBack()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    PageCommit page = Testing::page(source, {});
    page.unreadable = {{.bytes = QByteArray("{\"id\":\xff\0}", 9),
                        .length = 9,
                        .offset = 17,
                        .reason = u"no UTF-8"_s,
                        .place = u"page 2"_s},
                       {.bytes = "[", .length = 1, .offset = 40, .reason = u"no object"_s}};
    workspace.commit(page);
    VERIFY_RESULT(stage.push(workspace));
    const ArchiveSql rows = "SELECT toInt64(sum(sign)) FROM quarantine";
    QCOMPARE(stage.number(rows), 2);
    QCOMPARE(stage.number(
                 "SELECT toInt64(count()) FROM quarantine WHERE bytes = unhex('7B226964223AFF007D') AND "
                 "length = 9 "
                 "AND position = 17 AND reason = 'no UTF-8' AND place = 'page 2' AND source = 'asana-main'"),
             1);
    VERIFY_RESULT(stage.push(workspace));
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM quarantine"), 2);

    // One can be read now.
    PageCommit retried = Testing::page(source, {makeEvent("found")});
    retried.retried = {1};
    workspace.commit(retried);
    VERIFY_RESULT(stage.push(workspace));
    QCOMPARE(stage.number(rows), 1);
    QCOMPARE(stage.difference(workspace), QString());
}

void ArchivePushTest::severalWorkspacesShareAnArchive()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace first(u"first"_s);
    PushWorkspace second(u"second"_s);
    first.add(first.addSource(u"asana-first"_s), 60);
    second.add(second.addSource(u"asana-second"_s), 70);
    VERIFY_RESULT(stage.push(first));
    VERIFY_RESULT(stage.push(second));
    first.change(SourceId{1}, 5, 10);
    VERIFY_RESULT(stage.push(first));
    QCOMPARE(stage.difference(first), QString());
    QCOMPARE(stage.difference(second), QString());
    const auto session = stage.open();
    const auto state = ArchiveLedger::state(**session, {});
    VERIFY_RESULT(state);
    QCOMPARE(state->events, 130);
    QCOMPARE(state->watermark.last.size(), 2U);
    QVERIFY(state->watermark.voids.empty());
    QVERIFY(state->created.from && state->created.to);
    QCOMPARE(state->created.from->value, stage.number("SELECT min(created) FROM event"));
    QCOMPARE(state->created.to->value, stage.number("SELECT max(created) + 1 FROM event"));
}

void ArchivePushTest::anEmptyWorkspacePushesNothing()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.addSource(u"asana-main"_s);
    const auto report = stage.push(workspace);
    VERIFY_RESULT(report);
    QCOMPARE(*report, PushReport());
    const auto session = stage.open();
    const auto state = ArchiveLedger::state(**session, {});
    VERIFY_RESULT(state);
    QCOMPARE(state->events, 0);
    QVERIFY(state->watermark.last.empty());
    QVERIFY(!state->created.from);
}

/// Of a collector, from push to push, and from that of the server.
void ArchivePushTest::clocksThatDifferChangeNothing()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    int changed = 1;
    for (const char *time : {"2120-01-01T00:00:00Z", "1999-01-01T00:00:00Z", "2026-11-30T12:00:00Z"}) {
        workspace.add(source, 50);
        workspace.change(source, changed, 5);
        changed += 5;
        const auto reader = EventReader::open(workspace.folder());
        VERIFY_RESULT(reader);
        const auto session = stage.open();
        VERIFY_RESULT(session);
        VERIFY_RESULT(
            pushToArchive(**reader, **session, ArchiveStage::plan(workspace), ManualClock(time), {}));
        QCOMPARE(stage.difference(workspace), QString());
    }
}

void ArchivePushTest::continuesAfterACancel()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 120);
    CancelSource source;
    const auto reader = EventReader::open(workspace.folder());
    const auto session = stage.open();
    const ManualClock clock("2026-11-30T12:00:00Z");
    const auto cancelled = pushToArchive(**reader, **session, ArchiveStage::plan(workspace), clock,
                                         source.token(), [&source](qint64 done, qint64) {
                                             if (done >= 80)
                                                 source.cancel();
                                         });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    const auto report = stage.push(workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->events, 40); // the other groups count since they were committed
    QCOMPARE(stage.difference(workspace), QString());
}

void ArchivePushTest::saysHowFarItIs()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 10);
    VERIFY_RESULT(stage.push(workspace));
    workspace.add(source, 100);
    const auto reader = EventReader::open(workspace.folder());
    const auto session = stage.open();
    const ManualClock clock("2026-11-30T12:00:00Z");
    QList<std::pair<qint64, qint64>> steps;
    VERIFY_RESULT(pushToArchive(**reader, **session, ArchiveStage::plan(workspace), clock, {},
                                [&steps](qint64 done, qint64 all) {
                                    steps.append({done, all});
                                }));
    QCOMPARE(steps, (QList<std::pair<qint64, qint64>>{{40, 100}, {80, 100}, {100, 100}}));
}

TRAILGLASS_TEST(ArchivePushTest)
#include "tst_archivepush.moc"
