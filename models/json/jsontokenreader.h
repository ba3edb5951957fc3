// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsonvalidator.h"
#include "models/json/jsonvalue.h"

#include <optional>
#include <string_view>

namespace Trailglass {

/// Reads a JSON text in memory token by token, or value by value. The work can stop after any token and
/// continue later. Never recursive.
///
/// Checks what JsonValidator checks; nesting deeper than MaxJsonDepth is an error like any other. Tokens are
/// views into the bytes, which must outlive them.
/// \thread any, one at a time
class JsonTokenReader
{
public:
    enum class Token
    {
        BeginObject,
        BeginArray,
        End, ///< of the innermost object or array
        Name, ///< of a member; its colon has been read, too
        Scalar, ///< string, number, `true`, `false`, `null`
        Done, ///< the value is complete; bytes after it are not read
        Broken, ///< invalid JSON from position() on; every further token is Broken
    };

    /// \param nesting  objects and arrays around the value
    explicit JsonTokenReader(std::string_view bytes, int nesting = 0);

    Token next();

    /// Reads to the end of the value whose first token (a Begin or Scalar) was read last.
    /// \returns all its bytes; nothing if it is broken, and then next() returns Broken
    std::optional<JsonValueView> finishValue();

    /// The bytes of the last Name or Scalar, including quotes; of a Begin its bracket.
    [[nodiscard]] const JsonValueView &value() const { return m_value; }
    /// Offset of the last token.
    [[nodiscard]] std::size_t start() const { return m_start; }
    /// Offset after the last token.
    [[nodiscard]] std::size_t position() const { return m_position; }
    /// Objects and arrays of these bytes that are open.
    [[nodiscard]] int nesting() const { return static_cast<int>(m_validator.brackets().depth()); }

private:
    void skipWhitespace();
    [[nodiscard]] std::string_view rest() const { return m_bytes.substr(m_position); }
    bool readToken();
    Token takeString(std::size_t taken, Token token);
    Token broken();

    std::string_view m_bytes;
    JsonValidator m_validator;
    std::size_t m_start = 0;
    std::size_t m_position = 0;
    JsonValueView m_value;
};

/// The value at the start of \a bytes, whatever follows it.
/// \returns nothing if it is invalid or incomplete
/// \thread any
[[nodiscard]] std::optional<JsonValueView> firstValue(std::string_view bytes);

} // namespace Trailglass
