// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/stringscan.h"

#include <QtGlobal>

#include <algorithm>
#include <string_view>
#include <utility>

namespace Trailglass {

/// Moves over the tokens of valid JSON without checking it again.
///
/// Of other text it takes whatever looks like a token, but no byte outside. Keeps a view of the text, which must
/// outlive what was taken.
/// \thread any, one at a time
class JsonCursor
{
public:
    struct Token
    {
        std::string_view bytes; ///< including quotes or brackets; empty where there is no such token
        bool hasEscapes = false; ///< of a string
    };

    explicit JsonCursor(std::string_view json)
        : m_next(json.data())
        , m_end(json.data() + json.size())
    {
    }

    /// The first byte of the next token, which stays there; 0 at the end.
    char peek()
    {
        while (m_next != m_end && isJsonWhitespace(*m_next))
            ++m_next;
        return m_next != m_end ? *m_next : '\0';
    }

    [[nodiscard]] bool isAtEnd()
    {
        peek();
        return m_next == m_end;
    }

    /// Moves over a bracket, comma or colon, if it is the next token.
    bool take(char wanted)
    {
        if (peek() != wanted)
            return false;
        ++m_next;
        return true;
    }

    Token takeString()
    {
        Token string;
        if (peek() == '"')
            string.bytes = moveTo(stringEnd(m_next, m_end, string.hasEscapes));
        return string;
    }

    /// Takes a string, number or literal, or all of an object or array.
    Token takeValue()
    {
        switch (peek()) {
        case '"':
            return takeString();
        case '{':
        case '[':
            return {moveTo(containerEnd(m_next, m_end))};
        default:
            return {moveTo(scalarEnd(m_next, m_end))};
        }
    }

    /// The place of the next byte, for since().
    [[nodiscard]] const char *place() const { return m_next; }
    /// The bytes from \a begin to the next one, exclusive.
    [[nodiscard]] std::string_view since(const char *begin) const
    {
        return {begin, static_cast<std::size_t>(m_next - begin)};
    }

private:
    /// \param end  of the token; null where it has none
    /// \returns the token; empty where the cursor stays
    std::string_view moveTo(const char *end)
    {
        if (!end)
            return {};
        const char *const begin = std::exchange(m_next, end);
        return since(begin);
    }

    /// \param next  the opening quote
    static const char *stringEnd(const char *next, const char *end, bool &hasEscapes)
    {
        for (next = findStringSpecial(next + 1, end); next != end; next = findStringSpecial(next, end)) {
            if (*next == '"')
                return next + 1;
            const bool isEscape = *next == '\\';
            hasEscapes |= isEscape;
            next += isEscape && end - next > 1 ? 2 : 1; // what is after a backslash ends no string
        }
        return nullptr;
    }

    /// By strings and brackets alone.
    /// \param next  the opening bracket
    static const char *containerEnd(const char *next, const char *end)
    {
        bool hasEscapes = false;
        qint64 depth = 0;
        while (next && next != end) {
            switch (*next) {
            case '"':
                next = stringEnd(next, end, hasEscapes);
                continue;
            case '{':
            case '[':
                ++depth;
                break;
            case '}':
            case ']':
                if (--depth == 0)
                    return next + 1;
                break;
            default:
                break;
            }
            ++next;
        }
        return nullptr;
    }

    static const char *scalarEnd(const char *next, const char *end)
    {
        return std::find_if(next, end,
                            [](char c) { return c == ',' || c == '}' || c == ']' || isJsonWhitespace(c); });
    }

    const char *m_next;
    const char *m_end;
};

} // namespace Trailglass
