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
#include <set>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// What the engine counts, against plain loops over all records.
class CountLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void countsFacetsLikeALoop_data();
    void countsFacetsLikeALoop();
    void binsLikeALoop();
    void timelineCountsLikeALoop_data();
    void timelineCountsLikeALoop();
    void timelinesAreRefused_data();
    void timelinesAreRefused();

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
    QTest::newRow("a coded filter") << u"op:create,delete"_s << 0;
    QTest::newRow("a text filter") << u"red"_s << 0;
    QTest::newRow("a path filter") << u"@n:*"_s << 3;
    QTest::newRow("nothing") << u"action:nothing-like-it"_s << 0;
}

void CountLawsTest::countsFacetsLikeALoop()
{
    QFETCH(const QString, expression);
    QFETCH(const int, top);
    const auto calendar = Filter::ZoneCalendar::open(m_yardstick.context().displayZone);
    std::vector<Filter::FieldReference> fields{
        QueryYardstick::field(u"hour"_s), QueryYardstick::field(u"weekday"_s),
        QueryYardstick::field(u"@tags"_s), QueryYardstick::field(u"@dup"_s),
        QueryYardstick::field(u"@deep"_s)};
    fields.insert(fields.end(), allFields().begin(), allFields().end());
    const auto filter = QueryYardstick::filter(expression);
    const auto &rows = m_yardstick.rows(expression);

    const auto facets = m_engine->facets(filter, fields, top, m_yardstick.context(), CancelToken());

    QVERIFY(facets);
    QCOMPARE(facets->size(), fields.size());
    for (std::size_t index = 0; index < fields.size(); ++index) {
        std::map<std::optional<std::string>, qint64> counts;
        for (const EventRecord &record : m_yardstick.records()) {
            if (!std::ranges::binary_search(rows, record.row))
                continue;
            const auto values = PlainQuery::values(record, fields[index], *calendar);
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

void CountLawsTest::binsLikeALoop()
{
    for (const QString &expression : {QString(), u"op:create"_s, u"red"_s, u"-@n:* actor:*"_s}) {
        const auto filter = QueryYardstick::filter(expression);
        const auto &rows = m_yardstick.rows(expression);
        for (const HistogramDivision division :
             {HistogramDivision{.bins = 10}, HistogramDivision{.interval = 6 * UtcMicros::PerHour},
              HistogramDivision{.interval = UtcMicros::PerSecond}}) { // so many that empty ones are left out
            const auto bins = m_engine->histogram(filter, division, m_yardstick.context(), CancelToken());
            QVERIFY(bins);
            qint64 total = 0;
            for (const HistogramBin &bin : *bins) {
                qint64 expected = 0;
                for (const EventRecord &record : m_yardstick.records()) {
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

void CountLawsTest::timelineCountsLikeALoop_data()
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

void CountLawsTest::timelineCountsLikeALoop()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const int, maxBins);
    const auto calendar = Filter::ZoneCalendar::open(m_yardstick.context().displayZone);
    const auto filter = QueryYardstick::filter(expression);
    const auto &rows = m_yardstick.rows(expression);
    for (const QString &field : {u"outcome"_s, u"vendor"_s, u"op"_s, u"actor"_s, u"weekday"_s}) {
        const TimelineDivision division{QueryYardstick::field(field),
                                        maxBins,
                                        {parseTime(from.toStdString()), parseTime(to.toStdString())}};

        const auto timeline = m_engine->timeline(filter, division, m_yardstick.context(), CancelToken());

        QVERIFY(timeline);
        const auto &boundaries = timeline->boundaries;
        QVERIFY(boundaries.size() <= static_cast<std::size_t>(maxBins) + 1);
        std::map<std::string, std::vector<qint64>> expected;
        qint64 inside = 0;
        for (const EventRecord &record : m_yardstick.records()) {
            const auto behind = std::ranges::upper_bound(boundaries, record.event.created);
            if (!std::ranges::binary_search(rows, record.row) || behind == boundaries.begin()
                || behind == boundaries.end())
                continue;
            const auto values = PlainQuery::values(record, division.splitBy, *calendar);
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

void CountLawsTest::timelinesAreRefused_data()
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

void CountLawsTest::timelinesAreRefused()
{
    QFETCH(const QString, field);
    QFETCH(const int, maxBins);

    const auto timeline =
        m_engine->timeline(QueryYardstick::filter({}), {QueryYardstick::field(field), maxBins},
                           m_yardstick.context(), CancelToken());

    QVERIFY(!timeline);
    QCOMPARE(timeline.error().kind, ErrorKind::Usage);
}

TRAILGLASS_TEST(CountLawsTest)
#include "tst_countlaws.moc"
