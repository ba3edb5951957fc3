// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/runplan.h"
#include "tests/runner/testclass.h"
#include "tests/sources/sourcedriver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

using Time = std::optional<UtcMicros>;

/// Midnight, unless a time is given; of no date no time.
Time day(const QByteArray &date)
{
    const QByteArray time = date.contains('T') ? QByteArray(":00Z") : QByteArray("T00:00:00Z");
    return date.isEmpty() ? Time() : at(QByteArray(date + time).constData());
}

} // namespace

class RunPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEarlyEnough_data();
    void beginsEarlyEnough();
    void leavesNoGapWhenTheCheckpointIsGone();
    void knowsWhenSinceLeavesAGap_data();
    void knowsWhenSinceLeavesAGap();
    void staysInsideTheScope_data();
    void staysInsideTheScope();
};

void RunPlanTest::beginsEarlyEnough_data()
{
    QTest::addColumn<QString>("initialDays");
    QTest::addColumn<bool>("full");
    QTest::addColumn<QByteArray>("watermark");
    QTest::addColumn<QByteArray>("earliest");
    QTest::addColumn<QByteArray>("latest");
    QTest::addColumn<QByteArray>("from");
    const auto row = [](const char *name, int days, bool full, const char *watermark, const char *earliest,
                        const char *latest, const char *from) {
        QTest::newRow(name) << QString::number(days) << full << QByteArray(watermark) << QByteArray(earliest)
                            << QByteArray(latest) << QByteArray(from);
    };
    row("first", 10, false, "", "", "", "2026-11-10");
    row("first, everything", 0, false, "", "", "", "");
    row("first after an import", 10, false, "", "2026-01-01", "", "2026-11-10");
    row("full, nothing stored", 10, true, "2026-11-19", "", "", "2026-11-10");
    row("full, older events stored", 10, true, "2026-11-19", "2026-03-01", "2026-11-19", "2026-03-01");
    row("full, only newer events stored", 10, true, "2026-11-19", "2026-11-15", "2026-11-19", "2026-11-10");
    row("full, everything", 0, true, "2026-11-19", "2026-03-01", "2026-11-19", "");
    row("full, nothing stored since long", 10, true, "2026-11-02", "", "", "2026-11-01T23:50");
    row("full, an event from before all logs", 10, true, "2026-11-19", "1970-01-02", "2026-11-19",
        "2015-01-01");
}

void RunPlanTest::beginsEarlyEnough()
{
    QFETCH(QString, initialDays);
    QFETCH(bool, full);
    QFETCH(QByteArray, watermark);
    QFETCH(QByteArray, earliest);
    QFETCH(QByteArray, latest);
    QFETCH(QByteArray, from);
    const Source &source = *findSource(Vendor::Datafold);
    RunOptions options;
    options.now = *day("2026-11-20");
    options.full = full;
    options.earliest = day(earliest);
    options.latest = day(latest);
    const RunPlan plan =
        planRun(checkedSettings(source, {{u"initial_days"_s, initialDays}}), options, day(watermark), {});
    QCOMPARE(plan.from, day(from));
    QVERIFY(!plan.leavesGap);
}

/// After a change of key or settings.
void RunPlanTest::leavesNoGapWhenTheCheckpointIsGone()
{
    const Source &source = *findSource(Vendor::Datafold);
    RunOptions options;
    options.now = *day("2026-11-20");
    options.latest = day("2026-03-01");
    const RunPlan plan = planRun(checkedSettings(source, {}), options, {}, {});
    QCOMPARE(plan.from, Time(*options.latest - Overlap));
}

/// A run that begins above where an ordinary one would has not read what came late between.
void RunPlanTest::knowsWhenSinceLeavesAGap_data()
{
    QTest::addColumn<QByteArray>("watermark");
    QTest::addColumn<QByteArray>("since");
    QTest::addColumn<bool>("gap");
    QTest::addColumn<bool>("gapWithoutDates");
    const auto row = [](const char *name, const char *watermark, const char *since, bool gap, bool undated) {
        QTest::newRow(name) << QByteArray(watermark) << QByteArray(since) << gap << undated;
    };
    row("above the watermark", "2026-11-19", "2026-11-19T00:01", true, true);
    row("in the overlap", "2026-11-19", "2026-11-18T23:51", true, true);
    row("where an ordinary run begins", "2026-11-19", "2026-11-18T23:50", false, false);
    row("before the first run", "", "2026-11-19", true, true);
    row("before the first run, as early as that", "", "2026-11-10", false, true);
}

void RunPlanTest::knowsWhenSinceLeavesAGap()
{
    QFETCH(QByteArray, watermark);
    QFETCH(QByteArray, since);
    QFETCH(bool, gap);
    QFETCH(bool, gapWithoutDates);
    RunOptions options;
    options.now = *day("2026-11-20");
    options.since = day(since);
    const SourceSettings settings =
        checkedSettings(*findSource(Vendor::Datafold), {{u"initial_days"_s, u"10"_s}});
    const RunPlan plan = planRun(settings, options, day(watermark), {});
    QCOMPARE(plan.from, day(since));
    QCOMPARE(plan.leavesGap, gap);
    QCOMPARE(planUndatedRun(options, day(watermark)).leavesGap, gapWithoutDates);
}

void RunPlanTest::staysInsideTheScope_data()
{
    QTest::addColumn<QByteArray>("watermark");
    QTest::addColumn<QByteArray>("since");
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("first") << QByteArray() << QByteArray() << QByteArray("2026-03-01");
    QTest::newRow("in it") << QByteArray("2026-03-05") << QByteArray() << QByteArray("2026-03-04T23:50");
    QTest::newRow("at its end") << QByteArray("2026-04-02") << QByteArray() << QByteArray("2026-03-31T23:50");
    QTest::newRow("since before it") << QByteArray() << QByteArray("2026-02-01") << QByteArray("2026-03-01");
    QTest::newRow("since after it") << QByteArray() << QByteArray("2026-05-01")
                                    << QByteArray("2026-03-31T23:50");
}

void RunPlanTest::staysInsideTheScope()
{
    QFETCH(QByteArray, watermark);
    QFETCH(QByteArray, since);
    QFETCH(QByteArray, from);
    RunOptions options;
    options.now = *day("2026-11-20");
    options.since = day(since);
    const TimeWindow scope{day("2026-03-01"), day("2026-04-01")};
    const SourceSettings settings = checkedSettings(*findSource(Vendor::Datafold), {});
    QCOMPARE(planRun(settings, options, day(watermark), scope).from, day(from));
}

TRAILGLASS_TEST(RunPlanTest)
#include "tst_runplan.moc"
