// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"
#include "models/filter/filterstate.h"
#include "tests/runner/testclass.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class FilterStateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithEverything();
    void readsTheTextAsItIsTyped();
    void keepsTheAcceptedTreeWhileTheTextIsBroken();
    void neverGoesOnFromTheBeginningOfAText_data();
    void neverGoesOnFromTheBeginningOfAText();
    void goesOnFromWhatWasAccepted_data();
    void goesOnFromWhatWasAccepted();
    void tellsOfTheTreeThatIsInForceAgain();
    void doesNotReportATreeWhenOnlySpacesChange();
    void putsTheCanonicalTextOfAnEditInPlace();
    void replacesABrokenTextByAnEdit();
    void refusesWhatNoTextCanSay();
    void tellsOfTheTextBeforeTheTree();
    void remembersGoodTextsNewestFirstEachOnce();
    void keepsALimitedHistory();
    void keepsWhatWasTypedAndIsReplaced_data();
    void keepsWhatWasTypedAndIsReplaced();
    void keepsNoStepBetweenEdits();
    void forgetsTermsThatAreOffWhereAllIsTypedOver();
    void holdsNamesOfSourcesToThoseThatAreThere();
    void looksAtTheTextAgainWhenTheSourcesChange();
    void takesWhatItGaveOut();
};

namespace {

Filter::NodePointer parsed(const QString &text)
{
    return std::get<Filter::NodePointer>(Filter::parse(text));
}

} // namespace

void FilterStateTest::startsWithEverything()
{
    const FilterState state;
    QVERIFY(state.text().isEmpty());
    QVERIFY(std::holds_alternative<Filter::All>(state.tree()->content));
    QVERIFY(!state.error());
}

void FilterStateTest::readsTheTextAsItIsTyped()
{
    FilterState state;
    QSignalSpy trees(&state, &FilterState::treeChanged);
    state.setText(u"vendor=asana  x"_s);
    QCOMPARE(state.text(), u"vendor=asana  x"_s);
    QCOMPARE(Filter::print(state.tree()), u"vendor:asana x"_s);
    QCOMPARE(trees.size(), 1);
    state.setText(u"vendor=asana  x"_s);
    QCOMPARE(trees.size(), 1);
}

void FilterStateTest::keepsTheAcceptedTreeWhileTheTextIsBroken()
{
    FilterState state;
    state.setText(u"vendor:asana"_s);
    state.accept();
    QSignalSpy trees(&state, &FilterState::treeChanged);
    QSignalSpy texts(&state, &FilterState::textChanged);
    state.setText(u"vendor:asan"_s);
    QCOMPARE(texts.size(), 1);
    QVERIFY(state.error());
    QCOMPARE(state.error()->suggestion, u"asana"_s);
    QCOMPARE(Filter::print(state.tree()), u"vendor:asana"_s);
    state.setText(u"vendor:asana "_s);
    QVERIFY(!state.error());
    QCOMPARE(trees.size(), 0);
}

void FilterStateTest::neverGoesOnFromTheBeginningOfAText_data()
{
    QTest::addColumn<QString>("accepted");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("inForce");
    QTest::newRow("a field's name after a term")
        << QString() << u"actor:~mara op:bogus"_s << u"actor:~mara"_s;
    QTest::newRow("a field's name alone") << QString() << u"marked:red"_s << QString();
    QTest::newRow("after what was accepted")
        << u"vendor:asana"_s << u"vendor:asana outcome:failed"_s << u"vendor:asana"_s;
    QTest::newRow("a misspelled name") << u"ip:*"_s << u"ip:* actr:mara"_s << u"ip:*"_s;
    QTest::newRow("a text before it") << QString() << u"quill has:changes"_s << u"quill"_s;
    QTest::newRow("a parenthesis") << QString() << u"quill (op:auth"_s << u"quill"_s;
    QTest::newRow("an operator of words") << QString() << u"quill OR"_s << u"quill"_s;
    QTest::newRow("a quoted text") << QString() << u"quill \"two wo"_s << u"quill"_s;
    QTest::newRow("a value that is not there") << QString() << u"op:create,bogus"_s << QString();
}

