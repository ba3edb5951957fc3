// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonskipper.h"

#include "models/json/jsonvalidator.h"
#include "models/json/stringscan.h"

namespace Trailglass {

void JsonSkipper::begin(const JsonValidator &validator)
{
    m_brackets = validator.brackets();
    m_isInString = validator.isInString();
    m_isAfterBackslash = validator.isAfterBackslash();
    m_isAtEnd = false;
}

std::size_t JsonSkipper::run(std::string_view bytes)
{
    const char *next = bytes.data();
    const char *const end = next + bytes.size();
    while (next != end && !m_isAtEnd)
        next = m_isInString ? runString(next, end) : runOutside(next, end);
    return static_cast<std::size_t>(next - bytes.data());
}

const char *JsonSkipper::runString(const char *next, const char *end)
{
    if (m_isAfterBackslash) {
        m_isAfterBackslash = false;
        return next + 1;
    }
    next = findStringSpecial(next, end);
    if (next == end)
        return next;
    m_isInString = *next != '"';
    m_isAfterBackslash = *next == '\\';
    return next + 1;
}

const char *JsonSkipper::runOutside(const char *next, const char *end)
{
    for (; next != end; ++next) {
        switch (*next) {
        case '"':
            m_isInString = true;
            return next + 1;
        case '{':
            m_brackets.push(BracketStack::Kind::Object);
            break;
        case '[':
            m_brackets.push(BracketStack::Kind::Array);
            break;
        case '}':
            m_brackets.close(BracketStack::Kind::Object);
            break;
        case ']':
        case ',':
            if (m_brackets.depth() == 0) {
                m_isAtEnd = true;
                return next;
            }
            if (*next == ']')
                m_brackets.close(BracketStack::Kind::Array);
            break;
        default:
            break;
        }
    }
    return next;
}

} // namespace Trailglass
