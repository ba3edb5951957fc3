// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/rowevaluator.h"

#include "models/filter/filter.h"
#include "models/filter/querycontext.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

class RowEvaluatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesTexts_data();
    void comparesTexts();
    void negatesAsComplement_data();
    void negatesAsComplement();
    void comparesValuesInRaw_data();
    void comparesValuesInRaw();
    void comparesTimes_data();
    void comparesTimes();
    void comparesAddresses_data();
    void comparesAddresses();
    void findsText_data();
    void findsText();
    void looksAtEveryField();
    void combinesTerms();
    void endsARegexThatBacktracksForEver();
    void refusesWhatCannotRun();
    void standsAThousandTermsAndTenThousandValues();
};

namespace {

Result<bool> evaluate(const QString &expression, const EventRecord &record, const QByteArray &zone = "UTC")
{
    const ParseResult parsed = parse(expression);
    if (const auto *error = std::get_if<SyntaxError>(&parsed))
        return toError(*error, expression);
    const auto evaluator =
        RowEvaluator::compile(std::get<NodePointer>(parsed), {*parseTime("2026-11-20T10:30:00Z"), zone});
    return evaluator ? evaluator->matches(record) : evaluator.error();
}

EventRecord sample()
{
    EventRecord record;
    record.row = RowId{7};
    record.source = "Prod";
    record.vendor = Vendor::Datafold;
    record.received = *parseTime("2026-11-21T08:00:00Z");
    record.event.id = "ev-1";
    record.event.created = *parseTime("2026-11-20T09:15:00.123456Z");
    record.event.action = "user_login_failed";
    record.event.operation = Operation::Auth;
    record.event.outcome = Outcome::Failure;
    record.event.raw = R"({"id":"ev-1"})";
    return record;
}

EventRecord withActor(const char *email)
{
    EventRecord record = sample();
    record.event.actor.email = email;
    return record;
}

EventRecord withRaw(const char *raw)
{
    EventRecord record = sample();
    record.event.raw = raw;
    return record;
}

EventRecord withIp(const char *ip)
{
    EventRecord record = sample();
    record.event.ip = ip;
    return record;
}

} // namespace

namespace {

void addColumns()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<EventRecord>("record");
    QTest::addColumn<bool>("matches");
}

void row(const QString &expression, const char *value, const EventRecord &record, bool matches)
{
    QTest::addRow("%s %s %s", qPrintable(expression), matches ? "on" : "not on", value)
        << expression << record << matches;
}

void actorRow(const QString &expression, const char *email, bool matches)
{
    row(expression, email, withActor(email), matches);
}

void rawRow(const QString &expression, const char *raw, bool matches)
{
    row(expression, raw, withRaw(raw), matches);
}

void check()
{
    QFETCH(const QString, expression);
    QFETCH(const EventRecord, record);
    const auto matches = evaluate(expression, record);
    QVERIFY2(matches, qPrintable(matches ? QString() : matches.error().message));
    QTEST(*matches, "matches");
}

} // namespace

