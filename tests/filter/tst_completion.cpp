// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/completion.h"

#include "models/core/text.h"
#include "models/filter/conjunction.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "tests/filter/filtergenerator.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;
using Kind = CompletionPlace::Kind;

namespace {

/// A text with a `|` where the cursor is.
struct Typed
{
    explicit Typed(const QString &marked)
        : text(QString(marked).remove(marked.indexOf(u'|'), 1))
        , cursor(marked.indexOf(u'|'))
    {
    }
    [[nodiscard]] CompletionPlace place() const { return completionPlace(text, cursor); }

    QString text;
    qsizetype cursor;
};

QString replaced(QString text, const Replacement &replacement)
{
    return text.replace(replacement.start, replacement.length, replacement.text);
}

QString described(const Typed &typed)
{
    const CompletionPlace place = typed.place();
    const QString range = u'[' + typed.text.mid(place.start, place.length) + u']';
    switch (place.kind) {
    case Kind::Nothing:
        return u"nothing"_s;
    case Kind::NameOfField:
        return u"name "_s + place.typed + range + (place.hasOperator ? u" op"_s : QString());
    case Kind::NameOfPath:
        return u"path "_s + place.typed + range + (place.hasOperator ? u" op"_s : QString());
    case Kind::NameOfPreset:
        return u"preset "_s + place.typed + range;
    case Kind::ValueOfField:
        break;
    }
    return fieldReferenceName(place.field) + u' ' + place.typed + range;
}

/// Every term that says something of \a field, wherever it stands.
void collectTexts(const NodePointer &node, const FieldReference &field, std::vector<std::string> &texts)
{
    if (const auto *term = std::get_if<Term>(&node->content); term && term->field == field) {
        for (const Value &value : term->values) {
            const auto *text = std::get_if<TextValue>(&value);
            if (text && text->wildcards.empty())
                texts.push_back(text->text);
        }
    } else if (const auto *negation = std::get_if<Not>(&node->content)) {
        collectTexts(negation->child, field, texts);
    } else if (const auto *both = std::get_if<And>(&node->content)) {
        for (const NodePointer &child : both->children)
            collectTexts(child, field, texts);
    } else if (const auto *either = std::get_if<Or>(&node->content)) {
        for (const NodePointer &child : either->children)
            collectTexts(child, field, texts);
    }
}

} // namespace

class CompletionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhatIsBeingTyped_data();
    void seesWhatIsBeingTyped();
    void writesTheChoiceInItsPlace_data();
    void writesTheChoiceInItsPlace();
    void writesNamesWithTheirOperator_data();
    void writesNamesWithTheirOperator();
    void writesPathsWithTheirOperator_data();
    void writesPathsWithTheirOperator();
    void offersWhatCanBeSaidOnly_data();
    void offersWhatCanBeSaidOnly();
    void everyOperatorOfAFieldReads();
    void aCompletedValueIsExactlyTheValue_data();
    void aCompletedValueIsExactlyTheValue();
    void everyCursorInEveryTextHasAPlace();
    void countsValuesUnderTheRestOfTheFilter_data();
    void countsValuesUnderTheRestOfTheFilter();
};

