// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "tests/filter/treedescription.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

/// Broken and oversized expressions: what is said, and of which place.
class FilterMistakesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsAtTheMistake_data();
    void pointsAtTheMistake();
    void keepsToItsLimits_data();
    void keepsToItsLimits();
    void readsHundredParenthesesAndNotOneMore();
    void tellsTheErrorInOneSentence();
};

void FilterMistakesTest::pointsAtTheMistake_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("suggestion");
    QTest::addColumn<QString>("says");
    const auto wrong = [](const QString &expression, int position, int length, const QString &says,
                          const QString &suggestion = {}) {
        QTest::newRow(qPrintable(expression)) << expression << position << length << suggestion << says;
    };
    wrong(u"actr:x"_s, 0, 4, u"not a field"_s, u"actor"_s);
    wrong(u"x https://x"_s, 2, 5, u"in quotes"_s);
    wrong(u"𐐀 acter.email:x"_s, 3, 11, u"not a field"_s, u"actor.email"_s);
    wrong(u"größe:5"_s, 0, 5, u"not a field"_s);
    wrong(u"actor:"_s, 6, 0, u"needs a value"_s);
    wrong(u"actor: bob"_s, 6, 0, u"needs a value"_s);
    wrong(u"actor:a, b"_s, 8, 0, u"needs a value"_s);
    wrong(u"actor:,b"_s, 6, 0, u"needs a value"_s);
    wrong(u"actor:()"_s, 7, 0, u"needs a value"_s);
    wrong(u"actor:(a"_s, 6, 1, u"not closed"_s);
    wrong(u"actor:(a b)"_s, 9, 1, u"Separate values"_s);
    wrong(u"actor:(a OR )"_s, 12, 0, u"needs a value"_s);
    wrong(u"actor:\"a"_s, 6, 1, u"not closed"_s);
    wrong(u"actor:“a\""_s, 6, 1, u"not closed"_s);
    wrong(u"actor:\"a\"b"_s, 9, 1, u"closing quote"_s);
    wrong(u"x \"a b"_s, 2, 1, u"not closed"_s);
    wrong(u"\"\""_s, 0, 2, u"quotes is empty"_s);
    wrong(u"actor:>x"_s, 7, 0, u"no order"_s);
    wrong(u"weekday:<sun"_s, 9, 0, u"no order"_s);
    wrong(u"actor:~\"\""_s, 7, 2, u"needs a text"_s);
    wrong(u"hour:~1"_s, 6, 0, u"needs a text field"_s);
    wrong(u"created:~2026"_s, 9, 0, u"needs a text field"_s);
    wrong(u"hour:>1,2"_s, 7, 1, u"several values"_s);
    wrong(u"op:craete"_s, 3, 6, u"not a value of “op”"_s, u"create"_s);
    wrong(u"op:x*"_s, 3, 2, u"not a value"_s);
    wrong(u"op:=Create"_s, 4, 6, u"not a value"_s, u"create"_s);
    wrong(u"outcome:fail,failed"_s, 8, 4, u"success, failure, unknown"_s);
    wrong(u"status:sucess"_s, 7, 6, u"not a value"_s, u"success"_s);
    wrong(u"vendor:asanna"_s, 7, 6, u"not a value"_s, u"asana"_s);
    wrong(u"weekday:monday"_s, 8, 6, u"mon, tue"_s);
    wrong(u"weekday:m*"_s, 8, 2, u"not a value"_s);
    wrong(u"hour:24"_s, 5, 2, u"from 0 to 23"_s);
    wrong(u"hour:-1"_s, 5, 2, u"from 0 to 23"_s);
    wrong(u"hour:-0"_s, 5, 2, u"from 0 to 23"_s);
    wrong(u"hour:009"_s, 5, 3, u"from 0 to 23"_s);
    wrong(u"hour:9..24"_s, 5, 5, u"“24” is not an hour"_s);
    wrong(u"created:soon"_s, 8, 4, u"not a time"_s);
    wrong(u"created:2026*"_s, 8, 5, u"not a time"_s);
    wrong(u"created:2026-1"_s, 8, 6, u"not a time"_s);
    wrong(u"created:-7w"_s, 8, 3, u"not a time"_s);
    wrong(u"created:-1234567890d"_s, 8, 12, u"not a time"_s);
    wrong(u"created:2026-11-20T"_s, 8, 11, u"not a time"_s);
    wrong(u"created:2026-11-20Z"_s, 8, 11, u"not a time"_s);
    wrong(u"created:2026-11-20T09:15:00."_s, 8, 20, u"not a time"_s);
    wrong(u"created:2026-02-30"_s, 8, 10, u"valid date"_s);
    wrong(u"created:2026-13"_s, 8, 7, u"valid date"_s);
    wrong(u"created:0000"_s, 8, 4, u"valid date"_s);
    wrong(u"created:2023-02-29"_s, 8, 10, u"valid date"_s);
    wrong(u"created:2026-11-20T24:00"_s, 8, 16, u"valid date"_s);
    wrong(u"created:2026-11-20T09:15:00+24:00"_s, 8, 25, u"valid date"_s);
    wrong(u"created:2026-11..2026-13"_s, 8, 16, u"“2026-13” is not a valid date"_s);
    wrong(u"created:.."_s, 8, 2, u"not a time"_s);
    wrong(u"created:/x/"_s, 8, 3, u"regular expression"_s);
    wrong(u"ip:10.0.0.0/33"_s, 3, 11, u"not a network"_s);
    wrong(u"ip:10.0.0/8"_s, 3, 8, u"not a network"_s);
    wrong(u"ip:2001:db8::/129"_s, 3, 14, u"not a network"_s);
    wrong(u"ip:10.*/8"_s, 3, 6, u"not a network"_s);
    wrong(u"ip:10.0.0.0/"_s, 3, 9, u"not a network"_s);
    wrong(u"message:/usr/bin"_s, 8, 8, u"Put a path in quotes"_s);
    wrong(u"message:/x/ig"_s, 8, 5, u"Put a path in quotes"_s);
    wrong(u"message:/usr"_s, 8, 4, u"Put a path in quotes"_s);
    wrong(u"message://"_s, 8, 2, u"regular expression"_s);
    wrong(u"message:=/x/"_s, 9, 3, u"Put a path in quotes"_s);
    wrong(u"message:/(/"_s, 8, 3, u"Invalid regular expression"_s);
    wrong(u"message:/(*LIMIT_MATCH=9)x/"_s, 8, 19, u"must not start"_s);
    wrong(u"@n:>abc"_s, 4, 3, u"neither a number nor a time"_s);
    wrong(u"@a[x]:1"_s, 0, 7, u"not a path"_s);
    wrong(u"@a..b:1"_s, 0, 7, u"not a path"_s);
    wrong(u"@a[1234567890]:1"_s, 0, 16, u"not a path"_s);
    wrong(u"@[:x"_s, 0, 4, u"not a path"_s);
    wrong(u"x @:y"_s, 2, 3, u"not a path"_s);
    wrong(u"@.:x"_s, 0, 4, u"not a path"_s);
    wrong(u"@.a:x"_s, 0, 5, u"not a path"_s);
    wrong(u"@a.:x"_s, 0, 5, u"not a path"_s);
    wrong(u"@a[:x"_s, 0, 5, u"not a path"_s);
    wrong(u"@a[]:x"_s, 0, 6, u"not a path"_s);
    wrong(u"@a[-1]:x"_s, 0, 8, u"not a path"_s);
    wrong(u"@a[0:x"_s, 0, 6, u"not a path"_s);
    wrong(u"@a]=x"_s, 0, 5, u"not a path"_s);
    wrong(u"@[*]:x"_s, 0, 6, u"not a path"_s);
    wrong(u"@[0].a>5"_s, 0, 8, u"not a path"_s);
    wrong(u"@@a:x"_s, 0, 5, u"not a path"_s);
    wrong(u"@\"a b\".:x y"_s, 0, 9, u"not a path"_s);
    wrong(u"@\"a\"[x]:1"_s, 0, 9, u"not a path"_s);
    wrong(u"@\"a\"b:1"_s, 4, 1, u"not a field"_s);
    wrong(u"@a.\"b:1"_s, 3, 1, u"not closed"_s);
    wrong(u"not action:x"_s, 0, 3, u"in capitals"_s, u"NOT"_s);
    wrong(u"a and b"_s, 2, 3, u"in capitals"_s, u"AND"_s);
    wrong(u"a Or b"_s, 2, 2, u"Write the operator “Or” in"_s, u"OR"_s);
    wrong(u"a AND nOt b"_s, 6, 3, u"in capitals"_s, u"NOT"_s);
    wrong(u"action:x and"_s, 9, 3, u"in capitals"_s, u"AND"_s);
    wrong(u"not(action:x)"_s, 0, 3, u"in capitals"_s, u"NOT"_s);
    wrong(u"(a OR not b) c"_s, 6, 3, u"in capitals"_s, u"NOT"_s);
    wrong(u"(a)or(b)"_s, 3, 2, u"in capitals"_s, u"OR"_s);
    wrong(u"NOT and"_s, 4, 3, u"in capitals"_s, u"AND"_s);
    wrong(u"- not"_s, 2, 3, u"in capitals"_s, u"NOT"_s);
    wrong(u"not not"_s, 0, 3, u"in capitals"_s, u"NOT"_s);
    wrong(u"action:(a or b)"_s, 10, 2, u"Separate values"_s);
    wrong(u"created:2026-02..2026-01"_s, 8, 16, u"ends before it starts"_s, u"2026-01..2026-02"_s);
    wrong(u"received:2026..2025,2024"_s, 9, 10, u"ends before it starts"_s, u"2025..2026"_s);
    wrong(u"-created:2026-01-15..2025"_s, 9, 16, u"ends before it starts"_s, u"2025..2026-01-15"_s);
    wrong(u"created:2026-01-01T12:00:00Z..2026-01-01T12:00:00+01:00"_s, 8, 47, u"ends before"_s,
          u"2026-01-01T12:00:00+01:00..2026-01-01T12:00:00Z"_s);
    wrong(u"created:2026-03..2026-01-01Z"_s, 8, 20, u"not a time"_s);
    wrong(u"created:2026-03..2026-01-01T00Z"_s, 8, 23, u"ends before"_s, u"2026-01-01T00Z..2026-03"_s);
    wrong(u"created:-1d..-7d"_s, 8, 8, u"ends before it starts"_s, u"-7d..-1d"_s);
    wrong(u"created:now..-1h"_s, 8, 8, u"ends before it starts"_s, u"-1h..now"_s);
    wrong(u"created:-23h..-1d"_s, 8, 9, u"ends before it starts"_s, u"-1d..-23h"_s);
    wrong(u"created:-59m..now-1h"_s, 8, 12, u"ends before it starts"_s, u"now-1h..-59m"_s);
    wrong(u"created:today..yesterday"_s, 8, 16, u"ends before it starts"_s, u"yesterday..today"_s);
    wrong(u"@n:5..1"_s, 3, 4, u"ends before it starts"_s, u"1..5"_s);
    wrong(u"@n:x,1e3..1e2"_s, 5, 8, u"ends before it starts"_s, u"1e2..1e3"_s);
    wrong(u"@t:2026-02..2026-01"_s, 3, 16, u"ends before it starts"_s, u"2026-01..2026-02"_s);
    wrong(u"hour:22..25"_s, 5, 6, u"“25” is not an hour"_s);
    wrong(u"hour:=22..5"_s, 6, 5, u"from 0 to 23"_s);
    wrong(u"weekday:sat..monday"_s, 8, 11, u"“monday” is not a value"_s);
    wrong(u"weekday:s*..mon"_s, 8, 7, u"“s*” is not a value"_s);
    wrong(u"weekday:=sat..mon"_s, 9, 8, u"not a value"_s);
    wrong(u"weekday:.."_s, 8, 2, u"not a value"_s);
    wrong(u"(a"_s, 0, 1, u"not closed"_s);
    wrong(u"a)"_s, 1, 1, u"never opened"_s);
    wrong(u"()"_s, 0, 1, u"Expected a term"_s);
    wrong(u"a OR"_s, 2, 2, u"Expected a term"_s);
    wrong(u"(a AND)"_s, 3, 3, u"Expected a term"_s);
    wrong(u"OR a"_s, 0, 2, u"both sides"_s);
    wrong(u"a OR OR b"_s, 5, 2, u"both sides"_s);
    wrong(u"a NOT"_s, 2, 3, u"Expected a term"_s);
    wrong(u"-"_s, 0, 1, u"Expected a term"_s);
    wrong(u"--x"_s, 1, 1, u"Double negation"_s);
    wrong(u"NOT -x"_s, 4, 1, u"Double negation"_s);
    wrong(u"NOT NOT x"_s, 4, 3, u"Double negation"_s);
    wrong(u"preset:"_s, 7, 0, u"name"_s);
    wrong(u"preset:\"a"_s, 7, 1, u"not closed"_s);
    wrong(u"preset:a,b"_s, 8, 1, u"one preset name"_s);
    wrong(u"preset>a"_s, 6, 1, u"Use “:” after preset"_s, u":"_s);
    wrong(u"preset!=a"_s, 6, 2, u"Use “:” after preset"_s, u":"_s);
}