void RowEvaluatorTest::comparesTexts_data()
{
    addColumns();
    actorRow(u"actor:BOB@X.com"_s, "bob@x.COM", true);
    actorRow(u"actor:bob"_s, "bob@x.com", false);
    actorRow(u"actor:bob*"_s, "Bob@x.com", true);
    actorRow(u"actor:*@X.COM"_s, "bob@x.com", true);
    actorRow(u"actor:b?b@*"_s, "bob@x.com", true);
    actorRow(u"actor:b?@*"_s, "bob@x.com", false);
    actorRow(u"actor:?"_s, "\u65E5", true);
    actorRow(u"actor:?"_s, "\U00010400", true);
    actorRow(u"actor:*a*b*a*"_s, "xaybza", true);
    actorRow(u"actor:*a*b*a*"_s, "xaybz", false);
    actorRow(u"actor:*a"_s, "aba", true);
    actorRow(u"actor:\\*"_s, "*", true);
    actorRow(u"actor:\\*"_s, "x", false);
    actorRow(u"actor:\"b*\""_s, "bob", false);
    actorRow(u"actor:\"b*\""_s, "B*", true);
    actorRow(u"actor:K"_s, "\u212A", true);
    actorRow(u"actor:straße"_s, "STRA\u1E9EE", true);
    actorRow(u"actor:strasse"_s, "straße", false);
    actorRow(u"actor:É*"_s, "éa", true);
    actorRow(u"actor:=bob"_s, "bob", true);
    actorRow(u"actor:=Bob"_s, "bob", false);
    actorRow(u"actor:=b*"_s, "bob", false);
    actorRow(u"actor:=b*"_s, "b*", true);
    actorRow(u"actor:~OB@"_s, "bob@x", true);
    actorRow(u"actor:~b*"_s, "bob", false);
    actorRow(u"actor:/^b.b@/"_s, "bob@x", true);
    actorRow(u"actor:/B/"_s, "bob", false);
    actorRow(u"actor:/B/i"_s, "bob", true);
    actorRow(u"actor:/^.$/"_s, "\U00010400", true);
    actorRow(u"actor:/é/i"_s, "É", true);
    actorRow(u"actor:a,b,c"_s, "B", true);
    actorRow(u"actor:a,x*,/^q/"_s, "qq", true);
    actorRow(u"actor:a,x*,/^q/"_s, "b", false);
    actorRow(u"actor:*"_s, "b", true);
    actorRow(u"actor:*"_s, "", false);
    actorRow(u"actor:**"_s, "", false);
    actorRow(u"actor:/.*/"_s, "", false);
    actorRow(u"actor:\"\""_s, "", true);
    actorRow(u"actor:\"\",x"_s, "x", true);
    actorRow(u"actor:\"\""_s, "x", false);
    row(u"op:AUTH"_s, "auth", sample(), true);
    row(u"op:au*"_s, "auth", sample(), true);
    row(u"outcome:success,failure"_s, "failure", sample(), true);
    row(u"vendor:datafold"_s, "datafold", sample(), true);
    row(u"vendor:asana"_s, "datafold", sample(), false);
    row(u"source:prod"_s, "Prod", sample(), true);
    row(u"raw:~\"ID\"\":\""_s, "raw", sample(), true);
    row(u"id:ev-1"_s, "ev-1", sample(), true);
    row(u"status:failure event:user_login_failed conn:Prod"_s, "aliases", sample(), true);
}

void RowEvaluatorTest::comparesTexts()
{
    check();
}

void RowEvaluatorTest::negatesAsComplement_data()
{
    addColumns();
    actorRow(u"-actor:x"_s, "", true);
    actorRow(u"-actor:x"_s, "y", true);
    actorRow(u"-actor:x"_s, "X", false);
    actorRow(u"actor!=x"_s, "", true);
    actorRow(u"actor:* -actor:x"_s, "", false);
    actorRow(u"actor:* -actor:x"_s, "y", true);
    actorRow(u"-actor:*"_s, "", true);
    actorRow(u"-actor:a,b"_s, "b", false);
    actorRow(u"-(actor:a OR actor:b)"_s, "c", true);
    actorRow(u"-(-actor:a)"_s, "a", true);
    rawRow(u"-@n:>5"_s, R"({"a":1})", true);
    rawRow(u"-@n:>5"_s, R"({"n":6})", false);
    rawRow(u"-@a:x"_s, R"({"a":["x","y"]})", false);
    rawRow(u"-@a:x"_s, R"({"a":["y"]})", true);
}

void RowEvaluatorTest::negatesAsComplement()
{
    check();
}

