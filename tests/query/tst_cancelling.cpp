// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/cancellablelock.h"
#include "models/query/evaluation/cancellablesort.h"
#include "models/query/evaluation/dictionaries.h"
#include "models/query/evaluation/dictionarycache.h"
#include "models/query/evaluation/facetcounter.h"
#include "models/query/index/timeorder.h"
#include "models/store/sqlconnection.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Values of a field: more than are sorted in one go (sortUnlessCancelled()).
constexpr int Many = generatedCases(100'000, 70'000);

CancelToken ended()
{
    CancelSource source;
    return source.token(); // ends with its source
}

/// \returns a counter of \a values texts, of which number n occurs n % 1000 + 1 times
FacetCounter counterOf(std::size_t values)
{
    FieldValues field;
    std::vector<qint64> counts;
    for (std::size_t value = 0; value < values; ++value) {
        field.texts.append(value, "text " + std::to_string(value));
        counts.push_back(static_cast<qint64>(value % 1'000) + 1);
    }
    FacetCounter counter(Field::Action, std::move(field), 0);
    counter.add(counts, 7);
    return counter;
}

} // namespace

/// Steps of a query that take long where there are many values: each ends when the query is cancelled.
class CancellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFacetGivesItsFirstValues_data();
    void aFacetGivesItsFirstValues();
    void aFacetOfManyValuesEnds();
    void sortingEnds();
    void sortingMovesWhatItSorts();
    void orderingByTimeEnds();
    void waitingForAnotherThreadEnds();
    void waitingForTextsThatAnotherThreadReadsEnds();
};

void CancellingTest::aFacetGivesItsFirstValues_data()
{
    QTest::addColumn<int>("values");
    QTest::addColumn<int>("top");
    QTest::newRow("all of a few") << 5 << 0;
    QTest::newRow("more than there are") << 5 << 10;
    QTest::newRow("the first of a few") << 5 << 1;
    QTest::newRow("all of many") << Many << 0;
    QTest::newRow("the first of many") << Many << 5;
    QTest::newRow("most of many") << Many << Many / 10 * 7;
}

void CancellingTest::aFacetGivesItsFirstValues()
{
    QFETCH(const int, values);
    QFETCH(const int, top);
    std::vector<std::pair<qint64, std::string>> expected{{-7, "~ no value is last among equals"}};
    for (int value = 0; value < values; ++value)
        expected.emplace_back(-(value % 1'000 + 1), "text " + std::to_string(value));
    std::ranges::sort(expected);
    if (top > 0)
        expected.resize(std::min(expected.size(), static_cast<std::size_t>(top)));

    const auto facet = counterOf(static_cast<std::size_t>(values)).take(top, CancelToken());

    QVERIFY(facet);
    QCOMPARE(facet->values.size(), expected.size());
    for (std::size_t place = 0; place < expected.size(); ++place) {
        const auto &[value, count] = facet->values[place];
        const bool isSame = count == -expected[place].first
            && (value ? *value == expected[place].second : expected[place].first == -7);
        QVERIFY2(isSame, expected[place].second.c_str());
    }
}

void CancellingTest::aFacetOfManyValuesEnds()
{
    for (const std::size_t values : {std::size_t(1), std::size_t(Many)}) {
        const auto facet = counterOf(values).take(5, ended());
        QVERIFY(!facet);
        QCOMPARE(facet.error().kind, ErrorKind::Cancelled);
    }
}

void CancellingTest::sortingEnds()
{
    std::vector<int> numbers{3, 1, 2};
    QCOMPARE(sortUnlessCancelled(numbers, std::less<>(), ended()).error().kind, ErrorKind::Cancelled);
}

void CancellingTest::sortingMovesWhatItSorts()
{
    std::mt19937 random(5);
    std::vector<std::unique_ptr<unsigned>> numbers(static_cast<std::size_t>(2 * Many));
    std::vector<unsigned> expected;
    for (auto &number : numbers) {
        number = std::make_unique<unsigned>(random());
        expected.push_back(*number);
    }
    std::ranges::sort(expected);
    QVERIFY(sortUnlessCancelled(
        numbers, [](const auto &left, const auto &right) { return *left < *right; }, CancelToken()));
    QVERIFY(std::ranges::equal(numbers, expected, {}, [](const auto &number) { return *number; }));
}

void CancellingTest::orderingByTimeEnds()
{
    const auto order = TimeOrder::extend({}, {}, ended());
    QVERIFY(!order);
    QCOMPARE(order.error().kind, ErrorKind::Cancelled);
    QVERIFY(TimeOrder::extend({}, {}, CancelToken()));
}

void CancellingTest::waitingForAnotherThreadEnds()
{
    std::timed_mutex mutex;
    QVERIFY(lockUnlessCancelled(mutex, ended())); // nobody is waited for
    const std::unique_lock held(mutex);
    std::jthread other([&mutex] { QVERIFY(!lockUnlessCancelled(mutex, ended())); });
}

void CancellingTest::waitingForTextsThatAnotherThreadReadsEnds()
{
    DictionaryCache cache;
    const std::unique_lock held(cache.guard);
    std::jthread other([&cache] {
        const auto connection = SqlConnection::openInMemory();
        QVERIFY(connection);
        const auto texts = Dictionaries(**connection, cache).texts(Field::Action, ended());
        QVERIFY(!texts);
        QCOMPARE(texts.error().kind, ErrorKind::Cancelled);
    });
}

TRAILGLASS_TEST(CancellingTest)
#include "tst_cancelling.moc"
