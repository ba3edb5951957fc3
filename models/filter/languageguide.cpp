// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/languageguide.h"

#include "models/core/translation.h"
#include "models/filter/fieldnames.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

std::vector<GuideEntry> textEntries()
{
    return {{u"backup"_s, Trailglass::tr("this text in any field or in the JSON, in upper or lower case")},
            {u"\"data export\""_s, Trailglass::tr("a text with spaces")},
            {u"\"https://example.com\""_s,
             Trailglass::tr("in quotes every character is itself; two quotes stand for one")}};
}

std::vector<GuideEntry> valueEntries()
{
    return {{u"op:delete"_s, Trailglass::tr("the field has this value, in upper or lower case")},
            {u"actor:*@example.com"_s, Trailglass::tr("with * for any characters and ? for one")},
            {u"actor:~ann"_s, Trailglass::tr("the value contains this text")},
            {u"actor:=\"Ann Lee\""_s,
             Trailglass::tr("exactly this value, upper and lower case too; * and ? are characters")},
            {u"action:/^user_.*_failed$/i"_s,
             Trailglass::tr("a regular expression; with i for upper or lower case")},
            {u"op:create,update"_s, Trailglass::tr("one of these values")},
            {u"ip:*"_s, Trailglass::tr("the field has any value")},
            {u"-ip:*"_s, Trailglass::tr("the field has no value")}};
}

std::vector<GuideEntry> combiningEntries()
{
    return {{u"op:delete outcome:failure"_s, Trailglass::tr("both are true")},
            {u"op:delete OR op:export"_s,
             Trailglass::tr("at least one is true; AND, OR and NOT are written in capitals")},
            {u"-actor:~svc"_s, Trailglass::tr("all other events, those without an actor too")},
            {u"op:read (actor:~ann OR ip:10.0.0.0/8)"_s, Trailglass::tr("parentheses group terms")},
            {u"preset:failed-logins"_s, Trailglass::tr("a saved filter by its name, anywhere in a filter")}};
}

std::vector<GuideEntry> timeEntries()
{
    return {{u"created:2026-11-20"_s,
             Trailglass::tr("that day; a year, a month, an hour (2026-11-20T09) or a minute likewise")},
            {u"created:2026-11-20T09:15..2026-11-20T10:00"_s,
             Trailglass::tr("from one time to the other, both included; one of them may be left out")},
            {u"created:-7d"_s, Trailglass::tr("the last seven days; -2h and -30m likewise")},
            {u"created:yesterday"_s, Trailglass::tr("that day; today likewise")},
            {u"created:>=2026-11-20"_s,
             Trailglass::tr("from its start; :> after its end, :< before its start, :<= up to its end")},
            {u"hour:22..5"_s, Trailglass::tr("from 22:00 to 05:59, in the time zone of the display")},
            {u"weekday:sat,sun"_s, Trailglass::tr("on these days; sat..mon is from one to the other")}};
}

std::vector<GuideEntry> addressEntries()
{
    return {{u"ip:203.0.113.7"_s, Trailglass::tr("this address, however it is written")},
            {u"ip:10.0.0.0/8"_s, Trailglass::tr("any address of this network")},
            {u"ip:2001:db8::/32"_s, Trailglass::tr("IPv6 likewise")}};
}

std::vector<GuideEntry> pathEntries()
{
    return {{u"@details.new_value:super_admin"_s, Trailglass::tr("the value at this path of the JSON")},
            {u"@items[*].id:7"_s, Trailglass::tr("of any element of a list; [0] is the first one")},
            {u"@details.\"a.b\":x"_s, Trailglass::tr("names with other characters are in quotes")},
            {u"@size:>1000"_s, Trailglass::tr("a larger number; :>=, :<, :<= and 10..20 likewise")}};
}

std::vector<GuideEntry> reviewEntries()
{
    return {{u"is:new"_s, Trailglass::tr("arrived after the last review")},
            {u"is:marked"_s, Trailglass::tr("has a mark")},
            {u"is:noted"_s, Trailglass::tr("has a note")},
            {u"mark:red,orange"_s, Trailglass::tr("has a mark of one of these colours")},
            {u"note:~ticket"_s, Trailglass::tr("the note contains this text")}};
}