void RowEvaluatorTest::comparesValuesInRaw_data()
{
    addColumns();
    rawRow(u"@details.new_value:admin"_s, R"({"details":{"new_value":"Admin"}})", true);
    rawRow(u"@details.new_value:=admin"_s, R"({"details":{"new_value":"Admin"}})", false);
    rawRow(u"@Details.new_value:*"_s, R"({"details":{"new_value":"Admin"}})", false);
    rawRow(u"@a:l\u00E9a"_s, R"({"a":"L\u00c9a"})", true);
    rawRow(u"@a:x*"_s, R"({"a":["b","xy"]})", true);
    rawRow(u"@a[*]:x*"_s, R"({"a":["b","xy"]})", true);
    rawRow(u"@a[0]:x*"_s, R"({"a":["b","xy"]})", false);
    rawRow(u"@a.id:2"_s, R"({"a":[{"id":1},{"id":2}]})", true);
    rawRow(u"@a:/^x/"_s, R"({"a":"xy"})", true);
    rawRow(u"@a:~B"_s, R"({"a":{"b":1}})", true);
    rawRow(u"@m.schedule.name:nightly"_s, R"({"m":"{\"schedule\":{\"name\":\"Nightly\"}}"})", true);
    rawRow(u"@m:~nightly"_s, R"({"m":"{\"schedule\":{\"name\":\"Nightly\"}}"})", true);
    rawRow(u"@a:1"_s, R"({"a":2,"a":1})", true);
    // Numbers compare as their text for : and :=, as decimals for < and >.
    rawRow(u"@n:1.0"_s, R"({"n":1.0})", true);
    rawRow(u"@n:1"_s, R"({"n":1.0})", false);
    rawRow(u"@n:1e2"_s, R"({"n":1E2})", true);
    rawRow(u"@n:=1e2"_s, R"({"n":1E2})", false);
    rawRow(u"@n:-5"_s, R"({"n":-5})", true);
    rawRow(u"@n:>5"_s, R"({"n":5})", false);
    rawRow(u"@n:>=5"_s, R"({"n":5.0})", true);
    rawRow(u"@n:>5"_s, R"({"n":5.0000000000000000000000000001})", true);
    rawRow(u"@n:<1e400"_s, R"({"n":9e399})", true);
    rawRow(u"@n:>123456789012345678901234567890"_s, R"({"n":123456789012345678901234567891})", true);
    rawRow(u"@n:>10"_s, R"({"n":"9"})", false);
    rawRow(u"@n:>5"_s, R"({"n":"9"})", true);
    rawRow(u"@n:>5"_s, R"({"n":"nine"})", false);
    rawRow(u"@n:>5"_s, R"({"n":[1,9]})", true);
    rawRow(u"@n:>5"_s, R"({"n":true})", false);
    rawRow(u"@n:1..5"_s, R"({"n":5})", true);
    rawRow(u"@n:1..5"_s, R"({"n":1.0})", true);
    rawRow(u"@n:1..5"_s, R"({"n":5.01})", false);
    rawRow(u"@n:..5"_s, R"({"n":-1e9})", true);
    rawRow(u"@n:1..5,x"_s, R"({"n":"X"})", true);
    rawRow(u"@v:a..b"_s, R"({"v":"A..B"})", true);
    // Times, where both ends are.
    rawRow(u"@t:2026-11..2026-12"_s, R"({"t":"2026-12-31T23:59:59.999Z"})", true);
    rawRow(u"@t:2026-11..2026-12"_s, R"({"t":"2027-01-01T00:00:00Z"})", false);
    rawRow(u"@t:2026-11..2026-12"_s, R"({"t":"2026-12-15"})", true);
    rawRow(u"@t:2026-11..2026-12"_s, R"({"t":"soon"})", false);
    rawRow(u"@t:>2026-11-20"_s, R"({"t":"2026-11-21 00:00:00"})", true);
    rawRow(u"@t:>2026-11-20"_s, R"({"t":"2026-11-20T23:59:59+00:00"})", false);
    rawRow(u"@t:>-1d"_s, R"({"t":"2026-11-19T10:31:00Z"})", true);
    rawRow(u"@t:2026-11"_s, R"({"t":"2026-11-20"})", false);
    // Presence.
    rawRow(u"@a:*"_s, R"({"a":0})", true);
    rawRow(u"@a:*"_s, R"({"a":false})", true);
    rawRow(u"@a:*"_s, R"({"a":null})", false);
    rawRow(u"@a:*"_s, R"({"a":""})", false);
    rawRow(u"@a:*"_s, R"({"a":[]})", false);
    rawRow(u"@a:*"_s, R"({"a":[null,""]})", false);
    rawRow(u"@a:*"_s, R"({"a":{}})", false);
    rawRow(u"@a:*"_s, R"({"a":{"b":1}})", true);
    rawRow(u"@a:*"_s, R"({"b":1})", false);
    rawRow(u"@a:\"\""_s, R"({"a":""})", true);
    rawRow(u"@a:\"\""_s, R"({"b":""})", false);
    rawRow(u"@a:null"_s, R"({"a":null})", true);
    rawRow(u"@a:TRUE"_s, R"({"a":true})", true);
}

void RowEvaluatorTest::comparesValuesInRaw()
{
    check();
}