/// Letter by letter, without a pause.
void FilterStateTest::neverGoesOnFromTheBeginningOfAText()
{
    QFETCH(const QString, accepted);
    QFETCH(const QString, typed);
    QFETCH(const QString, inForce);
    FilterState state;
    state.setTree(parsed(accepted));
    for (qsizetype length = accepted.size() + 1; length <= typed.size(); ++length)
        state.setText(typed.first(length));
    QVERIFY(state.error());
    QCOMPARE(Filter::print(state.tree()), inForce);

    // What a click makes of it.
    state.setTree(Filter::including(state.tree(), Field::Source, "work"));
    const QString edited = inForce.isEmpty() ? u"source:=work"_s : QString(inForce + u" source:=work"_s);
    QCOMPARE(state.text(), edited);
    QCOMPARE(state.history(), QStringList(typed)); // it is not lost
}

void FilterStateTest::goesOnFromWhatWasAccepted_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("broken");
    QTest::addColumn<QString>("inForce");
    const QString before = u"op:auth"_s;
    QTest::newRow("nothing") << u"marked"_s << u"nothing"_s << u"marked:red"_s << before;
    QTest::newRow("Enter") << u"marked"_s << u"Enter"_s << u"marked:red"_s << u"marked"_s;
    QTest::newRow("a value picked") << u"marked"_s << u"pick"_s << u"marked:red"_s << u"marked"_s;
    QTest::newRow("all typed over") << u"ann"_s << u"over"_s << u"actr:x"_s << u"ann"_s;
    QTest::newRow("rest, a term") << u"op:create"_s << u"rest"_s << u"op:create,"_s << u"op:create"_s;
    QTest::newRow("rest, a text left as it is") << u"ann"_s << u"rest"_s << u"actr:x ann"_s << u"ann"_s;
    QTest::newRow("rest, a text and more") << u"ann"_s << u"rest"_s << u"ann op:"_s << u"ann"_s;
    QTest::newRow("rest, a name on its way") << u"marked"_s << u"rest"_s << u"marked:red"_s << before;
    QTest::newRow("rest, a negated name") << u"-marked"_s << u"rest"_s << u"-marked:red"_s << before;
    QTest::newRow("rest twice, a name on its way")
        << u"mark"_s << u"rest twice"_s << u"marked:red"_s << before;
    QTest::newRow("rest, then letters taken away")
        << u"marked"_s << u"rest less"_s << u"marked:red"_s << before;
}

void FilterStateTest::goesOnFromWhatWasAccepted()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, way);
    QFETCH(const QString, broken);
    QFETCH(const QString, inForce);
    FilterState state;
    state.replaceText(u"op:auth"_s);
    state.setText(typed);
    if (way == "Enter"_L1)
        state.remember();
    else if (way == "pick"_L1)
        state.accept();
    else if (way.startsWith("rest"_L1))
        state.rest();
    if (way == "rest twice"_L1 || way == "rest less"_L1) {
        state.setText(way == "rest less"_L1 ? typed.chopped(2) : QString(typed + u"ed"_s));
        state.rest();
    }
    if (way == "over"_L1)
        state.typeOver(broken);
    else
        state.setText(broken);
    QVERIFY(state.error());
    QCOMPARE(Filter::print(state.tree()), inForce);
    state.rest(); // of a broken text: nothing
    state.setText(broken + u'x');
    QVERIFY(state.error());
    QCOMPARE(Filter::print(state.tree()), inForce);
}

