// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonfields.h"

#include "models/json/jsoncursor.h"
#include "models/json/jsonstring.h"

#include <algorithm>
#include <span>

namespace Trailglass {

namespace {

bool hasText(JsonKind kind)
{
    return kind == JsonKind::String || kind == JsonKind::Number || kind == JsonKind::Bool;
}

/// One pass over an object.
class JsonFieldWalk
{
public:
    /// \param values  of the paths of \a table, by position; to be filled
    JsonFieldWalk(const FieldTable &table, std::span<JsonValueView> values, std::string_view object)
        : m_table(table)
        , m_values(values)
        , m_cursor(object)
    {
    }

    bool read() { return readObject(m_table.topLevel(), Level::Top) && m_cursor.isAtEnd(); }

private:
    enum class Level : quint8
    {
        Top,
        Inside
    };

    /// \param paths  of this object's members
    bool readObject(FieldTable::Set paths, Level level)
    {
        if (!m_cursor.take('{'))
            return false;
        if (m_cursor.take('}'))
            return true;
        do {
            if (!readMember(paths, level))
                return false;
        } while (m_cursor.take(','));
        return m_cursor.take('}');
    }

    bool readMember(FieldTable::Set paths, Level level)
    {
        const JsonCursor::Token key = m_cursor.takeString();
        if (key.bytes.empty() || !m_cursor.take(':'))
            return false;
        const std::string_view name = nameOf(key);
        const FieldTable::Set found = m_table.withKey(name, paths);
        const FieldTable::Set inside = level == Level::Top ? m_table.below(name) : FieldTable::Set(0);
        setValues(inside, {});
        const JsonCursor::Token value = inside != 0 ? takeParent(inside) : m_cursor.takeValue();
        if (value.bytes.empty())
            return false;
        setValues(found, {jsonKindOf(value.bytes.front()), value.bytes, value.hasEscapes});
        return true;
    }

    /// Decoded only if it was written with escapes, which is rare.
    std::string_view nameOf(const JsonCursor::Token &key)
    {
        const std::string_view written = insideOf(key.bytes);
        if (!key.hasEscapes)
            return written;
        m_scratch = decodeJsonString(written);
        return m_scratch;
    }

    /// \param paths  of the members of the value, if it is an object
    JsonCursor::Token takeParent(FieldTable::Set paths)
    {
        if (m_cursor.peek() != '{')
            return m_cursor.takeValue();
        const char *const begin = m_cursor.place();
        if (!readObject(paths, Level::Inside))
            return {};
        return {m_cursor.since(begin)};
    }

    void setValues(FieldTable::Set paths, const JsonValueView &value)
    {
        FieldTable::forEach(paths, [&](std::size_t index) { m_values[index] = value; });
    }

    const FieldTable &m_table;
    std::span<JsonValueView> m_values;
    JsonCursor m_cursor;
    std::string m_scratch; ///< the name that was decoded last
};

} // namespace

JsonFields::JsonFields(const FieldTable &table)
    : m_table(&table)
{
}

bool JsonFields::read(std::string_view object)
{
    const std::span<JsonValueView> values = std::span(m_values).first(m_table->size());
    std::ranges::fill(values, JsonValueView());
    return JsonFieldWalk(*m_table, values, object).read();
}

std::string JsonFields::text(std::size_t field) const
{
    return hasText(kind(field)) ? m_values[field].text() : std::string();
}

std::string JsonFields::text(std::size_t preferred, std::size_t otherwise) const
{
    std::string found = text(preferred);
    return found.empty() ? text(otherwise) : found;
}

std::string_view JsonFields::textView(std::size_t field, std::string &scratch) const
{
    return hasText(kind(field)) ? m_values[field].textView(scratch) : std::string_view();
}

std::vector<std::string_view> elementsOf(std::string_view array)
{
    JsonCursor cursor(array);
    if (!cursor.take('[') || cursor.take(']'))
        return {};
    std::vector<std::string_view> found;
    do {
        const std::string_view element = cursor.takeValue().bytes;
        if (element.empty())
            return {};
        found.push_back(element);
    } while (cursor.take(','));
    if (!cursor.take(']') || !cursor.isAtEnd())
        found.clear();
    return found;
}

} // namespace Trailglass
