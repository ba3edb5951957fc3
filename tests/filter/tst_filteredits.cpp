// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "tests/filter/filtergenerator.h"
#include "tests/filter/treedescription.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

class FilterEditsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAChoiceInPlaceOfTheLast_data();
    void writesAChoiceInPlaceOfTheLast();
    void readsChoicesWrittenByHand_data();
    void readsChoicesWrittenByHand();
    void readsSpellingsAsTheValuesThatEventsHave_data();
    void readsSpellingsAsTheValuesThatEventsHave();
    void takesOneOfSeveralSpellingsAway();
    void readsTenThousandAddressesAtOnce();
    void includesExcludesAndReplaces_data();
    void includesExcludesAndReplaces();
    void leavesOutWhatAFieldCanNeverBe();
    void putsOneTimeInPlaceOfAll_data();
    void putsOneTimeInPlaceOfAll();
    void readsTheTimeOnlyWhereThereIsOne_data();
    void readsTheTimeOnlyWhereThereIsOne();
    void takesEveryValueLiterally();
    void obeysItsLawsOnEveryTree();
};

namespace {

NodePointer parsed(const QString &expression)
{
    const ParseResult result = parse(expression);
    const auto *tree = std::get_if<NodePointer>(&result);
    return tree ? *tree : nullptr;
}

FieldReference field(const QString &name)
{
    return std::get<FieldReference>(parseFieldReference(name));
}

/// "a|b|" is a, b and no value.
std::vector<FieldValue> values(const QString &list)
{
    std::vector<FieldValue> result;
    if (list.isNull())
        return result;
    for (const QString &value : list.split(u'|'))
        result.push_back(value.isEmpty() ? FieldValue() : FieldValue(value.toStdString()));
    return result;
}

QString written(const NodePointer &tree)
{
    const QString text = print(tree);
    const NodePointer again = parsed(text);
    return again && sameTree(again, tree) ? text : u"not the same: "_s + text + u" of "_s + describe(tree);
}

/// What is no term of the field, by the description of each part.
QStringList others(const NodePointer &tree, const FieldReference &field)
{
    QStringList list;
    const NodePointer rest = withChoice(tree, field, {});
    if (const auto *conjunction = std::get_if<And>(&rest->content)) {
        for (const NodePointer &child : conjunction->children)
            list += describe(child);
    } else if (!std::holds_alternative<All>(rest->content)) {
        list += describe(rest);
    }
    return list;
}

FieldChoice sorted(FieldChoice choice)
{
    std::ranges::sort(choice.included);
    std::ranges::sort(choice.excluded);
    return choice;
}

} // namespace