void FilterStateTest::tellsOfTheTreeThatIsInForceAgain()
{
    FilterState state;
    state.replaceText(u"op:auth"_s);
    state.setText(u"op:auth o"_s);
    QSignalSpy trees(&state, &FilterState::treeChanged);
    state.setText(u"op:auth o:"_s);
    QCOMPARE(trees.size(), 1);
    QCOMPARE(Filter::print(trees.first().first().value<Filter::NodePointer>()), u"op:auth"_s);
    state.setText(u"op:auth op:"_s);
    QCOMPARE(trees.size(), 1);
}

void FilterStateTest::doesNotReportATreeWhenOnlySpacesChange()
{
    FilterState state;
    state.setText(u"a b"_s);
    QSignalSpy trees(&state, &FilterState::treeChanged);
    QSignalSpy texts(&state, &FilterState::textChanged);
    state.setText(u"a   b"_s);
    QCOMPARE(texts.size(), 1);
    QCOMPARE(trees.size(), 0);
}

void FilterStateTest::putsTheCanonicalTextOfAnEditInPlace()
{
    FilterState state;
    state.setText(u"x OR y"_s);
    QSignalSpy trees(&state, &FilterState::treeChanged);
    state.setTree(Filter::including(state.tree(), Field::Actor, "a, \"b\" *"));
    QCOMPARE(state.text(), u"(x OR y) actor:=\"a, \"\"b\"\" *\""_s);
    QCOMPARE(trees.size(), 1);
    QVERIFY(Filter::sameTree(parsed(state.text()), state.tree()));
}

void FilterStateTest::replacesABrokenTextByAnEdit()
{
    FilterState state;
    state.setText(u"op:create"_s);
    state.accept();
    state.setText(u"op:crea"_s);
    QSignalSpy texts(&state, &FilterState::textChanged);
    QSignalSpy trees(&state, &FilterState::treeChanged);
    state.setTree(state.tree());
    QCOMPARE(state.text(), u"op:create"_s);
    QVERIFY(!state.error());
    QCOMPARE(texts.size(), 1);
    QCOMPARE(trees.size(), 0);
}

void FilterStateTest::refusesWhatNoTextCanSay()
{
    FilterState state;
    state.setText(u"op:create"_s);
    QSignalSpy refused(&state, &FilterState::refused);
    state.setTree(Filter::including(state.tree(), Field::Message, std::string(1'000'000, 'x')));
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().contains(u"65536"_s));
    QCOMPARE(state.text(), u"op:create"_s);
    QVERIFY(!state.error());
}

void FilterStateTest::tellsOfTheTextBeforeTheTree()
{
    FilterState state;
    QStringList order;
    connect(&state, &FilterState::textChanged, this, [&order] { order += u"text"_s; });
    connect(&state, &FilterState::treeChanged, this, [&order] { order += u"tree"_s; });
    state.setText(u"x"_s);
    QCOMPARE(order, QStringList({u"text"_s, u"tree"_s}));
}

void FilterStateTest::remembersGoodTextsNewestFirstEachOnce()
{
    FilterState state;
    for (const QString &text : {u"a"_s, u"b"_s, u"op:"_s, u"  "_s, u"a"_s}) {
        state.setText(text);
        state.remember();
    }
    QCOMPARE(state.history(), QStringList({u"a"_s, u"b"_s}));
}

void FilterStateTest::keepsALimitedHistory()
{
    FilterState state;
    QStringList many;
    for (int number = 0; number < FilterState::MaxHistory + 5; ++number)
        many += QString::number(number);
    QSignalSpy changed(&state, &FilterState::historyChanged);
    state.setHistory(many);
    QCOMPARE(state.history(), many.first(FilterState::MaxHistory));
    state.setHistory(many);
    QCOMPARE(changed.size(), 1);
}

void FilterStateTest::keepsWhatWasTypedAndIsReplaced_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("history");
    QTest::newRow("good") << u"actor:ann op:delete"_s << QStringList(u"actor:ann op:delete"_s);
    QTest::newRow("broken") << u"actor:ann op:("_s << QStringList(u"actor:ann op:("_s);
    QTest::newRow("blank") << u"  "_s << QStringList();
}

