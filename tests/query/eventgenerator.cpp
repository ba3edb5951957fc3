// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/query/eventgenerator.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

using Pool = std::vector<std::string>;

const Pool Actions{"login", "Login", "task_added", "delete", "a*b", "", "été", "ÉTÉ", "e\u0301te\u0301"};
const Pool Emails{"ann@example.com", "Bob@Example.com", "cy@example.org", "", ""};
const Pool Names{"Ann", "bob", "Zoë", "Zoe\u0308", "K\u212Avin", "", ""};
const Pool Ids{"1", "42", "007", "", ""};
const Pool Types{"user", "service", "", ""};
const Pool Addresses{"192.0.2.1",
                     "192.0.2.77",
                     "2001:db8::1",
                     "not an address",
                     "",
                     "",
                     "192.0.2.77:443",
                     "::ffff:192.0.2.1",
                     "[2001:DB8::1]:443",
                     "fe80::1%eth0",
                     "198.51.100.7, 192.0.2.1",
                     "unknown,198.51.100.7 fe80::2%1",
                     "192.0.2.1:99999",
                     "192.0.2.1.5"};
const Pool Messages{"",
                    "",
                    "Signed in from the office",
                    "100% of \"quotes\"",
                    "日本語のメッセージ",
                    "日本語のメッセーシ\u3099",
                    "Vie\u0323\u0302t Nam; \uAC00\u11A8",
                    "Vi\u00EA\u0323t Nam\u037E \uAC01",
                    "ann@example.com did it"};
const Pool Channels{"web", "api", "", ""};

// Fields, aliases, every operator, absent values, patterns, addresses, times, derived fields, paths and plain
// text.
constexpr std::array Terms{"action:login",
                           "action:=login",
                           "action:Log*",
                           "action:~OGI",
                           "action:/^t.*d$/",
                           "action:\"\"",
                           "action:*",
                           "action:été",
                           "action:login,delete",
                           "action:\"a*b\"",
                           "event:*e*",
                           "category:*",
                           "op:create,delete",
                           "op:other",
                           "status:failure",
                           "outcome:*",
                           "vendor:asana",
                           "vendor:nected,paradime",
                           "source:team",
                           "source:*a*",
                           "source:gone",
                           "actor:ann@example.com",
                           "actor:*",
                           "actor:\"\"",
                           "actor:~example",
                           "actor.id:1",
                           "actor.id:0*",
                           "email:*@example.com",
                           "actor.name:zoë",
                           "actor.name:/k.vin/i",
                           "actor.name:kkvin",
                           "actor.name:ZOE\u0308",
                           "actor.name:zo?",
                           "actor.name:~oe",
                           "actor.type:service",
                           "actor.type:\"\"",
                           "target:*",
                           "target:\"\"",
                           "target:42",
                           "target:zoë",
                           "target:user",
                           "target.id:42",
                           "target.id:\"\"",
                           "target.id:*",
                           "target.name:bob",
                           "target.type:user",
                           "ip:192.0.2.0/24",
                           "ip:192.0.2.1",
                           "ip:2001:db8::/32",
                           "ip:*",
                           "ip:[2001:db8::1]",
                           "ip:fe80::1%en0",
                           "ip:fe80::/10",
                           "ip:192.0.2.1:80",
                           "ip:192.0.2.1.5",
                           "ip:192.0.2.*",
                           "ip:=192.0.2.1",
                           "ip:198.51.100.0/24,2001:db8::/32",
                           "ip:::/0",
                           "@net:192.0.2.0/24",
                           "@net:fe80::/10",
                           "@net:*,192.0.2.0/24",
                           "@net:10.0.0.0/8,x",
                           "@net:192.0.2.1",
                           "ip:not*",
                           "user_agent:*",
                           "channel:web",
                           "channel:\"\"",
                           "workspace:*",
                           "environment:prod*",
                           "correlation:c1*",
                           "correlation:*",
                           "message:*office*",
                           "message:\"\"",
                           "message:~MESSAGE",
                           "message:~メッセージ",
                           "message:~ệT",
                           "message:~\"nam;\"",
                           "message:*각",
                           "@texts:~việt",
                           "viê\u0323t",
                           "\"Nam; \"",
                           "세",
                           "각",
                           "\u0308",
                           "te",
                           "message:/\\d+%/",
                           "id:e1*",
                           "id:=e7",
                           "id:/7$/",
                           "raw:~\"n\"",
                           "raw:/\"tags\":\\[\\]/",
                           "created:2026-11-20",
                           "created:<2026-11-19",
                           "created:>=2026-11-20T12",
                           "created:2026-11-18..2026-11-19",
                           "created:-1d",
                           "created:today",
                           "received:2026-11",
                           "received:>2026-11-20",
                           "hour:9",
                           "hour:8..17",
                           "hour:>20",
                           "hour:22..5",
                           "hour:18..17",
                           "weekday:sat..mon",
                           "weekday:wed..",
                           "weekday:thu..tue",
                           "weekday:mon,tue",
                           "weekday:sat",
                           "@n:5",
                           "@n:>5",
                           "@n:1..10",
                           "@n:*",
                           "@n:\"\"",
                           "@tags:red",
                           "@tags:*",
                           "@tags[*]:~E",
                           "@tags[0]:red",
                           "@deep.key:v",
                           "@deep:*",
                           "@deep.when:2026-11-20",
                           "@deep.when:2026-11-18..2026-11-20",
                           "@inside.schedule.name:nightly",
                           "@items.id:2",
                           "@items[*].id:*",
                           "@dup:b",
                           "@dup:a",
                           "@missing:*",
                           "@missing:x",
                           "office",
                           "OFFICE",
                           "red",
                           "\"tags\"",
                           "nightly",
                           "zoë",
                           "日本語",
                           "example.com",
                           "failure",
                           "team",
                           "\"\\u00e9\"",
                           "\"é\"",
                           "kkvin",
                           "web",
                           "192.0.2.7",
                           "not-there-at-all"};

} // namespace