void RowEvaluatorTest::comparesTimes_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<bool>("matches");
    // created is 2026-11-20T09:15:00.123456Z, a Friday; received a day later.
    const auto timeRow = [](const QString &expression, bool matches, const char *zone = "UTC") {
        QTest::addRow("%s in %s", qPrintable(expression), zone) << expression << QByteArray(zone) << matches;
    };
    timeRow(u"created:2026-11"_s, true);
    timeRow(u"created:2026-12"_s, false);
    timeRow(u"created:2026-11-20T09:15"_s, true);
    timeRow(u"created:2026-11-20T09:15:00.123456Z"_s, true);
    timeRow(u"created:2026-11-20T09:15:00Z"_s, false);
    timeRow(u"created:>2026-11-20T09:15:00Z"_s, true);
    timeRow(u"created:>2026-11-20T09:15"_s, false);
    timeRow(u"created:..2026-11-20T09"_s, true);
    timeRow(u"created:-2h"_s, true);
    timeRow(u"created:-1h"_s, false);
    timeRow(u"created:today"_s, true);
    timeRow(u"received:today"_s, false);
    timeRow(u"received:>2026-11-20"_s, true);
    timeRow(u"-created:2026"_s, false);
    timeRow(u"created:*"_s, true);
    timeRow(u"hour:9"_s, true);
    timeRow(u"hour:>9"_s, false);
    timeRow(u"hour:8..9"_s, true);
    timeRow(u"hour:22..6"_s, false);
    timeRow(u"hour:22..9"_s, true);
    timeRow(u"hour:9..8"_s, true);
    timeRow(u"hour:10..8"_s, false);
    timeRow(u"hour:22..5"_s, true, "Pacific/Kiritimati"); // 23:15
    timeRow(u"hour:9.."_s, true);
    timeRow(u"hour:..8"_s, false);
    timeRow(u"hour:10"_s, true, "Europe/Berlin");
    timeRow(u"weekday:fri"_s, true);
    timeRow(u"weekday:sat,sun"_s, false);
    timeRow(u"weekday:thu..sat"_s, true);
    timeRow(u"weekday:sat..thu"_s, false);
    timeRow(u"weekday:sun..fri"_s, true);
    timeRow(u"weekday:fri..fri"_s, true);
    timeRow(u"weekday:sat.."_s, false);
    timeRow(u"weekday:fri.."_s, true);
    timeRow(u"weekday:..thu"_s, false);
    timeRow(u"hour:*"_s, true);
    timeRow(u"received:2026-11-21T22"_s, true, "Pacific/Kiritimati");
    timeRow(u"weekday:fri"_s, true, "Pacific/Kiritimati");
    timeRow(u"created:2026-11-20T23"_s, true, "Pacific/Kiritimati");
}

void RowEvaluatorTest::comparesTimes()
{
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    const auto matches = evaluate(expression, sample(), zone);
    QVERIFY2(matches, qPrintable(matches ? QString() : matches.error().message));
    QTEST(*matches, "matches");
}

