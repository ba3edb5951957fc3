// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/jsonpathreader.h"

#include "models/json/jsonchildscanner.h"
#include "models/json/jsonlimits.h"
#include "models/json/jsonstring.h"
#include "models/json/jsontokenreader.h"

namespace Trailglass::Filter {

namespace {

using Token = JsonTokenReader::Token;

bool namesMember(std::string_view key, const std::string &member)
{
    const std::string_view bytes = insideOf(key);
    if (bytes.size() < member.size()) // an escape is longer than what it means
        return false;
    if (bytes.find('\\') == std::string_view::npos)
        return bytes == member;
    return decodeJsonString(bytes) == member;
}

/// Follows a path. Recursive in the steps of the path and in arrays of arrays, up to MaxJsonDepth.
class Walker
{
public:
    enum class AtArrays
    {
        AsValue,
        Elements
    };

    Walker(const JsonPath &path, const JsonVisitor &visitor, AtArrays atArrays)
        : m_path(path)
        , m_visitor(visitor)
        , m_atArrays(atArrays)
    {
    }

    void walk(std::string_view json)
    {
        JsonTokenReader reader(json);
        walkValue(reader, 0, 0);
    }

private:
    /// Reads one value and follows the steps from \a step on inside it.
    /// \returns false if the JSON is broken or the visitor stopped
    bool walkValue(JsonTokenReader &reader, std::size_t step, int nesting)
    {
        return reader.next() != Token::Broken && walkRest(reader, step, nesting);
    }

    /// The same after the first token of the value.
    bool walkRest(JsonTokenReader &reader, std::size_t step, int nesting)
    {
        if (nesting > MaxJsonDepth)
            return false;
        const bool isAtEnd = step == m_path.steps.size();
        const bool isArray = reader.value().kind == JsonKind::Array;
        if (isAtEnd && !(isArray && m_atArrays == AtArrays::Elements)) {
            const auto value = reader.finishValue();
            return value && m_visitor(*value);
        }
        switch (reader.value().kind) {
        case JsonKind::Object:
            if (m_path.steps[step].kind == PathStep::Kind::Member)
                return walkMembers(reader, step, nesting);
            return reader.finishValue().has_value();
        case JsonKind::Array:
            return walkElements(reader, step, nesting);
        case JsonKind::String:
            return walkText(reader.value().token, step, nesting);
        default:
            return true;
        }
    }

    bool walkMembers(JsonTokenReader &reader, std::size_t step, int nesting)
    {
        Token token = reader.next();
        for (; token == Token::Name; token = reader.next()) {
            const bool follows = namesMember(reader.value().token, m_path.steps[step].member);
            if (follows ? !walkValue(reader, step + 1, nesting + 1) : !skipValue(reader))
                return false;
        }
        return token == Token::End;
    }

    bool walkElements(JsonTokenReader &reader, std::size_t step, int nesting)
    {
        // At the end of the path every element counts. A member step stays pending inside an array: `@items.id`
        // reads like `@items[*].id`.
        static const PathStep Every{PathStep::Kind::Every, {}, 0};
        const bool isAtEnd = step == m_path.steps.size();
        const PathStep &next = isAtEnd ? Every : m_path.steps[step];
        const std::size_t inside = isAtEnd || next.kind == PathStep::Kind::Member ? step : step + 1;
        qsizetype index = 0;
        Token token = reader.next();
        for (; token != Token::End && token != Token::Broken; token = reader.next()) {
            const bool follows = next.kind != PathStep::Kind::Index || index++ == next.index;
            if (follows ? !walkRest(reader, inside, nesting + 1) : !reader.finishValue())
                return false;
        }
        return token == Token::End;
    }

    static bool skipValue(JsonTokenReader &reader)
    {
        return reader.next() != Token::Broken && reader.finishValue();
    }

    /// Goes on inside the JSON that a string contains.
    bool walkText(std::string_view token, std::size_t step, int nesting)
    {
        const auto text = jsonInside(token);
        if (!text)
            return true;
        JsonTokenReader reader(*text);
        return walkValue(reader, step, nesting + 1);
    }

    const JsonPath &m_path;
    const JsonVisitor &m_visitor;
    AtArrays m_atArrays;
};

} // namespace

void visit(std::string_view raw, const JsonPath &path, const JsonVisitor &visitor)
{
    Walker(path, visitor, Walker::AtArrays::AsValue).walk(raw);
}

void visitElements(std::string_view raw, const JsonPath &path, const JsonVisitor &visitor)
{
    Walker(path, visitor, Walker::AtArrays::Elements).walk(raw);
}

std::optional<std::string> cellText(std::string_view raw, const JsonPath &path)
{
    int matches = 0;
    std::optional<std::string> text;
    visit(raw, path, [&](const JsonValueView &value) {
        text = value.kind == JsonKind::Null ? std::nullopt : std::optional(value.text());
        return ++matches < 2;
    });
    return matches > 1 ? cellToken(raw, path) : text;
}

std::optional<std::string> cellToken(std::string_view raw, const JsonPath &path)
{
    std::string tokens;
    int matches = 0;
    visit(raw, path, [&](const JsonValueView &value) {
        tokens += matches++ > 0 ? "," : "";
        tokens += value.token;
        return true;
    });
    if (matches == 0)
        return std::nullopt;
    if (matches > 1)
        return '[' + tokens + ']';
    return tokens;
}

} // namespace Trailglass::Filter
