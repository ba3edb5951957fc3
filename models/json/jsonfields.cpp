// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonfields.h"

#include "models/json/jsonstring.h"

#include <simdjson.h>

namespace Trailglass {

namespace {

namespace ondemand = simdjson::ondemand;

/// A parser's buffers (about seven times the text) larger than this are freed after use.
constexpr std::size_t KeptCapacity = 1024 * 1024;

/// A parser owns buffers that are worth reusing: one per thread.
ondemand::parser &threadParser()
{
    static thread_local ondemand::parser parser;
    if (parser.capacity() > KeptCapacity)
        parser = ondemand::parser();
    return parser;
}

static_assert(JsonPadding >= simdjson::SIMDJSON_PADDING);

simdjson::padded_string_view padded(std::string_view text)
{
    return simdjson::padded_string_view(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING);
}

std::string_view trimmedEnd(std::string_view token)
{
    const std::size_t last = token.find_last_not_of(" \t\r\n");
    return token.substr(0, last + 1);
}

/// A member's name. Decoded into \a scratch only if it was written with escapes, which is rare.
std::string_view keyText(ondemand::raw_json_string key, std::string &scratch)
{
    const char *const begin = key.raw();
    const char *end = begin;
    bool escaped = false;
    for (; *end != '"'; ++end) {
        if (*end == '\\') {
            escaped = true;
            ++end;
        }
    }
    const std::string_view written(begin, static_cast<std::size_t>(end - begin));
    if (!escaped)
        return written;
    scratch = decodeJsonString(written);
    return scratch;
}

/// The text of an object or array, from the first bracket to the last. Consumes it.
std::string_view rawContainer(ondemand::value &value, JsonKind kind)
{
    std::string_view raw;
    if (kind == JsonKind::Object) {
        ondemand::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS
            || object.raw_json().get(raw) != simdjson::SUCCESS)
            return {};
    } else {
        ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS
            || array.raw_json().get(raw) != simdjson::SUCCESS)
            return {};
    }
    return trimmedEnd(raw);
}

} // namespace

/// One pass over an object with simdjson.
class JsonFieldWalk
{
public:
    explicit JsonFieldWalk(JsonFields &fields)
        : m_fields(fields)
    {
    }

    bool readObject(ondemand::object object, std::string_view parent)
    {
        for (auto member : object) {
            ondemand::field field;
            if (std::move(member).get(field) != simdjson::SUCCESS)
                return false;
            const std::string_view key = keyText(field.key(), m_scratch);
            ondemand::value value = std::move(field).value();
            if (!readMember(parent, key, value))
                return false;
        }
        return true;
    }

private:
    bool readMember(std::string_view parent, std::string_view key, ondemand::value &value)
    {
        const std::string_view token = value.raw_json_token();
        const JsonKind kind = jsonKindOf(token.front());
        const bool container = kind == JsonKind::Object || kind == JsonKind::Array;
        bool isParent = false;
        std::string_view parentName;
        for (std::size_t index = 0; index < m_fields.m_paths.size(); ++index) {
            const FieldPath &path = m_fields.m_paths[index];
            JsonValueView &found = m_fields.m_values[index];
            if (path.key == key && path.parent == parent) {
                found = {kind, container ? rawContainer(value, kind) : trimmedEnd(token)};
            } else if (parent.empty() && !path.parent.empty() && path.parent == key) {
                found = {};
                isParent = true;
                parentName = path.parent;
            }
        }
        if (!isParent || kind != JsonKind::Object)
            return true;
        ondemand::object object;
        return value.get_object().get(object) == simdjson::SUCCESS && readObject(object, parentName);
    }

    JsonFields &m_fields;
    std::string m_scratch;
};

JsonFields::JsonFields(std::span<const FieldPath> paths)
    : m_paths(paths)
{
    Q_ASSERT(paths.size() <= MaxPaths);
}

bool JsonFields::read(std::string_view object)
{
    m_values.fill({});
    ondemand::document document;
    if (threadParser().iterate(padded(object)).get(document) != simdjson::SUCCESS)
        return false;
    ondemand::object root;
    return document.get_object().get(root) == simdjson::SUCCESS && JsonFieldWalk(*this).readObject(root, {});
}

std::string JsonFields::text(std::size_t field) const
{
    const JsonValueView &value = m_values[field];
    const bool isScalar =
        value.kind == JsonKind::String || value.kind == JsonKind::Number || value.kind == JsonKind::Bool;
    return isScalar ? value.text() : std::string();
}

std::string JsonFields::text(std::size_t preferred, std::size_t otherwise) const
{
    std::string found = text(preferred);
    return found.empty() ? text(otherwise) : found;
}

std::vector<std::string_view> elementsOf(std::string_view array)
{
    ondemand::document document;
    ondemand::array elements;
    if (threadParser().iterate(padded(array)).get(document) != simdjson::SUCCESS
        || document.get_array().get(elements) != simdjson::SUCCESS)
        return {};
    std::vector<std::string_view> found;
    for (auto element : elements) {
        ondemand::value value;
        // get() is only there for what is given away.
        // NOLINTNEXTLINE(performance-move-const-arg)
        if (std::move(element).get(value) != simdjson::SUCCESS)
            return {};
        const std::string_view token = value.raw_json_token();
        const JsonKind kind = jsonKindOf(token.front());
        const bool container = kind == JsonKind::Object || kind == JsonKind::Array;
        found.push_back(container ? rawContainer(value, kind) : trimmedEnd(token));
    }
    return found;
}

} // namespace Trailglass
