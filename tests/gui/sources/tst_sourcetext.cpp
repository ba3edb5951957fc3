// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sourcetext.h"
#include "tests/runner/testclass.h"
#include "views/sources/firstrunpage.h"

#include <QLabel>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

const UtcMicros Noon = *parseTime("2026-11-20T12:00:00Z");

ConnectionReport reportOf(qint64 rows, const std::optional<UtcMicros> &latest)
{
    ConnectionReport report;
    report.source = u"work"_s;
    report.rows = rows;
    report.latest = latest;
    return report;
}

} // namespace

/// What is said of a source: nothing that is not so.
class SourceTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void aTestDoesNotDenyWhatIsStored_data();
    void aTestDoesNotDenyWhatIsStored();
    void aFailedRunIsNoSuccess_data();
    void aFailedRunIsNoSuccess();
    void aStoppedFirstSyncIsNotCalledUnsynced();
    void aRetryIsShownWithItsReason();
    void thePlanIsSaidInFull_data();
    void thePlanIsSaidInFull();
    void whatTheVendorDeletesComesFirst_data();
    void whatTheVendorDeletesComesFirst();
    void theFirstPagePromisesNoKeychain();
};

void SourceTextTest::aTestDoesNotDenyWhatIsStored_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("stored");
    QTest::addColumn<QString>("text");
    const QString quiet =
        u"Connection works. The test request returned no events; where the vendor takes a time "
        "range, it covers the last hour only."_s;
    QTest::newRow("a quiet hour") << qint64(0) << qint64(2'434)
                                  << u"%1 2,434 event(s) of this source are stored."_s.arg(quiet);
    QTest::newRow("a quiet hour of a new source") << qint64(0) << qint64(0) << quiet;
    QTest::newRow("events came") << qint64(25) << qint64(2'434)
                                 << u"Connection works. The test page contained 25 event(s), the newest from "
                                    "2026-11-20 12:00:00 UTC."_s;
}

void SourceTextTest::aTestDoesNotDenyWhatIsStored()
{
    QFETCH(const qint64, rows);
    QFETCH(const qint64, stored);
    const auto latest = rows > 0 ? std::optional(Noon) : std::nullopt;
    const ConnectionResult result = connectionResult(reportOf(rows, latest), stored, QTimeZone::utc());
    QCOMPARE(result.kind, ConnectionResult::Kind::Works);
    QTEST(result.text, "text");
}

void SourceTextTest::aFailedRunIsNoSuccess_data()
{
    QTest::addColumn<bool>("hasSucceeded");
    QTest::addColumn<QString>("said");
    QTest::newRow("the first") << false << u"Not synced successfully yet."_s;
    QTest::newRow("a later one") << true << u"Last successful sync: 2026-11-19 12:00:00 UTC"_s;
}

void SourceTextTest::aFailedRunIsNoSuccess()
{
    QFETCH(const bool, hasSucceeded);
    QFETCH(const QString, said);
    SourceEntry entry;
    entry.record.name = u"work"_s;
    entry.record.type = u"asana"_s;
    entry.state.lastError = u"Not Authorized"_s;
    entry.state.lastAttempt = Noon;
    if (hasSucceeded)
        entry.state.lastSuccess = Noon - UtcMicros::PerDay;

    const SourceRow row = sourceRow(entry, {}, QTimeZone::utc());

    QCOMPARE(row.state, SourceRow::State::Failed);
    QCOMPARE(row.lastSuccess, entry.state.lastSuccess);
    QVERIFY2(row.details.contains(said), qPrintable(row.details));
    QVERIFY2(row.details.contains(u"The last sync failed at 2026-11-20 12:00:00 UTC: Not Authorized"_s),
             qPrintable(row.details));
}

void SourceTextTest::aStoppedFirstSyncIsNotCalledUnsynced()
{
    SourceEntry entry;
    entry.record.name = u"work"_s;
    entry.record.type = u"asana"_s;
    entry.state.checkpoint = {{u"offset"_s, u"somewhere"_s}};
    entry.state.events = 800;

    const SourceRow row = sourceRow(entry, {}, QTimeZone::utc());

    QCOMPARE(row.state, SourceRow::State::Incomplete);
    QVERIFY2(row.details.contains(u"The first sync was stopped before its end."_s), qPrintable(row.details));
}

void SourceTextTest::aRetryIsShownWithItsReason()
{
    SourceEntry entry;
    entry.record.name = u"work"_s;
    entry.record.type = u"asana"_s;
    SourceActivity run;
    run.progress = SyncProgress{};
    run.progress->received = 1'200;
    run.progress->activity = u"Retrying in 4 seconds: 503 Service Unavailable"_s;

    const SourceRow row = sourceRow(entry, run, QTimeZone::utc());

    QCOMPARE(row.progress, u"1,200 event(s) · Retrying in 4 seconds: 503 Service Unavailable"_s);
    QVERIFY2(row.details.startsWith(row.progress), qPrintable(row.details));
}

void SourceTextTest::thePlanIsSaidInFull_data()
{
    QTest::addColumn<PlannedSync>("plan");
    QTest::addColumn<QString>("said");
    QTest::newRow("by hand") << PlannedSync() << QString();
    QTest::newRow("by hand, in a paused window") << PlannedSync{.isPaused = true} << QString();
    QTest::newRow("next") << PlannedSync{.next = Noon} << u"Next sync: 2026-11-20 12:00:00 UTC"_s;
    QTest::newRow("next try") << PlannedSync{.next = Noon, .isRetry = true}
                              << u"Next try: 2026-11-20 12:00:00 UTC"_s;
    QTest::newRow("begins now") << PlannedSync{.next = Noon, .isDue = true} << QString();
    QTest::newRow("paused") << PlannedSync{.next = Noon, .isDue = true, .isPaused = true}
                            << u"Scheduled sync is paused."_s;
    QTest::newRow("waits") << PlannedSync{.next = Noon, .waitsFor = u"Another \u202E program."_s}
                           << u"The scheduled sync waits: Another <U+202E> program.\n"
                              "Next sync: 2026-11-20 12:00:00 UTC"_s;
}

void SourceTextTest::thePlanIsSaidInFull()
{
    QFETCH(const PlannedSync, plan);
    QFETCH(const QString, said);
    QCOMPARE(plannedText(plan, QTimeZone::utc()), said);
    SourceEntry entry;
    entry.record.name = u"work"_s;
    entry.record.type = u"asana"_s;
    const SourceRow row = sourceRow(entry, {.progress = {}, .report = {}, .plan = plan}, QTimeZone::utc());
    QVERIFY2(row.details.contains(said), qPrintable(row.details));
    QCOMPARE(row.nextSync, plan.next);
}

void SourceTextTest::whatTheVendorDeletesComesFirst_data()
{
    QTest::addColumn<RetentionRisk::Kind>("kind");
    QTest::addColumn<bool>("needsAttention");
    QTest::newRow("soon") << RetentionRisk::Kind::Soon << true;
    QTest::newRow("in part") << RetentionRisk::Kind::Partly << true;
    QTest::newRow("lost") << RetentionRisk::Kind::Lost << false; // nobody can do anything about it
}

void SourceTextTest::whatTheVendorDeletesComesFirst()
{
    QFETCH(const RetentionRisk::Kind, kind);
    QFETCH(const bool, needsAttention);
    SourceEntry entry;
    entry.record.name = u"work"_s;
    entry.record.type = u"asana"_s;
    entry.retention = RetentionRisk{kind, {Noon - UtcMicros::PerDay, Noon}, Noon};
    entry.hasQuarantined = true;
    const SourceRow row = sourceRow(entry, {}, QTimeZone::utc());
    QVERIFY2(row.details.startsWith(u"Asana deletes events after 90 days"_s), qPrintable(row.details));
    QVERIFY2(row.details.contains(u"2026-11-20 12:00:00 UTC"_s), qPrintable(row.details));
    QVERIFY2(row.details.contains(u"quarantined"_s), qPrintable(row.details));
    QCOMPARE(row.isTroubled(), needsAttention);
}

void SourceTextTest::theFirstPagePromisesNoKeychain()
{
    const FirstRunPage page;
    QStringList sentences;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->text().contains(u"keychain"_s))
            sentences += label->text();
    }
    QCOMPARE(sentences.size(), 1);
    QVERIFY2(sentences.constFirst().contains(u"where there is none, until the window closes"_s),
             qPrintable(sentences.constFirst()));
}

TRAILGLASS_GUI_TEST(SourceTextTest)
#include "tst_sourcetext.moc"
