// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pathkey.h"

#include "models/archive/searchtexts.h"
#include "models/archive/textforms.h"
#include "models/filter/decimal.h"
#include "models/filter/ipaddress.h"
#include "models/filter/timetext.h"
#include "tests/json/jsongenerator.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <limits>
#include <set>

using namespace Trailglass;

class PathKeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesKeysOfNumbers_data();
    void writesKeysOfNumbers();
    void ordersNumbersByTheirKeys();
    void ordersTimesByTheirKeys();
    void keysOfAKindAreTogether();
    void knowsWhatATextStandsFor_data();
    void knowsWhatATextStandsFor();
    void missesNoAddress();
    void writesNamesThatCanBeToldApart_data();
    void writesNamesThatCanBeToldApart();
    void keepsPathsInTheirBuckets();
};

namespace {

Filter::PathStep memberStep(const char *name)
{
    return {Filter::PathStep::Kind::Member, name, 0};
}

std::string keyOf(JsonKind kind, std::string_view text)
{
    std::string key;
    appendValueKey(key, kind, text);
    return key;
}

} // namespace

void PathKeyTest::writesKeysOfNumbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *number, const char *key) {
        QTest::newRow(number) << QString::fromLatin1(number) << QString::fromLatin1(key);
    };
    // These are stored.
    row("0", "n1");
    row("-0", "n1");
    row("0.000e9", "n1");
    row("1", "n205000000000000000011");
    row("1.0", "n205000000000000000011");
    row("10e-1", "n205000000000000000011");
    row("0.01", "n204999999999999999991");
    row("0012.50", "n20500000000000000002125");
    row("-2.5", "n0949999999999999999874~");
    row("1e99999999999999999999", "n206000000000000000011");
}

void PathKeyTest::writesKeysOfNumbers()
{
    QFETCH(const QString, number);
    QTEST(QString::fromStdString(numberKey(number.toStdString())), "key");
}

void PathKeyTest::ordersNumbersByTheirKeys()
{
    JsonGenerator json(5);
    std::vector<std::string> numbers{"0", "-0.0", "9", "10", "-9", "-10", "1e-400", "-1e400"};
    for (int count = 0; count < 300; ++count)
        numbers.push_back(json.number());
    for (const std::string &left : numbers) {
        for (const std::string &right : numbers) {
            const auto expected = Filter::compareDecimals(left, right);
            const auto actual = numberKey(left) <=> numberKey(right);
            QVERIFY2((expected < 0) == (actual < 0) && (expected == 0) == (actual == 0),
                     (left + " and " + right).c_str());
        }
    }
}

void PathKeyTest::ordersTimesByTheirKeys()
{
    const std::vector<const char *> times{"0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z",
                                          "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000001Z",
                                          "2026-11-20T09:15:00Z", "9999-12-31T23:59:59.999999Z"};
    for (std::size_t index = 1; index < times.size(); ++index) {
        const std::string before = timeKey(*parseTime(times[index - 1]));
        const std::string after = timeKey(*parseTime(times[index]));
        QVERIFY2(before < after, times[index]);
        QCOMPARE(before.size(), after.size());
    }
    QCOMPARE(timeKey(UtcMicros{0}), std::string("t1000000000000000000"));
    // What a filter may compare with.
    QVERIFY(timeKey(UtcMicros{std::numeric_limits<qint64>::min()}) < timeKey(*parseTime(times.front())));
    QVERIFY(timeKey(UtcMicros{std::numeric_limits<qint64>::max()}) > timeKey(*parseTime(times.back())));
}

void PathKeyTest::keysOfAKindAreTogether()
{
    for (const char *number : {"-1e400", "-1", "0", "1", "1e400"}) {
        const std::string key = numberKey(number);
        QVERIFY(key >= NumberKeys && key < EndOfNumberKeys);
    }
    const std::string time = timeKey(UtcMicros{0});
    QVERIFY(time >= TimeKeys && time < EndOfTimeKeys);
    for (const std::string_view other : {ObjectKey, EmptyObjectKey, NullKey, AddressKeys}) {
        QVERIFY(other < NumberKeys || other >= EndOfNumberKeys);
        QVERIFY(other < TimeKeys || other >= EndOfTimeKeys);
    }
}