void CompletionTest::seesWhatIsBeingTyped_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("place");

    // Names, with what a choice takes the place of in brackets.
    QTest::newRow("empty") << u"|"_s << u"name []"_s;
    QTest::newRow("a letter") << u"a|"_s << u"name a[a]"_s;
    QTest::newRow("second word") << u"op:auth ac|"_s << u"name ac[ac]"_s;
    QTest::newRow("in the middle of a word") << u"ac|tor x"_s << u"name ac[actor]"_s;
    QTest::newRow("a name with its operator") << u"ac|tor:bob"_s << u"name ac[actor] op"_s;
    QTest::newRow("right before the operator") << u"actor|:bob"_s << u"name actor[actor] op"_s;
    QTest::newRow("an unknown name") << u"actr|:bob"_s << u"name actr[actr] op"_s;
    QTest::newRow("a dotted name") << u"actor.em|"_s << u"name actor.em[actor.em]"_s;
    QTest::newRow("negated by minus") << u"-ac|"_s << u"name ac[ac]"_s;
    QTest::newRow("negated by an exclamation mark") << u"!ac|"_s << u"name ac[ac]"_s;
    QTest::newRow("negated by a word") << u"NOT ac|"_s << u"name ac[ac]"_s;
    QTest::newRow("in parentheses") << u"op:auth (x OR ac|)"_s << u"name ac[ac]"_s;
    QTest::newRow("after parentheses") << u"(x)ac|"_s << u"name ac[ac]"_s;
    QTest::newRow("between spaces") << u"a | b"_s << u"name []"_s;
    QTest::newRow("right before a word") << u"x |actor:bob"_s << u"name []"_s;
    QTest::newRow("after text with punctuation") << u"10:20 ::1 ac|"_s << u"name ac[ac]"_s;

    QTest::newRow("in an operator") << u"created:|>=2026"_s << u"nothing"_s;
    QTest::newRow("in text with punctuation") << u"foo-ba|"_s << u"nothing"_s;
    QTest::newRow("in quoted text") << u"\"ac|\""_s << u"nothing"_s;
    QTest::newRow("in text whose quote is open") << u"\"x ac|"_s << u"nothing"_s;
    QTest::newRow("in a path with an index") << u"@it|ems[0].x:1"_s << u"nothing"_s;
    QTest::newRow("at an index") << u"@items[0].x|"_s << u"nothing"_s;
    QTest::newRow("after a path with more") << u"@scope/pk|"_s << u"nothing"_s;
    QTest::newRow("a path in quoted text") << u"\"@det|\""_s << u"nothing"_s;
    QTest::newRow("a number") << u"12|"_s << u"nothing"_s;
    QTest::newRow("at a logical operator") << u"x OR|"_s << u"nothing"_s;
    QTest::newRow("negated twice") << u"--ac|"_s << u"nothing"_s;

    // JSON paths.
    QTest::newRow("an at sign") << u"@|"_s << u"path @[@]"_s;
    QTest::newRow("a path") << u"op:auth -@details.ne|w x"_s << u"path @details.ne[@details.new]"_s;
    QTest::newRow("a path with its operator") << u"@det|ails.x:1"_s << u"path @det[@details.x] op"_s;
    QTest::newRow("a path with a name in quotes") << u"@\"a b\".c|"_s << u"path @\"a b\".c[@\"a b\".c]"_s;
    QTest::newRow("in a name in quotes") << u"@\"a| b\" x"_s << u"path @\"a[@\"a b\"]"_s;
    QTest::newRow("a name with an open quote") << u"@\"a b|"_s << u"path @\"a b[@\"a b]"_s;
    QTest::newRow("closed by the quote of another") << u"@\"a| op:x \"b c\""_s << u"path @\"a[@\"a]"_s;
    QTest::newRow("a path that is not whole") << u"@a.|:1"_s << u"path @a.[@a.] op"_s;

    // Values.
    QTest::newRow("no value yet") << u"actor:|"_s << u"actor []"_s;
    QTest::newRow("an alias") << u"user:an|"_s << u"actor an[an]"_s;
    QTest::newRow("in capitals") << u"ACTOR:an|"_s << u"actor an[an]"_s;
    QTest::newRow("negated") << u"-actor:an|"_s << u"actor an[an]"_s;
    QTest::newRow("not equal") << u"actor!=an|"_s << u"actor an[an]"_s;
    QTest::newRow("in the middle") << u"actor:an|n op:auth"_s << u"actor an[ann]"_s;
    QTest::newRow("before the value") << u"actor:|ann"_s << u"actor [ann]"_s;
    QTest::newRow("with punctuation inside") << u"ip:2001:db8:|"_s << u"ip 2001:db8:[2001:db8:]"_s;
    QTest::newRow("exactly") << u"actor:=an|"_s << u"actor an[an]"_s;
    QTest::newRow("contains") << u"actor:~an|"_s << u"actor an[an]"_s;
    QTest::newRow("escaped") << u"actor:a\\*b\\,|c"_s << u"actor a*b,[a\\*b\\,c]"_s;
    QTest::newRow("a list") << u"actor:ann,b|"_s << u"actor b[b]"_s;
    QTest::newRow("the first of a list") << u"actor:an|n,bob"_s << u"actor an[ann]"_s;
    QTest::newRow("an empty place in a list") << u"actor:ann,|,bob"_s << u"actor []"_s;
    QTest::newRow("no list after an order") << u"created:>2026,t|"_s << u"nothing"_s;
    QTest::newRow("parentheses") << u"actor:(an|"_s << u"actor an[an]"_s;
    QTest::newRow("empty parentheses") << u"actor:(|)"_s << u"actor []"_s;
    QTest::newRow("space in parentheses") << u"actor:( |"_s << u"actor []"_s;
    QTest::newRow("after OR in parentheses") << u"actor:(ann OR b|)"_s << u"actor b[b]"_s;
    QTest::newRow("after a comma in parentheses") << u"actor:(ann, |)"_s << u"actor []"_s;
    QTest::newRow("between value and OR") << u"actor:(ann | OR bob)"_s << u"nothing"_s;
    QTest::newRow("in OR") << u"actor:(ann O|R bob)"_s << u"nothing"_s;
    QTest::newRow("after a mistake in parentheses") << u"actor:(a b OR c|)"_s << u"actor c[c]"_s;
    QTest::newRow("after parentheses") << u"actor:(a OR b) op:au|"_s << u"op au[au]"_s;
    QTest::newRow("of a path") << u"@a[0].\"x y\":b|"_s << u"@a[0].\"x y\" b[b]"_s;
    QTest::newRow("of an unknown field") << u"actr:bo|"_s << u"nothing"_s;

    QTest::newRow("quoted") << u"actor:\"Ann S|mith\" x"_s << u"actor Ann S[\"Ann Smith\"]"_s;
    QTest::newRow("after the closing quote") << u"actor:\"Ann\"|"_s << u"actor Ann[\"Ann\"]"_s;
    QTest::newRow("doubled quotes") << u"actor:\"a\"\"b|\""_s << u"actor a\"b[\"a\"\"b\"]"_s;
    QTest::newRow("curly quotes") << u"actor:“a\"b|c”"_s << u"actor a\"b[“a\"bc”]"_s;
    QTest::newRow("an open quote") << u"actor:\"Ann S|"_s << u"actor Ann S[\"Ann S]"_s;
    QTest::newRow("an open curly quote") << u"actor:“Ann S|"_s << u"actor Ann S[“Ann S]"_s;
    QTest::newRow("an open quote before others") << u"actor:\"Ann S|m op:x"_s << u"actor Ann S[\"Ann Sm]"_s;
    QTest::newRow("closed by another's quote") << u"actor:\"An| op:x target:\"a b\""_s << u"actor An[\"An]"_s;
    QTest::newRow("an open quote and a space") << u"actor:\"Ann |op:x"_s << u"actor Ann [\"Ann ]"_s;
    QTest::newRow("after a quote with more") << u"actor:\"ann\"x|"_s << u"nothing"_s;
    QTest::newRow("a regex") << u"message:/ab c|"_s << u"nothing"_s;
    QTest::newRow("after a regex") << u"message:/a b/i ac|"_s << u"name ac[ac]"_s;

    QTest::newRow("a time") << u"created:-|"_s << u"created -[-]"_s;
    QTest::newRow("the end of a range") << u"created:2026-01..t|"_s << u"created t[t]"_s;
    QTest::newRow("the end of a range of weekdays") << u"weekday:sat..m|"_s << u"weekday m[m]"_s;
    QTest::newRow("the start of a range") << u"created:y|..today"_s << u"created y[y]"_s;
    QTest::newRow("between the dots") << u"created:2026.|.today"_s << u"nothing"_s;
    QTest::newRow("dots of a text") << u"actor:a..b|"_s << u"actor a..b[a..b]"_s;

    QTest::newRow("a preset") << u"preset:lo|"_s << u"preset lo[lo]"_s;
    QTest::newRow("a quoted preset") << u"PRESET:\"my pre|"_s << u"preset my pre[\"my pre]"_s;
    QTest::newRow("a preset with a slash") << u"preset:/x|"_s << u"preset /x[/x]"_s;
    QTest::newRow("a preset with another operator") << u"preset:=lo|"_s << u"nothing"_s;
    QTest::newRow("after a preset") << u"preset:\"a b\" ac|"_s << u"name ac[ac]"_s;
}

