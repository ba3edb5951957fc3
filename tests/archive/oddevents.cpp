// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/oddevents.h"

#include <functional>
#include <string>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

class Events
{
public:
    void add(std::string raw, const std::function<void(Event &)> &change = {})
    {
        EventRecord record;
        record.source = "odd";
        record.vendor = Vendor::Nected;
        record.received = *parseTime("2026-11-20T11:00:00Z");
        record.event.id = "odd" + std::to_string(m_records.size());
        record.event.created = *parseTime("2026-11-20T10:00:00Z");
        record.event.raw = std::move(raw);
        if (change)
            change(record.event);
        m_records.push_back(std::move(record));
    }

    std::vector<EventRecord> take() && { return std::move(m_records); }

private:
    std::vector<EventRecord> m_records;
};

} // namespace

std::vector<EventRecord> oddEvents()
{
    Events events;
    events.add("{\"s\":\"Zoe\u0308 Mu\u0308ller\",\"k\":\"cafe\u0301\"}", [](Event &event) {
        event.actor.name = "Zoe\u0308 Mu\u0308ller";
        event.message = "e\u0301";
    });
    events.add("{\"s\":\"Zoe\",\"t\":\"Zoe\u0308\"}");
    events.add("{\"s\":\"x\u0302\",\"a\":\"\u212B\",\"K\":\"\u212A\"}", [](Event &event) {
        event.actor.name = "\u212Aelvin";
        event.userAgent = "x\u0302y";
    });
    events.add("{\"s\":\"e\\u0308\",\"t\":\"Stra\u00DFe \u017Fam\"}", [](Event &event) {
        event.message = "\u017Fam";
        event.channel = "Sam";
    });
    events.add("{\"ip\":\"10.0.0.1, 192.168.1.7\",\"o\":{\"a\":\"x 10.9.9.9 y\"},\"p\":\"::ffff:1.2.3.4\"}",
               [](Event &event) { event.ip = "203.0.113.7:443, [2001:db8::1]:80"; });
    events.add("{\"ip\":[\"fe80::1%eth0\",\"172.16.5.5\"],\"o\":{\"a\":1}}",
               [](Event &event) { event.ip = "::ffff:203.0.113.9"; });
    events.add(
        "{\"ip\":\"10.0.0.0/8\",\"a\\\"\":\"q\",\"a\":[\"z\",\"y\"],\"list\":\"[\\\"p\\\",[\\\"q\\\"]]\","
        "\"e\":\"\",\"o\":{},\"n\":{\"z\":{\"y\":\"e\u0301\"}}}",
        [](Event &event) { event.ip = "999.1.1.1 10.5.5.5"; });
    events.add(
        "{\"m\":[{\"b\":1},\"x\",{\"b\":[2,3]}],\"d\":{\"b\":1},\"d\":\"text\",\"d2\":\"t\",\"d2\":{\"q\":1},"
        "\"w\":\"{\\\"b\\\":[{\\\"c\\\":\\\"deep\\\"}]}\"}",
        [](Event &event) { event.ip = "fe80::1%eth0"; });
    events.add(
        "{\"a.b\":\"dot\",\"a\":{\"b\":\"nodot\"},\"a\\\\\":\"bs\",\"v\":\"x\\\\v\",\"v\\\\v\":\"tricky\","
        "\"\\u00e9\":\"key\",\"e\\u0301\":\"key2\"}",
        [](Event &event) { event.ip = "[::1]"; });
    events.add("{\"o\":{\"p\":\"e\u0301\"},\"s\":\"\u00C5\",\"n\":[1.0,\"1\",-2,\"abc\",null,\"\"]}",
               [](Event &event) {
                   event.target.name = "a\nb";
                   event.ip = "1.2.3.4.5";
               });
    return std::move(events).take();
}

QStringList oddFilters()
{
    return {u"actor:\"Zo\u00EB M\u00FCller\""_s, u"actor:~zoe"_s, u"actor:~\u00EB"_s, u"actor:zo?*"_s,
            u"actor:zo*"_s, u"actor:zo?"_s, u"actor:=Kelvin"_s, u"actor:~kelv"_s, u"-actor:~kelv"_s,
            u"user_agent:~x"_s, u"user_agent:x?y"_s, u"user_agent:x??y"_s, u"message:~sam"_s,
            u"message:sam"_s, u"channel:\u017Fam"_s, u"message:\u00C9"_s, u"message:/e/"_s, u"zoe"_s,
            u"zo\u00EB"_s, u"\u00EB"_s, u"CAF\u00C9"_s, u"\u00E5"_s, u"\"x\u0302\""_s, u"x"_s, u"kelvin"_s,
            u"\"straße sam\""_s, u"STRASSE"_s, u"@s:~zoe"_s, u"@s:zoe"_s, u"@s:\"zo\u00EB m\u00FCller\""_s,
            u"@s:zo?*"_s, u"@s:/./"_s, u"@s:/^.$/"_s, u"@s:~x"_s, u"@s:\u00E5"_s, u"@a:\u00E5"_s, u"@K:k"_s,
            u"@n.z.y:\u00E9"_s, u"@n:~\u00E9"_s, u"@o:~\u00C9"_s, u"@o.p:=\u00E9"_s, u"ip:203.0.113.7"_s,
            u"ip:203.0.113.*"_s, u"ip:2001:db8::/32"_s, u"ip:203.0.113.0/24"_s, u"-ip:203.0.113.0/24"_s,
            u"ip:fe80::1"_s, u"ip:*:80"_s, u"ip:::/0"_s, u"ip:0.0.0.0/0"_s, u"ip:/^203/"_s,
            u"ip:203.0.113.7,10.5.5.5,::1"_s, u"ip:?.5.5.5"_s, u"ip:1?.5.5.5"_s, u"@ip:10.0.0.0/8"_s,
            u"@ip:fe80::/10"_s, u"@o:10.0.0.0/8"_s, u"@p:1.2.0.0/16"_s, u"@ip:10.0.0.1"_s, u"@a[1]:y"_s,
            u"@a[*]:z"_s, u"@\"a\"\"\":q"_s, u"@\"a\"\"\"[0]:z"_s, u"@list:p"_s, u"@list[0]:p"_s,
            u"@list[1][0]:q"_s, u"@list[*]:q"_s, u"@e:\"\""_s, u"@e:*"_s, u"@o:*"_s, u"@o:\"\""_s,
            u"@o:{*}"_s, u"@o:\"{}\""_s, u"@missing:\"\""_s, u"@m:x"_s, u"@m:{*"_s, u"@m[0].b:1"_s,
            u"@m[2].b[1]:3"_s, u"@m.b:>1"_s, u"@d:text"_s, u"@d.b:1"_s, u"@w.b[0].c:deep"_s, u"@w[0]:*"_s,
            u"@\"a.b\":dot"_s, u"@a.b:dot"_s, u"@\"a\\\":bs"_s, u"@v:tricky"_s, u"@\"v\\v\":tricky"_s,
            u"@\"\u00E9\":*"_s, u"@n:1.0"_s, u"@n:>=1"_s, u"@n:null"_s,
            // Regular expressions that the client evaluates.
            u"user_agent:/x(?=.y)/"_s, u"-user_agent:/x(?=.y)/"_s, u"@s:/(?i)ZOE/"_s, u"@o:/(.)\\1/"_s};
}

} // namespace Trailglass::Testing
