// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/jsonpathreader.h"

#include "models/core/jsonstring.h"
#include "models/filter/jsoncursor.h"

#include <vector>

namespace Trailglass::Filter {

namespace {

std::string_view withoutQuotes(std::string_view token)
{
    return token.substr(1, token.size() - 2);
}

bool namesMember(std::string_view key, const std::string &member)
{
    const std::string_view bytes = withoutQuotes(key);
    if (bytes.find('\\') == std::string_view::npos)
        return bytes == member;
    return decodeJsonString(bytes) == member;
}

/// Follows a path; recursive only in the path's steps and in arrays of arrays, which the cursor limits.
class Walker
{
public:
    enum class AtArrays
    {
        Whole,
        Elements
    };

    Walker(const JsonPath &path, const JsonVisitor &visitor, AtArrays atArrays)
        : m_path(path)
        , m_visitor(visitor)
        , m_atArrays(atArrays)
    {
    }

    /// Follows the steps from \a step on in the value at the cursor and moves behind it.
    /// \returns false at a mistake or when the visitor has enough
    bool walk(JsonCursor &cursor, std::size_t step, int nesting)
    {
        cursor.skipWhitespace();
        if (nesting > JsonCursor::MaxNesting)
            return false;
        if (step == m_path.steps.size()) {
            const auto value = cursor.takeValue();
            return value && report(*value);
        }
        const PathStep &next = m_path.steps[step];
        switch (cursor.peek()) {
        case '{':
            if (next.kind == PathStep::Kind::Member)
                return walkMembers(cursor, step, nesting);
            break;
        case '[':
            return walkElements(cursor, step, nesting);
        case '"':
            return lookThrough(cursor, step, nesting);
        default:
            break;
        }
        return cursor.takeValue().has_value();
    }

private:
    bool walkMembers(JsonCursor &cursor, std::size_t step, int nesting)
    {
        cursor.take('{');
        if (cursor.take('}'))
            return true;
        do {
            cursor.skipWhitespace();
            const auto key = cursor.takeString();
            if (!key || !cursor.take(':'))
                return false;
            const bool follows = namesMember(*key, m_path.steps[step].member);
            if (follows ? !walk(cursor, step + 1, nesting + 1) : !cursor.takeValue())
                return false;
        } while (cursor.take(','));
        return cursor.take('}');
    }

    bool walkElements(JsonCursor &cursor, std::size_t step, int nesting)
    {
        const PathStep &next = m_path.steps[step];
        // A member step stays pending inside an array: `@items.id` reads like `@items[*].id`.
        const std::size_t inside = next.kind == PathStep::Kind::Member ? step : step + 1;
        cursor.take('[');
        if (cursor.take(']'))
            return true;
        qsizetype index = 0;
        do {
            const bool follows = next.kind != PathStep::Kind::Index || index++ == next.index;
            if (follows ? !walk(cursor, inside, nesting + 1) : !cursor.takeValue())
                return false;
        } while (cursor.take(','));
        return cursor.take(']');
    }

    bool lookThrough(JsonCursor &cursor, std::size_t step, int nesting)
    {
        const auto token = cursor.takeString();
        if (!token)
            return false;
        const std::string text = decodeJsonString(withoutQuotes(*token));
        JsonCursor inner(text);
        inner.skipWhitespace();
        if ((inner.peek() != '{' && inner.peek() != '[') || !isJson(text))
            return true;
        return walk(inner, step, nesting + 1);
    }

    bool report(const JsonValueView &value)
    {
        if (m_atArrays == AtArrays::Whole || value.kind != JsonValueView::Kind::Array)
            return m_visitor(value);
        JsonCursor elements(value.token);
        elements.take('[');
        if (elements.take(']'))
            return true;
        do {
            const auto element = elements.takeValue();
            if (!element || !report(*element))
                return false;
        } while (elements.take(','));
        return true;
    }

    const JsonPath &m_path;
    const JsonVisitor &m_visitor;
    AtArrays m_atArrays;
};

} // namespace

std::string JsonValueView::text() const
{
    return kind == Kind::String ? decodeJsonString(withoutQuotes(token)) : std::string(token);
}

bool JsonValueView::isPresent() const
{
    if (kind == Kind::Null)
        return false;
    if (kind == Kind::String)
        return token.size() > 2;
    if (kind != Kind::Object && kind != Kind::Array)
        return true;
    const std::string_view inside = withoutQuotes(token);
    return inside.find_first_not_of(" \n\r\t") != std::string_view::npos;
}

void visit(std::string_view raw, const JsonPath &path, const JsonVisitor &visitor)
{
    JsonCursor cursor(raw);
    Walker(path, visitor, Walker::AtArrays::Whole).walk(cursor, 0, 0);
}

void visitElements(std::string_view raw, const JsonPath &path, const JsonVisitor &visitor)
{
    JsonCursor cursor(raw);
    Walker(path, visitor, Walker::AtArrays::Elements).walk(cursor, 0, 0);
}

std::optional<std::string> cellText(std::string_view raw, const JsonPath &path)
{
    int matches = 0;
    std::optional<std::string> text;
    visit(raw, path, [&](const JsonValueView &value) {
        text = value.kind == JsonValueView::Kind::Null ? std::nullopt : std::optional(value.text());
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
