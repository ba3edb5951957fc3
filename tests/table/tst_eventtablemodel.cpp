// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/table/eventtablemodel.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class EventTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void loadsAPageWhenACellIsRequested();
    void tellsOfAPageOnce();
    void asksForNothingButTexts();
    void growsWithoutLosingPagesAndIndexes();
    void growsOnlyWhenTheRowsShownAreTheEnd();
    void readsAgainWhatIsLookedAtAfterGrowing();
    void dropsRecordsOfAnEarlierResult();
    void asksAgainForAPageThatWasPushedOut();
    void saysOnceThatAPageCannotBeRead();
    void showsRowsThatAreGone();
    void asksForRawOnlyWhenAColumnNeedsIt();
    void showsTimesInTheDisplayZone();
    void cutsAndCleansHostileTexts();
    void keepsOfLargeEventsWhatACellShows();
    void readsRowsAloud();
    void readsTheOperationWhereThereIsNoAction();
    void keepsSelectAllAsAState();
};

namespace {

QVariant cell(const EventTableModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.data(model.index(row, column), role);
}

std::vector<Column> columns(const QString &list)
{
    return *parseColumns(list);
}

} // namespace

void EventTableModelTest::loadsAPageWhenACellIsRequested()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(columns(u"id,action"_s));
    model.setSnapshot(newestFirst(300));
    fetcher.serveAll();

    QVERIFY(!cell(model, 40, 0).isValid() || cell(model, 40, 0).toString() == u"e-260"_s);
    fetcher.serveAll();

    QCOMPARE(model.rowCount(), 300);
    QCOMPARE(cell(model, 40, 0).toString(), u"e-260"_s);
    QCOMPARE(cell(model, 40, 0, EventTableModel::LoadingRole).toBool(), false);
    QCOMPARE(cell(model, 299, 0, EventTableModel::LoadingRole).toBool(), true);
    QCOMPARE(cell(model, 40, 1, EventTableModel::FieldRole).toString(), u"action"_s);
    QCOMPARE(cell(model, 299, 0, EventTableModel::RowIdRole).toLongLong(), 1);
    QCOMPARE(model.rowOf(RowId{1}), std::optional(299));
    QVERIFY(!model.rowOf(RowId{301}));
}

void EventTableModelTest::tellsOfAPageOnce()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    model.setSnapshot(newestFirst(300));
    (void)cell(model, 0, 0); // 44 rows on the newest page, 128 on each of the two others
    (void)cell(model, 100, 0);
    (void)cell(model, 101, 3);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    fetcher.serveAll();

    QCOMPARE(fetcher.requests().size(), 2U);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(44, 0)); // the newest request first
    QCOMPARE(changed.at(0).at(1).toModelIndex(), model.index(171, model.columnCount() - 1));
    QCOMPARE(changed.at(1).at(0).toModelIndex(), model.index(0, 0));
    QCOMPARE(changed.at(1).at(1).toModelIndex(), model.index(43, model.columnCount() - 1));
}

void EventTableModelTest::asksForNothingButTexts()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    model.setSnapshot(newestFirst(300));

    for (const int role :
         {int(Qt::SizeHintRole), int(Qt::ToolTipRole), int(Qt::DecorationRole), int(Qt::FontRole),
          int(EventTableModel::LoadingRole), int(EventTableModel::GoneRole),
          int(EventTableModel::OutcomeRole), int(EventTableModel::RowIdRole)})
        (void)cell(model, 0, 0, role);
    QVERIFY(!model.record(0));

    QCOMPARE(fetcher.requests().size(), 0U);
}

void EventTableModelTest::growsWithoutLosingPagesAndIndexes()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(columns(u"id"_s));
    model.setSnapshot(newestFirst(200));
    (void)cell(model, 10, 0);
    (void)cell(model, 199, 0);
    fetcher.serveAll();
    const QPersistentModelIndex kept(model.index(10, 0));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    QVERIFY(model.growTo(newestFirst(205)));

    QCOMPARE(reset.size(), 0);
    QCOMPARE(kept.row(), 15);
    QCOMPARE(kept.data().toString(), u"e-190"_s);
    QVERIFY(model.record(204));
    QVERIFY(!model.record(0)); // new, although its page is here in part
    QVERIFY(cell(model, 0, 0, EventTableModel::LoadingRole).toBool());
    fetcher.serveAll();
    QCOMPARE(cell(model, 0, 0).toString(), u"e-205"_s);
}

