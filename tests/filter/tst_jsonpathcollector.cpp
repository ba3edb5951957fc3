// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldnames.h"
#include "models/filter/jsonpathcollector.h"
#include "models/filter/jsonpathreader.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

namespace {

QStringList namesOf(const JsonPathCollector &collector)
{
    QStringList names;
    for (const JsonPath &path : collector.paths())
        names += fieldReferenceName(path);
    return names;
}

QStringList pathsIn(const std::string &raw)
{
    JsonPathCollector collector;
    collector.add(raw);
    return namesOf(collector);
}

} // namespace

class JsonPathCollectorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhereThereAreValues_data();
    void listsWhereThereAreValues();
    void mostFrequentComeFirst();
    void countsValuesNotPlaces();
    void everyPathFindsSomething();
    void endsWithinItsLimits();
};

void JsonPathCollectorTest::listsWhereThereAreValues_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QStringList>("paths");

    QTest::newRow("members") << QByteArray(R"({"b":1,"a":"x"})") << QStringList({u"@a"_s, u"@b"_s});
    QTest::newRow("nested") << QByteArray(R"({"a":{"b":{"c":true}}})") << QStringList{u"@a.b.c"_s};
    QTest::newRow("through arrays") << QByteArray(R"({"a":[[{"b":1}],{"c":2}],"d":["x"]})")
                                    << QStringList({u"@a.b"_s, u"@a.c"_s, u"@d"_s});
    QTest::newRow("through strings") << QByteArray(R"({"a":"{\"b\":1}"})") << QStringList{u"@a.b"_s};
    QTest::newRow("nothing there") << QByteArray(R"({"a":null,"b":{},"c":[]})") << QStringList();
    QTest::newRow("odd names") << QByteArray(R"({"a b":{"\u0022":1},"":2})")
                               << QStringList{u"@\"a b\".\"\"\"\""_s};
    QTest::newRow("broken") << QByteArray(R"({"a":1,"b":tru})") << QStringList{u"@a"_s};
    QTest::newRow("a scalar") << QByteArray("1") << QStringList();
}

void JsonPathCollectorTest::listsWhereThereAreValues()
{
    QFETCH(const QByteArray, raw);
    QTEST(pathsIn(raw.toStdString()), "paths");
}

void JsonPathCollectorTest::mostFrequentComeFirst()
{
    JsonPathCollector collector;
    collector.add(R"({"a":1,"b":[1,1,1]})");
    collector.add(R"({"c":1,"a":2})");
    QCOMPARE(namesOf(collector), QStringList({u"@a"_s, u"@b"_s, u"@c"_s}));
}

void JsonPathCollectorTest::countsValuesNotPlaces()
{
    JsonPathCollector collector;
    collector.add(R"({"a":[{"b":1},{"b":2}]})");
    collector.add(R"({"a":{"b":3},"c":4})");
    const auto counted = collector.counted();
    QCOMPARE(counted.size(), std::size_t(2));
    QCOMPARE(fieldReferenceName(counted[0].path), u"@a.b"_s);
    QCOMPARE(counted[0].values, qint64(2));
    QCOMPARE(counted[1].values, qint64(1));
}

void JsonPathCollectorTest::everyPathFindsSomething()
{
    const std::string raw = R"({"a":[{"b":"{\"c\":[1]}"}],"d":{"e f":true}})";
    JsonPathCollector collector;
    collector.add(raw);
    QCOMPARE(collector.paths().size(), 2U);
    for (const JsonPath &path : collector.paths())
        QVERIFY(cellText(raw, path));
}

void JsonPathCollectorTest::endsWithinItsLimits()
{
    std::string deep = "1";
    for (int level = 0; level < 900; ++level)
        deep = level % 2 == 0 ? "{\"a\":" + deep + "}" : "[" + deep + "]";
    QVERIFY(pathsIn(deep).isEmpty());
    std::string wide = "{\"last\":1";
    for (int name = 0; name < 3'000; ++name)
        wide += ",\"k" + std::to_string(name) + "\":1";
    QCOMPARE(pathsIn(wide + '}').size(), static_cast<qsizetype>(JsonPathCollector::MaxPaths));
    QVERIFY(pathsIn("{\"" + std::string(300, 'x') + "\":1}").isEmpty());
}

TRAILGLASS_PURE_TEST(JsonPathCollectorTest)
#include "tst_jsonpathcollector.moc"
