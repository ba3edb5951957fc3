// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/jsonflattener.h"

#include "models/archive/textforms.h"
#include "models/core/translation.h"
#include "models/json/jsonchildscanner.h"
#include "models/json/jsonlimits.h"
#include "models/json/jsonstring.h"
#include "models/json/jsonvalidator.h"
#include "models/json/stringscan.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>

namespace Trailglass {

namespace {

using Token = JsonTokenReader::Token;

/// Texts of an event of common size, which need no further memory.
constexpr std::size_t FirstTextBytes = 64 * 1024;

/// Values that a list keeps memory for from event to event.
constexpr std::size_t MaxKeptValues = 64 * 1024;

/// Of an object that is not complete; no other key begins like this.
constexpr std::string_view OpenObjectKey = "?";

Error tooLargeToFlatten()
{
    return {ErrorKind::TooLarge,
            Trailglass::tr("The event has so many values, or values nested so deeply, that an archive cannot "
                           "hold it.")};
}

} // namespace

JsonFlattener::JsonFlattener()
    : m_firstTexts(FirstTextBytes)
    , m_texts(m_firstTexts.data(), m_firstTexts.size())
{
}

Result<void> JsonFlattener::flatten(std::string_view raw)
{
    clear();
    m_documents.push_back({raw, JsonTokenReader(raw), 0, 0});
    while (!m_documents.empty() && m_bytes <= MaxBytes && readToken()) { }
    if (m_bytes > MaxBytes) {
        clear();
        return tooLargeToFlatten();
    }
    if (!m_documents.empty())
        dropOpenObjects();
    return {};
}

/// Of broken JSON: the objects that have no end.
void JsonFlattener::dropOpenObjects()
{
    const auto isOpen = [](const FlatValue &value) {
        return value.key == OpenObjectKey;
    };
    for (std::vector<FlatValue> &list : m_lists)
        std::erase_if(list, isOpen);
}

void JsonFlattener::clear()
{
    for (std::vector<FlatValue> &list : m_lists) {
        list.clear();
        if (list.capacity() > MaxKeptValues)
            list.shrink_to_fit();
    }
    m_texts.release();
    m_bytes = 0;
    m_documents.clear();
    m_containers.clear();
    m_place = {};
    m_at.clear();
}

/// \returns false if the JSON is broken
bool JsonFlattener::readToken()
{
    JsonTokenReader &reader = m_documents.back().reader;
    switch (reader.next()) {
    case Token::Name:
        enterMember(reader.value().token);
        return true;
    case Token::BeginObject:
        return openContainer(false);
    case Token::BeginArray:
        return openContainer(true);
    case Token::End:
        closeContainer();
        return true;
    case Token::Scalar:
        enterElement();
        addScalar(reader.value());
        return true;
    case Token::Done:
        m_documents.pop_back();
        return true;
    case Token::Broken:
        return false;
    }
    Q_UNREACHABLE();
}

/// \returns false if the JSON is broken
bool JsonFlattener::openContainer(bool isArray)
{
    Document &document = m_documents.back();
    enterElement();
    if (document.nesting + document.reader.nesting() - 1 > MaxJsonDepth)
        return document.reader.finishValue().has_value();
    // The object that a string consists of is there as the text of the string.
    const bool isWhole = m_containers.size() == document.containers;
    const bool isListed = !isArray && !isWhole && m_place.depth > 0;
    const int bucket = bucketOf(m_place.hash);
    m_containers.push_back({m_place, document.reader.start(), isArray, isListed, m_lists[ObjectList].size(),
                            m_lists[indexOf(bucket)].size(), 0});
    if (isListed) {
        const FlatValue open = valueHere({}, OpenObjectKey);
        add(ObjectList, open);
        add(bucket, open);
    }
    return true;
}

void JsonFlattener::closeContainer()
{
    const Document &document = m_documents.back();
    const Container closed = m_containers.back();
    m_containers.pop_back();
    if (closed.isListed)
        completeObject(closed, document.text.substr(closed.start, document.reader.position() - closed.start));
}

void JsonFlattener::completeObject(const Container &closed, std::string_view text)
{
    const bool isEmpty = skipJsonWhitespace(insideOf(text)).empty();
    const std::string_view key = isEmpty ? EmptyObjectKey : ObjectKey;
    m_lists[indexOf(bucketOf(closed.place.hash))][closed.entry].key = key;
    FlatValue &object = m_lists[ObjectList][closed.object];
    object.text = text;
    m_key.clear();
    object.key = appendAddressKey(m_key, text) ? keep(m_key) : key;
    m_bytes += text.size();
    if (const auto composed = composedForm(text))
        add(ObjectList, formOf(object, *composed));
}

/// \param token  with quotes
void JsonFlattener::enterMember(std::string_view token)
{
    m_place = m_containers.back().place;
    m_at.resize(m_place.at);
    m_names = m_place.names;
    if (m_place.depth++ > 0) {
        m_names += '.';
        m_at += '/';
    }
    m_place.at = m_at.size();
    std::string_view name = insideOf(token);
    if (name.find('\\') != std::string_view::npos) {
        m_name.clear();
        appendDecodedJsonString(m_name, name);
        name = m_name;
    }
    appendPathName(m_names, name);
    m_place.hash = extendPathHash(m_place.hash, std::string_view(m_names).substr(m_place.names.size()));
    m_place.names = m_place.path = keep(m_names);
}

/// Goes to the next element, if the innermost container of the document is an array.
void JsonFlattener::enterElement()
{
    if (m_containers.size() == m_documents.back().containers || !m_containers.back().isArray)
        return;
    Container &array = m_containers.back();
    m_place = array.place;
    m_at.resize(m_place.at);
    const qint64 index = array.elements++;
    if (m_place.depth == 0)
        return;
    std::array<char, std::numeric_limits<qint64>::digits10 + 2> digits{};
    const char *const end = std::to_chars(digits.data(), digits.data() + digits.size(), index).ptr;
    m_at += '[';
    m_at.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
    m_at += ']';
    m_place.at = m_at.size();
    m_place.isMarked = true;
}

/// Goes on inside a string, if it is JSON.
/// \param nesting  of the string
void JsonFlattener::enterText(std::string_view text, int nesting)
{
    const std::string_view json = skipJsonWhitespace(text);
    if (!json.starts_with('{') && !json.starts_with('['))
        return;
    if (nesting >= MaxJsonDepth || !isJson(json))
        return;
    if (m_place.depth > 0) {
        m_at += '"';
        m_place.at = m_at.size();
        m_place.isMarked = true;
        m_names = m_place.names;
        m_names += '"';
        m_place.path = keep(m_names);
    }
    m_documents.push_back({json, JsonTokenReader(json), m_containers.size(), nesting + 1});
}

void JsonFlattener::addScalar(const JsonValueView &value)
{
    const Document &document = m_documents.back();
    const int nesting = document.nesting + document.reader.nesting();
    if (nesting > MaxJsonDepth)
        return;
    const bool isString = value.kind == JsonKind::String;
    const std::string_view text = isString ? decoded(value) : value.token;
    if (m_place.depth > 0) {
        FlatValue flat = valueHere(text, keyOf(value.kind, text));
        const auto composed = isString ? composedForm(text) : std::nullopt;
        const int bucket = bucketOf(m_place.hash);
        if (composed) {
            const FlatValue form = formOf(flat, *composed);
            add(bucket, flat);
            add(bucket, form);
        } else {
            add(bucket, flat);
        }
    }
    if (isString && mayHoldJson(value.token))
        enterText(text, nesting);
}

void JsonFlattener::add(int list, const FlatValue &value)
{
    m_bytes += ValueBytes + value.path.size() + value.at.size() + value.text.size() + value.key.size();
    m_lists[indexOf(list)].push_back(value);
}

FlatValue JsonFlattener::valueHere(std::string_view text, std::string_view key)
{
    return {m_place.path, m_place.isMarked ? keep(m_at) : std::string_view(), text, key};
}

/// Marks a value whose text is not in form C.
/// \returns the same value in form C
FlatValue JsonFlattener::formOf(FlatValue &value, const std::string &composed)
{
    const std::string path(value.path);
    value.path = keep(path + std::string(AsReceived));
    return {keep(path + std::string(InFormC)), value.at, keep(composed), {}};
}

/// The text of a string.
std::string_view JsonFlattener::decoded(const JsonValueView &value)
{
    const std::string_view inside = insideOf(value.token);
    if (inside.find('\\') == std::string_view::npos)
        return inside;
    m_decoded.clear();
    appendDecodedJsonString(m_decoded, inside);
    return keep(m_decoded);
}

std::string_view JsonFlattener::keyOf(JsonKind kind, std::string_view text)
{
    if (kind == JsonKind::Null)
        return NullKey;
    m_key.clear();
    appendValueKey(m_key, kind, text);
    return keep(m_key);
}

/// A copy that lasts as long as the values.
std::string_view JsonFlattener::keep(std::string_view bytes)
{
    if (bytes.empty())
        return {};
    m_bytes += bytes.size();
    char *const copy = static_cast<char *>(m_texts.allocate(bytes.size(), 1));
    std::memcpy(copy, bytes.data(), bytes.size());
    return {copy, bytes.size()};
}

} // namespace Trailglass