void EventTableModelTest::growsOnlyWhenTheRowsShownAreTheEnd()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(!model.growTo(snapshotOf({1})));
    model.setSnapshot(snapshotOf({5, 3, 1}));

    QVERIFY(!model.growTo(nullptr));
    QVERIFY(!model.growTo(snapshotOf({5, 3, 2, 1})));
    QVERIFY(!model.growTo(snapshotOf({3, 1})));
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.growTo(snapshotOf({5, 3, 1})));
    QVERIFY(model.growTo(snapshotOf({9, 5, 3, 1})));
    QCOMPARE(model.rowCount(), 4);
    model.setSnapshot(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void EventTableModelTest::readsAgainWhatIsLookedAtAfterGrowing()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    model.setColumns(columns(u"correlation"_s));
    model.setSnapshot(newestFirst(20));
    (void)cell(model, 5, 0);
    fetcher.serveAll();
    fetcher.revision = "newer";

    QVERIFY(model.growTo(newestFirst(20)));

    QCOMPARE(cell(model, 5, 0).toString(), QString());
    fetcher.serveAll();
    QCOMPARE(cell(model, 5, 0).toString(), u"newer"_s);
    const std::size_t asked = fetcher.requests().size();
    (void)cell(model, 6, 0);
    QCOMPARE(fetcher.requests().size(), asked);
}

void EventTableModelTest::dropsRecordsOfAnEarlierResult()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    model.setColumns(columns(u"id"_s));
    model.setSnapshot(newestFirst(50));
    (void)cell(model, 0, 0);
    model.setSnapshot(snapshotOf({7, 8, 9}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    fetcher.serveAll();

    QCOMPARE(changed.size(), 0);
    QVERIFY(!model.record(0));
    (void)cell(model, 0, 0);
    fetcher.serveAll();
    QCOMPARE(cell(model, 0, 0).toString(), u"e-7"_s);
}

void EventTableModelTest::asksAgainForAPageThatWasPushedOut()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    model.setSnapshot(newestFirst(2'000));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int page = 0; page < 10; ++page)
        (void)cell(model, page * EventTableModel::RowsPerPage, 0);
    QCOMPARE(fetcher.waiting(), 8U);

    QTRY_COMPARE(changed.size(), 2); // whoever still looks at them asks again
    (void)cell(model, 0, 0);

    QCOMPARE(fetcher.requests().size(), 11U);
    fetcher.serveAll();
    QVERIFY(model.record(0));
}

void EventTableModelTest::saysOnceThatAPageCannotBeRead()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSnapshot(newestFirst(10));
    QSignalSpy failed(&model, &EventTableModel::failed);
    (void)cell(model, 0, 0);

    fetcher.failAll(ErrorKind::Storage);
    (void)cell(model, 1, 0);

    QCOMPARE(failed.size(), 1);
    QCOMPARE(fetcher.waiting(), 0U);
    QVERIFY(cell(model, 0, 0, EventTableModel::LoadingRole).toBool());
    model.retry();
    (void)cell(model, 0, 0);
    fetcher.serveAll();
    QVERIFY(model.record(0));
}

void EventTableModelTest::showsRowsThatAreGone()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    fetcher.gone = {RowId{10}, RowId{8}};
    model.setColumns(columns(u"id,action"_s));
    model.setSnapshot(newestFirst(10));
    (void)cell(model, 0, 0);

    fetcher.serveAll();

    QCOMPARE(cell(model, 0, 0).toString(), u"(removed)"_s);
    QVERIFY(!cell(model, 0, 1).isValid());
    QVERIFY(cell(model, 0, 1, EventTableModel::GoneRole).toBool());
    QVERIFY(!cell(model, 0, 1, EventTableModel::LoadingRole).toBool());
    QCOMPARE(cell(model, 1, 0).toString(), u"e-9"_s);
    QCOMPARE(cell(model, 2, 0).toString(), u"(removed)"_s);
}

void EventTableModelTest::asksForRawOnlyWhenAColumnNeedsIt()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(columns(u"id"_s));
    model.setSnapshot(newestFirst(10));
    (void)cell(model, 0, 0);
    fetcher.serveAll();
    QVERIFY(model.record(0)->event.raw.empty());

    model.setColumns(columns(u"id,@details.to"_s));
    (void)cell(model, 2, 1);
    fetcher.serveAll();

    QCOMPARE(cell(model, 2, 1).toString(), u"v0"_s);
    QCOMPARE(cell(model, 3, 1).toString(), u"v3"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"@details.to"_s);
}

void EventTableModelTest::showsTimesInTheDisplayZone()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    model.setColumns(columns(u"created,received"_s));
    model.setSnapshot(newestFirst(3));
    (void)cell(model, 2, 0);
    fetcher.serveAll();
    QCOMPARE(cell(model, 2, 0).toString(), u"2025-11-20 08:55:01.123"_s);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"created (UTC)"_s);

    model.setDisplayZone(QTimeZone("Asia/Kathmandu"));

    QCOMPARE(cell(model, 2, 0).toString(), u"2025-11-20 14:40:01.123"_s);
    QCOMPARE(cell(model, 2, 1).toString(), u"2025-11-20 14:41:40.000"_s);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"created (Asia/Kathmandu)"_s);
    QCOMPARE(cell(model, 2, 0, EventTableModel::ValueRole).toString(), u"2025-11-20T08:55:01.123456Z"_s);
}

