// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/knownrows.h"

#include "models/archive/rowtimes.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;

class KnownRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatWasNoted();
    void forgetsTheRowsThatWereNotedFirst();
    void timesOfRowsOutliveTheirResult();

private:
    static std::vector<EventKey> keys(qint64 first, qint64 count)
    {
        std::vector<EventKey> some;
        for (qint64 number = first; number < first + count; ++number)
            some.push_back({UtcMicros{number * 10}, RowId{number}});
        return some;
    }
};

void KnownRowsTest::knowsWhatWasNoted()
{
    KnownRows rows;
    rows.note(100, keys(7, 3));

    QVERIFY(rows.at(101) == (EventKey{UtcMicros{80}, RowId{8}}));
    QVERIFY(rows.placeOf(RowId{9}) == 102U);
    QVERIFY(rows.keyOf(RowId{7}) == (EventKey{UtcMicros{70}, RowId{7}}));
    QVERIFY(!rows.at(103) && !rows.placeOf(RowId{10}) && !rows.keyOf(RowId{10}));
}

void KnownRowsTest::forgetsTheRowsThatWereNotedFirst()
{
    constexpr qint64 Page = 1'000;
    constexpr qint64 Rows = 5 * static_cast<qint64>(KnownRows::MaxRows);
    KnownRows rows;
    for (qint64 first = 0; first < Rows; first += Page)
        rows.note(static_cast<std::size_t>(first), keys(first + 1, Page));

    QVERIFY(!rows.at(0) && !rows.placeOf(RowId{1}));
    qint64 known = 0;
    for (qint64 row = 1; row <= Rows; ++row) {
        const auto place = rows.placeOf(RowId{row});
        known += place ? 1 : 0;
        QVERIFY(!place || rows.at(*place)->row == RowId{row});
    }
    QVERIFY(known <= static_cast<qint64>(KnownRows::MaxRows) + Page);
    QVERIFY(rows.placeOf(RowId{Rows}) == static_cast<std::size_t>(Rows - 1));
    QVERIFY(
        rows.placeOf(RowId{Rows - static_cast<qint64>(KnownRows::MaxRows) / 4})); // a screen back, and more
}

void KnownRowsTest::timesOfRowsOutliveTheirResult()
{
    RowTimes times;
    times.note(keys(1, 10));
    for (qint64 first = 100; first < static_cast<qint64>(RowTimes::MaxRows) / 4; first += 100)
        times.note(keys(first, 100));

    QVERIFY(times.keyOf(RowId{3}) == (EventKey{UtcMicros{30}, RowId{3}}));
    for (qint64 first = 0; first < 2 * static_cast<qint64>(RowTimes::MaxRows); first += 100)
        times.note(keys(1'000'000 + first, 100));
    QVERIFY(!times.keyOf(RowId{3})); // of long ago
}

TRAILGLASS_TEST(KnownRowsTest)
#include "tst_knownrows.moc"
