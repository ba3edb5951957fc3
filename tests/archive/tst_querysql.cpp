// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/clientregex.h"
#include "models/archive/facetsql.h"
#include "models/archive/histogramsql.h"
#include "models/archive/ordersql.h"
#include "models/archive/pagesql.h"
#include "models/archive/snapshotsql.h"
#include "models/core/text.h"
#include "models/query/sortorder.h"
#include "tests/archive/serverclock.h"
#include "tests/archive/writtenfilter.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// The queries around a filter. That servers compute with them what the local engine does is tried on them.
class QuerySqlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsBatchesUpToTheWatermark_data();
    void countsBatchesUpToTheWatermark();
    void sortsByKeys_data();
    void sortsByKeys();
    void knowsTheOrderOfTheTable_data();
    void knowsTheOrderOfTheTable();
    void readsTheFirstRows();
    void readsAPage();
    void readsABinOfTime();
    void readsRecordsInOrder();
    void countsAFacet_data();
    void countsAFacet();
    void countsSeveralFacetsAtOnce();
    void countsByTime();
    void dependsOnNoClockOfTheServer_data();
    void dependsOnNoClockOfTheServer();
    void readsTheValuesOfAClientRegex();
    void evaluatesAClientRegex();
    void endsAClientRegexThatIsCancelled();
};

namespace {

const Watermark OneOrigin{{{3, 12}}, {}};
const ArchiveSql From = " FROM event WHERE 1";

QString sqlOf(const ArchiveSql &sql)
{
    return toQString(sql.text());
}

LocalTimeSql utc()
{
    return *LocalTimeSql::make("UTC", {UtcMicros{0}, UtcMicros{1}});
}

OrderSql ordered(const QString &list)
{
    const LocalTimeSql localTime = utc();
    return orderSql(*parseSortOrder(list), &localTime);
}

Filter::FieldReference fieldNamed(const QString &name)
{
    const auto fields = parseFieldList(name);
    return fields->front();
}

} // namespace

void QuerySqlTest::countsBatchesUpToTheWatermark_data()
{
    QTest::addColumn<Watermark>("watermark");
    QTest::addColumn<QString>("expected");
    QTest::newRow("an empty archive") << Watermark() << u"0"_s;
    QTest::newRow("one origin") << OneOrigin << u"(origin = 3 AND batch <= 12)"_s;
    QTest::newRow("several origins") << Watermark{{{1, 5}, {7, 18'446'744'073'709'551'615U}}, {}}
                                     << u"batch <= transform(origin, [1, 7], [5, 18446744073709551615], 0)"_s;
    QTest::newRow("void batches, by origin")
        << Watermark{{{1, 5}, {2, 9}}, {{1, 3}, {1, 4}, {2, 8}}}
        << u"(batch <= transform(origin, [1, 2], [5, 9], 0) AND NOT (origin = 1 AND batch IN (3, 4)) AND NOT "
           "(origin = 2 AND batch IN (8)))"_s;
    QTest::newRow("void ones that would not count anyway")
        << Watermark{{{1, 5}}, {{1, 6}, {2, 1}}} << u"(origin = 1 AND batch <= 5)"_s;
}

void QuerySqlTest::countsBatchesUpToTheWatermark()
{
    QFETCH(const Watermark, watermark);
    QFETCH(const QString, expected);

    QCOMPARE(sqlOf(snapshotSql(watermark)), expected);
    QCOMPARE(sqlOf(countSql(fromEvents(watermark, "op = 'a'"))),
             u"SELECT toInt64(sum(sign)) FROM event WHERE %1 AND op = 'a'"_s.arg(expected));
}