void FilterEditsTest::writesAChoiceInPlaceOfTheLast_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("included");
    QTest::addColumn<QString>("excluded");
    QTest::addColumn<QString>("after");
    const QString none;
    const auto row = [](const char *title, const QString &before, const QString &name,
                        const QString &included, const QString &excluded, const QString &after) {
        QTest::newRow(title) << before << name << included << excluded << after;
    };
    row("first value", u""_s, u"actor"_s, u"bob"_s, none, u"actor:=bob"_s);
    row("several values", u"x"_s, u"actor"_s, u"ann|bob"_s, none, u"x actor:=ann,bob"_s);
    row("in its place", u"x actor:=ann y"_s, u"actor"_s, u"bob"_s, none, u"x actor:=bob y"_s);
    row("taken away", u"x actor:=ann"_s, u"actor"_s, none, none, u"x"_s);
    row("last one taken away", u"actor:=ann"_s, u"actor"_s, none, none, u""_s);
    row("beside an OR", u"a OR b"_s, u"actor"_s, u"bob"_s, none, u"(a OR b) actor:=bob"_s);
    row("excluded", u"x"_s, u"actor"_s, none, u"ann|bob"_s, u"x -actor:=ann,bob"_s);
    row("both", u"x"_s, u"actor"_s, u"ann"_s, u"bob"_s, u"x actor:=ann -actor:=bob"_s);
    row("no value", u"x"_s, u"actor"_s, u""_s, none, u"x -actor:*"_s);
    row("values and no value", u"x"_s, u"actor"_s, u"ann|bob|"_s, none, u"x (actor:=ann,bob OR -actor:*)"_s);
    row("values and no value alone", u""_s, u"actor"_s, u"ann|"_s, none, u"actor:=ann OR -actor:*"_s);
    row("without no value", u"x"_s, u"actor"_s, none, u""_s, u"x actor:*"_s);
    row("excluded and without no value", u"x"_s, u"actor"_s, none, u"ann|"_s, u"x actor:* -actor:=ann"_s);
    row("patterns stay", u"actor:b* actor:=ann"_s, u"actor"_s, none, none, u"actor:b*"_s);
    row("other case goes", u"x actor:ann y"_s, u"actor"_s, u"bob"_s, none, u"x actor:=bob y"_s);
    row("other case is extended", u"actor:ann x"_s, u"actor"_s, u"ann|bob"_s, none,
        u"(actor:ann OR actor:=bob) x"_s);
    row("other case is extended twice", u"(actor:ann OR actor:=bob) x"_s, u"actor"_s, u"ann|bob|eve|"_s, none,
        u"(actor:ann OR actor:=bob OR actor:=eve OR -actor:*) x"_s);
    row("other case is shortened", u"actor:ann,bob"_s, u"actor"_s, u"ann"_s, none, u"actor:=ann"_s);
    row("excluded in another case stays", u"-actor:ann"_s, u"actor"_s, none, u"ann|bob"_s,
        u"-actor:ann -actor:=bob"_s);
    row("alternatives become a list", u"(actor:=a OR actor:=b) x"_s, u"actor"_s, u"a|b|c"_s, none,
        u"actor:=a,b,c x"_s);
    row("address in another form", u"ip:2001:DB8::1"_s, u"ip"_s, u"2001:DB8::1|10.0.0.1"_s, none,
        u"ip:2001:DB8::1,10.0.0.1"_s);
    row("inside a group", u"(x actor:=ann) y"_s, u"actor"_s, u"bob"_s, none, u"(x actor:=bob) y"_s);
    row("group that is none any more", u"(x actor:=ann) y"_s, u"actor"_s, none, none, u"x y"_s);
    row("inside an OR is no choice", u"x OR actor:=ann"_s, u"actor"_s, u"bob"_s, none,
        u"(x OR actor:=ann) actor:=bob"_s);
    row("contradiction goes", u"actor:=a actor:=b"_s, u"actor"_s, u"c"_s, none, u"actor:=c"_s);
    row("exclusions are gathered", u"-actor:=a x -actor:=b"_s, u"actor"_s, none, u"a|b|c"_s,
        u"-actor:=a,b,c x"_s);
    row("closed set", u""_s, u"op"_s, u"create|delete"_s, none, u"op:create,delete"_s);
    row("vendor", u""_s, u"vendor"_s, none, u"asana"_s, u"-vendor:asana"_s);
    row("weekday", u""_s, u"weekday"_s, u"sat|sun"_s, none, u"weekday:sat,sun"_s);
    row("hour", u""_s, u"hour"_s, u"0|23"_s, none, u"hour:0,23"_s);
    row("address", u""_s, u"ip"_s, u"10.0.0.1|2001:db8::1"_s, none, u"ip:10.0.0.1,2001:db8::1"_s);
    row("no address", u""_s, u"ip"_s, u"10.0.0.1|a/b"_s, none, u"ip:=10.0.0.1,a/b"_s);
    row("network", u""_s, u"ip"_s, u"10.0.0.0/8"_s, none, u"ip:=10.0.0.0/8"_s);
    row("moment", u""_s, u"received"_s, u"2026-11-20T09:15:00.123456Z"_s, none,
        u"received:2026-11-20T09:15:00.123456Z"_s);
    row("path", u""_s, u"@a.\"b c\"[0]"_s, u"x|"_s, none, u"@a.\"b c\"[0]:=x OR -@a.\"b c\"[0]:*"_s);
}

void FilterEditsTest::writesAChoiceInPlaceOfTheLast()
{
    QFETCH(const QString, before);
    QFETCH(const QString, name);
    QFETCH(const QString, included);
    QFETCH(const QString, excluded);
    QFETCH(const QString, after);
    const FieldChoice choice{values(included), values(excluded)};
    const NodePointer edited = withChoice(parsed(before), field(name), choice);
    QCOMPARE(written(edited), after);
    QCOMPARE(choiceOf(edited, field(name)), choice);
}

