// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/storerecordsource.h"

#include "tests/query/eventgenerator.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace Trailglass;
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

private:
    SampleWorkspace m_workspace;
    std::vector<EventRecord> m_records;
    std::unique_ptr<EventReader> m_reader;
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

    const auto records = source.records(rows, true);

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

    const auto records = source.records(rows, false);

    QVERIFY(records);
    QCOMPARE(records->size(), 2U);
    QCOMPARE(records->front().row.value, 5);
    QCOMPARE(records->back().row.value, 3);
}

void StoreRecordSourceTest::returnsARowRequestedTwiceTwice()
{
    StoreRecordSource source(*m_reader);
    const std::vector<RowId> rows{RowId{9}, RowId{2}, RowId{9}};

    const auto records = source.records(rows, false);

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

    const auto records = source.records(rows, false);

    QVERIFY(records);
    QVERIFY(records->front().event.raw.empty());
    QVERIFY(!records->front().event.id.empty());
}

TRAILGLASS_TEST(StoreRecordSourceTest)
#include "tst_storerecordsource.moc"
