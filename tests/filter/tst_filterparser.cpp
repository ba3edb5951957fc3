// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "tests/filter/treedescription.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

class FilterParserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWholeGrammar_data();
    void readsTheWholeGrammar();
    void readsWordsAndPlaces_data();
    void readsWordsAndPlaces();
    void readsValuesByTheFieldsType_data();
    void readsValuesByTheFieldsType();
    void knowsEveryFieldAndAlias_data();
    void knowsEveryFieldAndAlias();
    void readsFieldsStandingAlone();
};

namespace {

void row(const QString &expression, const QString &tree)
{
    QTest::newRow(qPrintable(expression)) << expression << tree;
}

void addColumns()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("tree");
}

} // namespace

void FilterParserTest::readsTheWholeGrammar_data()
{
    addColumns();
    row(u""_s, u"all"_s);
    row(u" \t\n "_s, u"all"_s);
    row(u"a"_s, u"text 'a'"_s);
    row(u"a b"_s, u"and(text 'a', text 'b')"_s);
    row(u"a AND b"_s, u"and(text 'a', text 'b')"_s);
    row(u"a && b"_s, u"and(text 'a', text 'b')"_s);
    row(u"a OR b"_s, u"or(text 'a', text 'b')"_s);
    row(u"a | b || c"_s, u"or(text 'a', text 'b', text 'c')"_s);
    row(u"a b OR c d"_s, u"or(and(text 'a', text 'b'), and(text 'c', text 'd'))"_s);
    row(u"a (b OR c) d"_s, u"and(text 'a', or(text 'b', text 'c'), text 'd')"_s);
    row(u"a (b c)"_s, u"and(text 'a', and(text 'b', text 'c'))"_s);
    row(u"((a))"_s, u"text 'a'"_s);
    row(u"( a )"_s, u"text 'a'"_s);
    row(u"(a)(b)"_s, u"and(text 'a', text 'b')"_s);
    row(u"(a)OR(b)"_s, u"or(text 'a', text 'b')"_s);
    row(u"NOT a"_s, u"not(text 'a')"_s);
    row(u"NOT(a b)"_s, u"not(and(text 'a', text 'b'))"_s);
    row(u"-a !b"_s, u"and(not(text 'a'), not(text 'b'))"_s);
    row(u"- a"_s, u"not(text 'a')"_s);
    row(u"-(a OR b)"_s, u"not(or(text 'a', text 'b'))"_s);
    row(u"-(-a)"_s, u"not(not(text 'a'))"_s);
    row(u"a OR -b c"_s, u"or(text 'a', and(not(text 'b'), text 'c'))"_s);
    row(u"actor:bob"_s, u"actor matches 'bob'"_s);
    row(u"actor=bob"_s, u"actor matches 'bob'"_s);
    row(u"actor:=bob"_s, u"actor exactly 'bob'"_s);
    row(u"actor==bob"_s, u"actor exactly 'bob'"_s);
    row(u"actor!=bob"_s, u"not(actor matches 'bob')"_s);
    row(u"-actor!=bob"_s, u"not(not(actor matches 'bob'))"_s);
    row(u"actor:~bob"_s, u"actor contains 'bob'"_s);
    row(u"hour:>9 hour:>=9 hour:<9 hour:<=9"_s,
        u"and(hour > number(9), hour >= number(9), hour < number(9), hour <= number(9))"_s);
    row(u"hour>9 hour>=9 hour<9 hour<=9"_s,
        u"and(hour > number(9), hour >= number(9), hour < number(9), hour <= number(9))"_s);
    row(u"actor:a,b,\"c d\""_s, u"actor matches 'a' | 'b' | 'c d'"_s);
    row(u"actor:(a, b OR \"c d\" OR /e/i)"_s, u"actor matches 'a' | 'b' | 'c d' | iregex(e)"_s);
    row(u"actor:(a)"_s, u"actor matches 'a'"_s);
    row(u"actor!=(a,b)"_s, u"not(actor matches 'a' | 'b')"_s);
    row(u"actor:=a,b"_s, u"actor exactly 'a' | 'b'"_s);
    row(u"actor:~(a OR b)"_s, u"actor contains 'a' | 'b'"_s);
    row(u"actor:a x"_s, u"and(actor matches 'a', text 'x')"_s);
    row(u"(actor:a)"_s, u"actor matches 'a'"_s);
    row(u"actor:*"_s, u"actor matches present"_s);
    row(u"actor:* -actor:x"_s, u"and(actor matches present, not(actor matches 'x'))"_s);
    row(u"preset:night"_s, u"preset 'night'"_s);
    row(u"-preset:\"my night\" x"_s, u"and(not(preset 'my night'), text 'x')"_s);
    row(u"preset=night"_s, u"preset 'night'"_s);
}