void FilterEditsTest::readsChoicesWrittenByHand_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("included");
    QTest::addColumn<QString>("excluded");
    const QString none;
    const auto row = [](const char *title, const QString &expression, const QString &name,
                        const QString &included, const QString &excluded) {
        QTest::newRow(title) << expression << name << included << excluded;
    };
    row("exact", u"actor==bob x"_s, u"actor"_s, u"bob"_s, none);
    row("ignoring case", u"actor:bob"_s, u"actor"_s, u"bob"_s, none);
    row("by an alias", u"user=bob"_s, u"actor"_s, u"bob"_s, none);
    row("in quotes", u"actor:\"bob\""_s, u"actor"_s, u"bob"_s, none);
    row("in parentheses", u"actor:(ann OR \"bob\")"_s, u"actor"_s, u"ann|bob"_s, none);
    row("not equal", u"actor!=bob"_s, u"actor"_s, none, u"bob"_s);
    row("negated twice", u"-(-actor:bob)"_s, u"actor"_s, u"bob"_s, none);
    row("negated alternatives", u"-(actor:ann OR actor:=bob OR -actor:*)"_s, u"actor"_s, none, u"ann|bob|"_s);
    row("a value among patterns", u"actor:bob,a*"_s, u"actor"_s, none, none);
    row("address exactly", u"ip:=10.0.0.1"_s, u"ip"_s, u"10.0.0.1"_s, none);
    row("network at a path", u"@ip:10.0.0.0/8"_s, u"@ip"_s, none, none);
    row("text at a path", u"@n:5"_s, u"@n"_s, u"5"_s, none);
    row("substring", u"actor:~bob"_s, u"actor"_s, none, none);
    row("pattern", u"action:/x/"_s, u"action"_s, none, none);
    row("closed set in any way", u"outcome=FAILURE"_s, u"outcome"_s, u"failure"_s, none);
    row("closed set exactly", u"op:=create"_s, u"op"_s, u"create"_s, none);
    row("pattern over a closed set", u"vendor:*a*"_s, u"vendor"_s, none, none);
    row("network", u"ip:10.0.0.0/8"_s, u"ip"_s, none, none);
    row("not", u"NOT vendor:asana"_s, u"vendor"_s, none, u"asana"_s);
    row("no value first", u"(-actor:* OR actor:=bob) y"_s, u"actor"_s, u"bob|"_s, none);
    row("alternatives", u"actor:=ann OR actor:bob"_s, u"actor"_s, u"ann|bob"_s, none);
    row("alternatives of other fields", u"actor:=ann OR source:=bob"_s, u"actor"_s, none, none);
    row("alternatives with a pattern", u"actor:=ann OR actor:b*"_s, u"actor"_s, none, none);
    row("negated group", u"-(actor:=ann x)"_s, u"actor"_s, none, none);
    row("same value twice", u"-actor:=a -actor:=a,b"_s, u"actor"_s, none, u"a|b"_s);
    row("empty text", u"actor:=\"\",bob"_s, u"actor"_s, u"bob|"_s, none);
    row("empty text at a path", u"@a:\"\""_s, u"@a"_s, none, none);
    row("relative time", u"created:-7d"_s, u"created"_s, none, none);
}

void FilterEditsTest::readsChoicesWrittenByHand()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, name);
    QFETCH(const QString, included);
    QFETCH(const QString, excluded);
    const FieldChoice expected{values(included), values(excluded)};
    QCOMPARE(choiceOf(parsed(expression), field(name)), expected);
}

void FilterEditsTest::readsSpellingsAsTheValuesThatEventsHave_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("included");
    QTest::addColumn<QString>("excluded");
    const QString none;
    const auto row = [](const char *title, const QString &expression, const QString &name,
                        const QString &known, const QString &included, const QString &excluded) {
        QTest::newRow(title) << expression << name << known << included << excluded;
    };
    row("every case", u"actor:ANN"_s, u"actor"_s, u"ann|bob|Ann|"_s, u"ann|Ann"_s, none);
    row("every composition", u"actor:zo\u00EB"_s, u"actor"_s, u"Zoe\u0308"_s, u"Zoe\u0308"_s, none);
    row("exactly", u"actor:=ANN"_s, u"actor"_s, u"ann|Ann"_s, u"ANN"_s, none);
    row("of no event", u"actor:eve"_s, u"actor"_s, u"ann"_s, u"eve"_s, none);
    row("excluded", u"-actor:ANN,bob"_s, u"actor"_s, u"ann|bob"_s, none, u"ann|bob"_s);
    row("the same address", u"ip:2001:DB8::1"_s, u"ip"_s, u"2001:db8:0::1|[2001:db8::1]:443|::2"_s,
        u"2001:db8:0::1|[2001:db8::1]:443"_s, none);
    row("the address exactly", u"ip:=10.0.0.1"_s, u"ip"_s, u"10.0.0.1|10.0.0.1:80"_s, u"10.0.0.1"_s, none);
    row("no value", u"-actor:*"_s, u"actor"_s, u"ann|"_s, u""_s, none);
}