void PathKeyTest::knowsWhatATextStandsFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *text, const char *kind) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(kind);
    };
    QTest::newRow("no text") << QString() << QString();
    row("x", "");
    row("-", "");
    row("1.50", "n");
    row("007", "n");
    row("+5", "");
    row("1e", "");
    row("2026", "n"); // more likely a number
    row("2026-11", "t");
    row("2026-11-20", "t");
    row("2026-11-20T09", "t");
    row("2026-11-20 09:15:00,5+01:00", "t");
    row("2026-02-30", "");
    row("-2026-11", "");
    row("12345-11", "");
    row("10.0.0.1", "a");
    row("10.0.0.1:443", "a");
    row("10.0.0.1.2", "");
    row("1.2.3", "");
    row("from 10.0.0.1, unknown", "a");
    row("a,b\t[2001:db8::1]:443", "a");
    row("fe80::1%eth0", "a");
    row("::", "a");
    row("09:15:00", "");
    row("Mozilla/5.0 Chrome/120.0.0.0", "");
    row("true", "");
}

void PathKeyTest::knowsWhatATextStandsFor()
{
    QFETCH(const QString, text);
    const std::string key = keyOf(JsonKind::String, text.toStdString());
    QTEST(QString::fromStdString(key.substr(0, 1)), "kind");
    QCOMPARE(key.starts_with('n'), Filter::isDecimal(text.toStdString()));
    QCOMPARE(key.starts_with('t'), Filter::vendorMoment(text.toStdString()).has_value());
    if (const auto moment = Filter::vendorMoment(text.toStdString()))
        QCOMPARE(key, timeKey(*moment));
    QCOMPARE(keyOf(JsonKind::Bool, text.toStdString()), std::string());
    QCOMPARE(keyOf(JsonKind::Null, "null"), std::string(NullKey));
}

void PathKeyTest::missesNoAddress()
{
    const std::vector<std::string> pieces{"10.0.0.1", "::1", "fe80::1%eth0", "%", "[", "]", ":",   ".", "443",
                                          " ",        ",",   "\n",           "x", "f", "1", "::a", "-", "\v"};
    JsonGenerator random(8);
    int addresses = 0;
    for (int count = 0; count < 20'000; ++count) {
        std::string text;
        const std::size_t length = 1 + random.below(6);
        for (std::size_t piece = 0; piece < length; ++piece)
            text += pieces[random.below(pieces.size())];
        if (Filter::isDecimal(text) || Filter::vendorMoment(text))
            continue;
        const std::string expected = addressKey(text);
        addresses += expected.empty() ? 0 : 1;
        QCOMPARE(keyOf(JsonKind::String, text),
                 expected.empty() ? std::string() : std::string(AddressKeys) + expected);
    }
    QVERIFY(addresses > 1'000);
}

void PathKeyTest::writesNamesThatCanBeToldApart_data()
{
    QTest::addColumn<std::vector<Filter::PathStep>>("steps");
    QTest::addColumn<std::string>("text");
    using Steps = std::vector<Filter::PathStep>;
    const auto row = [](const char *text, const Steps &steps) {
        QTest::newRow(text) << steps << std::string(text);
    };
    row("a", {memberStep("a")});
    row("a.b", {memberStep("a"), memberStep("b")});
    row("a\\.b", {memberStep("a.b")});
    row("a\\\"", {memberStep("a\"")});
    row("a\\\\", {memberStep("a\\")});
    row(".", {memberStep(""), memberStep("")});
    row("..b", {memberStep(""), memberStep(""), memberStep("b")});
    row("a.c",
        {memberStep("a"),
         {Filter::PathStep::Kind::Index, {}, 3},
         memberStep("c"),
         {Filter::PathStep::Kind::Every, {}, 0}});
}

void PathKeyTest::writesNamesThatCanBeToldApart()
{
    QFETCH(const std::vector<Filter::PathStep>, steps);
    QTEST(archivePath({steps}), "text");
}

void PathKeyTest::keepsPathsInTheirBuckets()
{
    // These are stored.
    QCOMPARE(extendPathHash(EmptyPathHash, "foobar"), 0xBF9CF968U);
    QCOMPARE(extendPathHash(extendPathHash(EmptyPathHash, "foo"), "bar"), 0xBF9CF968U);
    QCOMPARE(bucketOf(std::string_view("foobar")), 0);
    std::set<int> buckets;
    for (int number = 0; number < 100; ++number)
        buckets.insert(bucketOf(std::string_view("details.field" + std::to_string(number))));
    QCOMPARE(buckets.size(), std::size_t{PathBuckets});
    QVERIFY(*buckets.begin() == 0 && *buckets.rbegin() == PathBuckets - 1);
}

TRAILGLASS_TEST(PathKeyTest)
#include "tst_pathkey.moc"