void QuerySqlTest::sortsByKeys_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("order");
    QTest::newRow("newest first") << u"-created"_s << u""_s << u"created DESC, origin DESC, row DESC"_s;
    QTest::newRow("a text, rows without it last")
        << u"-actor"_s << u"`actor` AS `sort0`"_s << u"`sort0` = '', `sort0` DESC, origin DESC, row DESC"_s;
    QTest::newRow("two keys") << u"-actor.email,created"_s << u"`actor_email` AS `sort0`"_s
                              << u"`sort0` = '', `sort0` DESC, created, origin, row"_s;
    QTest::newRow("a time always has a value")
        << u"received,op"_s << u"`received` AS `sort0`, `op` AS `sort1`"_s
        << u"`sort0`, `sort1` = '', `sort1`, origin, row"_s;
    QTest::newRow("hours go by number")
        << u"-hour"_s << u"intDiv(created + 62136201600000000, 3600000000) % 24 AS `sort0`"_s
        << u"`sort0` DESC, origin DESC, row DESC"_s;
}

void QuerySqlTest::sortsByKeys()
{
    QFETCH(const QString, list);
    QFETCH(const QString, columns);
    QFETCH(const QString, order);

    const OrderSql sql = ordered(list);

    QCOMPARE(sqlOf(joinSql(sql.columns, ", ")), columns);
    QCOMPARE(sqlOf(sql.order), order);
}

void QuerySqlTest::knowsTheOrderOfTheTable_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("expected"); ///< 1 descending, 0 ascending, -1 neither
    QTest::newRow("newest first") << u"-created"_s << 1;
    QTest::newRow("oldest first") << u"created"_s << 0;
    QTest::newRow("another field") << u"-received"_s << -1;
    QTest::newRow("another one first") << u"actor,-created"_s << -1;
}

void QuerySqlTest::knowsTheOrderOfTheTable()
{
    QFETCH(const QString, list);
    QFETCH(const int, expected);

    const auto descending = ordered(list).createdDescending;

    QCOMPARE(descending ? static_cast<int>(*descending) : -1, expected);
}

void QuerySqlTest::readsTheFirstRows()
{
    QCOMPARE(
        sqlOf(firstRowsSql(From, ordered(u"-created"_s), 128)),
        u"SELECT created, origin, row, sign FROM event WHERE 1 ORDER BY created DESC, origin DESC, row DESC "
        "LIMIT 128"_s);
    QCOMPARE(sqlOf(firstRowsSql(From, ordered(u"op"_s), 5)),
             u"SELECT created, origin, row, sign FROM (SELECT created, origin, row, `op` AS `sort0`, sign "
             u"FROM event "
             "WHERE 1) ORDER BY `sort0` = '', `sort0`, origin, row LIMIT 5"_s);
}

void QuerySqlTest::readsAPage()
{
    QCOMPARE(sqlOf(pageSql(From, ordered(u"created,-op"_s), 200, 100)),
             u"SELECT created, origin, row FROM (SELECT created, origin, row, `op` AS `sort0` FROM event "
             u"WHERE 1 GROUP BY "
             "created, origin, row, `sort0` HAVING sum(sign) > 0) ORDER BY created, `sort0` = '', `sort0` "
             "DESC, origin "
             "DESC, row DESC LIMIT 200, 100"_s);
}

void QuerySqlTest::readsABinOfTime()
{
    QCOMPARE(sqlOf(inTime(From, {UtcMicros{-5}, UtcMicros{10}})),
             u" FROM event WHERE 1 AND (created >= (-5) AND created < 10)"_s);
    QCOMPARE(sqlOf(inTime(From, {{}, UtcMicros{10}})), u" FROM event WHERE 1 AND created < 10"_s);
    QCOMPARE(sqlOf(extentSql(From)), u"SELECT min(created), max(created) FROM event WHERE 1"_s);
}

void QuerySqlTest::readsRecordsInOrder()
{
    const ArchiveSql from = fromMetEvents(OneOrigin, "op = 'a'");
    QCOMPARE(sqlOf(from), u" FROM event PREWHERE (origin = 3 AND batch <= 12) AND op = 'a'"_s);
    QCOMPARE(sqlOf(recordsSql(From, ordered(u"created"_s), {"row", "raw"})),
             u"SELECT `row`, `raw`, sign FROM event WHERE 1 ORDER BY created, origin, row"_s);
    QCOMPARE(
        sqlOf(recordsSql(From, ordered(u"-op"_s), {"row", "raw"})),
        u"SELECT `row`, `raw`, sign FROM (SELECT `row`, `raw`, sign, `op` AS `sort0` FROM event WHERE 1) "
        "ORDER BY `sort0` = '', `sort0` DESC, origin DESC, row DESC"_s);
}

