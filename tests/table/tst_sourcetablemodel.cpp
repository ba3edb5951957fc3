// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/sourcetablemodel.h"
#include "models/table/timeformatter.h"
#include "tests/runner/testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr UtcMicros Now{1'763'720'000 * UtcMicros::PerSecond}; // 2025-11-21T10:13:20Z

SourceRow rowNamed(const QString &name)
{
    return {.name = name,
            .typeName = u"asana"_s,
            .displayName = u"Asana"_s,
            .state = SourceRow::State::UpToDate,
            .events = 7,
            .earliest = Now - UtcMicros::PerDay,
            .latest = Now - UtcMicros::PerHour,
            .lastSuccess = Now - 5 * UtcMicros::PerMinute,
            .lastError = {},
            .progress = {}};
}

QList<SourceRow> rowsNamed(const QStringList &names)
{
    QList<SourceRow> rows;
    for (const QString &name : names)
        rows.append(rowNamed(name));
    return rows;
}

} // namespace

class SourceTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void showsWhatIsKnownOfASource()
    {
        SourceTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setNow(Now);
        model.setRows(rowsNamed({u"team"_s}));

        QCOMPARE(text(model, 0, SourceTableModel::NameColumn), u"team"_s);
        QCOMPARE(text(model, 0, SourceTableModel::SourceTypeColumn), u"Asana"_s);
        QCOMPARE(text(model, 0, SourceTableModel::StateColumn), u"Up to date"_s);
        QCOMPARE(text(model, 0, SourceTableModel::EventsColumn), u"7"_s);
        QCOMPARE(text(model, 0, SourceTableModel::LastSyncColumn), u"5 minute(s) ago"_s);
        QCOMPARE(text(model, 0, SourceTableModel::LatestColumn), u"2025-11-21 09:13:20 UTC"_s);
        QCOMPARE(text(model, 0, SourceTableModel::MessageColumn), QString());
        QCOMPARE(model.index(0, SourceTableModel::LastSyncColumn)
                     .data(SourceTableModel::PlainToolTipRole)
                     .toString(),
                 u"2025-11-21 10:08:20 UTC"_s);
    }

    void showsTheVendorsErrorOrTheProgress()
    {
        SourceTableModel model;
        SourceRow row = rowNamed(u"team"_s);
        row.lastError = u"Not \u202Eauthorized"_s;
        row.state = SourceRow::State::Failed;
        model.setRows({row});
        QCOMPARE(text(model, 0, SourceTableModel::MessageColumn), u"Not <U+202E>authorized"_s);
        QCOMPARE(model.index(0, 0).data(SourceTableModel::StateRole).toInt(), int(SourceRow::State::Failed));

        row.progress = u"Reading"_s;
        model.setRows({row});
        QCOMPARE(text(model, 0, SourceTableModel::MessageColumn), u"Reading"_s);
    }

    void keepsIndexesAndSelectionWhileRowsChange_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        const QStringList three{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("nothing changes") << three << three;
        QTest::newRow("one comes first") << three << QStringList{u"0"_s, u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("one comes last") << three << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        QTest::newRow("neighbours go") << three << QStringList{u"b"_s};
        QTest::newRow("order turned round") << three << QStringList{u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("all at once") << three << QStringList{u"z"_s, u"c"_s, u"b"_s, u"x"_s};
    }

    void keepsIndexesAndSelectionWhileRowsChange()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        SourceTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRows(rowsNamed(before));
        const QPersistentModelIndex kept = model.index(1, 0); // "b"
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

        model.setRows(rowsNamed(after));

        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(text(model, row, SourceTableModel::NameColumn));
        QCOMPARE(names, after);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data(SourceTableModel::NameRole).toString(), u"b"_s);
        QCOMPARE(resets.count(), 0);
    }

    void tellsOfChangedRowsOnly()
    {
        SourceTableModel model;
        QList<SourceRow> rows = rowsNamed({u"a"_s, u"b"_s});
        model.setRows(rows);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setRows(rows);
        QCOMPARE(changes.count(), 0);
        rows[1].progress = u"Reading"_s;
        model.setRows(rows);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changes.first().at(1).toModelIndex().row(), 1);
    }

    void hasTheAgeOfTheLastSuccessShort_data()
    {
        QTest::addColumn<qint64>("ago");
        QTest::addColumn<QString>("age");
        QTest::newRow("a clock ahead") << -UtcMicros::PerHour << u"now"_s;
        QTest::newRow("seconds") << 59 * UtcMicros::PerSecond << u"now"_s;
        QTest::newRow("minutes") << 59 * UtcMicros::PerMinute << u"59 min"_s;
        QTest::newRow("hours") << 23 * UtcMicros::PerHour << u"23 h"_s;
        QTest::newRow("days") << 400 * UtcMicros::PerDay << u"400 d"_s;
    }
    void hasTheAgeOfTheLastSuccessShort()
    {
        QFETCH(const qint64, ago);
        SourceTableModel model;
        model.setNow(Now);
        SourceRow row = rowNamed(u"team"_s);
        row.lastSuccess = Now - ago;
        model.setRows({row});
        QTEST(model.index(0, 0).data(SourceTableModel::AgeRole).toString(), "age");
        row.lastSuccess.reset();
        row.state = SourceRow::State::Incomplete;
        model.setRows({row});
        QCOMPARE(model.index(0, 0).data(SourceTableModel::AgeRole).toString(), QString());
        QCOMPARE(text(model, 0, SourceTableModel::StateColumn), u"First sync not finished"_s);
        QCOMPARE(text(model, 0, SourceTableModel::LastSyncColumn), u"never"_s);
    }

    void readsARowOutAsOneSentence()
    {
        SourceTableModel model;
        SourceRow row = rowNamed(u"team"_s);
        row.state = SourceRow::State::Failed;
        row.lastError = u"Not authorized"_s;
        model.setRows({row});
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"team, Asana, Failed, 7 event(s). Not authorized"_s);
    }

    void saysHowLongAgo_data()
    {
        QTest::addColumn<qint64>("ago");
        QTest::addColumn<QString>("words");
        QTest::newRow("now") << qint64(0) << u"just now"_s;
        QTest::newRow("a clock a little ahead") << -30 * UtcMicros::PerSecond << u"just now"_s;
        QTest::newRow("a minute") << UtcMicros::PerMinute << u"1 minute(s) ago"_s;
        QTest::newRow("minutes") << 59 * UtcMicros::PerMinute << u"59 minute(s) ago"_s;
        QTest::newRow("an hour") << UtcMicros::PerHour << u"1 hour(s) ago"_s;
        QTest::newRow("hours") << 23 * UtcMicros::PerHour << u"23 hour(s) ago"_s;
        QTest::newRow("a day") << 30 * UtcMicros::PerHour << u"1 day(s) ago"_s;
        QTest::newRow("days") << 31 * UtcMicros::PerDay << u"31 day(s) ago"_s;
        QTest::newRow("long ago") << 32 * UtcMicros::PerDay << u"2025-10-20"_s;
        QTest::newRow("the future") << -2 * UtcMicros::PerDay << u"2025-11-23"_s;
    }

    void saysHowLongAgo()
    {
        QFETCH(qint64, ago);
        QFETCH(QString, words);
        QCOMPARE(timeAgo(Now - ago, Now, QTimeZone::utc()), words);
    }

    void saysWhenTheNextSyncIs_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<QString>("words");
        QTest::newRow("overdue") << -UtcMicros::PerDay << u"now"_s;
        QTest::newRow("now") << qint64(0) << u"now"_s;
        QTest::newRow("a second") << UtcMicros::PerSecond << u"in 1 minute(s)"_s;
        QTest::newRow("a minute") << UtcMicros::PerMinute << u"in 1 minute(s)"_s;
        QTest::newRow("minutes, begun ones counted") << 11 * UtcMicros::PerMinute + 1 << u"in 12 minute(s)"_s;
        QTest::newRow("sixty minutes") << UtcMicros::PerHour << u"in 60 minute(s)"_s;
        QTest::newRow("an hour") << UtcMicros::PerHour + 1 << u"in 1 hour(s)"_s;
        QTest::newRow("hours") << 5 * UtcMicros::PerHour << u"in 5 hour(s)"_s;
        QTest::newRow("a day") << UtcMicros::PerDay << u"in 24 hour(s)"_s;
        QTest::newRow("two days") << 2 * UtcMicros::PerDay << u"2025-11-23 10:13"_s;
    }

    void saysWhenTheNextSyncIs()
    {
        QFETCH(const qint64, left);
        QFETCH(const QString, words);
        QCOMPARE(timeUntil(Now + left, Now, QTimeZone::utc()), words);
        SourceTableModel model;
        model.setNow(Now);
        SourceRow row = rowNamed(u"team"_s);
        row.nextSync = Now + left;
        model.setRows({row});
        QCOMPARE(text(model, 0, SourceTableModel::NextSyncColumn), words);
        const auto sentence = [&model] {
            return model.index(0, 0).data(SourceTableModel::NextSyncRole).toString();
        };
        QCOMPARE(sentence(), QString("Next sync: "_L1 + words));
        row.isRetryNext = true;
        model.setRows({row});
        QCOMPARE(sentence(), QString("Next try: "_L1 + words));
    }

    void saysWhyNoSyncIsNext()
    {
        SourceTableModel model;
        model.setNow(Now);
        SourceRow row = rowNamed(u"team"_s);
        model.setRows({row});
        QCOMPARE(text(model, 0, SourceTableModel::NextSyncColumn), u"by hand"_s);
        QCOMPARE(model.index(0, 0).data(SourceTableModel::NextSyncRole).toString(), QString());
        row.nextSync = Now;
        row.isSyncPaused = true;
        model.setRows({row});
        QCOMPARE(text(model, 0, SourceTableModel::NextSyncColumn), u"paused"_s);
        QCOMPARE(model.index(0, 0).data(SourceTableModel::NextSyncRole).toString(),
                 u"Scheduled sync is paused."_s);
        row.state = SourceRow::State::Removed;
        model.setRows({row});
        QCOMPARE(text(model, 0, SourceTableModel::NextSyncColumn), QString());
        QCOMPARE(model.index(0, 0).data(SourceTableModel::NextSyncRole).toString(), QString());
    }

    void showsTimesInTheChosenZone()
    {
        QCOMPARE(exactTime(Now, QTimeZone("Asia/Tokyo")), u"2025-11-21 19:13:20 JST"_s);
        QCOMPARE(exactTime({-1}, QTimeZone::utc()), u"1969-12-31 23:59:59 UTC"_s);
        SourceTableModel model;
        model.setRows(rowsNamed({u"team"_s}));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setDisplayZone(QTimeZone("Asia/Tokyo"));
        QCOMPARE(changes.count(), 1);
        QVERIFY(text(model, 0, SourceTableModel::LatestColumn).startsWith(u"2025-11-21 18:13:20"));
    }

private:
    static QString text(const SourceTableModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

TRAILGLASS_TEST(SourceTableModelTest)
#include "tst_sourcetablemodel.moc"