void CompletionTest::seesWhatIsBeingTyped()
{
    QFETCH(const QString, marked);
    QFETCH(const QString, place);
    QCOMPARE(described(Typed(marked)), place);
}

void CompletionTest::writesTheChoiceInItsPlace_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");

    QTest::newRow("bare") << u"actor:an| x"_s << u"ann@x.org"_s << u"actor:=ann@x.org x"_s;
    QTest::newRow("a space") << u"actor:an|"_s << u"Ann Smith"_s << u"actor:=\"Ann Smith\""_s;
    QTest::newRow("quotes") << u"actor:\"An| op:x"_s << u"A \"B\""_s << u"actor:=\"A \"\"B\"\"\" op:x"_s;
    QTest::newRow("sticking") << u"actor:\"Ann |op:x"_s << u"Ann"_s << u"actor:=Ann op:x"_s;
    QTest::newRow("another spelling of the operator") << u"user==an|"_s << u"ann"_s << u"user:=ann"_s;
    QTest::newRow("negated") << u"-actor:an|"_s << u"ann"_s << u"-actor:=ann"_s;
    QTest::newRow("not equal") << u"actor!=an|"_s << u"ann"_s << u"actor!=ann"_s;
    QTest::newRow("a part") << u"actor:~an|"_s << u"ann"_s << u"actor:~ann"_s;
    QTest::newRow("of a path") << u"@a.b:x|"_s << u"x y"_s << u"@a.b:=\"x y\""_s;
    QTest::newRow("a member") << u"op:=au|"_s << u"auth"_s << u"op:auth"_s;
    QTest::newRow("an address") << u"ip:=10|"_s << u"10.0.0.1"_s << u"ip:10.0.0.1"_s;
    QTest::newRow("no address") << u"ip:a|"_s << u"a/b"_s << u"ip:=a/b"_s;
    QTest::newRow("the first of others") << u"actor:a|,bob"_s << u"ann"_s << u"actor:ann,bob"_s;
    QTest::newRow("after others") << u"actor:=bob,a|"_s << u"ann"_s << u"actor:=bob,ann"_s;
    QTest::newRow("alone in parentheses") << u"actor:(a|)"_s << u"ann"_s << u"actor:(ann)"_s;
    QTest::newRow("wildcards") << u"-actor:a|,b"_s << u"a*?"_s << u"-actor:\"a*?\",b"_s;
    QTest::newRow("a word of the list") << u"actor:(a OR |)"_s << u"OR"_s << u"actor:(a OR \"OR\")"_s;
    QTest::newRow("a word of the language") << u"created:t|"_s << u"today"_s << u"created:today"_s;
    QTest::newRow("the end of a range") << u"created:2026..t|"_s << u"today"_s << u"created:2026..today"_s;
    QTest::newRow("a preset") << u"x preset:f| y"_s << u"failed logins"_s
                              << u"x preset:\"failed logins\" y"_s;
}