void QuerySqlTest::countsAFacet_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<quint64>("limit");
    QTest::addColumn<QString>("expected");
    const QString rest =
        u", toInt64(sum(sign)) AS events FROM event WHERE 1 GROUP BY value HAVING events > 0 ORDER BY "
        "events DESC, value = '', value"_s;
    QTest::newRow("a field") << u"actor.email"_s << quint64(10)
                             << u"SELECT `actor_email` AS value%1 LIMIT 10"_s.arg(rest);
    QTest::newRow("all values") << u"op"_s << quint64(0) << u"SELECT `op` AS value%1"_s.arg(rest);
    QTest::newRow("weekdays by name") << u"weekday"_s << quint64(0)
                                      << u"SELECT arrayElement(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', "
                                         u"'sun'], intDiv(created + 62136201600000000, "
                                         "86400000000) % 7 + 1) AS value%1"_s.arg(rest);
    QTest::newRow("times by number") << u"received"_s << quint64(3)
                                     << u"SELECT toString(`received`) AS value, toInt64(sum(sign)) AS events "
                                        u"FROM event WHERE 1 GROUP BY `received` "
                                        "HAVING events > 0 ORDER BY events DESC, `received` LIMIT 3"_s;
}

void QuerySqlTest::countsAFacet()
{
    QFETCH(const QString, field);
    QFETCH(const quint64, limit);
    QFETCH(const QString, expected);
    const LocalTimeSql localTime = utc();

    QCOMPARE(sqlOf(FacetSql(From, limit, &localTime).ofField(fieldNamed(field))), expected);
}

void QuerySqlTest::countsSeveralFacetsAtOnce()
{
    const LocalTimeSql localTime = utc();
    const FacetSql facets(From, 5, &localTime);

    QCOMPARE(
        sqlOf(facets.ofFields({fieldNamed(u"op"_s), fieldNamed(u"hour"_s), fieldNamed(u"actor"_s)})),
        u"SELECT toUInt8(multiIf(grouping(`facet0`) = 0, 0, grouping(`facet1`) = 0, 1, 2)) AS facet, "
        "multiIf(grouping(`facet0`) = 0, `facet0`, grouping(`facet1`) = 0, `facet1`, `facet2`) AS value, "
        "toInt64(sum(sign)) AS events FROM (SELECT sign, `op` AS `facet0`, toString(intDiv(created + "
        "62136201600000000, "
        "3600000000) % 24) AS `facet1`, `actor` AS `facet2` FROM event WHERE 1) GROUP BY GROUPING SETS "
        "((`facet0`), "
        "(`facet1`), (`facet2`)) HAVING events > 0 ORDER BY facet, events DESC, value = '', value LIMIT 5 BY facet"_s);
    QVERIFY(FacetSql::sharesQuery(fieldNamed(u"weekday"_s)));
    QVERIFY(!FacetSql::sharesQuery(fieldNamed(u"created"_s)));
    QVERIFY(!FacetSql::sharesQuery(fieldNamed(u"@details.method"_s)));
}

void QuerySqlTest::countsByTime()
{
    const TimeGroups groups = TimeGroups::ofWidth({0}, 10);
    const LocalTimeSql localTime = utc();

    QCOMPARE(sqlOf(groupCountsSql(From, groups)),
             u"SELECT toInt64(intDiv((created - 0), 10)) AS time_group, toInt64(sum(sign)) FROM event WHERE "
             u"1 GROUP BY "
             "time_group ORDER BY time_group"_s);
    QCOMPARE(sqlOf(splitGroupCountsSql(From, groups, Field::Outcome, nullptr)),
             u"SELECT toInt64(intDiv((created - 0), 10)) AS time_group, `outcome` AS value, "
             u"toInt64(sum(sign)) FROM event "
             "WHERE 1 GROUP BY time_group, value ORDER BY time_group, value"_s);
    QVERIFY(sqlOf(splitGroupCountsSql(From, groups, Filter::DerivedField::Weekday, &localTime))
                .contains(u"'sun'], intDiv(created"_s));
}