void FilterParserTest::readsTheWholeGrammar()
{
    QFETCH(const QString, expression);
    QTEST(describeParsed(expression), "tree");
}

void FilterParserTest::readsWordsAndPlaces_data()
{
    addColumns();
    // Operators are words of their own, in capitals.
    row(u"a|b x&&y"_s, u"and(text 'a|b', text 'x&&y')"_s);
    row(u"ANDREA NOTE ORDER"_s, u"and(text 'ANDREA', text 'NOTE', text 'ORDER')"_s);
    row(u"\"AND\" \"NOT\""_s, u"and(text 'AND', text 'NOT')"_s);
    // What is a term and what is text.
    row(u"10:20"_s, u"text '10:20'"_s);
    row(u"::1"_s, u"text '::1'"_s);
    row(u"日本語"_s, u"text '日本語'"_s);
    row(u"\"https://x\""_s, u"text 'https://x'"_s);
    row(u"user-agent:x"_s, u"text 'user-agent:x'"_s);
    row(u"bob@x.com"_s, u"text 'bob@x.com'"_s);
    row(u"@bob"_s, u"text '@bob'"_s);
    row(u"@bob.smith."_s, u"text '@bob.smith.'"_s);
    row(u"actor"_s, u"text 'actor'"_s);
    row(u"actor :x"_s, u"and(text 'actor', text ':x')"_s);
    row(u":=x"_s, u"text ':=x'"_s);
    row(u"a,b,"_s, u"text 'a,b,'"_s);
    row(u"*x?"_s, u"text '*x?'"_s);
    row(u"/x/"_s, u"text '/x/'"_s);
    row(u"C:\\"_s.mid(1), u"text ':\\'"_s);
    row(u"a(b)"_s, u"and(text 'a', text 'b')"_s);
    row(u"a\"b c\"d"_s, u"and(text 'a', text 'b c', text 'd')"_s);
    row(u"“b c”d"_s, u"and(text 'b c', text 'd')"_s);
    row(u"5'11 it's"_s, u"and(text '5'11', text 'it's')"_s);
    row(u"a-b a!b"_s, u"and(text 'a-b', text 'a!b')"_s);
    row(u"-7d"_s, u"not(text '7d')"_s);
    // Value position: a bare word runs to whitespace, a comma, a closing parenthesis or the end.
    row(u"created:<2026-09-01T12:00:00Z"_s, u"created < time(2026-09-01T12:00:00Z)"_s);
    row(u"ip:2001:db8::/32"_s, u"ip matches '2001:db8::/32'"_s);
    row(u"created:-7d"_s, u"created matches minus(7 days)"_s);
    row(u"@n:-5"_s, u"@n matches '-5'"_s);
    row(u"actor:a:b=c<d>e(f|g/h@i-j"_s, u"actor matches 'a:b=c<d>e(f|g/h@i-j'"_s);
    row(u"actor:5\"disk"_s, u"actor matches '5\"disk'"_s);
    row(u"actor:-x"_s, u"actor matches '-x'"_s);
    row(u"actor:OR"_s, u"actor matches 'OR'"_s);
    row(u"actor==x=y"_s, u"actor exactly 'x=y'"_s);
    row(u"actor:==x"_s, u"actor exactly '=x'"_s);
    row(u"message:日本語"_s, u"message matches '日本語'"_s);
    // Quotes.
    row(u"actor:\"a*b?\""_s, u"actor matches 'a*b?'"_s);
    row(u"\"C:\\Users\\bob\""_s, u"text 'C:\\Users\\bob'"_s);
    row(u"message:\"C:\\Users\\*\""_s, u"message matches 'C:\\Users\\*'"_s);
    row(u"actor:\"say \"\"hi\"\"\""_s, u"actor matches 'say \"hi\"'"_s);
    row(u"actor:“a \"b\" c”"_s, u"actor matches 'a \"b\" c'"_s);
    row(u"\"a\nb\""_s, u"text 'a\nb'"_s);
    row(u"actor:\"\""_s, u"actor matches ''"_s);
    row(u"actor:\"a\",\"b\""_s, u"actor matches 'a' | 'b'"_s);
    // Backslashes and wildcards.
    row(u"actor:a*b?"_s, u"actor matches pattern(a*b?)"_s);
    row(u"actor:a\\*b"_s, u"actor matches 'a*b'"_s);
    row(u"actor:a\\?b*"_s, u"actor matches pattern(a\\?b*)"_s);
    row(u"actor:a\\,b,c"_s, u"actor matches 'a,b' | 'c'"_s);
    row(u"actor:DOM\\bob"_s, u"actor matches 'DOM\\bob'"_s);
    row(u"actor:a\\"_s, u"actor matches 'a\\'"_s);
    row(u"a\\*b a\\,b a\\nb"_s, u"and(text 'a*b', text 'a,b', text 'a\\nb')"_s);
    row(u"actor:*,x"_s, u"actor matches present | 'x'"_s);
    row(u"actor:**"_s, u"actor matches pattern(**)"_s);
    row(u"actor:=*"_s, u"actor exactly '*'"_s);
    row(u"actor:~a*"_s, u"actor contains 'a*'"_s);
    // Regular expressions.
    row(u"action:/^a.*b$/"_s, u"action matches regex(^a.*b$)"_s);
    row(u"action:/a b/i x"_s, u"and(action matches iregex(a b), text 'x')"_s);
    row(u"action:/a\\/b\\d/"_s, u"action matches regex(a/b\\d)"_s);
    row(u"action:/a\\\\/,/b/"_s, u"action matches regex(a\\\\) | regex(b)"_s);
    row(u"-(action:/[)]/)"_s, u"not(action matches regex([)]))"_s);
    row(u"message:\"/usr/bin\""_s, u"message matches '/usr/bin'"_s);
    row(u"message:a/b"_s, u"message matches 'a/b'"_s);
}