void FilterEditsTest::readsSpellingsAsTheValuesThatEventsHave()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, name);
    QFETCH(const QString, known);
    QFETCH(const QString, included);
    QFETCH(const QString, excluded);
    const FieldChoice expected{values(included), values(excluded)};
    QCOMPARE(choiceOf(parsed(expression), field(name), values(known)), expected);
}

void FilterEditsTest::takesOneOfSeveralSpellingsAway()
{
    const std::vector<FieldValue> known = values(u"ann|Ann|bob"_s);
    const NodePointer tree = parsed(u"actor:ANN x"_s);
    const auto edited = [&](const QString &included) {
        const FieldChoice choice{values(included), {}};
        return written(withChoice(tree, Field::Actor, choice, known));
    };
    QCOMPARE(edited(u"ann|Ann"_s), u"actor:ANN x"_s);
    QCOMPARE(edited(u"ann"_s), u"actor:=ann x"_s);
    QCOMPARE(edited(u"ann|Ann|bob"_s), u"(actor:ANN OR actor:=bob) x"_s);
    QCOMPARE(edited(QString()), u"x"_s);
}

void FilterEditsTest::readsTenThousandAddressesAtOnce()
{
    Term term{Field::Ip, Comparison::Matches, {}};
    std::vector<FieldValue> known;
    for (int number = 0; number < MaxValues; ++number) {
        const std::string address =
            "10.0." + std::to_string(number / 256) + '.' + std::to_string(number % 256);
        term.values.push_back(TextValue{address, {}});
        known.emplace_back(address + ":443");
    }
    QElapsedTimer timer;
    timer.start();
    const FieldChoice choice = choiceOf(makeNode(std::move(term)), Field::Ip, known);
    QVERIFY(choice.included == known);
    QCOMPARE_LT(timer.elapsed(), 5'000); // each against each takes minutes
}

void FilterEditsTest::includesExcludesAndReplaces_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("include");
    QTest::addColumn<QString>("exclude");
    QTest::addColumn<QString>("only");
    const auto row = [](const char *title, const QString &before, const QString &name, const QString &value,
                        const QString &include, const QString &exclude, const QString &only) {
        QTest::newRow(title) << before << name << value << include << exclude << only;
    };
    row("nothing yet", u"x"_s, u"actor"_s, u"a"_s, u"x actor:=a"_s, u"x -actor:=a"_s, u"x actor:=a"_s);
    row("among others", u"actor:=a,b x"_s, u"actor"_s, u"a"_s, u"actor:=a x"_s, u"actor:=b x -actor:=a"_s,
        u"x actor:=a"_s);
    row("excluded before", u"-actor:=a"_s, u"actor"_s, u"a"_s, u"actor:=a"_s, u"-actor:=a"_s, u"actor:=a"_s);
    row("chosen before", u"actor:=a"_s, u"actor"_s, u"a"_s, u"actor:=a"_s, u"-actor:=a"_s, u"actor:=a"_s);
    row("another chosen", u"actor:=b"_s, u"actor"_s, u"a"_s, u"actor:=a"_s, u"actor:=b -actor:=a"_s,
        u"actor:=a"_s);
    row("pattern", u"actor:a* x"_s, u"actor"_s, u"a"_s, u"actor:a* x actor:=a"_s, u"actor:a* x -actor:=a"_s,
        u"x actor:=a"_s);
    row("in another case", u"actor:A x"_s, u"actor"_s, u"a"_s, u"actor:=a x"_s, u"x -actor:=a"_s,
        u"x actor:=a"_s);
    row("excluded in another case", u"-actor:A,b x"_s, u"actor"_s, u"a"_s, u"-actor:=b x actor:=a"_s,
        u"-actor:A,b x"_s, u"x actor:=a"_s);
    row("no value", u"x"_s, u"actor"_s, u""_s, u"x -actor:*"_s, u"x actor:*"_s, u"x -actor:*"_s);
    row("array", u"@t:=b"_s, u"@t"_s, u"a"_s, u"@t:=b @t:=a"_s, u"@t:=b -@t:=a"_s, u"@t:=a"_s);
    row("array, again", u"@t:=a"_s, u"@t"_s, u"a"_s, u"@t:=a"_s, u"-@t:=a"_s, u"@t:=a"_s);
    row("array with two", u"@t:=b x @t:=c"_s, u"@t"_s, u"a"_s, u"@t:=b x @t:=c @t:=a"_s,
        u"@t:=b x @t:=c -@t:=a"_s, u"x @t:=a"_s);
    row("array with two, again", u"@t:=b,a @t:=c"_s, u"@t"_s, u"a"_s, u"@t:=b,a @t:=c @t:=a"_s,
        u"@t:=b @t:=c -@t:=a"_s, u"@t:=a"_s);
    row("array with two, excluded before", u"@t:=b -@t:=a,d @t:=c"_s, u"@t"_s, u"a"_s,
        u"@t:=b -@t:=d @t:=c @t:=a"_s, u"@t:=b -@t:=a,d @t:=c"_s, u"@t:=a"_s);
}

