// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/filter/decimal.h"
#include "models/query/filter/derivedmatcher.h"
#include "models/query/filter/fieldnames.h"
#include "models/query/filter/filter.h"
#include "models/query/filter/jsonpathreader.h"
#include "models/query/filter/rowevaluator.h"
#include "tests/query/engines.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/sampleworkspace.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <set>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t PageSize = 300; // so that blocks are full, cut and of several sources in turn

/// The filter of an expression; a broken one fails the test.
Filter::NodePointer filterOf(const QString &expression)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        qFatal("%s: %s", qPrintable(expression), qPrintable(error->message));
    return std::get<Filter::NodePointer>(parsed);
}

Filter::FieldReference fieldOf(const QString &name)
{
    const auto parsed = Filter::parseFieldReference(name);
    if (!std::holds_alternative<Filter::FieldReference>(parsed))
        qFatal("%s", qPrintable(name));
    return std::get<Filter::FieldReference>(parsed);
}

/// Every present value a row has in a field, by way of what is contracted for single records.
std::vector<std::string> valuesOf(const EventRecord &record, const Filter::FieldReference &reference,
                                  const Filter::ZoneCalendar &calendar)
{
    std::vector<std::string> values;
    if (const auto *path = std::get_if<Filter::JsonPath>(&reference)) {
        Filter::visitElements(record.event.raw, *path, [&values](const Filter::JsonValueView &value) {
            if (value.isPresent())
                values.push_back(value.text());
            return true;
        });
    } else if (const auto *derived = std::get_if<Filter::DerivedField>(&reference)) {
        values.emplace_back(Filter::derivedText(*derived, record.event.created, calendar));
    } else {
        std::string scratch;
        values.emplace_back(fieldText(record, std::get<Field>(reference), scratch));
    }
    std::erase(values, std::string());
    return values;
}

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

/// Each engine against plain loops over all records.
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
    void countsFacetsLikeALoop_data();
    void countsFacetsLikeALoop();
    void binsLikeALoop();
    void timelineCountsLikeALoop_data();
    void timelineCountsLikeALoop();
    void timelinesAreRefused_data();
    void timelinesAreRefused();

private:
    /// Evaluated once for all engines.
    [[nodiscard]] const std::vector<RowId> &expectedRows(const QString &expression);
    [[nodiscard]] std::vector<RowId> selectedRows(const QString &expression);

    SampleWorkspace m_workspace;
    std::map<QString, std::vector<RowId>> m_expected;
    std::vector<EventRecord> m_records;
    std::unique_ptr<QueryEngine> m_engine;
    QueryContext m_context{*parseTime("2026-11-20T12:00:00Z"), "America/St_Johns"};
};

void QueryLawsTest::initTestCase()
{
    EventGenerator generator(20261121);
    const std::array sources{m_workspace.addSource(u"team"_s, u"asana"_s),
                             m_workspace.addSource(u"rules"_s, u"nected"_s),
                             m_workspace.addSource(u"jobs"_s, u"paradime"_s)};
    int number = 0;
    for (int page = 0; page < 6; ++page) {
        std::vector<Event> events;
        while (events.size() < PageSize) {
            events.push_back(generator.event("e" + std::to_string(++number)));
            events.back().revised = UtcMicros{1};
        }
        // Some events of the source's page before come back changed: their rows are superseded.
        const int before = (page - 3) * static_cast<int>(PageSize);
        for (int again = before + 1; before >= 0 && again <= before + 30; ++again) {
            Event changed = generator.event("e" + std::to_string(again));
            changed.revised = UtcMicros{page + 2};
            events.push_back(std::move(changed));
        }
        // Row numbers have gaps, and an index has segments.
        m_workspace.skipRows(page * 50'000);
        m_workspace.commit(sources[static_cast<std::size_t>(page) % sources.size()], std::move(events),
                           *parseTime("2026-11-20T10:00:00Z") + page * UtcMicros::PerDay / 8);
    }
    m_records = m_workspace.records();
    QVERIFY(m_records.size() > 1500);
    QVERIFY(static_cast<int>(m_records.size()) < number + 90);
}

void QueryLawsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QFETCH_GLOBAL(const QString, engine);
    auto opened = openEngine(engine, m_workspace.folder());
    QVERIFY(opened);
    m_engine = *std::move(opened);
}

const std::vector<RowId> &QueryLawsTest::expectedRows(const QString &expression)
{
    const auto [known, isNew] = m_expected.try_emplace(expression);
    std::vector<RowId> &rows = known->second;
    if (!isNew)
        return rows;
    const auto evaluator = Filter::RowEvaluator::compile(filterOf(expression), m_context);
    for (const EventRecord &record : m_records) {
        const auto matches = evaluator->matches(record);
        if (matches && *matches)
            rows.push_back(record.row);
    }
    return rows;
}

