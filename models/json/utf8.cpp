// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/utf8.h"

#include <simdjson.h>

namespace Trailglass {

namespace {

constexpr char32_t Replacement = 0xFFFD;
constexpr quint8 MinContinuation = 0x80;
constexpr quint8 MaxContinuation = 0xBF;

/// The bytes that may follow a first byte.
struct Sequence
{
    quint8 continuations = 0; ///< 0 for a byte that starts no sequence of several bytes
    quint8 min = MinContinuation; ///< of the first continuation byte
    quint8 max = MaxContinuation;
};

Sequence sequenceOf(quint8 first)
{
    if (first < 0xC2 || first > 0xF4)
        return {};
    if (first < 0xE0)
        return {1};
    if (first < 0xF0)
        return {2, first == 0xE0 ? quint8{0xA0} : MinContinuation,
                first == 0xED ? quint8{0x9F} : MaxContinuation};
    return {3, first == 0xF0 ? quint8{0x90} : MinContinuation,
            first == 0xF4 ? quint8{0x8F} : MaxContinuation};
}

} // namespace

bool Utf8Checker::accept(char byte)
{
    const auto value = static_cast<quint8>(byte);
    if (m_missing > 0) {
        const bool fits = value >= m_min && value <= m_max;
        --m_missing;
        m_min = MinContinuation;
        m_max = MaxContinuation;
        return fits;
    }
    const Sequence sequence = sequenceOf(value);
    m_missing = sequence.continuations;
    m_min = sequence.min;
    m_max = sequence.max;
    return value < 0x80 || m_missing > 0;
}

bool isValidUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

std::size_t findInvalidUtf8(std::string_view text)
{
    if (isValidUtf8(text))
        return std::string_view::npos;
    Utf8Checker checker;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!checker.accept(text[i]))
            return i;
    }
    return std::string_view::npos;
}

char32_t nextCodePoint(std::string_view utf8, std::size_t &position)
{
    const auto first = static_cast<quint8>(utf8[position++]);
    if (first < 0x80)
        return first;
    const auto [continuations, firstMin, firstMax] = sequenceOf(first);
    if (continuations == 0 || utf8.size() - position < continuations)
        return Replacement;
    char32_t codePoint = first & (0x3FU >> continuations);
    quint8 min = firstMin;
    quint8 max = firstMax;
    for (const char next : utf8.substr(position, continuations)) {
        const auto byte = static_cast<quint8>(next);
        if (byte < min || byte > max)
            return Replacement;
        codePoint = (codePoint << 6) | (byte & 0x3FU);
        min = MinContinuation;
        max = MaxContinuation;
    }
    position += continuations;
    return codePoint;
}

char *writeUtf8(char *to, char32_t codePoint)
{
    const auto put = [&to](char32_t byte) {
        *to++ = static_cast<char>(static_cast<quint8>(byte));
    };
    if (codePoint < 0x80) {
        put(codePoint);
        return to;
    }
    if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
    }
    put(0x80 | (codePoint & 0x3F));
    return to;
}

void appendUtf8(std::string &out, char32_t codePoint)
{
    char bytes[4];
    out.append(bytes, writeUtf8(bytes, codePoint));
}

} // namespace Trailglass