void FilterEditsTest::includesExcludesAndReplaces()
{
    QFETCH(const QString, before);
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, include);
    QFETCH(const QString, exclude);
    QFETCH(const QString, only);
    const NodePointer tree = parsed(before);
    const FieldValue one = values(value).front();
    QCOMPARE(written(including(tree, field(name), one)), include);
    QCOMPARE(written(excluding(tree, field(name), one)), exclude);
    QCOMPARE(written(withOnly(tree, field(name), one)), only);
}

void FilterEditsTest::leavesOutWhatAFieldCanNeverBe()
{
    for (const auto &[name, value] :
         {std::pair(u"op"_s, "CREATE"), std::pair(u"vendor"_s, "*"), std::pair(u"hour"_s, "07"),
          std::pair(u"created"_s, "soon"), std::pair(u"weekday"_s, "monday")}) {
        QCOMPARE(print(including(parsed(u"x"_s), field(name), value)), u"x"_s);
        QCOMPARE(print(excluding(parsed(u"x"_s), field(name), value)), u"x"_s);
    }
}

void FilterEditsTest::putsOneTimeInPlaceOfAll_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("after");
    QTest::newRow("first") << u"x"_s << u"created:-7d"_s << u"x created:-7d"_s;
    QTest::newRow("in its place") << u"created:-7d x"_s << u"created:today"_s << u"created:today x"_s;
    QTest::newRow("of several") << u"created:>2026 x created:<2027"_s << u"created:2026-05..2026-06"_s
                                << u"created:2026-05..2026-06 x"_s;
    QTest::newRow("any time") << u"created:>2026 x created:<2027"_s << QString() << u"x"_s;
    QTest::newRow("exceptions stay") << u"created:2026 -created:2026-05"_s << QString()
                                     << u"-created:2026-05"_s;
    QTest::newRow("others stay") << u"received:-7d (created:1999 OR x)"_s << u"created:now"_s
                                 << u"received:-7d (created:1999 OR x) created:now"_s;
}

void FilterEditsTest::putsOneTimeInPlaceOfAll()
{
    QFETCH(const QString, before);
    QFETCH(const QString, value);
    QFETCH(const QString, after);
    const auto wanted = createdValueOf(parsed(value));
    QCOMPARE(wanted.has_value(), !value.isEmpty());
    const NodePointer edited = withCreated(parsed(before), wanted);
    QCOMPARE(written(edited), after);
    QCOMPARE(createdValueOf(edited), wanted);
}

void FilterEditsTest::readsTheTimeOnlyWhereThereIsOne_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("none") << u"x"_s << false;
    QTest::newRow("one") << u"x time:-7d"_s << true;
    QTest::newRow("in a group") << u"(x created:-7d) y"_s << true;
    QTest::newRow("range") << u"created:2026..now"_s << true;
    QTest::newRow("two values") << u"created:2025,2026"_s << false;
    QTest::newRow("two terms") << u"created:2025 created:2025-11"_s << false;
    QTest::newRow("open end by comparison") << u"created:>2025"_s << false;
    QTest::newRow("negated") << u"-created:2025"_s << false;
    QTest::newRow("alternative") << u"created:2025 OR x"_s << false;
}

