// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/runplan.h"
#include "sourcedriver.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

using Time = std::optional<UtcMicros>;

/// Midnight; of no date no time.
Time day(const QByteArray &date)
{
    return date.isEmpty() ? Time() : at(QByteArray(date + "T00:00:00Z").constData());
}

} // namespace

class RunPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEarlyEnough_data();
    void beginsEarlyEnough();
    void leavesNoGapWhenTheCheckpointIsGone();
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
    row("first behind an import", 10, false, "", "2026-01-01", "", "2026-11-10");
    row("full, nothing stored", 10, true, "2026-11-19", "", "", "2026-11-10");
    row("full, older events stored", 10, true, "2026-11-19", "2026-03-01", "2026-11-19", "2026-03-01");
    row("full, only newer events stored", 10, true, "2026-11-19", "2026-11-15", "2026-11-19", "2026-11-10");
    row("full, everything", 0, true, "2026-11-19", "2026-03-01", "2026-11-19", "");
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
    const RunPlan plan = planRun(checkedSettings(source, {{u"initial_days"_s, initialDays}}), options,
                                 day(watermark), false, {});
    QCOMPARE(plan.from, day(from));
    QCOMPARE(plan.to, options.now);
}

/// After a change of key or settings.
void RunPlanTest::leavesNoGapWhenTheCheckpointIsGone()
{
    const Source &source = *findSource(Vendor::Datafold);
    RunOptions options;
    options.now = *day("2026-11-20");
    options.latest = day("2026-03-01");
    const RunPlan plan = planRun(checkedSettings(source, {}), options, {}, false, {});
    QCOMPARE(plan.from, Time(*options.latest - Overlap));
}

TRAILGLASS_TEST(RunPlanTest)
#include "tst_runplan.moc"