void FilterMistakesTest::pointsAtTheMistake()
{
    QFETCH(const QString, expression);
    const ParseResult result = parse(expression);
    const auto *error = std::get_if<SyntaxError>(&result);
    QVERIFY2(error, qPrintable(describeParsed(expression)));
    QFETCH(const QString, says);
    QVERIFY2(error->message.contains(says), qPrintable(error->message));
    QVERIFY2(error->message.endsWith(u'.'), qPrintable(error->message));
    QTEST(static_cast<int>(error->position), "position");
    QTEST(static_cast<int>(error->length), "length");
    QTEST(error->suggestion, "suggestion");
}

void FilterMistakesTest::keepsToItsLimits_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("valid");
    QTest::newRow("65,536 bytes") << QString(65'536, u'x') << true;
    QTest::newRow("65,537 bytes") << QString(65'537, u'x') << false;
    QTest::newRow("65,538 bytes in two-byte letters") << QString(32'769, u'é') << false;
    QTest::newRow("100,000 characters") << QString(100'000, u'x') << false;
    QTest::newRow("1,000 terms") << u"x "_s.repeated(1'000) << true;
    QTest::newRow("1,001 terms") << u"x "_s.repeated(1'001) << false;
    QTest::newRow("10,000 values") << QString(u"actor:x"_s + u",x"_s.repeated(9'999)) << true;
    QTest::newRow("10,001 values") << QString(u"actor:x"_s + u",x"_s.repeated(10'000)) << false;
    QTest::newRow("10,001 values in two terms")
        << QString(u"actor:x"_s + u",x"_s.repeated(5'000) + u" id:x"_s + u",x"_s.repeated(4'999)) << false;
    QTest::newRow("a regex of 1,000") << QString(u"actor:/"_s + QString(1'000, u'x') + u'/') << true;
    QTest::newRow("a regex of 1,001") << QString(u"actor:/"_s + QString(1'001, u'x') + u'/') << false;
    QTest::newRow("5,000 nested parentheses")
        << QString(QString(5'000, u'(') + u'x' + QString(5'000, u')')) << false;
    QTest::newRow("5,000 negated parentheses")
        << QString(u"-("_s.repeated(5'000) + u'x' + QString(5'000, u')')) << false;
    QTest::newRow("5,000 minus signs") << QString(QString(5'000, u'-') + u'x') << false;
    QTest::newRow("5,000 negations in words") << QString(u"NOT "_s.repeated(5'000) + u'x') << false;
    QTest::newRow("60,000 opened parentheses") << QString(60'000, u'(') << false;
    QTest::newRow("30,000 quotes") << QString(60'000, u'"') << true;
}

void FilterMistakesTest::keepsToItsLimits()
{
    QFETCH(const QString, expression);
    const ParseResult result = parse(expression);
    QTEST(std::holds_alternative<NodePointer>(result), "valid");
    if (const auto *error = std::get_if<SyntaxError>(&result)) {
        QCOMPARE_GE(error->position, 0);
        QCOMPARE_LE(error->position + error->length, expression.size());
    }
}

void FilterMistakesTest::readsHundredParenthesesAndNotOneMore()
{
    const auto nested = [](int depth) {
        return QString(QString(depth, u'(') + u'x' + QString(depth, u')'));
    };
    QCOMPARE(describeParsed(nested(100)), u"text 'x'"_s);
    const ParseResult result = parse(nested(101));
    QVERIFY(std::holds_alternative<SyntaxError>(result));
    QCOMPARE(std::get<SyntaxError>(result).position, 100);
}

void FilterMistakesTest::tellsTheErrorInOneSentence()
{
    const QString expression = u"𐐀 actr:x"_s;
    const Error error = toError(std::get<SyntaxError>(parse(expression)), expression);
    QCOMPARE(error.kind, ErrorKind::Usage);
    QVERIFY2(error.message.contains(u"character 3"_s), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"“actr”"_s), qPrintable(error.message));
    QVERIFY2(error.message.endsWith(u"Did you mean “actor”?"_s), qPrintable(error.message));
}

TRAILGLASS_TEST(FilterMistakesTest)
#include "tst_filtermistakes.moc"