void FilterEditsTest::readsTheTimeOnlyWhereThereIsOne()
{
    QFETCH(const QString, expression);
    QFETCH(const bool, isOne);
    QCOMPARE(createdValueOf(parsed(expression)).has_value(), isOne);
}

void FilterEditsTest::takesEveryValueLiterally()
{
    const std::vector<std::string> nasty{
        "\"", "\"\"", "a\"b",     "*",           "?",         "a*b?", ",",    "a,b",    "/",    "/x/",
        "/x", ":",    "a:b",      "=",           "(x",        "x)",   " ",    " a ",    "a\nb", "\t",
        "OR", "AND",  "-x",       "!x",          "“x”",       "\\",   "x\\",  "..",     "1..2", "@a:b",
        "~",  ">=3",  "preset:x", "<img src=x>", "\u202Etxt", "é",    "日本", "\u00A0", "now",  "10.0.0.0/8"};
    for (const QString &name : {u"actor"_s, u"ip"_s, u"@a[*].\"b.c\""_s, u"raw"_s}) {
        for (const std::string &value : nasty) {
            const FieldChoice choice{{value, "b"}, {value, std::nullopt}};
            const NodePointer edited = withChoice(parsed(u"x"_s), field(name), choice);
            QVERIFY2(!written(edited).startsWith(u"not the same"), qPrintable(written(edited)));
            QCOMPARE(choiceOf(parsed(print(edited)), field(name)), choice);
        }
    }
}

void FilterEditsTest::obeysItsLawsOnEveryTree()
{
    FilterGenerator generator(3);
    const std::vector<FieldReference> fields{Field::Actor,   Field::Op,          Field::Ip,
                                             Field::Created, DerivedField::Hour, field(u"@details"_s)};
    const std::vector<std::vector<std::string>> pools{
        {"ann", "bob"}, {"create", "auth"}, {"10.0.0.1", "::1", "odd"}, {"2026-11", "2026-11-20T09Z"},
        {"0", "23"},    {"1", "x"}};
    const auto someValues = [&generator](const std::vector<std::string> &pool, bool anyText) {
        std::vector<FieldValue> chosen;
        for (const std::string &value : pool) {
            if (generator.below(2) == 0)
                chosen.emplace_back(value);
        }
        const std::string text = anyText ? generator.text() : std::string();
        if (!text.empty() && std::ranges::find(chosen, FieldValue(text)) == chosen.end())
            chosen.emplace_back(text);
        if (generator.below(3) == 0)
            chosen.emplace_back();
        return chosen;
    };
    for (int round = 0; round < generatedCases(500, 150); ++round) {
        NodePointer tree = generator.tree();
        for (int step = 0; step < 4; ++step) {
            const std::size_t which = generator.below(fields.size());
            const FieldReference &field = fields[which];
            const bool anyText = field == FieldReference(Field::Actor) || which == fields.size() - 1;
            const FieldChoice choice{someValues(pools[which], anyText), someValues(pools[which], anyText)};
            QVERIFY(sameTree(withChoice(tree, field, choiceOf(tree, field)), tree));
            const NodePointer edited = withChoice(tree, field, choice);
            QVERIFY2(!written(edited).startsWith(u"not the same"), qPrintable(written(edited)));
            QCOMPARE(sorted(choiceOf(edited, field)), sorted(choice));
            QCOMPARE(others(edited, field), others(tree, field));
            const NodePointer without = withoutField(edited, field);
            QVERIFY(!written(without).startsWith(u"not the same"));
            QCOMPARE(choiceOf(without, field), FieldChoice());
            tree = generator.below(3) == 0 ? withOnly(edited, field, pools[which].front()) : edited;
            tree = generator.below(3) == 0 ? excluding(tree, field, pools[which].back()) : tree;
            tree = generator.below(3) == 0 ? including(tree, field, pools[which].back()) : tree;
            QVERIFY2(!written(tree).startsWith(u"not the same"), qPrintable(written(tree)));
        }
    }
}

TRAILGLASS_TEST(FilterEditsTest)
#include "tst_filteredits.moc"