void FilterStateTest::keepsWhatWasTypedAndIsReplaced()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, history);
    FilterState cleared;
    cleared.setText(typed);
    cleared.replaceText({});
    QCOMPARE(cleared.text(), QString());
    QCOMPARE(cleared.history(), history);
    FilterState edited;
    edited.setText(typed);
    edited.setTree(parsed(u"vendor:asana"_s));
    QCOMPARE(edited.text(), u"vendor:asana"_s);
    QCOMPARE(edited.history(), history);
}

void FilterStateTest::keepsNoStepBetweenEdits()
{
    FilterState state;
    state.setText(u"ann"_s);
    state.setTree(parsed(u"ann vendor:asana"_s));
    state.setTree(parsed(u"ann vendor:secoda"_s));
    state.replaceText(u"preset:night"_s);
    state.replaceText({});
    QCOMPARE(state.history(), QStringList(u"ann"_s));
}

void FilterStateTest::forgetsTermsThatAreOffWhereAllIsTypedOver()
{
    FilterState state;
    const DisabledTerms off({{u"outcome:failure"_s, 0}});
    state.replace({u"op:auth"_s, off});
    state.setText(u"op:auth x"_s);
    QCOMPARE(state.disabledTerms(), off); // the filter goes on

    state.typeOver(u"s"_s);
    QCOMPARE(state.text(), u"s"_s);
    QCOMPARE(state.disabledTerms(), DisabledTerms());
    QVERIFY(state.isTyped());
    QCOMPARE(state.history().first(), u"op:auth x"_s);
}

void FilterStateTest::holdsNamesOfSourcesToThoseThatAreThere()
{
    FilterState state;
    state.setText(u"source:anything"_s); // nothing is known yet
    QVERIFY(!state.error());
    state.setText({});
    state.setSourceNames({u"work"_s});
    state.setText(u"x -source:wrok"_s);
    QVERIFY(state.error());
    QCOMPARE(state.error()->position, 10);
    QCOMPARE(state.error()->length, 4);
    QCOMPARE(state.error()->suggestion, u"work"_s);
    QVERIFY(std::holds_alternative<Filter::All>(state.tree()->content));
    state.setText(u"x -source:work"_s);
    QVERIFY(!state.error());
    QCOMPARE(Filter::print(state.tree()), u"x -source:work"_s);
}

void FilterStateTest::looksAtTheTextAgainWhenTheSourcesChange()
{
    FilterState state;
    state.replaceText(u"source:new"_s);
    QSignalSpy texts(&state, &FilterState::textChanged);
    QSignalSpy trees(&state, &FilterState::treeChanged);
    state.setSourceNames({});
    QVERIFY(state.error());
    QCOMPARE(texts.size(), 1);
    state.setSourceNames({});
    QCOMPARE(texts.size(), 1);
    state.setSourceNames({u"now"_s}); // wrong as before, but now there is something to suggest
    QVERIFY(state.error());
    QCOMPARE(state.error()->suggestion, u"now"_s);
    QCOMPARE(texts.size(), 2);
    state.setSourceNames({u"new"_s});
    QVERIFY(!state.error());
    QCOMPARE(texts.size(), 3);
    QCOMPARE(trees.size(), 0);
}

void FilterStateTest::takesWhatItGaveOut()
{
    FilterState state;
    QStringList history;
    for (int number = 0; number < FilterState::MaxHistory; ++number)
        history += u"a text that fills an allocation of its own %1"_s.arg(number);
    state.setHistory(history);
    state.setText(u"typed"_s);
    state.replaceText(
        state.history().last()); // leaves the history, in which there is no room for it any more
    QCOMPARE(state.text(), history.last());
    QVERIFY(!state.history().contains(history.last()));
    state.setTree(state.tree());
    state.setText(state.text());
    QCOMPARE(Filter::print(state.tree()), Filter::print(parsed(history.last())));
}

TRAILGLASS_TEST(FilterStateTest)
#include "tst_filterstate.moc"
