// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/runtablemodel.h"
#include "models/table/runtext.h"
#include "tests/runner/testclass.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr UtcMicros Start{1'763'720'000 * UtcMicros::PerSecond}; // 2025-11-21T10:13:20Z

RunRow runOf(qint64 number)
{
    RunRow run{.number = number,
               .source = u"work"_s,
               .started = Start + number * UtcMicros::PerHour,
               .ended = Start + number * UtcMicros::PerHour + 90 * UtcMicros::PerSecond};
    run.figures = RunRow::Figures{.requests = 12, .retries = 2, .pages = 10, .bytes = 4'000, .added = 1};
    return run;
}

RunRow interrupted(qint64 number)
{
    return {.number = number, .source = u"work"_s, .state = RunRow::State::Interrupted, .started = Start};
}

QList<RunRow> runsOf(const QList<qint64> &numbers)
{
    QList<RunRow> runs;
    for (const qint64 number : numbers)
        runs.append(runOf(number));
    return runs;
}

} // namespace

class RunTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void showsWhatARunDid()
    {
        RunTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        RunRow run = runOf(0);
        run.kind = RunRow::Kind::FullSync;
        run.state = RunRow::State::Failed;
        run.figures->waited = 12'500'000;
        run.error = RunRow::Failure{.kind = u"server"_s, .httpStatus = 503, .message = u"not\u202E now"_s};
        run.warnings = {u"later"_s};

        model.setRuns({run});

        QCOMPARE(textsOf(model, 0),
                 (QStringList{u"2025-11-21 10:13:20 UTC"_s, u"Full sync"_s, u"1 min 30 s"_s, u"Failed"_s,
                              u"1"_s, u"12"_s, u"2"_s, u"12.5 s"_s, u"not<U+202E> now"_s}));
        model.setDisplayZone(QTimeZone("Europe/Berlin"));
        QCOMPARE(textsOf(model, 0).first(), u"2025-11-21 11:13:20 CET"_s);
        const QString spoken = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        for (const QString &part : {u"Kind: Full sync"_s, u"Result: Failed"_s, u"Waited: 12.5 s"_s})
            QVERIFY2(spoken.contains(part), qPrintable(spoken));
    }

    void saysNothingOfFiguresThatAreNotKnown()
    {
        RunTableModel model;
        model.setRuns({interrupted(1)});
        QCOMPARE(textsOf(model, 0).mid(RunTableModel::DurationColumn),
                 (QStringList{QString(), u"Interrupted, no end noted"_s, QString(), QString(), QString(),
                              QString(), QString()}));
        QVERIFY(!model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Requests"_s));
    }

    void changesInPlace_data()
    {
        QTest::addColumn<QList<qint64>>("before");
        QTest::addColumn<QList<qint64>>("after");
        using Numbers = QList<qint64>;
        QTest::newRow("a new one") << Numbers{3, 2, 1} << Numbers{4, 3, 2, 1};
        QTest::newRow("a new one, and the oldest goes") << Numbers{3, 2, 1} << Numbers{4, 3, 2};
        QTest::newRow("gaps") << Numbers{9, 7, 5, 3, 1} << Numbers{10, 9, 6, 5, 2};
        QTest::newRow("others") << Numbers{3, 2} << Numbers{8, 7, 1};
        QTest::newRow("the same") << Numbers{3, 2, 1} << Numbers{3, 2, 1};
    }
    void changesInPlace()
    {
        QFETCH(QList<qint64>, before);
        QFETCH(QList<qint64>, after);
        RunTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRuns(runsOf(before));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model.index(1, 0); // as a selection is

        model.setRuns(runsOf(after));

        QVERIFY(model.runs() == runsOf(after));
        QVERIFY(resets.isEmpty());
        QCOMPARE(kept.isValid(), after.contains(before.at(1)));
        if (kept.isValid())
            QCOMPARE(model.runs().at(kept.row()).number, before.at(1));
    }

    void tellsOnlyOfChangedRows()
    {
        RunTableModel model;
        model.setRuns({interrupted(2), runOf(1)});
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

        model.setRuns(runsOf({2, 1})); // it was still running

        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 0);
    }

    void replacesTheRunsOfAnotherSource()
    {
        RunTableModel model;
        model.setRuns(runsOf({3, 1}));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        RunRow other = runOf(2);
        other.source = u"chat"_s;
        model.setRuns({other});
        QCOMPARE(resets.size(), 1);
        QVERIFY(model.runs() == QList<RunRow>{other});
    }

    void writesDurations_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"0 s"_s;
        QTest::newRow("a clock put back") << qint64(-5'000'000) << u"0 s"_s;
        QTest::newRow("cut, not rounded") << qint64(499'999) << u"0.4 s"_s;
        QTest::newRow("seconds") << qint64(59'999'999) << u"59.9 s"_s;
        QTest::newRow("whole seconds") << qint64(12'000'000) << u"12 s"_s;
        QTest::newRow("minutes") << qint64(200'000'000) << u"3 min 20 s"_s;
        QTest::newRow("hours") << 3'900 * UtcMicros::PerSecond << u"1 h 5 min"_s;
        QTest::newRow("weeks") << 3'600'000 * UtcMicros::PerSecond
                               << QString(QLocale().toString(1'000) + u" h 0 min"_s);
    }
    void writesDurations()
    {
        QFETCH(const qint64, micros);
        QFETCH(const QString, text);
        QCOMPARE(durationText(micros), text);
    }

    void saysUpToWhenASourceWasFetched()
    {
        const QTimeZone utc = QTimeZone::utc();
        QCOMPARE(lastCompleteText({}, utc),
                 u"Last complete sync: none yet. Until one has ended, events may be missing."_s);
        QCOMPARE(
            lastCompleteText(CompleteSync{.started = Start, .ended = Start + UtcMicros::PerMinute}, utc),
            u"Last complete sync: started 2025-11-21 10:13:20 UTC, ended 2025-11-21 10:14:20 UTC. It has "
            "fetched what the vendor had by its start; the next one fetches what came later."_s);
        const QString ended = lastCompleteText(CompleteSync{.started = {}, .ended = Start}, utc);
        QVERIFY2(ended.contains(u"ended 2025-11-21 10:13:20 UTC"_s) && ended.contains(u"not noted"_s),
                 qPrintable(ended));
    }

    void aSyncThatLeftAGapIsNotCalledComplete()
    {
        QCOMPARE(stateText(RunRow::State::Complete), u"Complete"_s);
        QCOMPARE(stateText(RunRow::State::WithGap), u"Ended, with a coverage gap"_s);
    }

    void detailsExplainWhatIsRunning()
    {
        RunRow run = interrupted(1);
        run.state = RunRow::State::Running;
        QVERIFY2(runDetails(run).first().contains(u"counts as synced as soon as"_s),
                 qPrintable(runDetails(run).first()));
        run.kind = RunRow::Kind::Import;
        QVERIFY2(runDetails(run).first().startsWith(u"The import is running."_s),
                 qPrintable(runDetails(run).first()));
    }

    void detailsNameTheErrorFirst()
    {
        RunRow run = runOf(1);
        run.error = RunRow::Failure{.kind = u"server"_s, .message = u"not now"_s};
        run.warnings = {u"one"_s, u"two\n"_s};
        const QStringList lines = runDetails(run);
        QCOMPARE(lines.first(3), (QStringList{u"not now"_s, u"one"_s, u"two<LF>"_s}));
        QVERIFY2(lines.last().startsWith(u"received: 0 · new: 1 · pages: 10"_s), qPrintable(lines.last()));
        QCOMPARE(runDetails(interrupted(1)).size(), 1);
    }

private:
    static QStringList textsOf(const RunTableModel &model, int row)
    {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts += model.index(row, column).data().toString();
        return texts;
    }
};

TRAILGLASS_TEST(RunTableModelTest)
#include "tst_runtablemodel.moc"
