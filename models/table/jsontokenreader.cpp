// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsontokenreader.h"

#include "models/filter/jsoncursor.h"

namespace Trailglass {

using Filter::JsonCursor;

JsonTokenReader::JsonTokenReader(std::string_view bytes, int nesting)
    : m_bytes(bytes)
    , m_outside(nesting)
{
}

JsonTokenReader::Token JsonTokenReader::next()
{
    skipWhitespace();
    m_start = m_position;
    m_from = m_position;
    switch (m_expected) {
    case Expected::Value:
        return readValue();
    case Expected::FirstMember:
        return take('}') ? close() : readName();
    case Expected::FirstElement:
        return take(']') ? close() : readValue();
    case Expected::CommaOrEnd:
        if (take(inObject() ? '}' : ']'))
            return close();
        if (!take(','))
            return broken();
        skipWhitespace();
        m_start = m_position;
        return inObject() ? readName() : readValue();
    case Expected::Nothing:
        return Token::Done;
    case Expected::Impossible:
        return Token::Broken;
    }
    Q_UNREACHABLE();
}

void JsonTokenReader::skipWhitespace()
{
    while (m_position < m_bytes.size()) {
        const char byte = m_bytes[m_position];
        if (byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t')
            return;
        ++m_position;
    }
}

bool JsonTokenReader::take(char byte)
{
    if (m_position >= m_bytes.size() || m_bytes[m_position] != byte)
        return false;
    ++m_position;
    return true;
}

JsonTokenReader::Token JsonTokenReader::open(bool object)
{
    if (m_outside + m_nesting >= MaxNesting)
        return broken();
    m_value = {object ? Filter::JsonValueView::Kind::Object : Filter::JsonValueView::Kind::Array,
               m_bytes.substr(m_position, 1)};
    ++m_position;
    m_inObject[static_cast<std::size_t>(m_nesting)] = object;
    ++m_nesting;
    m_expected = object ? Expected::FirstMember : Expected::FirstElement;
    return object ? Token::BeginObject : Token::BeginArray;
}

JsonTokenReader::Token JsonTokenReader::close()
{
    --m_nesting;
    m_expected = m_nesting > 0 ? Expected::CommaOrEnd : Expected::Nothing;
    return Token::End;
}

JsonTokenReader::Token JsonTokenReader::readName()
{
    const auto name = JsonCursor(m_bytes.substr(m_position)).takeString();
    if (!name)
        return broken();
    m_position += name->size();
    skipWhitespace();
    if (!take(':'))
        return broken();
    m_value = {Filter::JsonValueView::Kind::String, *name};
    m_expected = Expected::Value;
    return Token::Name;
}

JsonTokenReader::Token JsonTokenReader::readValue()
{
    if (peek() == '{' || peek() == '[')
        return open(peek() == '{');
    const auto scalar = JsonCursor(m_bytes.substr(m_position)).takeValue();
    if (!scalar)
        return broken();
    m_position += scalar->token.size();
    m_value = *scalar;
    m_expected = m_nesting > 0 ? Expected::CommaOrEnd : Expected::Nothing;
    return Token::Scalar;
}

JsonTokenReader::Token JsonTokenReader::broken()
{
    m_position = m_from;
    m_expected = Expected::Impossible;
    return Token::Broken;
}

} // namespace Trailglass
