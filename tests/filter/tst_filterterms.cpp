// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterstate.h"
#include "models/filter/filterterms.h"
#include "tests/runner/testclass.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

Filter::NodePointer parsed(const QString &text)
{
    return std::get<Filter::NodePointer>(Filter::parse(text));
}

/// Terms that are turned off in brackets.
QString described(const std::vector<FilterTerm> &terms)
{
    QStringList list;
    for (const FilterTerm &term : terms) {
        const QString text = Filter::print(term.node);
        list += term.isEnabled ? text : QString(u'[' + text + u']');
    }
    return list.join(u" | "_s);
}

} // namespace

class FilterTermsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheTermsAtTheTop_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("terms");
        QTest::newRow("none") << u""_s << u""_s;
        QTest::newRow("one") << u"actor=ann"_s << u"actor:ann"_s;
        QTest::newRow("several") << u"x AND -op:auth created:-7d"_s << u"x | -op:auth | created:-7d"_s;
        QTest::newRow("parentheses") << u"(a b) c"_s << u"a | b | c"_s;
        QTest::newRow("alternatives") << u"(a OR b) c"_s << u"a OR b | c"_s;
        QTest::newRow("nothing but alternatives") << u"a OR b c"_s << u"a OR b c"_s;
    }

    void readsTheTermsAtTheTop()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, terms);
        QCOMPARE(described(FilterTerms::all(parsed(text), {})), terms);
    }

    void putsDisabledTermsInTheirPlaces()
    {
        const DisabledTerms disabled{{u"op:auth"_s, 0}, {u"y"_s, 2}, {u"z"_s, 99}};
        QCOMPARE(described(FilterTerms::all(parsed(u"a b"_s), disabled)), u"[op:auth] | a | [y] | b | [z]"_s);
    }

    void leavesOutDisabledTermsThatAreBrokenOrThereAlready()
    {
        const DisabledTerms disabled{{u"op:"_s, 0}, {u""_s, 0}, {u"a"_s, 0}, {u"b"_s, 0}, {u"b"_s, 1}};
        QCOMPARE(described(FilterTerms::all(parsed(u"a"_s), disabled)), u"[b] | a"_s);
    }

    void turningOffAndOnAgainChangesNothing()
    {
        const auto before = FilterTerms::all(parsed(u"a op:auth -b"_s), {});
        for (std::size_t place = 0; place < before.size(); ++place) {
            auto terms = before;
            terms[place].isEnabled = false;
            auto again = FilterTerms::all(FilterTerms::tree(terms), FilterTerms::disabled(terms));
            QCOMPARE(described(again), described(terms));
            again[place].isEnabled = true;
            QCOMPARE(Filter::print(FilterTerms::tree(again)), u"a op:auth -b"_s);
            QVERIFY(FilterTerms::disabled(again).empty());
        }
    }

    void negatesThereAndBack()
    {
        for (const QString &text : {u"actor:=ann"_s, u"-x"_s, u"-(a b)"_s, u"created:-7d"_s}) {
            const FilterTerm term{parsed(text)};
            const FilterTerm other = FilterTerms::negated(term);
            QVERIFY(FilterTerms::isNegated(other) != FilterTerms::isNegated(term));
            QCOMPARE(Filter::print(FilterTerms::negated(other).node), text);
        }
    }

    void knowsWhereTheTermsStand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("none") << u" "_s << QStringList();
        QTest::newRow("one") << u" actor = "_s << QStringList({u"actor"_s, u"="_s});
        QTest::newRow("as written") << u"actor=ann AND NOT \"x y\"  -op:auth"_s
                                    << QStringList({u"actor=ann"_s, u"NOT \"x y\""_s, u"-op:auth"_s});
        QTest::newRow("parentheses") << u"(a  b) (c) (d OR e)"_s
                                     << QStringList({u"a"_s, u"b"_s, u"(c)"_s, u"(d OR e)"_s});
        QTest::newRow("alternatives") << u"a OR b"_s << QStringList(u"a OR b"_s);
        QTest::newRow("values") << u"actor:(ann OR bob) x"_s
                                << QStringList({u"actor:(ann OR bob)"_s, u"x"_s});
        QTest::newRow("broken") << u"a (b"_s << QStringList();
    }

    void knowsWhereTheTermsStand()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, parts);
        QStringList found;
        for (const Filter::SourceRange &range : FilterTerms::ranges(text))
            found += text.mid(range.position, range.length);
        QCOMPARE(found, parts);
    }

    void disabledTermsAreKeptBesideTheText()
    {
        FilterState filter;
        filter.setText(u"a b"_s);
        QSignalSpy disabled(&filter, &FilterState::disabledTermsChanged);
        auto terms = FilterTerms::all(filter.tree(), {});
        terms[0].isEnabled = false;
        filter.setTerms(terms);
        QCOMPARE(filter.text(), u"b"_s);
        QCOMPARE(filter.disabledTerms(), DisabledTerms({{u"a"_s, 0}}));
        QCOMPARE(disabled.size(), 1);
        filter.setText(u"b c"_s); // typing on
        filter.setTree(parsed(u"b c op:auth"_s)); // a click elsewhere
        QCOMPARE(filter.disabledTerms().size(), 1U);
        filter.replaceText({});
        QVERIFY(filter.disabledTerms().empty());
        QCOMPARE(disabled.size(), 2);
    }

    void disabledTermsSurviveAsStrings()
    {
        const DisabledTerms terms{{u"actor:=\"a b\""_s, 0}, {u"x"_s, 12}};
        QCOMPARE(toDisabledTerms(toStrings(terms)), terms);
        QCOMPARE(toDisabledTerms({u"x"_s, u""_s, u" y"_s, u"-1 z"_s, u"3 c"_s, u"1 a"_s}),
                 DisabledTerms({{u"a"_s, 1}, {u"c"_s, 3}}));
    }
};

TRAILGLASS_TEST(FilterTermsTest)
#include "tst_filterterms.moc"