void FilterParserTest::readsWordsAndPlaces()
{
    QFETCH(const QString, expression);
    QTEST(describeParsed(expression), "tree");
}

void FilterParserTest::readsValuesByTheFieldsType_data()
{
    addColumns();
    row(u"created:2026"_s, u"created matches time(2026)"_s);
    row(u"created:2026-11"_s, u"created matches time(2026-11)"_s);
    row(u"created:2026-11-20"_s, u"created matches time(2026-11-20)"_s);
    row(u"created:2026-11-20T09"_s, u"created matches time(2026-11-20T09)"_s);
    row(u"created:2026-11-20T09:15"_s, u"created matches time(2026-11-20T09:15)"_s);
    row(u"created:2026-11-20T09:15:00.5+05:30"_s, u"created matches time(2026-11-20T09:15:00.5+05:30)"_s);
    row(u"created:2026-11-20T09:15:00+0530"_s, u"created matches time(2026-11-20T09:15:00+0530)"_s);
    row(u"created:\"2026-11-20 09:15:00,5\""_s, u"created matches time(2026-11-20T09:15:00.5)"_s);
    row(u"created:2026-11-20t09:15z"_s, u"created matches time(2026-11-20T09:15Z)"_s);
    row(u"created:2024-02-29"_s, u"created matches time(2024-02-29)"_s);
    row(u"created:2016-12-31T23:59:60Z"_s, u"created matches time(2016-12-31T23:59:60Z)"_s);
    row(u"created:now,today,yesterday"_s, u"created matches now minus(0 days) | today | yesterday"_s);
    row(u"created:TODAY"_s, u"created matches today"_s);
    row(u"created:-7d created:-2h created:-30m"_s,
        u"and(created matches minus(7 days), created matches minus(2 hours), created matches minus(30 minutes))"_s);
    row(u"created:now-1d"_s, u"created matches now minus(1 days)"_s);
    row(u"created:>=-7d"_s, u"created >= minus(7 days)"_s);
    row(u"created:2026-10..2026-11"_s, u"created matches time(2026-10) to time(2026-11)"_s);
    row(u"created:2026-10.."_s, u"created matches time(2026-10) to open"_s);
    row(u"created:..2026-10"_s, u"created matches open to time(2026-10)"_s);
    row(u"created:-7d..now-1h"_s, u"created matches minus(7 days) to now minus(1 hours)"_s);
    row(u"created:\"2026-10-01 08:00\"..\"2026-10-01 09:00\""_s,
        u"created matches time(2026-10-01T08:00) to time(2026-10-01T09:00)"_s);
    row(u"created:2026-01..2026-02,2026-05"_s,
        u"created matches time(2026-01) to time(2026-02) | time(2026-05)"_s);
    row(u"created:*"_s, u"created matches present"_s);
    row(u"created:=2026-11"_s, u"created exactly time(2026-11)"_s);
    row(u"received:>yesterday"_s, u"received > yesterday"_s);
    row(u"hour:09"_s, u"hour matches number(9)"_s);
    row(u"hour:9..17"_s, u"hour matches number(9) to number(17)"_s);
    row(u"hour:22..,0..5"_s, u"hour matches number(22) to open | number(0) to number(5)"_s);
    row(u"hour:>=22"_s, u"hour >= number(22)"_s);
    row(u"weekday:SAT,sun"_s, u"weekday matches 'sat' | 'sun'"_s);
    row(u"weekday:=mon"_s, u"weekday exactly 'mon'"_s);
    row(u"hour:22..5"_s, u"hour matches number(22) to number(5)"_s);
    row(u"weekday:SAT..mon"_s, u"weekday matches 'sat' to 'mon'"_s);
    row(u"weekday:fri..,..mon,wed"_s, u"weekday matches 'fri' to open | open to 'mon' | 'wed'"_s);
    row(u"weekday:(\"sat\"..sun OR tue)"_s, u"weekday matches 'sat' to 'sun' | 'tue'"_s);
    row(u"op:Delete,grant"_s, u"op matches 'delete' | 'grant'"_s);
    row(u"op:cre*"_s, u"op matches pattern(cre*)"_s);
    row(u"op:/^(create|grant)$/"_s, u"op matches regex(^(create|grant)$)"_s);
    row(u"outcome:\"failure\""_s, u"outcome matches 'failure'"_s);
    row(u"vendor:ASANA"_s, u"vendor matches 'asana'"_s);
    row(u"ip:10.0.0.1"_s, u"ip matches '10.0.0.1'"_s);
    row(u"ip:10.*"_s, u"ip matches pattern(10.*)"_s);
    row(u"ip:10.0.0.0/8,::1"_s, u"ip matches '10.0.0.0/8' | '::1'"_s);
    row(u"ip:unknown"_s, u"ip matches 'unknown'"_s);
    row(u"ip:[2001:db8::1]:443,fe80::1%eth0,203.0.113.7:443"_s,
        u"ip matches '[2001:db8::1]:443' | 'fe80::1%eth0' | '203.0.113.7:443'"_s);
    row(u"@details.ip:203.0.113.0/24"_s, u"@details.ip matches '203.0.113.0/24'"_s);
    row(u"@part:1/2"_s, u"@part matches '1/2'"_s);
    row(u"ip:~10/8"_s, u"ip contains '10/8'"_s);
    row(u"actor:a..b"_s, u"actor matches 'a..b'"_s);
    row(u"id:1..5"_s, u"id matches '1..5'"_s);
    row(u"@n:1..5"_s, u"@n matches number(1) to number(5)"_s);
    row(u"@n:-1.5e3..1e400"_s, u"@n matches number(-1.5e3) to number(1e400)"_s);
    row(u"@n:5.."_s, u"@n matches number(5) to open"_s);
    row(u"@n:..5"_s, u"@n matches open to number(5)"_s);
    row(u"@n:2025..2026"_s, u"@n matches number(2025) to number(2026)"_s);
    row(u"@t:2026-01..2026-02"_s, u"@t matches time(2026-01) to time(2026-02)"_s);
    row(u"@t:-7d..now"_s, u"@t matches minus(7 days) to now minus(0 days)"_s);
    row(u"@v:1.0..b"_s, u"@v matches '1.0..b'"_s);
    row(u"@v:a..b,1..2"_s, u"@v matches 'a..b' | number(1) to number(2)"_s);
    row(u"@v:\"1..5\""_s, u"@v matches '1..5'"_s);
    row(u"@v:.."_s, u"@v matches '..'"_s);
    row(u"@v:..\\a"_s, u"@v matches '..\\a'"_s);
    row(u"@v:=1..5"_s, u"@v exactly '1..5'"_s);
    row(u"@v:2026-11"_s, u"@v matches '2026-11'"_s);
    row(u"@n:>5 @n:<=-0.5"_s, u"and(@n > number(5), @n <= number(-0.5))"_s);
    row(u"@t:>2026-11 @t:<-7d"_s, u"and(@t > time(2026-11), @t < minus(7 days))"_s);
    row(u"@details.new_value:x"_s, u"@details.new_value matches 'x'"_s);
    row(u"@metadataJson.schedule.name:x"_s, u"@metadataJson.schedule.name matches 'x'"_s);
    row(u"@items[*].id:x"_s, u"@items[*].id matches 'x'"_s);
    row(u"@items[0][12]:x"_s, u"@items[0][12] matches 'x'"_s);
    row(u"@a-b.$c._d.5:x"_s, u"@a-b.$c._d.5 matches 'x'"_s);
    row(u"@größe.日本:x"_s, u"@größe.日本 matches 'x'"_s);
    row(u"@\"\":x @\"a:b\":x"_s, u"and(@\"\" matches 'x', @\"a:b\" matches 'x')"_s);
    row(u"@ @. @[ @a. @a..b @a[x] @bob @\"a b\" @\"[0]\"x"_s,
        u"and(text '@', text '@.', text '@[', text '@a.', text '@a..b', text '@a[x]', text '@bob', text '@', "
        u"text "
        u"'a b', text '@', text '[0]', text 'x')"_s);
    row(u"@scope/pkg:1.2"_s, u"text '@scope/pkg:1.2'"_s);
    row(u"-@a/b:x @n,5:y"_s, u"and(not(text '@a/b:x'), text '@n,5:y')"_s);
    row(u"and"_s, u"text 'and'"_s);
    row(u" Not "_s, u"text 'Not'"_s);
    row(u"(or)"_s, u"text 'or'"_s);
    row(u"a OR (or)"_s, u"or(text 'a', text 'or')"_s);
    row(u"a -not !Or"_s, u"and(text 'a', not(text 'not'), not(text 'Or'))"_s);
    row(u"\"and\" x “not”"_s, u"and(text 'and', text 'x', text 'not')"_s);
    row(u"action:and,or target:not"_s, u"and(action matches 'and' | 'or', target matches 'not')"_s);
    row(u"band nota ors and,x"_s, u"and(text 'band', text 'nota', text 'ors', text 'and,x')"_s);
    row(u"@\"a b\".\"c\"\"d\"[1].\"\":x"_s, u"@\"a b\".\"c\"\"d\"[1].\"\" matches 'x'"_s);
    row(u"@A:x"_s, u"@A matches 'x'"_s);
}

