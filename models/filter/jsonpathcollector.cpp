// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/jsonpathcollector.h"

#include "models/json/jsonchildscanner.h"
#include "models/json/jsonstring.h"
#include "models/json/jsontokenreader.h"

#include <algorithm>
#include <functional>

namespace Trailglass::Filter {

namespace {

using Token = JsonTokenReader::Token;

constexpr int DeepestValue = 50; ///< of arrays in arrays and JSON in strings, which have no names

} // namespace

void JsonPathCollector::add(std::string_view raw)
{
    ++m_values;
    JsonTokenReader reader(raw);
    walkValue(reader, m_root, 0);
}

/// \returns false if the JSON is broken
bool JsonPathCollector::walkValue(JsonTokenReader &reader, Place &place, int depth)
{
    return reader.next() != Token::Broken && walkRest(reader, place, depth);
}

bool JsonPathCollector::walkRest(JsonTokenReader &reader, Place &place, int depth)
{
    switch (reader.value().kind) {
    case JsonKind::Object:
        return depth < DeepestValue ? walkMembers(reader, place, depth) : reader.finishValue().has_value();
    case JsonKind::Array: {
        if (depth >= DeepestValue)
            return reader.finishValue().has_value();
        Token token = reader.next();
        for (; token != Token::End && token != Token::Broken; token = reader.next()) {
            if (!walkRest(reader, place, depth + 1))
                return false;
        }
        return token == Token::End;
    }
    case JsonKind::String:
        if (const auto inside = jsonInside(reader.value().token); inside && depth < DeepestValue) {
            JsonTokenReader text(*inside);
            return walkValue(text, place, depth + 1);
        }
        note(place);
        return true;
    case JsonKind::Number:
    case JsonKind::Bool:
        note(place);
        return true;
    default:
        return true;
    }
}

bool JsonPathCollector::walkMembers(JsonTokenReader &reader, Place &place, int depth)
{
    Token token = reader.next();
    for (; token == Token::Name; token = reader.next()) {
        Place *next = member(place, reader.value().token, depth);
        if (next ? !walkValue(reader, *next, depth + 1)
                 : reader.next() == Token::Broken || !reader.finishValue())
            return false;
    }
    return token == Token::End;
}

/// \returns null for one that is left out
JsonPathCollector::Place *JsonPathCollector::member(Place &place, std::string_view token, int depth)
{
    const std::string name = decodeJsonString(insideOf(token));
    if (name.empty() || name.size() > MaxName || depth >= MaxSteps)
        return nullptr;
    const auto known = place.members.find(name);
    if (known != place.members.end())
        return &known->second;
    if (m_places == MaxPaths)
        return nullptr;
    ++m_places;
    return &place.members[name];
}

void JsonPathCollector::note(Place &place)
{
    if (&place != &m_root && std::exchange(place.last, m_values) != m_values)
        ++place.values;
}

std::vector<JsonPathCollector::CountedPath> JsonPathCollector::counted() const
{
    std::vector<CountedPath> found;
    JsonPath path;
    const std::function<void(const Place &)> visit = [&](const Place &place) {
        if (place.values > 0)
            found.push_back({path, place.values});
        for (const auto &[name, next] : place.members) {
            path.steps.push_back({PathStep::Kind::Member, name});
            visit(next);
            path.steps.pop_back();
        }
    };
    visit(m_root);
    std::ranges::stable_sort(found, std::greater<>(), &CountedPath::values);
    return found;
}

std::vector<JsonPath> JsonPathCollector::paths() const
{
    std::vector<JsonPath> paths;
    for (CountedPath &each : counted())
        paths.push_back(std::move(each.path));
    return paths;
}

} // namespace Trailglass::Filter