QString meaningOf(Field field)
{
    switch (field) {
    case Field::Source:
        return Trailglass::tr("the name that you gave the source");
    case Field::Vendor:
        return Trailglass::tr("asana, secoda, datafold, paradime or nected");
    case Field::Id:
        return Trailglass::tr("the vendor's id of the event");
    case Field::Created:
        return Trailglass::tr("when it happened");
    case Field::Received:
        return Trailglass::tr("when it was first stored");
    case Field::Action:
        return Trailglass::tr("what was done, in the vendor's words");
    case Field::Category:
        return Trailglass::tr("the vendor's group of the action");
    case Field::Op:
        return Trailglass::tr("create, read, update, delete, auth, grant, execute, export or other");
    case Field::Outcome:
        return Trailglass::tr("success, failure or unknown");
    case Field::Actor:
        return Trailglass::tr("who did it: the e-mail address, else the name, else the id, else the type");
    case Field::ActorId:
    case Field::TargetId:
        return Trailglass::tr("the vendor's id");
    case Field::ActorEmail:
        return Trailglass::tr("the e-mail address");
    case Field::ActorName:
    case Field::TargetName:
        return Trailglass::tr("the name");
    case Field::ActorType:
        return Trailglass::tr("the type, such as user or app");
    case Field::Target:
        return Trailglass::tr("what it was done to: the name, else the id, else the type");
    case Field::TargetType:
        return Trailglass::tr("the type, such as task or table");
    case Field::Ip:
        return Trailglass::tr("the address that it came from");
    case Field::UserAgent:
        return Trailglass::tr("the program that it came from, as it names itself");
    case Field::Channel:
        return Trailglass::tr("the way that it came, such as web or api");
    case Field::Workspace:
        return Trailglass::tr("the vendor's workspace");
    case Field::Environment:
        return Trailglass::tr("the vendor's environment, such as Production");
    case Field::Correlation:
        return Trailglass::tr("what events that belong together share");
    case Field::Message:
        return Trailglass::tr("the vendor's sentence about it");
    case Field::Raw:
        return Trailglass::tr("all of the vendor's JSON");
    }
    return {};
}

std::vector<GuideEntry> fieldEntries()
{
    std::vector<GuideEntry> entries;
    for (const Field field : allFields())
        entries.push_back({fieldReferenceName(field), meaningOf(field), false});
    entries.push_back({u"hour"_s, Trailglass::tr("of created, 0 to 23"), false});
    entries.push_back({u"weekday"_s, Trailglass::tr("of created, mon to sun"), false});
    entries.push_back({u"is"_s, Trailglass::tr("new, marked or noted"), false});
    entries.push_back({u"mark"_s,
                       Trailglass::tr("the colour of the mark: red, orange, yellow, green, blue or purple"),
                       false});
    entries.push_back({u"note"_s, Trailglass::tr("the text of the note"), false});
    entries.push_back({u"preset"_s, Trailglass::tr("the name of a saved filter"), false});
    return entries;
}

std::vector<GuideEntry> otherNames()
{
    std::vector<GuideEntry> entries;
    for (const QString &name : knownFieldNames()) {
        const auto field = fieldByName(name);
        if (field && fieldReferenceName(*field) != name)
            entries.push_back({name, Trailglass::tr("same as %1").arg(fieldReferenceName(*field)), false});
    }
    return entries;
}

} // namespace

std::vector<GuideSection> languageGuide()
{
    return {{Trailglass::tr("Texts"), textEntries()},
            {Trailglass::tr("Fields and values"), valueEntries()},
            {Trailglass::tr("Several terms"), combiningEntries()},
            {Trailglass::tr("Times"), timeEntries()},
            {Trailglass::tr("Addresses"), addressEntries()},
            {Trailglass::tr("JSON paths"), pathEntries()},
            {Trailglass::tr("Reviews, marks and notes"), reviewEntries()},
            {Trailglass::tr("All fields"), fieldEntries()},
            {Trailglass::tr("Other names of fields"), otherNames()}};
}

} // namespace Trailglass::Filter
