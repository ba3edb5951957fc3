// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "tests/filter/filtergenerator.h"
#include "tests/filter/treedescription.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

class FilterPrinterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsCanonicalText_data();
    void printsCanonicalText();
    void readsBackEveryTreeItPrints();
    void printsEveryFilterSoThatItReadsBackTheSame();
};

namespace {

NodePointer parsed(const QString &expression)
{
    const ParseResult result = parse(expression);
    const auto *tree = std::get_if<NodePointer>(&result);
    return tree ? *tree : nullptr;
}

} // namespace

void FilterPrinterTest::printsCanonicalText_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char *name, const QString &expression, const QString &canonical) {
        QTest::newRow(name) << expression << canonical;
    };
    row("whitespace", u"  \n "_s, u""_s);
    row("whitespace is dropped", u"  actor:bob   x "_s, u"actor:bob x"_s);
    row("AND is juxtaposition", u"a AND b && c"_s, u"a b c"_s);
    row("one OR", u"a OR b | c || d"_s, u"a OR b OR c OR d"_s);
    row("NOT is a minus", u"NOT a !b -c"_s, u"-a -b -c"_s);
    row("parentheses only where needed", u"((a)) (b c) OR (d)"_s, u"a (b c) OR d"_s);
    row("OR inside AND", u"a (b OR c)"_s, u"a (b OR c)"_s);
    row("AND inside OR", u"(a b) OR c"_s, u"a b OR c"_s);
    row("negated group", u"NOT (a b)"_s, u"-(a b)"_s);
    row("double negation", u"-(-a)"_s, u"-(-a)"_s);
    row("alias and case", u"USER:bob Type=x EVENTTYPE:y"_s, u"actor:bob category:x action:y"_s);
    row("operators", u"actor==x actor!=y created>=2026 created<2027"_s,
        u"actor:=x -actor:y created:>=2026 created:<2027"_s);
    row("needless quotes go", u"actor:\"bob\" \"word\""_s, u"actor:bob word"_s);
    row("needed quotes stay", u"actor:\"a b\" \"two words\""_s, u"actor:\"a b\" \"two words\""_s);
    row("curly quotes", u"actor:“a b”"_s, u"actor:\"a b\""_s);
    row("quote inside", u"actor:\"say \"\"hi\"\"\""_s, u"actor:\"say \"\"hi\"\"\""_s);
    row("literal star", u"actor:a\\*b"_s, u"actor:\"a*b\""_s);
    row("star and escaped comma", u"actor:a*\\,b"_s, u"actor:a*\\,b"_s);
    row("list in parentheses", u"actor:(a, b OR \"c d\")"_s, u"actor:a,b,\"c d\""_s);
    row("pattern that looks like an operator", u"actor:(=x*)"_s, u"actor:(=x*)"_s);
    row("pattern that ends in a backslash", u"actor:(*x\\ OR y)"_s, u"actor:(*x\\ OR y)"_s);
    row("regex with slash", u"action:/a\\/b/i"_s, u"action:/a\\/b/i"_s);
    row("time with space", u"created:\"2026-11-20 09:15z\""_s, u"created:2026-11-20T09:15Z"_s);
    row("hour with zero", u"hour:09..17"_s, u"hour:9..17"_s);
    row("closed sets are lower case", u"op:CREATE outcome=Failure weekday:MON"_s,
        u"op:create outcome:failure weekday:mon"_s);
    row("path", u"@a.\"b c\"[0][*].\"d\":x"_s, u"@a.\"b c\"[0][*].d:x"_s);
    row("literal dots on a path", u"@v:\"1..5\""_s, u"@v:\"1..5\""_s);
    row("text that looks like a term", u"\"https://x\" \"@a:b\""_s, u"\"https://x\" \"@a:b\""_s);
    row("text that does not", u"10:20 ::1 日本語"_s, u"10:20 ::1 日本語"_s);
    row("operator words as text", u"\"AND\" \"or\" \"|\""_s, u"\"AND\" \"or\" \"|\""_s);
    row("a lone word that looks like an operator", u"Not"_s, u"\"Not\""_s);
    row("such a word with a sign", u"a -not"_s, u"a -\"not\""_s);
    row("such words as values", u"action:and,not,or"_s, u"action:and,not,or"_s);
    row("hours over midnight", u"hour:22..05"_s, u"hour:22..5"_s);
    row("weekdays over Sunday", u"weekday:SAT..\"mon\",..TUE"_s, u"weekday:sat..mon,..tue"_s);
    row("addresses", u"ip:\"[::1]:443\",fe80::1%eth0"_s, u"ip:[::1]:443,fe80::1%eth0"_s);
    row("text like a broken path", u"\"@[:x\" \"@:x\" @a[x]"_s, u"\"@[:x\" \"@:x\" @a[x]"_s);
    row("text that starts with a path", u"\"@scope/pkg:1.2\""_s, u"@scope/pkg:1.2"_s);
    row("dash in front of a text", u"-\"-x\""_s, u"-\"-x\""_s);
    row("preset", u"preset:\"my own\" PRESET:x"_s, u"preset:\"my own\" preset:x"_s);
}

void FilterPrinterTest::printsCanonicalText()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, canonical);
    const NodePointer tree = parsed(expression);
    QVERIFY(tree);
    QCOMPARE(print(tree), canonical);
    const NodePointer again = parsed(canonical);
    QVERIFY(again);
    QCOMPARE(describe(again), describe(tree));
}

void FilterPrinterTest::readsBackEveryTreeItPrints()
{
    FilterGenerator generator(1);
    for (int round = 0; round < generatedCases(10'000, 3'000); ++round) {
        const NodePointer tree = generator.tree();
        const QString text = print(tree);
        const NodePointer again = parsed(text);
        QVERIFY2(again, qPrintable(text + u"   of   "_s + describe(tree)));
        QVERIFY2(sameTree(again, tree), qPrintable(text + u"   of   "_s + describe(tree)));
        QCOMPARE(print(again), text);
    }
}

void FilterPrinterTest::printsEveryFilterSoThatItReadsBackTheSame()
{
    FilterGenerator generator(2);
    constexpr int Expressions = generatedCases(20'000, 6'000);
    int valid = 0;
    for (int round = 0; round < Expressions; ++round) {
        const QString expression = generator.expression();
        const NodePointer tree = parsed(expression);
        if (!tree)
            continue;
        ++valid;
        const QString text = print(tree);
        const NodePointer again = parsed(text);
        QVERIFY2(again, qPrintable(expression + u"   as   "_s + text));
        QVERIFY2(sameTree(again, tree), qPrintable(expression + u"   as   "_s + text));
    }
    QVERIFY2(valid > Expressions / 14, qPrintable(QString::number(valid)));
}

TRAILGLASS_TEST(FilterPrinterTest)
#include "tst_filterprinter.moc"