void FilterParserTest::readsValuesByTheFieldsType()
{
    QFETCH(const QString, expression);
    QTEST(describeParsed(expression), "tree");
}

void FilterParserTest::knowsEveryFieldAndAlias_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("canonical");
    const auto field = [](const char *name, const char *canonical) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(canonical);
    };
    for (const Field each : allFields()) {
        const QString canonical = QString::fromStdString(std::string(name(each)));
        QTest::newRow(qPrintable(canonical)) << canonical << canonical;
    }
    field("user", "actor");
    field("event", "action");
    field("eventType", "action");
    field("event_type", "action");
    field("time", "created");
    field("timestamp", "created");
    field("created_at", "created");
    field("status", "outcome");
    field("email", "actor.email");
    field("type", "category");
    field("conn", "source");
    field("connection", "source");
    field("hour", "hour");
    field("weekday", "weekday");
    field("mark", "mark");
    field("note", "note");
}

void FilterParserTest::knowsEveryFieldAndAlias()
{
    QFETCH(const QString, name);
    QFETCH(const QString, canonical);
    QCOMPARE(describeParsed(name + u":*"_s), canonical + u" matches present"_s);
    QCOMPARE(describeParsed(name.toUpper() + u":*"_s), canonical + u" matches present"_s);
}

void FilterParserTest::readsFieldsStandingAlone()
{
    const auto name = [](const QString &text) {
        const auto result = parseFieldReference(text);
        const auto *field = std::get_if<FieldReference>(&result);
        return field ? fieldReferenceName(*field) : u"wrong; "_s + std::get<SyntaxError>(result).suggestion;
    };
    QCOMPARE(name(u"User"_s), u"actor"_s);
    QCOMPARE(name(u"weekday"_s), u"weekday"_s);
    QCOMPARE(name(u"@items[*].\"a b\""_s), u"@items[*].\"a b\""_s);
    QCOMPARE(name(u"messege"_s), u"wrong; message"_s);
    QCOMPARE(name(u"@items[*"_s), u"wrong; "_s);
    QCOMPARE(name(u"@a:x"_s), u"wrong; "_s);
    QCOMPARE(name(u""_s), u"wrong; "_s);
}

TRAILGLASS_TEST(FilterParserTest)
#include "tst_filterparser.moc"
