// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonchildscanner.h"

#include "models/json/jsonstring.h"
#include "models/json/stringscan.h"

#include <algorithm>

namespace Trailglass {

using Token = JsonTokenReader::Token;

JsonChildScanner::JsonChildScanner(std::string_view bytes, int nesting)
    : m_reader(bytes, nesting)
{
}

std::optional<JsonChild> JsonChildScanner::next(std::size_t &budget)
{
    while (m_state == State::Scanning) {
        const std::size_t before = m_reader.position();
        const Token token = m_reader.next();
        budget -= std::min(budget, m_reader.position() - before);
        if (auto child = take(token))
            return child;
        if (budget == 0)
            break;
    }
    return std::nullopt;
}

std::optional<JsonChild> JsonChildScanner::take(Token token)
{
    const int nesting = m_reader.nesting();
    switch (token) {
    case Token::Name:
        if (nesting == 1)
            m_name = m_reader.value().token;
        return std::nullopt;
    case Token::Scalar:
        if (nesting <= 1)
            return JsonChild{m_name, m_reader.value(), m_reader.start()};
        return std::nullopt;
    case Token::BeginObject:
    case Token::BeginArray:
        if (nesting == 2)
            return JsonChild{m_name, m_reader.value(), m_reader.start()};
        return std::nullopt;
    case Token::End:
        if (nesting == 0)
            m_state = State::Ended;
        return std::nullopt;
    case Token::Done:
        m_state = State::Ended;
        return std::nullopt;
    case Token::Broken:
        m_state = State::Broken;
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<std::string> jsonInside(std::string_view token)
{
    if (!mayHoldJson(token))
        return std::nullopt;
    std::string text = decodeJsonString(insideOf(token));
    const std::string_view value = skipJsonWhitespace(text);
    const bool opens = value.starts_with('{') || value.starts_with('[');
    return opens && isJson(value) ? std::optional(std::move(text)) : std::nullopt;
}

bool mayHoldJson(std::string_view token)
{
    // `{}` in quotes is the shortest. An escape may stand for the bracket or for whitespace before it.
    if (token.size() < 4 || token.front() != '"')
        return false;
    const std::size_t first = token.find_first_not_of(' ', 1);
    return std::string_view("{[\\").find(token[first]) != std::string_view::npos;
}

} // namespace Trailglass
