// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/jsonpathreader.h"

#include <bitset>
#include <cstddef>
#include <string_view>

namespace Trailglass {

/// Reads JSON token by token, so that the work can stop after any of them and go on later. Never recursive.
///
/// Checks the grammar of RFC 8259 (not the UTF-8) and takes nesting beyond the limit for a mistake. Tokens
/// are views into the bytes, which must outlive them.
/// \thread any, one at a time
class JsonTokenReader
{
public:
    static constexpr int MaxNesting = 1'000;

    enum class Token
    {
        BeginObject,
        BeginArray,
        End, ///< of the innermost object or array
        Name, ///< of a member, its colon included in what is read
        Scalar, ///< string, number, `true`, `false`, `null`
        Done, ///< the value is complete; what follows it is not read
        Broken, ///< no JSON from position() on; nothing else comes any more
    };

    /// \param nesting  how deep the value itself lies already
    explicit JsonTokenReader(std::string_view bytes, int nesting = 0);

    Token next();

    /// The bytes of the last Name or Scalar, quotes included; of a Begin its bracket.
    [[nodiscard]] const Filter::JsonValueView &value() const { return m_value; }
    /// Where the last token starts and where the next one is looked for.
    [[nodiscard]] std::size_t start() const { return m_start; }
    [[nodiscard]] std::size_t position() const { return m_position; }
    /// Objects and arrays of these bytes that are open.
    [[nodiscard]] int nesting() const { return m_nesting; }

private:
    enum class Expected
    {
        Value,
        FirstMember,
        FirstElement,
        CommaOrEnd,
        Nothing,
        Impossible
    };

    void skipWhitespace();
    [[nodiscard]] char peek() const { return m_position < m_bytes.size() ? m_bytes[m_position] : '\0'; }
    bool take(char byte);
    Token open(bool object);
    Token close();
    Token readName();
    Token readValue();
    Token broken();
    [[nodiscard]] bool inObject() const { return m_inObject[static_cast<std::size_t>(m_nesting - 1)]; }

    std::string_view m_bytes;
    std::size_t m_start = 0;
    std::size_t m_from = 0; ///< the same with the comma in front
    std::size_t m_position = 0;
    Filter::JsonValueView m_value;
    Expected m_expected = Expected::Value;
    int m_outside;
    int m_nesting = 0;
    std::bitset<MaxNesting> m_inObject;
};

} // namespace Trailglass
