// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/storerecordsource.h"

#include "tests/query/eventgenerator.h"
#include "tests/query/resulttesting.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>
#include <utility>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class StoreRecordSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesRecordsInAnyOrder();
    void leavesOutRowsThatAreGone();
    void returnsARowRequestedTwiceTwice();
    void leavesRawOutWhenNotAsked();
    void readsPartsOfAResultByPlace();
    void saysWhereARowIsInAResult();
    void samplesNewestEventsAndOldOnes();
    void stopsWhenCancelled();

private:
    SampleWorkspace m_workspace;
    std::vector<EventRecord> m_records;
    std::unique_ptr<EventReader> m_reader;
    const ResultPointer m_result = resultOf({}); ///< rows are read whatever result they are of
};

void StoreRecordSourceTest::initTestCase()
{
    const std::array sources{m_workspace.addSource(u"a"_s, u"asana"_s),
                             m_workspace.addSource(u"b"_s, u"nected"_s)};
    EventGenerator generator(11);
    for (std::size_t page = 0; page < 6; ++page) {
        std::vector<Event> events;
        for (int number = 0; number < 150; ++number)
            events.push_back(generator.event(std::to_string(page) + '-' + std::to_string(number)));
        m_workspace.commit(sources[page % sources.size()], std::move(events), UtcMicros{1});
    }
    m_records = m_workspace.records();
    auto reader = EventReader::open(m_workspace.folder());
    QVERIFY(reader);
    m_reader = *std::move(reader);
}

void StoreRecordSourceTest::givesRecordsInAnyOrder()
{
    StoreRecordSource source(*m_reader);
    std::mt19937_64 random(4);
    std::ranges::shuffle(m_records, random);
    std::vector<RowId> rows;
    for (const EventRecord &record : m_records)
        rows.push_back(record.row);

    const auto records = source.records(*m_result, rows, true, {});

    QVERIFY(records);
    QCOMPARE(records->size(), m_records.size());
    for (std::size_t index = 0; index < m_records.size(); ++index) {
        QCOMPARE((*records)[index].row.value, rows[index].value);
        QCOMPARE((*records)[index].event.id, m_records[index].event.id);
        QCOMPARE((*records)[index].event.raw, m_records[index].event.raw);
        QCOMPARE((*records)[index].source, m_records[index].source);
    }
}

void StoreRecordSourceTest::leavesOutRowsThatAreGone()
{
    StoreRecordSource source(*m_reader);
    const std::vector<RowId> rows{RowId{100'000}, RowId{5}, RowId{0}, RowId{3}, RowId{-7}};

    const auto records = source.records(*m_result, rows, false, {});

    QVERIFY(records);
    QCOMPARE(records->size(), 2U);
    QCOMPARE(records->front().row.value, 5);
    QCOMPARE(records->back().row.value, 3);
}

void StoreRecordSourceTest::returnsARowRequestedTwiceTwice()
{
    StoreRecordSource source(*m_reader);
    const std::vector<RowId> rows{RowId{9}, RowId{2}, RowId{9}};

    const auto records = source.records(*m_result, rows, false, {});

    QVERIFY(records);
    QCOMPARE(records->size(), 3U);
    QCOMPARE(records->at(0).row.value, 9);
    QCOMPARE(records->at(1).row.value, 2);
    QCOMPARE(records->at(2).row.value, 9);
}

void StoreRecordSourceTest::leavesRawOutWhenNotAsked()
{
    StoreRecordSource source(*m_reader);
    const std::vector<RowId> rows{RowId{1}};

    const auto records = source.records(*m_result, rows, false, {});

    QVERIFY(records);
    QVERIFY(records->front().event.raw.empty());
    QVERIFY(!records->front().event.id.empty());
}

void StoreRecordSourceTest::readsPartsOfAResultByPlace()
{
    StoreRecordSource source(*m_reader);
    const ResultPointer result = resultOf({{9}, {100'000}, {2}, {7}, {4}});
    const RowRanges ranges(result, {{0, 2}, {3, 2}}); // 9, a row that is gone, 7, 4
    std::vector<std::pair<std::size_t, qint64>> taken;
    const auto take = [&taken](std::size_t place, EventRecord &&record) {
        taken.emplace_back(place, record.row.value);
    };
    using Taken = decltype(taken);

    QVERIFY(source.read(ranges, {1, 10}, false, take, {}));
    QVERIFY((std::exchange(taken, {}) == Taken{{1, 7}, {2, 4}}));

    QVERIFY(source.read(*result, {0, 3}, false, take, {}));
    QVERIFY((std::exchange(taken, {}) == Taken{{0, 9}, {2, 2}}));

    QVERIFY(source.read(*result, {5, 3}, false, take, {}));
    QVERIFY(taken.empty());
}

void StoreRecordSourceTest::saysWhereARowIsInAResult()
{
    StoreRecordSource source(*m_reader);
    const ResultPointer result = resultOf({{9}, {2}, {7}});

    const auto there = source.placeOf(*result, RowId{7}, {});
    const auto notThere = source.placeOf(*result, RowId{8}, {});

    QVERIFY(there && *there == 2U);
    QVERIFY(notThere && !*notThere);
}

void StoreRecordSourceTest::samplesNewestEventsAndOldOnes()
{
    StoreRecordSource source(*m_reader);
    const RowId last = *m_reader->lastRow();
    std::vector<RowId> seen;
    bool hasRaw = true;
    const auto visit = [&](const EventRecord &record) {
        seen.push_back(record.row);
        hasRaw = hasRaw && !record.event.raw.empty();
    };

    QVERIFY(source.sample(visit, {}));

    QVERIFY(hasRaw);
    QVERIFY(std::ranges::find(seen, last) != seen.end());
    QVERIFY(std::ranges::any_of(seen, [last](RowId row) { return row.value < last.value / 10; }));
}

void StoreRecordSourceTest::stopsWhenCancelled()
{
    StoreRecordSource source(*m_reader);
    const ResultPointer result = resultOf({{9}, {2}});
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();
    int visited = 0;
    const auto count = [&visited](const EventRecord &) {
        ++visited;
    };
    const auto take = [&visited](std::size_t, EventRecord &&) {
        ++visited;
    };

    QCOMPARE(source.read(*result, {0, 2}, false, take, token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(source.records(*result, std::vector{RowId{9}}, false, token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(source.sample(count, token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(visited, 0);
}

TRAILGLASS_TEST(StoreRecordSourceTest)
#include "tst_storerecordsource.moc"
