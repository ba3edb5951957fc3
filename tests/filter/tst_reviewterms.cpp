// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/alternatives.h"
#include "models/filter/completion.h"
#include "models/filter/edits.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "models/filter/identity.h"
#include "models/filter/reviewstates.h"
#include "models/filter/rowevaluator.h"
#include "tests/filter/treedescription.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

namespace {

NodePointer parsed(const QString &expression)
{
    const ParseResult result = parse(expression);
    const auto *tree = std::get_if<NodePointer>(&result);
    if (!tree)
        qFatal("%s: %s", qPrintable(expression), qPrintable(std::get<SyntaxError>(result).message));
    return *tree;
}

/// Row 7, marked red, noted “Seen by Zoë*”; up to row 6 everything was reviewed.
EventRecord markedEvent()
{
    EventRecord record;
    record.row = RowId{7};
    record.event.id = "e7";
    record.event.raw = R"({"id":"e7"})";
    record.mark = MarkColour::Red;
    record.note = "Seen by Zo\u00EB*";
    return record;
}

/// Row 6, of which nobody said anything.
EventRecord plainEvent()
{
    EventRecord record;
    record.row = RowId{6};
    record.event.id = "e6";
    record.event.raw = R"({"id":"e6","note":"Seen"})";
    return record;
}

bool matches(const QString &expression, const EventRecord &record)
{
    QueryContext context{*parseTime("2026-11-20T10:30:00Z")};
    context.reviewed = RowId{6};
    const auto evaluator = RowEvaluator::compile(parsed(expression), context);
    if (!evaluator)
        qFatal("%s", qPrintable(evaluator.error().message));
    const auto found = evaluator->matches(record);
    return found && *found;
}

} // namespace

/// `is`, `mark` and `note`: what reviewers say of an event.
class ReviewTermsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsCanonicalText_data();
    void printsCanonicalText();
    void pointsAtTheMistake_data();
    void pointsAtTheMistake();
    void asksWhatReviewersSay_data();
    void asksWhatReviewersSay();
    void negationIsTheComplement();
    void textsAreNotSearchedInNotes();
    void completesItsWords_data();
    void completesItsWords();
    void aChipChoosesAColourOrANote();
    void knowsWhatAFilterDependsOn_data();
    void knowsWhatAFilterDependsOn();
    void anIdentityChangesWithWhatItDependsOnAlone();
    void nothingIsCountedOrSortedByIt();
};

void ReviewTermsTest::printsCanonicalText_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const QString &expression, const QString &canonical) {
        QTest::newRow(qPrintable(expression)) << expression << canonical;
    };
    row(u"is:new"_s, u"is:new"_s);
    row(u"IS:New"_s, u"is:new"_s);
    row(u"is=\"marked\""_s, u"is:marked"_s);
    row(u"is:=noted"_s, u"is:=noted"_s);
    row(u"-is:new is!=marked NOT is:noted"_s, u"-is:new -is:marked -is:noted"_s);
    row(u"is:(new OR marked)"_s, u"is:new,marked"_s);
    row(u"mark:RED"_s, u"mark:red"_s);
    row(u"mark:red,Blue"_s, u"mark:red,blue"_s);
    row(u"mark:gr*"_s, u"mark:gr*"_s);
    row(u"mark:*"_s, u"mark:*"_s);
    row(u"mark:~e"_s, u"mark:~e"_s);
    row(u"note:*"_s, u"note:*"_s);
    row(u"note:~\"to ask\""_s, u"note:~\"to ask\""_s);
    row(u"note:\"\""_s, u"note:\"\""_s);
    row(u"NOTE:/^seen/i"_s, u"note:/^seen/i"_s);
    row(u"(is:new mark:red) OR note:x"_s, u"is:new mark:red OR note:x"_s);
}

void ReviewTermsTest::printsCanonicalText()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, canonical);
    QCOMPARE(print(parsed(expression)), canonical);
    QCOMPARE(describe(parsed(canonical)), describe(parsed(expression)));
}