void RowEvaluatorTest::comparesAddresses_data()
{
    addColumns();
    const auto ipRow = [](const QString &expression, const char *ip, bool matches) {
        row(expression, ip, withIp(ip), matches);
    };
    ipRow(u"ip:10.1.2.3"_s, "10.1.2.3", true);
    ipRow(u"ip:10.1.2.3"_s, "::ffff:10.1.2.3", true);
    ipRow(u"ip:::ffff:a01:203"_s, "10.1.2.3", true);
    ipRow(u"ip:2001:DB8::1"_s, "2001:0db8:0:0:0:0:0:1", true);
    ipRow(u"ip:=2001:DB8::1"_s, "2001:db8::1", false);
    ipRow(u"ip:10.0.0.0/8"_s, "10.1.2.3", true);
    ipRow(u"ip:10.0.0.0/8"_s, "11.1.2.3", false);
    ipRow(u"ip:10.0.0.0/8"_s, "", false);
    ipRow(u"ip:10.0.0.0/8"_s, "10.0.0.0/8", true);
    ipRow(u"-ip:10.0.0.0/8"_s, "10.0.0.0/8", false);
    ipRow(u"ip:\"10.0.0.0/8\""_s, "10.0.0.0/8", true);
    ipRow(u"ip:2001:DB8::/32"_s, "2001:db8::/32", true);
    ipRow(u"ip:10.0.0.0/8"_s, "10.0.0.0/16", false);
    ipRow(u"ip:192.0.2.1,10.0.0.0/8,fe8*,unknown"_s, "10.9.9.9", true);
    ipRow(u"ip:192.0.2.1,10.0.0.0/8,fe8*,unknown"_s, "x, 192.0.2.1", true);
    ipRow(u"ip:192.0.2.1,10.0.0.0/8,fe8*,unknown"_s, "x, fe80::7", true);
    ipRow(u"ip:192.0.2.1,10.0.0.0/8,fe8*,unknown"_s, "Unknown", true);
    ipRow(u"ip:192.0.2.1,10.0.0.0/8,fe8*,unknown"_s, "192.0.2.2", false);
    ipRow(u"-ip:10.0.0.0/8"_s, "", true);
    ipRow(u"ip:2001:db8::/32"_s, "2001:db8::5", true);
    ipRow(u"ip:10.*"_s, "10.1.2.3", true);
    ipRow(u"ip:1?.1.2.3"_s, "10.1.2.3", true);
    ipRow(u"ip:~.2."_s, "10.1.2.3", true);
    ipRow(u"ip:/^10\\./"_s, "10.1.2.3", true);
    ipRow(u"ip:*"_s, "10.1.2.3", true);
    // Each address of what is stored.
    ipRow(u"ip:10.1.2.3"_s, "10.1.2.3, 172.16.0.1", true);
    ipRow(u"ip:172.16.0.1"_s, "10.1.2.3, 172.16.0.1", true);
    ipRow(u"ip:172.16.0.0/12"_s, "10.1.2.3,172.16.0.1", true);
    ipRow(u"ip:172.16.0.0/12"_s, "10.1.2.3 172.16.0.1", true);
    ipRow(u"-ip:172.16.0.0/12"_s, "unknown, 172.16.0.1:80", false);
    ipRow(u"ip:192.168.0.0/16"_s, "10.1.2.3, 172.16.0.1", false);
    ipRow(u"ip:fe80::/10"_s, "fe80::1%eth0", true);
    ipRow(u"-ip:fe80::/10"_s, "fe80::1%eth0", false);
    ipRow(u"ip:fe80::1"_s, "FE80:0::1%25en1", true);
    ipRow(u"ip:203.0.113.7"_s, "203.0.113.7:443", true);
    ipRow(u"-ip:203.0.113.0/24"_s, "203.0.113.7:443", false);
    ipRow(u"ip:2001:db8::/32"_s, "[2001:db8::1]:443", true);
    ipRow(u"ip:2001:db8::1"_s, "[2001:db8::1]", true);
    ipRow(u"ip:203.0.113.0/24"_s, "::ffff:203.0.113.7", true);
    ipRow(u"ip:203.0.113.0/24"_s, "[::ffff:203.0.113.7]:443", true);
    ipRow(u"ip:203.0.113.0/24"_s, "::ffff:203.0.113.7:443", true);
    // Values in the same forms.
    ipRow(u"ip:[2001:db8::1]"_s, "2001:db8::1", true);
    ipRow(u"ip:[2001:db8::1]:443"_s, "2001:db8:0::1", true);
    ipRow(u"ip:fe80::1%eth0"_s, "fe80::1", true);
    ipRow(u"ip:203.0.113.7:443"_s, "203.0.113.7:80", true);
    ipRow(u"ip:::ffff:203.0.113.7"_s, "203.0.113.7:80", true);
    // No addresses, texts like any other.
    ipRow(u"ip:1.2.3.4"_s, "1.2.3.4.5", false);
    ipRow(u"ip:0.0.0.0/0"_s, "1.2.3.4.5", false);
    ipRow(u"ip:0.0.0.0/0"_s, "1.2.3.4:99999", false);
    ipRow(u"ip:0.0.0.0/0"_s, "999.1.1.1", false);
    ipRow(u"-ip:0.0.0.0/0"_s, "1.2.3.4:", true);
    ipRow(u"ip:1.2.3.4.5"_s, "1.2.3.4.5", true);
    ipRow(u"ip:1.2.3.4:99999"_s, "1.2.3.4:99999", true);
    ipRow(u"ip:\"10.1.2.3, 172.16.0.1\""_s, "10.1.2.3, 172.16.0.1", true);
    ipRow(u"ip:\"10.1.2.3, 172.16.0.1\""_s, "10.1.2.3", false);
    // Bytes, parts and regular expressions as they are; patterns on the whole and on each address.
    ipRow(u"ip:=203.0.113.7"_s, "203.0.113.7:443", false);
    ipRow(u"ip:=203.0.113.7:443"_s, "203.0.113.7:443", true);
    ipRow(u"ip:~:443"_s, "203.0.113.7:443", true);
    ipRow(u"ip:/^203/"_s, "10.0.0.1, 203.0.113.7", false);
    ipRow(u"ip:203.0.113.*"_s, "10.0.0.1, 203.0.113.7", true);
    ipRow(u"ip:*.7"_s, "203.0.113.7:443", true);
    ipRow(u"ip:203.*"_s, "::ffff:203.0.113.7", true);
    ipRow(u"ip:*eth0"_s, "fe80::1%eth0", true);
    ipRow(u"ip:203.*"_s, "10.203.1.1", false);
    // Networks at an @path.
    rawRow(u"@a.ip:203.0.113.0/24"_s, R"({"a":{"ip":"203.0.113.7"}})", true);
    rawRow(u"-@a.ip:203.0.113.0/24"_s, R"({"a":{"ip":"203.0.113.7:443"}})", false);
    rawRow(u"@a.ip:203.0.113.0/24"_s, R"({"a":{"ip":["10.0.0.1","::ffff:203.0.113.7"]}})", true);
    rawRow(u"@a.ip:203.0.113.0/24"_s, R"({"a":"{\"ip\":\"10.0.0.1, 203.0.113.7\"}"})", true);
    rawRow(u"@a.ip:203.0.113.0/24"_s, R"({"a":{"ip":"203.0.114.7"}})", false);
    rawRow(u"@ip:2001:db8::/32"_s, R"({"ip":"[2001:DB8::1]:443"})", true);
    rawRow(u"@net:10.0.0.0/8"_s, R"({"net":"10.0.0.0/8"})", true);
    rawRow(u"@part:10.0.0/8"_s, R"({"part":"10.0.0/8"})", true);
    rawRow(u"@part:1/2"_s, R"({"part":"1/2"})", true);
    rawRow(u"@ip:=10.0.0.0/8"_s, R"({"ip":"10.1.2.3"})", false);
    rawRow(u"@ip:~10.0.0.0/8"_s, R"({"ip":"10.1.2.3"})", false);
    rawRow(u"@ip:10.1.2.3"_s, R"({"ip":"10.1.2.3:80"})", false); // a text: only networks are looked for in it
    ipRow(u"ip:Unknown,::1"_s, "unknown", true);
    ipRow(u"@ip:10.0.0.0/8"_s, "10.1.2.3", false);
}

