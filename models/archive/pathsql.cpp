// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pathsql.h"

#include "models/archive/pathkey.h"
#include "models/archive/pathvalues.h"
#include "models/archive/termtests.h"
#include "models/filter/timewindows.h"
#include "models/filter/zonecalendar.h"

#include <algorithm>
#include <iterator>

namespace Trailglass {

namespace {

using Filter::Comparison;
using Filter::RangeOf;
using Place = PathValues::Place;
using Spelling = PathValues::Spelling;

/// In the functions that SQL calls for each value: its text and its key.
const ArchiveSql &textVariable()
{
    static const ArchiveSql text = "x";
    return text;
}
const ArchiveSql &keyVariable()
{
    static const ArchiveSql key = "k";
    return key;
}

ArchiveSql keyIs(const ArchiveSql &relation, std::string_view key)
{
    return keyVariable() + relation + ArchiveSql::literal(key);
}

/// Numbers are not compared as numbers: their keys are exact, however many digits they have.
ArchiveSql numberSql(Comparison comparison, std::string_view number)
{
    const std::string key = numberKey(number);
    switch (comparison) {
    case Comparison::Greater:
        return allOf({keyIs(" > ", key), keyIs(" < ", EndOfNumberKeys)});
    case Comparison::GreaterOrEqual:
        return allOf({keyIs(" >= ", key), keyIs(" < ", EndOfNumberKeys)});
    case Comparison::Less:
        return allOf({keyIs(" < ", key), keyIs(" >= ", NumberKeys)});
    case Comparison::LessOrEqual:
        return allOf({keyIs(" <= ", key), keyIs(" >= ", NumberKeys)});
    case Comparison::Matches:
    case Comparison::Exactly:
    case Comparison::Contains:
        break;
    }
    return keyIs(" = ", key);
}

ArchiveSql numberRangeSql(const RangeOf<Filter::NumberValue> &range)
{
    std::vector<ArchiveSql> ends;
    if (range.from)
        ends.push_back(numberSql(Comparison::GreaterOrEqual, range.from->text));
    if (range.to)
        ends.push_back(numberSql(Comparison::LessOrEqual, range.to->text));
    return allOf(ends);
}

ArchiveSql momentsSql(const std::vector<TimeWindow> &windows)
{
    std::vector<ArchiveSql> alternatives;
    alternatives.reserve(windows.size());
    for (const TimeWindow &window : windows) {
        alternatives.push_back(
            allOf({keyIs(" >= ", window.from ? timeKey(*window.from) : std::string(TimeKeys)),
                   keyIs(" < ", window.to ? timeKey(*window.to) : std::string(EndOfTimeKeys))}));
    }
    return anyOf(alternatives);
}

/// The times and numbers of a term, as conditions on a key.
Result<std::vector<ArchiveSql>> orderedTests(const Filter::Term &term, const QueryContext &context)
{
    TRY(const auto calendar, Filter::ZoneCalendar::open(context.displayZone));
    std::vector<ArchiveSql> tests;
    for (const Filter::Value &value : term.values) {
        if (const auto *number = std::get_if<Filter::NumberValue>(&value)) {
            tests.push_back(numberSql(term.comparison, number->text));
        } else if (const auto *range = std::get_if<RangeOf<Filter::NumberValue>>(&value)) {
            tests.push_back(numberRangeSql(*range));
        } else if (std::holds_alternative<Filter::TimeValue>(value)
                   || std::holds_alternative<RangeOf<Filter::TimeValue>>(value)) {
            TRY(auto windows, Filter::resolveTime(term.comparison, value, context.now, calendar));
            tests.push_back(momentsSql(Filter::joined(std::move(windows))));
        }
    }
    return tests;
}

/// Whether the text of a whole object, from one brace to the other, could match. If not, the objects need not be read.
bool mayMatchObject(const Filter::Term &term, const Filter::Value &value)
{
    if (std::holds_alternative<Filter::RegexValue>(value))
        return true;
    const auto *text = std::get_if<Filter::TextValue>(&value);
    if (!text || text->text.empty())
        return false;
    if (term.comparison == Comparison::Contains || Filter::parseIpNetwork(text->text))
        return true;
    const auto isWildcard = [text](std::size_t place) {
        return std::ranges::find(text->wildcards, static_cast<qsizetype>(place)) != text->wildcards.end();
    };
    return (text->text.front() == '{' || isWildcard(0))
        && (text->text.back() == '}' || isWildcard(text->text.size() - 1));
}

Filter::Term forObjects(const Filter::Term &term)
{
    Filter::Term objects{term.field, term.comparison, {}};
    std::ranges::copy_if(term.values, std::back_inserter(objects.values),
                         [&term](const Filter::Value &value) { return mayMatchObject(term, value); });
    return objects;
}

/// What must hold for one value, by what the condition reads of it.
struct ValueConditions
{
    std::vector<ArchiveSql> ofText = {};
    std::vector<ArchiveSql> ofKey = {};
    std::vector<ArchiveSql> ofBoth = {};
};

/// Whether one of the values meets one of the conditions. The values are cut out first, so that the conditions run on few
/// texts, and only the columns that are needed are read.
void addExists(std::vector<ArchiveSql> &tests, const PathValues &values, Place place, Spelling spelling,
               const ValueConditions &conditions)
{
    std::vector<ArchiveSql> all = conditions.ofText;
    all.insert(all.end(), conditions.ofKey.begin(), conditions.ofKey.end());
    all.insert(all.end(), conditions.ofBoth.begin(), conditions.ofBoth.end());
    if (all.empty())
        return;
    const bool needsBoth =
        !conditions.ofBoth.empty() || (!conditions.ofText.empty() && !conditions.ofKey.empty());
    if (needsBoth) {
        tests.push_back("arrayExists((x, k) -> " + anyOf(all) + ", " + values.texts(place, spelling) + ", "
                        + values.keys(place, spelling) + ")");
    } else if (conditions.ofKey.empty()) {
        tests.push_back("arrayExists(x -> " + anyOf(all) + ", " + values.texts(place, spelling) + ")");
    } else {
        tests.push_back("arrayExists(k -> " + anyOf(all) + ", " + values.keys(place, spelling) + ")");
    }
}

/// Adds what texts of both kinds of places are compared with.
void addTextTests(std::vector<ArchiveSql> &tests, const PathValues &values, Place place,
                  const TermTests &texts, ValueConditions received)
{
    if (!texts.received.isEmpty())
        received.ofText.push_back(texts.received.sql(textVariable()));
    if (!texts.addresses.isEmpty()) {
        received.ofKey.push_back(allOf({"substring(k, 1, 1) = " + ArchiveSql::literal(AddressKeys),
                                        texts.addresses.sql("substring(k, 2)")}));
    }
    addExists(tests, values, place, Spelling::AsReceived, received);
    ValueConditions inFormC;
    if (!texts.inFormC.isEmpty())
        inFormC.ofText.push_back(texts.inFormC.sql(textVariable()));
    addExists(tests, values, place, Spelling::InFormC, inFormC);
}

} // namespace

Result<PathSql> pathSql(const Filter::Term &term, const QueryContext &context,
                        const std::vector<EvaluatedRegex> &evaluated)
{
    const PathValues values(std::get<Filter::JsonPath>(term.field));
    TRY(const auto texts, termTests(term, evaluated));
    TRY(const auto objectTexts, termTests(forObjects(term), evaluated));
    ValueConditions received;
    TRY(received.ofKey, orderedTests(term, context));
    if (texts.isPresent)
        received.ofBoth.push_back(PathValues::isPresent(textVariable(), keyVariable()));
    // The empty texts that stand for objects have keys.
    if (texts.isEmpty)
        received.ofBoth.push_back(allOf({"x = ''", "k = ''"}));
    std::vector<ArchiveSql> tests;
    addTextTests(tests, values, Place::Bucket, texts, std::move(received));
    addTextTests(tests, values, Place::Objects, objectTexts, {});
    return PathSql{anyOf(tests), texts.open};
}

} // namespace Trailglass
