// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexqueryengine.h"
#include "tests/query/plainquery.h"
#include "tests/query/queryyardstick.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Of all records those with one of \a rows; both are in row order.
std::vector<const EventRecord *> recordsOf(const std::vector<EventRecord> &records, const RowList &rows)
{
    std::vector<const EventRecord *> found;
    auto row = rows.begin();
    for (const EventRecord &record : records) {
        if (row == rows.end() || *row != record.row)
            continue;
        found.push_back(&record);
        ++row;
    }
    return found;
}

} // namespace

/// What the engine counts, against plain loops over all records.
class CountLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void countsFacetsLikeALoop_data();
    void countsFacetsLikeALoop();
    void countsBinsLikeALoop_data();
    void countsBinsLikeALoop();
    void splitsRoundBinsLikeALoop_data();
    void splitsRoundBinsLikeALoop();
    void refusesHistograms_data();
    void refusesHistograms();

private:
    QueryYardstick m_yardstick;
    std::unique_ptr<QueryEngine> m_engine;
};

void CountLawsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    auto opened = IndexQueryEngine::open(m_yardstick.folder());
    QVERIFY(opened);
    m_engine = *std::move(opened);
}

void CountLawsTest::countsFacetsLikeALoop_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("top");

    QTest::newRow("everything") << QString() << 0;
    QTest::newRow("everything, the first five") << QString() << 5;
    QTest::newRow("a coded filter") << u"op:create,delete"_s << 0;
    QTest::newRow("a text filter") << u"red"_s << 0;
    QTest::newRow("a path filter") << u"@n:*"_s << 3;
    QTest::newRow("nothing") << u"action:nothing-like-it"_s << 0;
}

void CountLawsTest::countsFacetsLikeALoop()
{
    QFETCH(const QString, expression);
    QFETCH(const int, top);
    std::vector<Filter::FieldReference> fields{
        QueryYardstick::field(u"hour"_s), QueryYardstick::field(u"weekday"_s),
        QueryYardstick::field(u"@tags"_s), QueryYardstick::field(u"@dup"_s),
        QueryYardstick::field(u"@deep"_s)};
    fields.insert(fields.end(), allFields().begin(), allFields().end());
    const auto filter = QueryYardstick::filter(expression);
    const auto records = recordsOf(m_yardstick.records(), m_yardstick.rows(expression));

    const auto facets = m_engine->facets(filter, {fields, top}, m_yardstick.context(), CancelToken());

    QVERIFY(facets);
    QCOMPARE(facets->size(), fields.size());
    for (std::size_t index = 0; index < fields.size(); ++index) {
        std::map<std::optional<std::string>, qint64> counts;
        for (const EventRecord *record : records) {
            const auto values = PlainQuery::values(*record, fields[index], m_yardstick.context().displayZone);
            for (const std::string &value : std::set<std::string>(values.begin(), values.end()))
                ++counts[value];
            if (values.empty())
                ++counts[std::nullopt];
        }
        std::vector<std::pair<std::optional<std::string>, qint64>> expected(counts.begin(), counts.end());
        std::ranges::sort(expected, {}, [](const auto &value) {
            return std::tuple(-value.second, !value.first.has_value(), value.first);
        });
        if (top > 0)
            expected.resize(std::min(expected.size(), static_cast<std::size_t>(top)));
        const auto &values = (*facets)[index].values;
        QCOMPARE(values.size(), expected.size());
        for (std::size_t place = 0; place < values.size(); ++place) {
            QCOMPARE(values[place].value, expected[place].first);
            QCOMPARE(values[place].count, expected[place].second);
        }
    }
}

void CountLawsTest::countsBinsLikeALoop_data()
{
    QTest::addColumn<QString>("expression");

    QTest::newRow("everything") << QString();
    QTest::newRow("a coded filter") << u"op:create"_s;
    QTest::newRow("a text filter") << u"red"_s;
    QTest::newRow("a path filter") << u"-@n:* actor:*"_s;
}

void CountLawsTest::countsBinsLikeALoop()
{
    QFETCH(const QString, expression);
    std::vector<UtcMicros> times;
    for (const EventRecord *record : recordsOf(m_yardstick.records(), m_yardstick.rows(expression)))
        times.push_back(record->event.created);
    std::ranges::sort(times);
    const HistogramRequest requests[]{{EqualBins{10}},
                                      {IntervalBins{6 * UtcMicros::PerHour}},
                                      {IntervalBins{UtcMicros::PerSecond}}, // empty ones are left out
                                      {RoundBins{50}},
                                      {EqualBins{10}, Field::Op},
                                      {IntervalBins{6 * UtcMicros::PerHour}, Field::Op}};
    for (const HistogramRequest &request : requests) {
        const auto histogram =
            m_engine->histogram(QueryYardstick::filter(expression), request, m_yardstick.context(), {});
        QVERIFY(histogram);
        qint64 sum = 0;
        for (std::size_t bin = 0; bin < histogram->bins.size(); ++bin) {
            const auto [start, end] = histogram->bins[bin];
            QCOMPARE(histogram->total(bin),
                     std::ranges::lower_bound(times, end) - std::ranges::lower_bound(times, start));
            QVERIFY(bin == 0 || histogram->bins[bin - 1].end <= start);
            sum += histogram->total(bin);
        }
        QCOMPARE(sum, static_cast<qint64>(times.size()));
        if (!request.splitBy)
            QVERIFY(histogram->values == std::vector<std::string>{std::string()});
    }
}

