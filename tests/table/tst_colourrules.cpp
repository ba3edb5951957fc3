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
    void refusesWhatIsNoListOfRules_data();
    void refusesWhatIsNoListOfRules();
    void leavesOutWhatIsNoRule_data();
    void leavesOutWhatIsNoRule();
    void readsNoMoreThanThereMayBe();
    void namesABrokenFilterByRuleAndPosition();
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
    QCOMPARE(parseColourRules(colourRulesText(rules))->rules, rules);
    QVERIFY(parseColourRules(colourRulesText(rules))->leftOut.isEmpty()); // a broken filter loses no rule
}

void ColourRulesTest::refusesWhatIsNoListOfRules_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"[{"_s;
    QTest::newRow("an object") << u"{}"_s;
    QTest::newRow("longer than all rules can be") << QString(u'[' + QString(MaxColourRulesText, u' ') + u']');
}

void ColourRulesTest::refusesWhatIsNoListOfRules()
{
    QFETCH(const QString, text);
    const auto parsed = parseColourRules(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Malformed);
    QCOMPARE(readColourRules(text), QList<ColourRule>());
}

void ColourRulesTest::leavesOutWhatIsNoRule_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rules");
    QTest::addColumn<QStringList>("told"); // by number, and by name
    const auto row = [](const char *name, const QString &text, int rules, const QStringList &told) {
        QTest::newRow(name) << text << rules << told;
    };
    row("no objects", u"[1,\"x\",null,[]]"_s, 0, {u"rule 1 "_s, u"rule 2 "_s, u"rule 3 "_s, u"rule 4 "_s});
    row("no filter", uR"([{"name":"a","colour":1}])"_s, 0, {u"rule 1 (“a”) "_s});
    row("a number for a filter", uR"([{"filter":7,"colour":1}])"_s, 0, {u"rule 1 "_s});
    row("a number for a name", uR"([{"name":7,"filter":"x","colour":1}])"_s, 0, {u"rule 1 "_s});
    row("a text for a truth value", uR"([{"filter":"x","colour":1,"on":"no"}])"_s, 0, {u"rule 1 "_s});
    row("no colour", uR"([{"filter":"x"}])"_s, 0, {u"rule 1 "_s});
    row("half a colour", uR"([{"filter":"x","colour":1.5}])"_s, 0, {u"rule 1 "_s});
    row("a colour there is not", uR"([{"filter":"x","colour":8},{"filter":"x","colour":-1}])"_s, 0,
        {u"rule 1 "_s, u"rule 2 "_s});
    row("a good one among others", uR"([5,{"filter":"x","colour":1},{"name":"a\u202eb"}])"_s, 1,
        {u"rule 1 "_s, u"rule 3 (“a<U+202E>b”) "_s});
}

void ColourRulesTest::leavesOutWhatIsNoRule()
{
    QFETCH(const QString, text);
    QFETCH(const int, rules);
    QFETCH(const QStringList, told);
    const auto parsed = parseColourRules(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->rules.size(), rules);
    QCOMPARE(readColourRules(text), parsed->rules);
    QCOMPARE(parsed->leftOut.size(), told.size());
    for (qsizetype problem = 0; problem < told.size(); ++problem)
        QVERIFY2(parsed->leftOut[problem].contains(told[problem]), qPrintable(parsed->leftOut[problem]));
}

void ColourRulesTest::namesABrokenFilterByRuleAndPosition()
{
    const QList<ColourRule> rules{{u"good"_s, u"op:auth preset:later"_s, 0, true},
                                  {u"bad"_s, u"op:auth actr:x"_s, 0, false},
                                  {QString(), QString(), 0, true}};
    const QStringList problems = parseColourRules(colourRulesText(rules))->broken;
    QCOMPARE(problems.size(), 2);
    QVERIFY2(problems[0].startsWith(u"Colour rule 2 (“bad”) "_s), qPrintable(problems[0]));
    QVERIFY2(problems[0].contains(u"character 9"_s) && problems[0].contains(u"“actor”"_s),
             qPrintable(problems[0]));
    QVERIFY2(problems[1].startsWith(u"Colour rule 3 "_s) && problems[1].contains(u"empty"_s),
             qPrintable(problems[1]));
}

void ColourRulesTest::readsNoMoreThanThereMayBe()
{
    QList<ColourRule> rules;
    for (int count = 0; count < 200; ++count)
        rules.append({QString(5'000, u'n'), u"x"_s, 1, true});

    const QList<ColourRule> read = readColourRules(colourRulesText(rules));

    QCOMPARE(read.size(), MaxColourRules);
    QCOMPARE(parseColourRules(colourRulesText(rules))->leftOut.size(), 1); // one for all that are too many
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
