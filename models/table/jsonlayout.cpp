// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsonlayout.h"

#include "models/json/stringscan.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

using Token = JsonTokenReader::Token;

JsonLayout::JsonLayout(std::string_view json)
    : m_json(json)
    , m_reader(json)
{
}

std::string JsonLayout::next(std::size_t bytes)
{
    std::string out;
    while (out.size() < bytes && !(m_ended && m_pending.empty())) {
        const std::size_t fits = std::min(m_pending.size(), bytes - out.size());
        out += m_pending.substr(0, fits);
        m_pending.remove_prefix(fits);
        if (m_pending.empty() && !m_ended)
            layToken(out);
    }
    return out;
}

void JsonLayout::layToken(std::string &out)
{
    const Token token = m_reader.next();
    switch (token) {
    case Token::BeginObject:
    case Token::BeginArray:
        separate(out, m_reader.nesting() - 1); // a Begin counts itself already
        out += m_json[m_reader.start()];
        m_first = true;
        break;
    case Token::End:
        if (!std::exchange(m_first, false))
            breakLine(out, m_reader.nesting());
        out += m_json[m_reader.start()];
        break;
    case Token::Name:
        separate(out, m_reader.nesting());
        out += m_reader.value().token;
        out += ": ";
        m_afterName = true;
        break;
    case Token::Scalar:
        separate(out, m_reader.nesting());
        m_pending = m_reader.value().token;
        break;
    case Token::Done:
    case Token::Broken: {
        m_ended = true;
        m_pending = skipJsonWhitespace(m_json.substr(m_reader.position()));
        if (!m_pending.empty() && m_reader.position() > 0)
            out += '\n';
        break;
    }
    }
}

void JsonLayout::separate(std::string &out, int level)
{
    const bool isFirst = std::exchange(m_first, false);
    if (std::exchange(m_afterName, false) || level == 0)
        return;
    if (!isFirst)
        out += ',';
    breakLine(out, level);
}

void JsonLayout::breakLine(std::string &out, int level)
{
    out += '\n';
    const int width = std::min(level, MaxIndented) * Indentation;
    out.append(static_cast<std::size_t>(width), ' ');
}

} // namespace Trailglass