void ReviewTermsTest::pointsAtTheMistake_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("suggestion");
    const auto wrong = [](const QString &expression, int position, int length, const QString &says,
                          const QString &suggestion = {}) {
        QTest::newRow(qPrintable(expression)) << expression << position << length << says << suggestion;
    };
    wrong(u"is:nwe"_s, 3, 3, u"The values are: new, marked, noted"_s, u"new"_s);
    wrong(u"is:seen"_s, 3, 4, u"not a value of “is”"_s);
    wrong(u"is:*"_s, 3, 1, u"not a value of “is”"_s);
    wrong(u"is:n*"_s, 3, 2, u"not a value of “is”"_s);
    wrong(u"is:new,makred"_s, 7, 6, u"not a value of “is”"_s, u"marked"_s);
    wrong(u"is:=New"_s, 4, 3, u"not a value of “is”"_s, u"new"_s);
    wrong(u"is:~new"_s, 4, 0, u"needs a text field"_s);
    wrong(u"is:/new/"_s, 3, 5, u"needs a text field"_s);
    wrong(u"is:>new"_s, 4, 0, u"no order"_s);
    wrong(u"is:"_s, 3, 0, u"needs a value"_s);
    wrong(u"mark:rde"_s, 5, 3, u"red, orange, yellow, green, blue, purple"_s, u"red"_s);
    wrong(u"mark:red,pink"_s, 9, 4, u"not a value of “mark”"_s);
    wrong(u"mark:x*"_s, 5, 2, u"not a value of “mark”"_s);
    wrong(u"mark:>red"_s, 6, 0, u"no order"_s);
    wrong(u"note:<x"_s, 6, 0, u"no order"_s);
    wrong(u"note:~\"\""_s, 6, 2, u"needs a text"_s);
    wrong(u"marc:red"_s, 0, 4, u"not a field"_s, u"mark"_s);
    wrong(u"noet:x"_s, 0, 4, u"not a field"_s, u"note"_s);
}

void ReviewTermsTest::pointsAtTheMistake()
{
    QFETCH(const QString, expression);
    const ParseResult result = parse(expression);
    const auto *error = std::get_if<SyntaxError>(&result);
    QVERIFY2(error, qPrintable(describeParsed(expression)));
    QFETCH(const QString, says);
    QVERIFY2(error->message.contains(says), qPrintable(error->message));
    QTEST(static_cast<int>(error->position), "position");
    QTEST(static_cast<int>(error->length), "length");
    QTEST(error->suggestion, "suggestion");
}

void ReviewTermsTest::asksWhatReviewersSay_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("ofMarked");
    QTest::addColumn<bool>("ofPlain");
    const auto row = [](const QString &expression, bool ofMarked, bool ofPlain) {
        QTest::newRow(qPrintable(expression)) << expression << ofMarked << ofPlain;
    };
    row(u"is:new"_s, true, false);
    row(u"-is:new"_s, false, true);
    row(u"is:marked"_s, true, false);
    row(u"is:noted"_s, true, false);
    row(u"is:new,marked,noted"_s, true, false);
    row(u"mark:red"_s, true, false);
    row(u"mark:=red"_s, true, false);
    row(u"mark:blue,red"_s, true, false);
    row(u"mark:blue"_s, false, false);
    row(u"-mark:blue"_s, true, true);
    row(u"mark:*"_s, true, false);
    row(u"mark:r*"_s, true, false);
    row(u"mark:~ED"_s, true, false);
    row(u"-mark:*"_s, false, true);
    row(u"note:*"_s, true, false);
    row(u"note:\"\""_s, false, true);
    row(u"note:\"\",x"_s, false, true);
    row(u"note:~zoe\u0308"_s, true, false); // in another form of the same letter
    row(u"note:\"seen by ZO\u00CB*\""_s, true, false);
    row(u"note:seen*"_s, true, false);
    row(u"note:=seen*"_s, false, false);
    row(u"note:/^seen/"_s, false, false);
    row(u"note:/^seen/i"_s, true, false);
    row(u"-note:~seen"_s, false, true);
    row(u"is:new mark:blue"_s, false, false);
    row(u"is:new OR mark:blue"_s, true, false);
}

void ReviewTermsTest::asksWhatReviewersSay()
{
    QFETCH(const QString, expression);
    QTEST(matches(expression, markedEvent()), "ofMarked");
    QTEST(matches(expression, plainEvent()), "ofPlain");
}

void ReviewTermsTest::negationIsTheComplement()
{
    for (const QString &term : {u"is:new"_s, u"is:marked,noted"_s, u"mark:red,blue"_s, u"mark:*"_s,
                                u"note:\"\""_s, u"note:~seen"_s, u"note:*"_s}) {
        for (const EventRecord &record : {markedEvent(), plainEvent()})
            QVERIFY2(matches(term, record) != matches(u"-("_s + term + u')', record), qPrintable(term));
    }
}

void ReviewTermsTest::textsAreNotSearchedInNotes()
{
    QVERIFY(!matches(u"Zoë"_s, markedEvent()));
    QVERIFY(!matches(u"red"_s, markedEvent()));
    QVERIFY(matches(u"Seen"_s, plainEvent())); // in its JSON
    QVERIFY(!matches(u"note:~Seen"_s, plainEvent()));
}

