// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/rowclassifier.h"
#include "tests/exporting/samplerecord.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Colour rules as they are kept, and which of them an event gets.
class ColourRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites();
    void leavesOutWhatIsNoRule_data();
    void leavesOutWhatIsNoRule();
    void readsNoMoreThanThereMayBe();
    void takesTheFirstRuleThatMatches();
    void ignoresRulesThatAreOff();
    void ignoresBrokenRulesAndSaysWhy_data();
    void ignoresBrokenRulesAndSaysWhy();
    void givesUpARuleThatCannotBeEvaluated();
};

namespace {

const Filter::PresetLookup Presets = [](const QString &name) {
    return name == "Logins"_L1 ? std::optional(u"op:auth"_s) : std::nullopt;
};

RowClassifier classifier(const QStringList &filters)
{
    QList<ColourRule> rules;
    for (const QString &filter : filters)
        rules.append({u"rule"_s, filter, 0, true});
    return RowClassifier(rules, {}, Presets);
}

} // namespace

void ColourRulesTest::readsWhatItWrites()
{
    const QList<ColourRule> rules{
        {u"Failures"_s, u"outcome:failure"_s, 0, true},
        {u"“quoted” \\ \u202E"_s, u"actor:\"a b\" OR ("_s, RuleColours - 1, false},
        {QString(), QString(), 3, true},
    };
    QCOMPARE(readColourRules(colourRulesText(rules)), rules);
    QCOMPARE(readColourRules(colourRulesText({})), QList<ColourRule>());
}

void ColourRulesTest::leavesOutWhatIsNoRule_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rules");
    const auto row = [](const char *name, const QString &text, int rules) {
        QTest::newRow(name) << text << rules;
    };
    row("nothing", {}, 0);
    row("no JSON", u"[{"_s, 0);
    row("an object", u"{}"_s, 0);
    row("no objects", u"[1,\"x\",null,[]]"_s, 0);
    row("no filter", uR"([{"name":"a","colour":1}])"_s, 0);
    row("a number for a filter", uR"([{"filter":7,"colour":1}])"_s, 0);
    row("no colour", uR"([{"filter":"x"}])"_s, 0);
    row("a colour there is not", uR"([{"filter":"x","colour":8},{"filter":"x","colour":-1}])"_s, 0);
    row("a good one among others", uR"([5,{"filter":"x","colour":1},{}])"_s, 1);
}

void ColourRulesTest::leavesOutWhatIsNoRule()
{
    QFETCH(const QString, text);
    QFETCH(const int, rules);
    QCOMPARE(readColourRules(text).size(), rules);
}

void ColourRulesTest::readsNoMoreThanThereMayBe()
{
    QList<ColourRule> rules;
    for (int count = 0; count < 200; ++count)
        rules.append({QString(5'000, u'n'), u"x"_s, 1, true});

    const QList<ColourRule> read = readColourRules(colourRulesText(rules));

    QCOMPARE(read.size(), MaxColourRules);
    QVERIFY(read.front().name.size() < 1'000);
    rules.front().filter = QString(100'000, u'x');
    QCOMPARE(readColourRules(colourRulesText({rules.front()})).size(), 0);
}

void ColourRulesTest::takesTheFirstRuleThatMatches()
{
    auto rules = classifier({u"actor:bob"_s, u"op:update"_s, u"outcome:success"_s});
    QCOMPARE(rules.ruleOf(sampleRecord()), std::optional(1));
    QCOMPARE(classifier({u"@tags:y"_s}).ruleOf(sampleRecord()), std::optional(0)); // the raw JSON too
    QCOMPARE(classifier({u"actor:bob"_s}).ruleOf(sampleRecord()), std::nullopt);
    QVERIFY(classifier({}).isEmpty());
}

void ColourRulesTest::ignoresRulesThatAreOff()
{
    RowClassifier rules({{u"off"_s, u"op:update"_s, 0, false}, {u"on"_s, u"op:update"_s, 0, true}}, {},
                        Presets);
    QCOMPARE(rules.ruleOf(sampleRecord()), std::optional(1));
    QVERIFY(rules.problems().empty());
}

void ColourRulesTest::ignoresBrokenRulesAndSaysWhy_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("part");
    QTest::newRow("an unknown field") << u"actr:bob"_s << u"actor"_s;
    QTest::newRow("an unknown preset") << u"preset:Logout"_s << u"Logout"_s;
    QTest::newRow("a broken pattern") << u"actor:/(/"_s << QString();
    QTest::newRow("nothing") << u"  "_s << u"empty"_s;
}

void ColourRulesTest::ignoresBrokenRulesAndSaysWhy()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, part);
    auto rules = classifier({filter, u"op:update"_s});

    QCOMPARE(rules.ruleOf(sampleRecord()), std::optional(1));
    QCOMPARE(rules.problems().size(), 1U);
    QCOMPARE(rules.problems().front().rule, 0);
    QVERIFY2(rules.problems().front().sentence.contains(part), qPrintable(rules.problems().front().sentence));
    QVERIFY(!classifier({u"preset:Logins"_s}).isEmpty());
}

void ColourRulesTest::givesUpARuleThatCannotBeEvaluated()
{
    auto rules = classifier({u"message:/(a+)+$/"_s, u"op:update"_s});
    EventRecord record = sampleRecord();
    QCOMPARE(rules.ruleOf(record), std::optional(1));
    QVERIFY(rules.problems().empty());

    record.event.message = std::string(60, 'a') + '!'; // more steps than a pattern may take
    QCOMPARE(rules.ruleOf(record), std::optional(1));
    QCOMPARE(rules.problems().size(), 1U);
    QVERIFY(!rules.problems().front().sentence.isEmpty());
    QCOMPARE(rules.ruleOf(record), std::optional(1));
    QCOMPARE(rules.problems().size(), 1U);
}

TRAILGLASS_TEST(ColourRulesTest)
#include "tst_colourrules.moc"
