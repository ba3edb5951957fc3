// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/decimal.h"
#include "tests/query/engines.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/queryyardstick.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <set>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// The order of two present values of a field, as documented.
std::weak_ordering compareValues(const Filter::FieldReference &reference, const std::string &left,
                                 const std::string &right)
{
    if (const auto *derived = std::get_if<Filter::DerivedField>(&reference)) {
        static const std::vector<std::string> Days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
        if (*derived == Filter::DerivedField::Hour)
            return std::stoi(left) <=> std::stoi(right);
        return std::ranges::find(Days, left) <=> std::ranges::find(Days, right);
    }
    if (std::holds_alternative<Filter::JsonPath>(reference)) {
        const bool leftIsNumber = Filter::isDecimal(left);
        if (leftIsNumber && Filter::isDecimal(right))
            return Filter::compareDecimals(left, right);
        if (leftIsNumber != Filter::isDecimal(right))
            return leftIsNumber ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    return left <=> right;
}

} // namespace

/// Which rows each engine selects and in which order, against plain loops over all records.
class QueryLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngineRows(); }
    void initTestCase();
    void init();

    void findsWhatTheRowEvaluatorFinds_data();
    void findsWhatTheRowEvaluatorFinds();
    void negationIsTheComplement();
    void sortsLikeAStableSort_data();
    void sortsLikeAStableSort();

private:
    [[nodiscard]] RowList selectedRows(const QString &expression);

    QueryYardstick m_yardstick;
    std::unique_ptr<QueryEngine> m_engine;
};

void QueryLawsTest::initTestCase()
{
    QVERIFY(m_yardstick.records().size() > 1500);
    QVERIFY2(m_yardstick.records().size() < 1890, "no event was superseded");
}

void QueryLawsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QFETCH_GLOBAL(const QString, engine);
    auto opened = openEngine(engine, m_yardstick.folder());
    QVERIFY(opened);
    m_engine = *std::move(opened);
}

RowList QueryLawsTest::selectedRows(const QString &expression)
{
    const auto snapshot =
        m_engine->select(QueryYardstick::filter(expression), {}, m_yardstick.context(), CancelToken());
    if (!snapshot)
        qFatal("%s: %s", qPrintable(expression), qPrintable(snapshot.error().message));
    return snapshot->rows;
}

void QueryLawsTest::findsWhatTheRowEvaluatorFinds_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("rounds");

    QTest::newRow("single terms") << quint64(1) << 0 << 250;
    QTest::newRow("pairs and negations") << quint64(2) << 1 << 120;
    QTest::newRow("nested") << quint64(3) << 3 << 80;
    QTest::newRow("deep") << quint64(4) << 6 << 12;
}

void QueryLawsTest::findsWhatTheRowEvaluatorFinds()
{
    QFETCH(const quint64, seed);
    QFETCH(const int, depth);
    QFETCH(const int, rounds);
    EventGenerator generator(seed);
    std::size_t matched = 0;
    for (int round = 0; round < rounds; ++round) {
        const QString expression = generator.expression(depth);
        const auto filter = QueryYardstick::filter(expression);

        const auto &expected = m_yardstick.rows(expression);

        QVERIFY2(selectedRows(expression) == expected, qPrintable(expression));
        const auto count = m_engine->count(filter, m_yardstick.context(), CancelToken());
        QVERIFY(count);
        QVERIFY2(*count == static_cast<qint64>(expected.size()), qPrintable(expression));
        matched += expected.size();
    }
    QVERIFY2(matched > 0, "filters that never match prove nothing");
}

void QueryLawsTest::negationIsTheComplement()
{
    EventGenerator generator(99);
    for (int round = 0; round < 40; ++round) {
        const QString expression = generator.expression(2);

        RowList both = selectedRows(expression);
        std::ranges::copy(selectedRows(u"-("_s + expression + u')'), std::back_inserter(both));

        QVERIFY2(both.size() == m_yardstick.records().size(), qPrintable(expression));
        QVERIFY(std::set<RowId>(both.begin(), both.end()).size() == m_yardstick.records().size());
    }
}

void QueryLawsTest::sortsLikeAStableSort_data()
{
    QTest::addColumn<QStringList>("keys");

    QTest::newRow("newest first") << QStringList{u"-created"_s};
    QTest::newRow("oldest first") << QStringList{u"created"_s};
    for (const Field field : allFields()) {
        const QString name = QString::fromUtf8(std::string(Trailglass::name(field)));
        QTest::addRow("by %s", qPrintable(name)) << QStringList{name};
        QTest::addRow("by %s, descending", qPrintable(name)) << QStringList{u'-' + name};
    }
    QTest::newRow("two keys") << QStringList{u"actor"_s, u"-created"_s};
    QTest::newRow("three keys") << QStringList{u"-op"_s, u"@n"_s, u"target"_s};
    QTest::newRow("path with numbers and texts") << QStringList{u"@n"_s};
    QTest::newRow("path, descending") << QStringList{u"-@n"_s};
    QTest::newRow("path into arrays") << QStringList{u"@tags"_s, u"-id"_s};
    QTest::newRow("hour and weekday") << QStringList{u"weekday"_s, u"-hour"_s};
    QTest::newRow("no key") << QStringList{};
}

void QueryLawsTest::sortsLikeAStableSort()
{
    QFETCH(const QStringList, keys);
    const auto calendar = Filter::ZoneCalendar::open(m_yardstick.context().displayZone);
    SortOrder order;
    std::vector<std::vector<std::vector<std::string>>> values;
    for (const QString &key : keys) {
        const bool descending = key.startsWith(u'-');
        order.push_back({QueryYardstick::field(descending ? key.mid(1) : key), descending});
        auto &column = values.emplace_back();
        for (const EventRecord &record : m_yardstick.records())
            column.push_back(QueryYardstick::values(record, order.back().field, *calendar));
    }
    std::vector<std::size_t> expected(m_yardstick.records().size());
    std::iota(expected.begin(), expected.end(), std::size_t(0));
    if (!order.empty() && order.back().descending)
        std::ranges::reverse(expected);
    std::ranges::stable_sort(expected, [&](std::size_t left, std::size_t right) {
        for (std::size_t key = 0; key < order.size(); ++key) {
            const auto &leftValues = values[key][left];
            const auto &rightValues = values[key][right];
            if (leftValues.empty() || rightValues.empty()) {
                if (leftValues.empty() != rightValues.empty())
                    return rightValues.empty();
                continue;
            }
            const auto compared = compareValues(order[key].field, leftValues.front(), rightValues.front());
            if (compared != 0)
                return order[key].descending ? compared > 0 : compared < 0;
        }
        return false;
    });

    const auto snapshot =
        m_engine->select(QueryYardstick::filter(QString()), order, m_yardstick.context(), CancelToken());

    QVERIFY(snapshot);
    QCOMPARE(snapshot->rows.size(), expected.size());
    for (std::size_t place = 0; place < expected.size(); ++place)
        QCOMPARE(snapshot->rows[place].value, m_yardstick.records()[expected[place]].row.value);
}

TRAILGLASS_TEST(QueryLawsTest)
#include "tst_querylaws.moc"