void CompletionTest::writesTheChoiceInItsPlace()
{
    QFETCH(const QString, marked);
    QFETCH(const QString, value);
    QFETCH(const QString, text);
    const Typed typed(marked);
    const auto written = completingValue(typed.place(), value);
    QVERIFY(written);
    QCOMPARE(replaced(typed.text, *written), text);
    QVERIFY(std::holds_alternative<NodePointer>(parse(text)) || marked.contains(u"op:x"_s));
}

void CompletionTest::writesNamesWithTheirOperator_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("text");

    QTest::newRow("alone") << u"ac|"_s << u"action:="_s;
    QTest::newRow("with an operator there") << u"ac|tor:bob"_s << u"action:bob"_s;
    QTest::newRow("before a word") << u"x |y"_s << u"x action:= y"_s;
    QTest::newRow("in parentheses") << u"(|)"_s << u"(action:=)"_s;
    QTest::newRow("negated") << u"-a|"_s << u"-action:="_s;
}

void CompletionTest::writesNamesWithTheirOperator()
{
    QFETCH(const QString, marked);
    QFETCH(const QString, text);
    const Typed typed(marked);
    QCOMPARE(replaced(typed.text, completingName(typed.place(), u"action"_s, u":="_s)), text);
}

void CompletionTest::writesPathsWithTheirOperator_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("text");

    QTest::newRow("an at sign") << u"@|"_s << u"@a.\"b c\":="_s;
    QTest::newRow("begun, before another term") << u"x @\"b| op:auth"_s << u"x @a.\"b c\":= op:auth"_s;
    QTest::newRow("with an operator there") << u"-@a.b|:1"_s << u"-@a.\"b c\":1"_s;
}