void RowEvaluatorTest::comparesAddresses()
{
    check();
}

void RowEvaluatorTest::findsText_data()
{
    addColumns();
    actorRow(u"OB@"_s, "bob@x", true);
    actorRow(u"b*b"_s, "bob", false);
    rawRow(u"secret"_s, R"({"SECRET_key":1})", true);
    rawRow(u"café"_s, R"({"a":"Caf\u00c9"})", true);
    rawRow(u"\\u00e9"_s, R"({"a":"\u00e9"})", true);
    rawRow(u"\"a\nb\""_s, R"({"a":"a\nb"})", true);
    rawRow(u"a/b"_s, R"({"a":"a\/b"})", true);
    rawRow(u"nothing"_s, R"({"a":1})", false);
    rawRow(u"-nothing"_s, R"({"a":1})", true);
    // The times are no text, unless the vendor's own is in raw.
    rawRow(u"2026-11-20"_s, R"({"a":1})", false);
    rawRow(u"2026-11-20"_s, R"({"at":"2026-11-20"})", true);
    rawRow(u"datafold"_s, R"({"a":1})", true);
    rawRow(u"auth"_s, R"({"a":1})", true);
    rawRow(u"\"two words\""_s, R"({"a":"TWO words"})", true);
    rawRow(u"two words"_s, R"({"a":"words, two"})", true);
}

void RowEvaluatorTest::findsText()
{
    check();
}

void RowEvaluatorTest::looksAtEveryField()
{
    EventRecord record = sample();
    record.source = "v-source";
    Event &event = record.event;
    event.id = "v-id";
    event.action = "v-action";
    event.category = "v-category";
    event.actor = {"v-actor-id", "v-actor-email", "v-actor-name", "v-actor-type"};
    event.target = {"v-target-id", "v-target-name", "v-target-type"};
    event.ip = "v-ip";
    event.userAgent = "v-agent";
    event.channel = "v-channel";
    event.workspace = "v-workspace";
    event.environment = "v-environment";
    event.correlation = "v-correlation";
    event.message = "v-message";
    event.raw = "{}";
    for (const Field field : allFields()) {
        if (field == Field::Created || field == Field::Received || field == Field::Raw)
            continue;
        std::string scratch;
        const QString value = QString::fromStdString(std::string(fieldText(record, field, scratch)));
        const QString fieldName = QString::fromStdString(std::string(name(field)));
        QVERIFY2(*evaluate(fieldName + u':' + value, record), qPrintable(fieldName));
        QVERIFY2(*evaluate(value.toUpper(), record), qPrintable(fieldName));
        const auto other = evaluate(fieldName + u":*"_s, record);
        QVERIFY2(*other, qPrintable(fieldName));
    }
}