void ReviewTermsTest::completesItsWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("completed");
    const auto row = [](const QString &typed, const QString &value, const QString &completed) {
        QTest::newRow(qPrintable(typed)) << typed << value << completed;
    };
    row(u"is:ne"_s, u"new"_s, u"is:new"_s);
    row(u"x is:"_s, u"marked"_s, u"x is:marked"_s);
    row(u"is:new,no"_s, u"noted"_s, u"is:new,noted"_s);
    row(u"mark:r"_s, u"red"_s, u"mark:red"_s);
    row(u"-mark:(red OR bl"_s, u"blue"_s, u"-mark:(red OR blue"_s);
    row(u"note:as"_s, u"ask Ann"_s, u"note:=\"ask Ann\""_s);
    row(u"mark:p"_s, u"pink"_s, {});
    row(u"is:s"_s, u"seen"_s, {});
}

void ReviewTermsTest::completesItsWords()
{
    QFETCH(QString, typed);
    QFETCH(const QString, value);
    QFETCH(const QString, completed);
    const CompletionPlace place = completionPlace(typed, typed.size());
    const bool isValue = place.kind == CompletionPlace::Kind::ValueOfField;
    const auto written = isValue ? completingValue(place, value) : std::nullopt;
    QCOMPARE(written.has_value(), !completed.isEmpty());
    if (written)
        QCOMPARE(typed.replace(written->start, written->length, written->text), completed);
}

void ReviewTermsTest::aChipChoosesAColourOrANote()
{
    const NodePointer all = makeNode(All{});
    QCOMPARE(print(including(all, ReviewField::Mark, "red")), u"mark:red"_s);
    QCOMPARE(print(excluding(all, ReviewField::Mark, "red")), u"-mark:red"_s);
    QCOMPARE(print(including(all, ReviewField::Mark, std::nullopt)), u"-mark:*"_s);
    QCOMPARE(print(including(all, ReviewField::Note, "a b")), u"note:=\"a b\""_s);
    QCOMPARE(print(including(all, ReviewField::Note, std::nullopt)), u"-note:*"_s);
    QCOMPARE(print(including(parsed(u"x mark:red"_s), ReviewField::Mark, "blue")), u"x mark:blue"_s);
    const std::vector<FieldValue> none{std::nullopt};
    QVERIFY(choiceOf(parsed(u"note:\"\""_s), ReviewField::Note).included == none);
    // No colour is a part of another one that might be meant.
    QVERIFY(alternativesTo(parsed(u"mark:red"_s)).empty());
}

void ReviewTermsTest::knowsWhatAFilterDependsOn_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("onNew");
    QTest::addColumn<bool>("onMarks");
    const auto row = [](const QString &expression, bool onNew, bool onMarks) {
        QTest::newRow(qPrintable(expression)) << expression << onNew << onMarks;
    };
    row(u""_s, false, false);
    row(u"new marked note"_s, false, false);
    row(u"is:new"_s, true, false);
    row(u"a (b OR -(c is:new))"_s, true, false);
    row(u"is:marked"_s, false, true);
    row(u"is:noted,new"_s, true, true);
    row(u"x OR -mark:*"_s, false, true);
    row(u"-(x note:y)"_s, false, true);
    row(u"@note:x"_s, false, false);
}

void ReviewTermsTest::knowsWhatAFilterDependsOn()
{
    QFETCH(const QString, expression);
    QTEST(asksForNew(parsed(expression)), "onNew");
    QTEST(asksForMarks(parsed(expression)), "onMarks");
}

void ReviewTermsTest::anIdentityChangesWithWhatItDependsOnAlone()
{
    const QueryContext before{UtcMicros{1}};
    QueryContext reviewed = before;
    reviewed.reviewed = RowId{5};
    QueryContext marked = before;
    marked.reviewVersion = 5;
    const auto differs = [&before](const QString &expression, const QueryContext &after) {
        return identityOf(parsed(expression), before) != identityOf(parsed(expression), after);
    };
    QVERIFY(differs(u"is:new x"_s, reviewed));
    QVERIFY(!differs(u"is:new x"_s, marked));
    QVERIFY(differs(u"x OR note:y"_s, marked));
    QVERIFY(!differs(u"x OR note:y"_s, reviewed));
    QVERIFY(!differs(u"x"_s, reviewed));
    QVERIFY(!differs(u"x"_s, marked));
    QVERIFY(identityOf(parsed(u"is:new,marked"_s), reviewed)
            != identityOf(parsed(u"is:new,marked"_s), marked));
}

void ReviewTermsTest::nothingIsCountedOrSortedByIt()
{
    for (const QString &name : {u"is"_s, u"mark"_s, u"note"_s}) {
        const auto field = fieldByName(name);
        QVERIFY(field);
        QCOMPARE(fieldReferenceName(*field), name);
        QVERIFY(!canBeCounted(*field));
        QVERIFY(notCountable(*field).message.contains(name));
        QVERIFY(knownFieldNames().contains(name));
    }
    QVERIFY(canBeCounted(Field::Actor));
}

TRAILGLASS_PURE_TEST(ReviewTermsTest)
#include "tst_reviewterms.moc"
