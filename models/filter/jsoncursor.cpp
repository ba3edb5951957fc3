// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/jsoncursor.h"

#include <bit>
#include <bitset>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace Trailglass::Filter {

namespace {

JsonValueView::Kind kindOf(char first)
{
    using Kind = JsonValueView::Kind;
    switch (first) {
    case '"':
        return Kind::String;
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case 't':
        return Kind::True;
    case 'f':
        return Kind::False;
    case 'n':
        return Kind::Null;
    default:
        return Kind::Number;
    }
}

/// How many bytes at the start of \a bytes are neither a quote, a backslash nor a control character.
std::size_t plainLength(std::string_view bytes)
{
    std::size_t length = 0;
#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i lastControl = _mm_set1_epi8(0x1F);
    for (; length + sizeof(__m128i) <= bytes.size(); length += sizeof(__m128i)) {
        __m128i block;
        std::memcpy(&block, bytes.data() + length, sizeof block);
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(block, lastControl), block);
        const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, backslash));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(ends, control)));
        if (mask != 0)
            return length + static_cast<std::size_t>(std::countr_zero(mask));
    }
#endif
    const auto isPlain = [](char c) {
        return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    };
    while (length < bytes.size() && isPlain(bytes[length]))
        ++length;
    return length;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The length of the escape at the start of \a bytes, backslash included; 0 if there is none.
std::size_t escapeLength(std::string_view bytes)
{
    if (bytes.size() < 2)
        return 0;
    if (bytes[1] != 'u')
        return std::string_view("\"\\/bfnrt").find(bytes[1]) != std::string_view::npos ? 2 : 0;
    if (bytes.size() < 6)
        return 0;
    for (const char c : bytes.substr(2, 4)) {
        if (!isHexDigit(c))
            return 0;
    }
    return 6;
}

} // namespace

void JsonCursor::skipWhitespace()
{
    while (!atEnd()) {
        const char c = m_bytes[m_position];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        ++m_position;
    }
}

bool JsonCursor::take(char byte)
{
    skipWhitespace();
    if (atEnd() || m_bytes[m_position] != byte)
        return false;
    ++m_position;
    return true;
}

std::optional<std::string_view> JsonCursor::takeString()
{
    const std::size_t start = m_position;
    if (peek() != '"')
        return std::nullopt;
    ++m_position;
    for (;;) {
        m_position += plainLength(m_bytes.substr(m_position));
        if (peek() == '"') {
            ++m_position;
            return m_bytes.substr(start, m_position - start);
        }
        // A control character, the end and a broken escape all have length 0.
        const std::size_t length = peek() == '\\' ? escapeLength(m_bytes.substr(m_position)) : 0;
        if (length == 0)
            return std::nullopt;
        m_position += length;
    }
}

bool JsonCursor::skipWord(std::string_view word)
{
    if (m_bytes.substr(m_position, word.size()) != word)
        return false;
    m_position += word.size();
    return true;
}

bool JsonCursor::skipDigits()
{
    const std::size_t start = m_position;
    while (peek() >= '0' && peek() <= '9')
        ++m_position;
    return m_position > start;
}

bool JsonCursor::skipNumber()
{
    if (peek() == '-')
        ++m_position;
    const bool leadingZero = peek() == '0';
    const std::size_t start = m_position;
    if (!skipDigits() || (leadingZero && m_position - start > 1))
        return false;
    if (peek() == '.') {
        ++m_position;
        if (!skipDigits())
            return false;
    }
    if (peek() != 'e' && peek() != 'E')
        return true;
    ++m_position;
    if (peek() == '+' || peek() == '-')
        ++m_position;
    return skipDigits();
}

bool JsonCursor::skipScalar()
{
    switch (peek()) {
    case '"':
        return takeString().has_value();
    case 't':
        return skipWord("true");
    case 'f':
        return skipWord("false");
    case 'n':
        return skipWord("null");
    default:
        return skipNumber();
    }
}

bool JsonCursor::skipKey()
{
    skipWhitespace();
    return takeString() && take(':');
}

bool JsonCursor::skipNested()
{
    std::bitset<MaxNesting> inObject;
    std::size_t nesting = 0;
    do {
        skipWhitespace();
        const char first = peek();
        bool open = first == '{' || first == '[';
        if (open) {
            if (nesting == MaxNesting)
                return false;
            ++m_position;
            inObject[nesting++] = first == '{';
            if (take(first == '{' ? '}' : ']')) {
                --nesting;
                open = false;
            } else if (first == '{' && !skipKey()) {
                return false;
            }
        } else if (!skipScalar()) {
            return false;
        }
        while (!open && nesting > 0 && !take(',')) {
            if (!take(inObject[nesting - 1] ? '}' : ']'))
                return false;
            --nesting;
        }
        if (!open && nesting > 0 && inObject[nesting - 1] && !skipKey())
            return false;
    } while (nesting > 0);
    return true;
}

std::optional<JsonValueView> JsonCursor::takeValue()
{
    skipWhitespace();
    const std::size_t start = m_position;
    const bool nested = peek() == '{' || peek() == '[';
    if (nested ? !skipNested() : !skipScalar())
        return std::nullopt;
    const std::string_view token = m_bytes.substr(start, m_position - start);
    return JsonValueView{kindOf(token.front()), token};
}

bool isJson(std::string_view text)
{
    JsonCursor cursor(text);
    if (!cursor.takeValue())
        return false;
    cursor.skipWhitespace();
    return cursor.atEnd();
}

} // namespace Trailglass::Filter