void RowEvaluatorTest::combinesTerms()
{
    const EventRecord record = withActor("bob");
    QVERIFY(*evaluate(u""_s, record));
    QVERIFY(*evaluate(u"actor:bob op:auth"_s, record));
    QVERIFY(!*evaluate(u"actor:bob op:create"_s, record));
    QVERIFY(*evaluate(u"actor:ann OR op:auth"_s, record));
    QVERIFY(!*evaluate(u"actor:ann OR op:create"_s, record));
    QVERIFY(*evaluate(u"actor:ann op:create OR actor:bob"_s, record));
    QVERIFY(!*evaluate(u"actor:ann (op:auth OR actor:bob)"_s, record));
    QVERIFY(!*evaluate(u"-(actor:ann OR op:auth)"_s, record));
}

void RowEvaluatorTest::endsARegexThatBacktracksForEver()
{
    EventRecord record = sample();
    record.event.message = std::string(5'000, 'a') + "!";
    for (const QString &expression : {u"message:/^(a+)+$/"_s, u"-message:/^(a+)+$/"_s,
                                      u"message:/^(a|aa)+$/"_s, u"x OR message:/^(a+)+$/"_s}) {
        QElapsedTimer timer;
        timer.start();
        const auto matches = evaluate(expression, record);
        QVERIFY2(!matches, qPrintable(expression));
        QCOMPARE(matches.error().kind, ErrorKind::Usage);
        QVERIFY2(matches.error().message.contains(u"too long"_s), qPrintable(matches.error().message));
        QVERIFY2(timer.elapsed() < 60'000, "it would take longer than the sun");
    }
    // Terms that decide first spare it.
    QVERIFY(!*evaluate(u"actor:nobody message:/^(a+)+$/"_s, record));
}

void RowEvaluatorTest::refusesWhatCannotRun()
{
    const auto preset = evaluate(u"preset:x"_s, sample());
    QVERIFY(!preset);
    QCOMPARE(preset.error().kind, ErrorKind::Usage);
    QVERIFY(!evaluate(u"created:today"_s, sample(), "Mars/Olympus"));
    for (const QString &expression :
         {u"created:2026-12-01..now"_s, u"-received:today..-2d"_s, u"@t:2026-12-01..today"_s,
          u"created:2026-11-20T01..2026-11-20T00:00Z"_s}) {
        const auto reversed = evaluate(expression, sample());
        QVERIFY2(!reversed, qPrintable(expression));
        QCOMPARE(reversed.error().kind, ErrorKind::Usage);
        QVERIFY2(reversed.error().message.contains(u"ends before it starts"_s),
                 qPrintable(reversed.error().message));
    }
    // In the zone of the display the start is the earlier one.
    QVERIFY(evaluate(u"created:2026-11-20T01..2026-11-20T00:00Z"_s, sample(), "Asia/Tokyo"));
    const NodePointer tree = makeNode(Term{Field::Actor, Comparison::Matches, {RegexValue{"(", false}}});
    QVERIFY(!RowEvaluator::compile(tree, {}));
}

void RowEvaluatorTest::standsAThousandTermsAndTenThousandValues()
{
    const EventRecord record = withActor("v9999");
    QString values = u"actor:v0"_s;
    for (int value = 1; value < 10'000; ++value) {
        values += ",v"_L1;
        values += QString::number(value);
    }
    QVERIFY(*evaluate(values, record));
    QVERIFY(!*evaluate(values, withActor("w")));
    QVERIFY(*evaluate(u"op:auth "_s.repeated(999) + u"v9999"_s, record));
    QVERIFY(*evaluate(u"-("_s.repeated(100) + u"actor:v9999"_s + u")"_s.repeated(100), record));
}

TRAILGLASS_TEST(RowEvaluatorTest)
#include "tst_rowevaluator.moc"