std::vector<RowId> QueryLawsTest::selectedRows(const QString &expression)
{
    const auto snapshot = m_engine->select(filterOf(expression), {}, m_context, CancelToken());
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
        const auto filter = filterOf(expression);

        const auto &expected = expectedRows(expression);

        QVERIFY2(selectedRows(expression) == expected, qPrintable(expression));
        const auto count = m_engine->count(filter, m_context, CancelToken());
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

        std::vector<RowId> both = selectedRows(expression);
        const auto others = selectedRows(u"-("_s + expression + u')');
        both.insert(both.end(), others.begin(), others.end());

        QVERIFY2(both.size() == m_records.size(), qPrintable(expression));
        QVERIFY(std::set<RowId>(both.begin(), both.end()).size() == m_records.size());
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
    const auto calendar = Filter::ZoneCalendar::open(m_context.displayZone);
    SortOrder order;
    std::vector<std::vector<std::vector<std::string>>> values;
    for (const QString &key : keys) {
        const bool descending = key.startsWith(u'-');
        order.push_back({fieldOf(descending ? key.mid(1) : key), descending});
        auto &column = values.emplace_back();
        for (const EventRecord &record : m_records)
            column.push_back(valuesOf(record, order.back().field, *calendar));
    }
    std::vector<std::size_t> expected(m_records.size());
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

    const auto snapshot = m_engine->select(filterOf(QString()), order, m_context, CancelToken());

    QVERIFY(snapshot);
    QCOMPARE(snapshot->rows.size(), expected.size());
    for (std::size_t place = 0; place < expected.size(); ++place)
        QCOMPARE(snapshot->rows[place].value, m_records[expected[place]].row.value);
}

void QueryLawsTest::countsFacetsLikeALoop_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("top");

    QTest::newRow("everything") << QString() << 0;
    QTest::newRow("a coded filter") << u"op:create,delete"_s << 0;
    QTest::newRow("a text filter") << u"red"_s << 0;
    QTest::newRow("a path filter") << u"@n:*"_s << 3;
    QTest::newRow("nothing") << u"action:nothing-like-it"_s << 0;
}

void QueryLawsTest::countsFacetsLikeALoop()
{
    QFETCH(const QString, expression);
    QFETCH(const int, top);
    const auto calendar = Filter::ZoneCalendar::open(m_context.displayZone);
    std::vector<Filter::FieldReference> fields{fieldOf(u"hour"_s), fieldOf(u"weekday"_s), fieldOf(u"@tags"_s),
                                               fieldOf(u"@dup"_s), fieldOf(u"@deep"_s)};
    fields.insert(fields.end(), allFields().begin(), allFields().end());
    const auto filter = filterOf(expression);
    const auto &rows = expectedRows(expression);

    const auto facets = m_engine->facets(filter, fields, top, m_context, CancelToken());

    QVERIFY(facets);
    QCOMPARE(facets->size(), fields.size());
    for (std::size_t index = 0; index < fields.size(); ++index) {
        std::map<std::optional<std::string>, qint64> counts;
        for (const EventRecord &record : m_records) {
            if (!std::ranges::binary_search(rows, record.row))
                continue;
            const auto values = valuesOf(record, fields[index], *calendar);
            for (const std::string &value : std::set<std::string>(values.begin(), values.end()))
                ++counts[value];
            if (values.empty())
                ++counts[std::nullopt];
        }
        const auto &values = (*facets)[index].values;
        const std::size_t distinct = counts.size();
        QCOMPARE(values.size(), top > 0 ? std::min(distinct, static_cast<std::size_t>(top)) : distinct);
        for (std::size_t place = 0; place < values.size(); ++place) {
            QCOMPARE(values[place].count, counts.at(values[place].value));
            if (place == 0)
                continue;
            const FacetValue &before = values[place - 1];
            QVERIFY(before.count > values[place].count
                    || (before.count == values[place].count && before.value.has_value()
                        && (!values[place].value || *before.value < *values[place].value)));
        }
    }
}

void QueryLawsTest::binsLikeALoop()
{
    for (const QString &expression : {QString(), u"op:create"_s, u"red"_s, u"-@n:* actor:*"_s}) {
        const auto filter = filterOf(expression);
        const auto &rows = expectedRows(expression);
        for (const HistogramDivision division :
             {HistogramDivision{.bins = 10}, HistogramDivision{.interval = 6 * UtcMicros::PerHour}}) {
            const auto bins = m_engine->histogram(filter, division, m_context, CancelToken());
            QVERIFY(bins);
            qint64 total = 0;
            for (const HistogramBin &bin : *bins) {
                qint64 expected = 0;
                for (const EventRecord &record : m_records) {
                    const bool inside = record.event.created >= bin.start && record.event.created < bin.end;
                    expected += inside && std::ranges::binary_search(rows, record.row) ? 1 : 0;
                }
                QCOMPARE(bin.count, expected);
                total += bin.count;
            }
            QCOMPARE(total, static_cast<qint64>(rows.size()));
        }
    }
}