Event EventGenerator::event(const std::string &id)
{
    Event event;
    event.id = id;
    // Five days, and many equal seconds.
    const qint64 start = *parseTime("2026-11-16T00:00:00Z") - UtcMicros{};
    event.created = UtcMicros{start + static_cast<qint64>(below(500)) * 864 * UtcMicros::PerSecond};
    event.action = pick(Actions);
    event.category = pick({"auth", "data", ""});
    event.operation = static_cast<Operation>(below(9));
    event.outcome = static_cast<Outcome>(below(3));
    event.actor = {pick(Ids), pick(Emails), pick(Names), pick(Types)};
    event.target = {pick(Ids), pick(Names), pick(Types)};
    event.ip = pick(Addresses);
    event.userAgent = pick({"curl/8", "Mozilla/5.0", ""});
    event.channel = pick(Channels);
    event.workspace = pick({"main", ""});
    event.environment = pick({"production", "staging", ""});
    event.correlation = below(3) == 0 ? "c" + std::to_string(below(50)) : std::string();
    event.message = pick(Messages);
    event.raw = raw(event);
    return event;
}

std::string EventGenerator::raw(const Event &event)
{
    std::string raw = "{\"id\":\"" + event.id + '"';
    const auto add = [&](const char *json) {
        raw += below(2) == 0 ? std::string(",") + json : std::string();
    };
    raw += pick({"", ",\"n\":5", ",\"n\":\"5\"", ",\"n\":10.50", ",\"n\":-3e2", ",\"n\":null", ",\"n\":\"\"",
                 ",\"n\":true"});
    raw += pick({"", ",\"tags\":[]", ",\"tags\":[\"red\"]", ",\"tags\":[\"Blue\",\"red\",\"red\"]",
                 ",\"tags\":[[\"red\"],5]"});
    raw += pick({"", ",\"deep\":{\"key\":\"v\",\"when\":\"2026-11-20T08:00:00Z\"}", ",\"deep\":{}",
                 ",\"deep\":null"});
    raw += pick({"", R"(,"inside":"{\"schedule\":{\"name\":\"nightly\"}}")", R"(,"inside":"no JSON")"});
    raw += pick({"", R"(,"items":[{"id":1},{"id":2}])", R"(,"items":[{"id":null}])"});
    add(R"("dup":"a","dup":"b")");
    raw +=
        pick({"", R"(,"net":"192.0.2.9:80")", R"(,"net":["10.0.0.1","fe80::9%eth0"])",
              R"(,"net":"10.0.0.0/8")", R"(,"net":"10.1.0.1, 192.0.2\u002e3")", R"(,"net":"192.0.2.300")"});
    add(R"("note":"\u00e9t\u00e9 and more")");
    add(R"("apart":"e\u0301te\u0301 \u1100\u1161")");
    add("\"office\" : \n\"Zo\u00EB\"");
    // Of about half the events the raw JSON holds every text, as vendors' does.
    if (below(2) == 0) {
        const QJsonArray texts{QString::fromStdString(event.message), QString::fromStdString(event.target.id),
                               QString::fromStdString(event.correlation)};
        raw += ",\"texts\":" + QJsonDocument(texts).toJson(QJsonDocument::Compact).toStdString();
    }
    return raw + '}';
}

std::span<const char *const> EventGenerator::terms()
{
    return Terms;
}

QString EventGenerator::expression(int depth)
{
    if (depth == 0 || below(5) == 0)
        return QString::fromUtf8(Terms[below(Terms.size())]);
    switch (below(4)) {
    case 0:
        return u"-(%1)"_s.arg(expression(depth - 1));
    case 1:
        return u"(%1 OR %2)"_s.arg(expression(depth - 1), expression(depth - 1));
    default:
        return u"(%1 %2)"_s.arg(expression(depth - 1), expression(depth - 1));
    }
}

} // namespace Trailglass
