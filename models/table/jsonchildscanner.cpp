// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsonchildscanner.h"

#include "models/core/jsonstring.h"
#include "models/filter/jsoncursor.h"

#include <algorithm>

namespace Trailglass {

using Token = JsonTokenReader::Token;

JsonChildScanner::JsonChildScanner(std::string_view bytes, int nesting)
    : m_reader(bytes, nesting)
{
}

std::optional<JsonChild> JsonChildScanner::next(std::size_t &budget)
{
    while (m_state == State::Going) {
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
    std::string text = decodeJsonString(token.substr(1, token.size() - 2));
    Filter::JsonCursor cursor(text);
    cursor.skipWhitespace();
    const bool opens = cursor.peek() == '{' || cursor.peek() == '[';
    return opens && Filter::isJson(text) ? std::optional(std::move(text)) : std::nullopt;
}

bool mayHoldJson(std::string_view token)
{
    // `{}` in quotes is the shortest. A first character written as an escape is left to the full look.
    if (token.size() < 4 || token.front() != '"')
        return false;
    const std::size_t first = token.find_first_not_of(' ', 1);
    return std::string_view("{[\\").find(token[first]) != std::string_view::npos;
}

} // namespace Trailglass
