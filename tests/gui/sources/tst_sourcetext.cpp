// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sourcetext.h"
#include "tests/runner/testclass.h"
#include "views/sources/firstrunpage.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace Trailglass {

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
    void theFirstPagePromisesNoKeychain();
};

void SourceTextTest::aTestDoesNotDenyWhatIsStored_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("stored");
    QTest::addColumn<QString>("text");
    const QString quiet =
        u"Connection works. The test request returned no events; where the vendor can be asked "
        "for a time, it covers the last hour only."_s;
    QTest::newRow("a quiet hour") << qint64(0) << qint64(2'434)
                                  << u"%1 2,434 events of this source are stored."_s.arg(quiet);
    QTest::newRow("a quiet hour of a new source") << qint64(0) << qint64(0) << quiet;
    QTest::newRow("events came") << qint64(25) << qint64(2'434)
                                 << u"Connection works. The test page contained 25 events, the newest from "
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

    QCOMPARE(row.progress, u"1,200 events · Retrying in 4 seconds: 503 Service Unavailable"_s);
    QVERIFY2(row.details.startsWith(row.progress), qPrintable(row.details));
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

} // namespace Trailglass

TRAILGLASS_GUI_TEST(Trailglass::SourceTextTest)
#include "tst_sourcetext.moc"