void EventTableModelTest::cutsAndCleansHostileTexts()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    model.setColumns(columns(u"correlation"_s));
    model.setSnapshot(newestFirst(1));
    std::string hostile = "<img src=http://x>\xE2\x80\xAE\n";
    for (int count = 0; count < 5'000; ++count)
        hostile += "\xF0\x9F\x98\x80";
    fetcher.revision = hostile;
    (void)cell(model, 0, 0);
    fetcher.serveAll();

    const QString shown = cell(model, 0, 0).toString();

    QVERIFY(shown.startsWith(u"<img src=http://x><U+202E><LF>"_s));
    QVERIFY(shown.endsWith(u"😀…"_s));
    QVERIFY(shown.size() < 10'100);
    QCOMPARE(cell(model, 0, 0, EventTableModel::ValueRole).toString(), toQString(hostile));
    const QString tip = cell(model, 0, 0, Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"&lt;img"_s));
    QVERIFY(!tip.contains(u"<img"_s));
}

void EventTableModelTest::keepsOfLargeEventsWhatACellShows()
{
    ScriptedFetcher fetcher;
    fetcher.rawOfAll = R"({"small":"s","large":")" + std::string(1'000'000, 'y') + "\"}";
    fetcher.revision.assign(1'000'000, 'z');
    EventTableModel model(fetcher);
    model.setColumns(columns(u"id,@small,@large,raw,correlation"_s));
    model.setSnapshot(newestFirst(3));
    (void)cell(model, 0, 0);
    fetcher.serveAll();

    QVERIFY(model.record(0)->event.raw.empty());
    QVERIFY(!model.wholeRecord(0));
    QCOMPARE(cell(model, 0, 1).toString(), u"s"_s);
    QCOMPARE(model.value(model.index(0, 0)), std::optional<std::string>("e-3"));
    QCOMPARE(model.value(model.index(0, 1)), std::optional<std::string>("s"));
    for (const int column : {2, 3, 4}) {
        QCOMPARE(cell(model, 0, column).toString().size(), 10'001);
        QVERIFY(cell(model, 0, column).toString().endsWith(u'…'));
        QVERIFY(!model.value(model.index(0, column)));
    }
    QVERIFY(cell(model, 0, 3).toString().startsWith(u"{\"small\":\"s\",\"large\":\"yyy"_s));
    model.setColumns(columns(u"@small,id"_s)); // others are read again
    QVERIFY(!model.record(0));
    fetcher.revision = "short";
    (void)cell(model, 0, 0);
    fetcher.serveAll();
    QVERIFY(model.wholeRecord(0));
    QCOMPARE(cell(model, 0, 0).toString(), u"s"_s);
    model.setColumns(columns(u"id,@small,action"_s)); // the same of the raw JSON, in another place
    QCOMPARE(cell(model, 0, 1).toString(), u"s"_s);
}

void EventTableModelTest::readsRowsAloud()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    model.setColumns(columns(u"id,action"_s));
    model.setSnapshot(newestFirst(1));
    QCOMPARE(cell(model, 0, 0, Qt::AccessibleTextRole).toString(), u"Loading"_s);
    fetcher.serveAll();

    QCOMPARE(cell(model, 0, 0, Qt::AccessibleTextRole).toString(),
             u"2025-11-20 08:55:01.123, bob@example.com, task_added, read, target 1, failure, team"_s);
    QCOMPARE(cell(model, 0, 1, Qt::AccessibleTextRole).toString(), u"action: task_added"_s);
}

/// Aloud alone: the cell is empty.
void EventTableModelTest::readsTheOperationWhereThereIsNoAction()
{
    ScriptedFetcher fetcher;
    fetcher.withoutAction.insert(RowId{1});
    EventTableModel model(fetcher);
    model.setColumns(columns(u"id,action"_s));
    model.setSnapshot(newestFirst(1));
    (void)cell(model, 0, 1);
    fetcher.serveAll();

    QCOMPARE(cell(model, 0, 1, Qt::AccessibleTextRole).toString(), u"action: read"_s);
    QCOMPARE(cell(model, 0, 1).toString(), QString());
    QCOMPARE(cell(model, 0, 1, EventTableModel::ValueRole).toString(), QString());
    QCOMPARE(model.value(model.index(0, 1)), std::optional(std::string()));
}

void EventTableModelTest::keepsSelectAllAsAState()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    QSignalSpy told(&model, &EventTableModel::allSelectedChanged);
    model.setAllSelected(true);
    QVERIFY(!model.isAllSelected()); // nothing to select
    model.setSnapshot(newestFirst(3));

    model.setAllSelected(true);
    QVERIFY(model.isAllSelected());
    QVERIFY(model.growTo(newestFirst(4)));
    QVERIFY(!model.isAllSelected());
    model.setAllSelected(true);
    model.setSnapshot(newestFirst(4));

    QVERIFY(!model.isAllSelected());
    QCOMPARE(told.size(), 4);
}

TRAILGLASS_TEST(EventTableModelTest)
#include "tst_eventtablemodel.moc"
