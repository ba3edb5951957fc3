// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsontokenreader.h"

#include "models/json/stringscan.h"

#include <algorithm>

namespace Trailglass {

JsonTokenReader::JsonTokenReader(std::string_view bytes, int nesting)
    : m_bytes(bytes)
    , m_validator(std::max(0, MaxJsonDepth - nesting))
{
}

JsonTokenReader::Token JsonTokenReader::next()
{
    if (m_validator.status() != JsonValidator::Status::Reading)
        return m_validator.status() == JsonValidator::Status::Complete ? Token::Done : Token::Broken;
    skipWhitespace();
    m_start = m_position;
    // Most tokens, in one step each.
    if (const std::size_t taken = m_validator.runMemberName(rest(), m_value.token))
        return takeString(taken, Token::Name);
    if (const std::size_t taken = m_validator.runStringValue(rest(), m_value.token))
        return takeString(taken, Token::Scalar);
    if (rest().starts_with(',')) {
        if (!readToken())
            return broken();
        skipWhitespace();
    }
    const std::size_t begin = m_position;
    if (!readToken())
        return broken();
    m_start = begin;
    const std::string_view token = m_bytes.substr(begin, m_position - begin);
    if (token.front() == '}' || token.front() == ']')
        return Token::End;
    m_value = {jsonKindOf(token.front()), token};
    if (m_value.isContainer())
        return m_value.kind == JsonKind::Object ? Token::BeginObject : Token::BeginArray;
    if (!m_validator.expectsColon())
        return Token::Scalar;
    return readToken() ? Token::Name : broken();
}

/// \param taken  bytes up to and with a string that is in m_value
JsonTokenReader::Token JsonTokenReader::takeString(std::size_t taken, Token token)
{
    m_value.kind = JsonKind::String;
    m_start = static_cast<std::size_t>(m_value.token.data() - m_bytes.data());
    m_position += taken;
    return token;
}

std::optional<JsonValueView> JsonTokenReader::finishValue()
{
    if (!m_value.isContainer())
        return m_value;
    const qint64 outside = nesting() - 1;
    m_position += m_validator.run(rest(), outside);
    if (nesting() > outside) {
        broken();
        return std::nullopt;
    }
    return JsonValueView{m_value.kind, m_bytes.substr(m_start, m_position - m_start)};
}

void JsonTokenReader::skipWhitespace()
{
    while (m_position < m_bytes.size() && isJsonWhitespace(m_bytes[m_position]))
        ++m_position;
}

/// \returns false if the token is invalid or incomplete
bool JsonTokenReader::readToken()
{
    skipWhitespace();
    const std::size_t begin = m_position;
    m_position += m_validator.runToken(rest());
    if (m_position == begin || m_validator.isInToken())
        m_validator.end(); // the bytes end here; only a number may end with them
    return m_validator.status() != JsonValidator::Status::Failed;
}

JsonTokenReader::Token JsonTokenReader::broken()
{
    m_validator.end();
    m_position = m_start;
    return Token::Broken;
}

std::optional<JsonValueView> firstValue(std::string_view bytes)
{
    JsonTokenReader reader(bytes);
    return reader.next() == JsonTokenReader::Token::Broken ? std::nullopt : reader.finishValue();
}

} // namespace Trailglass