void CountLawsTest::splitsRoundBinsLikeALoop_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("maxBins");

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

void CountLawsTest::splitsRoundBinsLikeALoop()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const int, maxBins);
    const auto filter = QueryYardstick::filter(expression);
    const auto records = recordsOf(m_yardstick.records(), m_yardstick.rows(expression));
    for (const QString &field : {u"outcome"_s, u"vendor"_s, u"op"_s, u"actor"_s, u"weekday"_s}) {
        const Filter::FieldReference splitBy = QueryYardstick::field(field);
        const TimeWindow window{parseTime(from.toStdString()), parseTime(to.toStdString())};

        const auto histogram = m_engine->histogram(filter, {RoundBins{maxBins, window}, splitBy},
                                                   m_yardstick.context(), CancelToken());

        QVERIFY(histogram);
        const auto &bins = histogram->bins;
        QVERIFY(bins.size() <= static_cast<std::size_t>(maxBins));
        std::map<std::string, std::vector<qint64>> expected;
        qint64 inside = 0;
        for (const EventRecord *record : records) {
            // The first that ends after it: bins are in order, and have gaps.
            const auto bin = std::ranges::upper_bound(bins, record->event.created, {}, &HistogramBin::end);
            if (bin == bins.end() || record->event.created < bin->start)
                continue;
            const auto values = PlainQuery::values(*record, splitBy, m_yardstick.context().displayZone);
            auto &counts = expected[values.empty() ? std::string() : values.front()];
            counts.resize(bins.size());
            ++counts[static_cast<std::size_t>(bin - bins.begin())];
            ++inside;
        }
        if (from.isEmpty() && to.isEmpty())
            QCOMPARE(inside, static_cast<qint64>(records.size()));
        QCOMPARE(histogram->values.size(), expected.size());
        qint64 before = std::numeric_limits<qint64>::max();
        for (std::size_t place = 0; place < expected.size(); ++place) {
            const auto &counts = histogram->counts.at(place);
            QVERIFY(counts == expected.at(histogram->values[place]));
            const qint64 total = std::accumulate(counts.begin(), counts.end(), qint64(0));
            QVERIFY(total < before
                    || (total == before && histogram->values[place - 1] < histogram->values[place]));
            before = total;
        }
    }
}

void CountLawsTest::refusesHistograms_data()
{
    QTest::addColumn<HistogramRequest>("request");

    QTest::newRow("no equal bins") << HistogramRequest{EqualBins{0}};
    QTest::newRow("too many equal bins") << HistogramRequest{EqualBins{100'001}};
    QTest::newRow("too many equal bins to split") << HistogramRequest{EqualBins{1'001}, Field::Op};
    QTest::newRow("an interval of nothing") << HistogramRequest{IntervalBins{0}};
    QTest::newRow("a negative interval") << HistogramRequest{IntervalBins{-1}};
    QTest::newRow("too many intervals to split")
        << HistogramRequest{IntervalBins{UtcMicros::PerMinute}, Field::Op};
    QTest::newRow("no round bins") << HistogramRequest{RoundBins{0}, Field::Op};
    QTest::newRow("too many round bins") << HistogramRequest{RoundBins{1'001}, Field::Op};
    const auto splitBy = [](const char *name, const QString &field) {
        QTest::newRow(name) << HistogramRequest{RoundBins{10}, QueryYardstick::field(field)};
    };
    splitBy("by times", u"created"_s);
    splitBy("by texts", u"id"_s);
    splitBy("by what is composed", u"target"_s);
    splitBy("by a path", u"@n"_s);
}

void CountLawsTest::refusesHistograms()
{
    QFETCH(const HistogramRequest, request);

    const auto histogram =
        m_engine->histogram(QueryYardstick::filter({}), request, m_yardstick.context(), CancelToken());

    QVERIFY(!histogram);
    QCOMPARE(histogram.error().kind, ErrorKind::Usage);
    QVERIFY(!histogram.error().message.isEmpty());
}

TRAILGLASS_TEST(CountLawsTest)
#include "tst_countlaws.moc"
