// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/filter/surroundings.h"
#include "tests/runner/testclass.h"

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Filters that lead from one event to others.
class SurroundingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWholeMinutesAroundATime_data();
    void takesWholeMinutesAroundATime();
    void looksIntoEveryFieldButTimes();
    void restrictsAFilterFurther_data();
    void restrictsAFilterFurther();
};

namespace {

Filter::NodePointer tree(const QString &text)
{
    return std::get<Filter::NodePointer>(Filter::parse(text));
}

} // namespace

void SurroundingsTest::takesWholeMinutesAroundATime_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("filter");
    QTest::newRow("UTC") << QByteArray("UTC") << u"2026-11-20T09:15:30.5Z"_s
                         << u"created:2026-11-20T09:10..2026-11-20T09:20"_s;
    QTest::newRow("another zone") << QByteArray("Asia/Kathmandu") << u"2026-11-20T09:15:30.5Z"_s
                                  << u"created:2026-11-20T14:55..2026-11-20T15:05"_s;
    QTest::newRow("before 1970") << QByteArray("UTC") << u"1969-12-31T23:59:59.999999Z"_s
                                 << u"created:1969-12-31T23:54..1970-01-01T00:04"_s;
    QTest::newRow("the first hour there is")
        << QByteArray("UTC") << u"0001-01-01T00:01:00Z"_s << u"created:0001-01-01T00:00..0001-01-01T00:06"_s;
    QTest::newRow("the last hour there is")
        << QByteArray("UTC") << u"9999-12-31T23:58:00Z"_s << u"created:9999-12-31T23:53..9999-12-31T23:59"_s;
}

void SurroundingsTest::takesWholeMinutesAroundATime()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, time);
    QFETCH(const QString, filter);
    const auto calendar = Filter::ZoneCalendar::open(zone);

    const auto around =
        Filter::aroundTime(*parseTime(time.toStdString()), 5 * UtcMicros::PerMinute, *calendar);

    QCOMPARE(Filter::print(around), filter);
}

void SurroundingsTest::looksIntoEveryFieldButTimes()
{
    const std::vector<Filter::FieldReference> fields{Field::Created, Field::Actor, Field::Outcome,
                                                     Field::Received};

    const auto found = Filter::containing(fields, "a \"b\"*");
    QVERIFY(Filter::sameTree(found, tree(Filter::print(found))));
    QCOMPARE(Filter::print(found), uR"(actor:~"a ""b""*" OR outcome:~"a ""b""*")"_s);
    QVERIFY(!Filter::containing(std::span(fields).first(1), "x"));
    QCOMPARE(Filter::print(Filter::containing(std::span(fields).first(2), "x")), u"actor:~x"_s);
}

void SurroundingsTest::restrictsAFilterFurther_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << u"ip:~1 OR actor:~1"_s;
    QTest::newRow("a term") << u"op:auth"_s << u"op:auth (ip:~1 OR actor:~1)"_s;
    QTest::newRow("alternatives") << u"op:auth OR op:grant"_s
                                  << u"(op:auth OR op:grant) (ip:~1 OR actor:~1)"_s;
}

void SurroundingsTest::restrictsAFilterFurther()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, expected);
    QCOMPARE(Filter::print(Filter::both(tree(filter), tree(u"ip:~1 OR actor:~1"_s))), expected);
}

TRAILGLASS_PURE_TEST(SurroundingsTest)
#include "tst_surroundings.moc"