void CompletionTest::writesPathsWithTheirOperator()
{
    QFETCH(const QString, marked);
    QFETCH(const QString, text);
    const Typed typed(marked);
    const JsonPath path{{{PathStep::Kind::Member, "a"}, {PathStep::Kind::Member, "b c"}}};
    QCOMPARE(replaced(typed.text, completingName(typed.place(), fieldReferenceName(path), u":="_s)), text);
}

void CompletionTest::offersWhatCanBeSaidOnly_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("canBeSaid");

    QTest::newRow("nothing") << u"actor:|"_s << u""_s << false;
    QTest::newRow("an order over a text") << u"actor:>|"_s << u"ann"_s << false;
    QTest::newRow("a member") << u"op:|"_s << u"auth"_s << true;
    QTest::newRow("no member") << u"op:|"_s << u"login"_s << false;
    QTest::newRow("a time") << u"created:>=|"_s << u"-7d"_s << true;
    QTest::newRow("no time") << u"created:|"_s << u"soon"_s << false;
    QTest::newRow("an hour") << u"hour:|"_s << u"23"_s << true;
    QTest::newRow("no hour") << u"hour:|"_s << u"24"_s << false;
    QTest::newRow("an address") << u"ip:|"_s << u"2001:db8::1"_s << true;
    QTest::newRow("no network") << u"ip:x,|"_s << u"a/b"_s << false;
    QTest::newRow("no network, exactly") << u"ip:=|"_s << u"a/b"_s << true;
    QTest::newRow("too long") << u"actor:|"_s << QString(MaxBytes, u'x') << false;
}

void CompletionTest::offersWhatCanBeSaidOnly()
{
    QFETCH(const QString, marked);
    QFETCH(const QString, value);
    QFETCH(const bool, canBeSaid);
    QCOMPARE(completingValue(Typed(marked).place(), value).has_value(), canBeSaid);
}

void CompletionTest::everyOperatorOfAFieldReads()
{
    for (const QString &name : knownFieldNames()) {
        const auto field = fieldByName(name);
        if (!field)
            continue;
        const QStringList operators = operatorsOf(*field);
        QCOMPARE(operators.constFirst(), u":"_s);
        for (const QString &each : operators) {
            const QString values = u"today,1,mon,create,failure,asana,new,red,x"_s;
            const bool reads = std::ranges::any_of(values.split(u','), [&](const QString &value) {
                return std::holds_alternative<NodePointer>(parse(name + each + value));
            });
            QVERIFY2(reads, qPrintable(name + each));
        }
    }
}

void CompletionTest::aCompletedValueIsExactlyTheValue_data()
{
    QTest::addColumn<QString>("marked");
    QTest::newRow("alone") << u"actor:|"_s;
    QTest::newRow("begun") << u"actor:an|"_s;
    QTest::newRow("exactly") << u"actor:=an|"_s;
    QTest::newRow("contains") << u"actor:~an|"_s;
    QTest::newRow("negated, between others") << u"op:auth -actor:a|x \"some text\""_s;
    QTest::newRow("in quotes") << u"actor:\"a| b\" OR x"_s;
    QTest::newRow("in an open quote") << u"actor:\"a b|"_s;
    QTest::newRow("in an open quote before others") << u"actor:“a |op:auth"_s;
    QTest::newRow("in curly quotes") << u"actor:“a|”"_s;
    QTest::newRow("first of a list") << u"actor:|,bob"_s;
    QTest::newRow("last of a list") << u"actor:bob,\"x y\",a|"_s;
    QTest::newRow("in parentheses") << u"(actor:(bob OR a| OR c) x)"_s;
    QTest::newRow("alone in parentheses") << u"actor:(|)"_s;
    QTest::newRow("by its alias") << u"user=|x"_s;
}