void QuerySqlTest::dependsOnNoClockOfTheServer_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *filter : {"created:-1d", "created:today", "-created:2026-11", "received:>2026-11-20",
                               "hour:22..5", "weekday:sat..mon", "@details.attempt:>=40", "now"})
        QTest::newRow(filter) << Testing::written(QString::fromLatin1(filter), "America/New_York");
    const LocalTimeSql localTime = *LocalTimeSql::make(
        "America/New_York", {*parseTime("2025-01-01T00:00:00Z"), *parseTime("2026-01-01T00:00:00Z")});
    const TimeGroups days = TimeGroups::ofWidth({0}, UtcMicros::PerDay);
    QTest::newRow("hours") << sqlOf(FacetSql(From, 5, &localTime).ofField(fieldNamed(u"hour"_s)));
    QTest::newRow("times") << sqlOf(FacetSql(From, 5, &localTime).ofField(fieldNamed(u"created"_s)));
    QTest::newRow("a page by hours") << sqlOf(
        pageSql(From, orderSql(*parseSortOrder(u"hour,-created"_s), &localTime), 0, 100));
    QTest::newRow("records by hours") << sqlOf(
        recordsSql(From, orderSql(*parseSortOrder(u"hour,-created"_s), &localTime), {"created", "raw"}));
    QTest::newRow("a histogram") << sqlOf(groupCountsSql(From, days));
    QTest::newRow("a histogram by weekday")
        << sqlOf(splitGroupCountsSql(From, days, Filter::DerivedField::Weekday, &localTime));
    QTest::newRow("the extent") << sqlOf(extentSql(From));
    QTest::newRow("what counts") << sqlOf(countSql(fromEvents(OneOrigin, "1")));
}

void QuerySqlTest::dependsOnNoClockOfTheServer()
{
    QFETCH(const QString, sql);
    QVERIFY(!sql.isEmpty());
    QVERIFY2(Testing::serverClockIn(sql).isEmpty(), qPrintable(sql));
    QCOMPARE(Testing::serverClockIn(sql + u" AND created > toUnixTimestamp(now ())"_s), u"now ("_s);
}

void QuerySqlTest::readsTheValuesOfAClientRegex()
{
    QCOMPARE(sqlOf(distinctValuesSql(Field::ActorEmail, From, 100)),
             u"SELECT DISTINCT `actor_email` FROM event WHERE 1 AND `actor_email` != '' LIMIT 100"_s);
    const QString atPath = sqlOf(distinctValuesSql(fieldNamed(u"@n"_s), From, 100));
    QVERIFY2(atPath.startsWith(u"SELECT DISTINCT value FROM (SELECT arrayJoin(arrayConcat(arrayFilter("_s)
                 && atPath.contains(u"`j1.text`"_s) && atPath.contains(u"`jo.text`"_s)
                 && atPath.endsWith(u" AS value FROM event WHERE 1) WHERE value != '' LIMIT 100"_s),
             qPrintable(atPath));
}

void QuerySqlTest::evaluatesAClientRegex()
{
    const ClientRegex regex{Field::Action, {"^a(?!b)", true}};

    const auto evaluated = evaluateRegex(regex, {"ab", "ac", "Ad", "b"}, {});

    QVERIFY(evaluated.hasValue());
    QCOMPARE(evaluated->regex, regex);
    QCOMPARE(evaluated->values, (std::vector<std::string>{"ac", "Ad"}));
}

void QuerySqlTest::endsAClientRegexThatIsCancelled()
{
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();

    const auto evaluated = evaluateRegex({Field::Action, {"a", false}}, {"a"}, token);

    QVERIFY(!evaluated.hasValue());
    QCOMPARE(evaluated.error().kind, ErrorKind::Cancelled);
}

TRAILGLASS_TEST(QuerySqlTest)
#include "tst_querysql.moc"