void QueryLawsTest::timelineCountsLikeALoop_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("mostBins");

    QTest::newRow("everything") << QString() << QString() << QString() << 400;
    QTest::newRow("few bins") << QString() << QString() << QString() << 3;
    QTest::newRow("a coded filter") << u"op:create,delete"_s << QString() << QString() << 50;
    QTest::newRow("a text filter") << u"red"_s << QString() << QString() << 50;
    QTest::newRow("a window") << u"-op:auth"_s << u"2026-11-19T00:00:00Z"_s << u"2026-11-19T12:00:00Z"_s
                              << 60;
    QTest::newRow("a window without a start") << QString() << QString() << u"2026-11-19T12:00:00Z"_s << 60;
    QTest::newRow("a window without an end") << QString() << u"2026-11-19T12:00:00Z"_s << QString() << 60;
    QTest::newRow("a window before everything")
        << QString() << u"2001-01-01T00:00:00Z"_s << u"2001-02-01T00:00:00Z"_s << 60;
    QTest::newRow("an empty window") << QString() << u"2026-11-19T12:00:00Z"_s << u"2026-11-19T12:00:00Z"_s
                                     << 60;
    QTest::newRow("nothing") << u"action:nothing-like-it"_s << QString() << QString() << 60;
}

void QueryLawsTest::timelineCountsLikeALoop()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const int, mostBins);
    const auto calendar = Filter::ZoneCalendar::open(m_context.displayZone);
    const auto filter = filterOf(expression);
    const auto &rows = expectedRows(expression);
    for (const QString &field : {u"outcome"_s, u"vendor"_s, u"op"_s, u"actor"_s, u"weekday"_s}) {
        const TimelineDivision division{
            fieldOf(field), mostBins, {parseTime(from.toStdString()), parseTime(to.toStdString())}};

        const auto timeline = m_engine->timeline(filter, division, m_context, CancelToken());

        QVERIFY(timeline);
        const auto &boundaries = timeline->boundaries;
        QVERIFY(boundaries.size() <= static_cast<std::size_t>(mostBins) + 1);
        std::map<std::string, std::vector<qint64>> expected;
        qint64 inside = 0;
        for (const EventRecord &record : m_records) {
            const auto behind = std::ranges::upper_bound(boundaries, record.event.created);
            if (!std::ranges::binary_search(rows, record.row) || behind == boundaries.begin()
                || behind == boundaries.end())
                continue;
            const auto values = valuesOf(record, division.splitBy, *calendar);
            auto &counts = expected[values.empty() ? std::string() : values.front()];
            counts.resize(boundaries.size() - 1);
            ++counts[static_cast<std::size_t>(behind - boundaries.begin()) - 1];
            ++inside;
        }
        if (from.isEmpty() && to.isEmpty())
            QCOMPARE(inside, static_cast<qint64>(rows.size()));
        QCOMPARE(timeline->values.size(), expected.size());
        qint64 before = std::numeric_limits<qint64>::max();
        for (std::size_t place = 0; place < expected.size(); ++place) {
            const auto &counts = timeline->counts.at(place);
            QVERIFY(counts == expected.at(timeline->values[place]));
            const qint64 total = std::accumulate(counts.begin(), counts.end(), qint64(0));
            QVERIFY(total < before
                    || (total == before && timeline->values[place - 1] < timeline->values[place]));
            before = total;
        }
    }
}

void QueryLawsTest::timelinesAreRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("mostBins");

    QTest::newRow("without bins") << u"op"_s << 0;
    QTest::newRow("with too many bins") << u"op"_s << 1'001;
    QTest::newRow("by times") << u"created"_s << 10;
    QTest::newRow("by texts") << u"id"_s << 10;
    QTest::newRow("by what is composed") << u"target"_s << 10;
    QTest::newRow("by a path") << u"@n"_s << 10;
}

void QueryLawsTest::timelinesAreRefused()
{
    QFETCH(const QString, field);
    QFETCH(const int, mostBins);

    const auto timeline =
        m_engine->timeline(filterOf({}), {fieldOf(field), mostBins}, m_context, CancelToken());

    QVERIFY(!timeline);
    QCOMPARE(timeline.error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(QueryLawsTest)
#include "tst_querylaws.moc"