/// The law: whatever the value, the text reads, and says the value and nothing but it.
void CompletionTest::aCompletedValueIsExactlyTheValue()
{
    QFETCH(const QString, marked);
    const Typed typed(marked);
    const CompletionPlace place = typed.place();
    QCOMPARE(place.kind, Kind::ValueOfField);
    FilterGenerator generator(0x4711);
    const QString odd =
        u"\\*\\?,\\\",“,”,(,),OR,..,=,~,<,>,/a/,*,?,\\,a\\,-x,!,@,|,\t,\n,\u2028,\u202E,🦀"_s;
    QStringList values = odd.split(u',');
    values << u","_s << u"a,b"_s << QString(QChar(0)) + u"x"_s << u"\uFEFFx"_s << u" "_s;
    for (int i = 0; i < generatedCases(3'000, 600); ++i)
        values << toQString(generator.text());
    for (const QString &value : std::as_const(values)) {
        const auto written = completingValue(place, value);
        QCOMPARE(written.has_value(), !value.isEmpty());
        if (!written)
            continue;
        const QString text = replaced(typed.text, *written);
        const ParseResult read = parse(text);
        QVERIFY2(std::holds_alternative<NodePointer>(read), qPrintable(text));
        std::vector<std::string> texts;
        collectTexts(std::get<NodePointer>(read), place.field, texts);
        QVERIFY2(std::ranges::count(texts, toUtf8(value)) > 0, qPrintable(text));
        // And what is completed is seen as the same place again.
        const CompletionPlace again =
            completionPlace(text, written->start + written->text.size() - (place.needsSpace ? 1 : 0));
        QCOMPARE(again.typed, value);
    }
}

void CompletionTest::everyCursorInEveryTextHasAPlace()
{
    FilterGenerator generator(0x2026);
    for (int i = 0; i < generatedCases(2'000, 600); ++i) {
        const QString text = i % 2 == 0 ? generator.expression() : print(generator.tree());
        for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
            const CompletionPlace place = completionPlace(text, cursor);
            if (place.kind == Kind::Nothing)
                continue;
            QVERIFY(place.start >= 0 && place.length >= 0 && place.start + place.length <= text.size());
            QVERIFY2(place.start <= cursor && cursor <= place.start + place.length,
                     qPrintable(text + QString::number(cursor)));
        }
    }
}

void CompletionTest::countsValuesUnderTheRestOfTheFilter_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("rest");
    QTest::newRow("alone") << u"actor:|"_s << u""_s;
    QTest::newRow("after others") << u"op:auth x actor:an|"_s << u"op:auth x"_s;
    QTest::newRow("before others") << u"actor:an| op:auth"_s << u"op:auth"_s;
    QTest::newRow("negated") << u"op:auth -actor:an|"_s << u"op:auth"_s;
    QTest::newRow("one of a list") << u"actor:ann,b|,eve op:auth"_s << u"op:auth"_s;
    QTest::newRow("one of quoted ones") << u"actor:\"a b\",|,\"c d\" op:auth"_s << u"op:auth"_s;
    QTest::newRow("one of patterns") << u"action:an|,/a b,c/,d op:auth"_s << u"op:auth"_s;
    QTest::newRow("in parentheses") << u"actor:(ann OR | OR \"x)\") op:auth"_s << u"op:auth"_s;
    QTest::newRow("in a group") << u"(op:auth actor:an|) x"_s << u"op:auth x"_s;
    QTest::newRow("an alternative") << u"x (op:auth OR actor:an|)"_s << u"x"_s;
    QTest::newRow("nothing but alternatives") << u"op:auth OR actor:an|"_s << u""_s;
    QTest::newRow("broken by itself") << u"op:auth outcome:xyz|"_s << u"op:auth"_s;
    QTest::newRow("an open quote") << u"op:auth actor:\"an|"_s << u"op:auth"_s;
    QTest::newRow("the rest is broken") << u"op: actor:an|"_s << QString();
    QTest::newRow("a path") << u"op:auth @det|"_s << u"op:auth"_s;
    QTest::newRow("a path with its values") << u"@det|ails.x:(1 OR \"2 3\") op:auth"_s << u"op:auth"_s;
}

void CompletionTest::countsValuesUnderTheRestOfTheFilter()
{
    QFETCH(const QString, marked);
    QFETCH(const QString, rest);
    const Typed typed(marked);
    const NodePointer tree = restOfFilter(typed.text, typed.place());
    QCOMPARE(tree ? print(tree) : QString(), rest);
    QCOMPARE(tree == nullptr, rest.isNull());
}

TRAILGLASS_TEST(CompletionTest)
#include "tst_completion.moc"
