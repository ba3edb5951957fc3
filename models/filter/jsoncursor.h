// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/jsonpathreader.h"

#include <optional>
#include <string_view>

namespace Trailglass::Filter {

/// Walks over JSON bytes, checking the grammar of RFC 8259 as it goes (not the UTF-8). Never recursive, so no
/// nesting harms it; nesting beyond MaxNesting counts as a mistake. After a mistake the position is
/// unspecified.
/// \thread any
class JsonCursor
{
public:
    static constexpr int MaxNesting = 1'000;

    explicit JsonCursor(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    void skipWhitespace();
    [[nodiscard]] bool atEnd() const { return m_position == m_bytes.size(); }

    /// The byte at the position, NUL at the end.
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_bytes[m_position]; }

    /// Moves behind \a byte, blanks in front of it included.
    /// \returns false, unmoved but for blanks, if it is not there
    bool take(char byte);

    /// Moves behind a string.
    /// \returns its bytes with the quotes, nothing at a mistake
    std::optional<std::string_view> takeString();

    /// Moves behind a value of any kind, blanks in front of it included.
    /// \returns nothing at a mistake
    std::optional<JsonValueView> takeValue();

private:
    bool skipScalar();
    bool skipNumber();
    bool skipDigits();
    bool skipWord(std::string_view word);
    bool skipKey();
    bool skipNested();

    std::string_view m_bytes;
    std::size_t m_position = 0;
};

/// Whether a text is one whole JSON value.
[[nodiscard]] bool isJson(std::string_view text);

} // namespace Trailglass::Filter
