// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsontokenreader.h"

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// A member or element, found as soon as its value starts.
struct JsonChild
{
    std::string_view name; ///< including quotes; empty for an element
    JsonValueView value; ///< of an object or array the opening bracket only
    std::size_t start = 0; ///< offset of the value in the scanned bytes
};

/// Finds the direct children of one value in steps of bounded work: a child of any size can be skipped in
/// several calls. A scalar is its own only child.
/// \thread any, one at a time
class JsonChildScanner
{
public:
    enum class State
    {
        Scanning,
        Ended,
        Broken, ///< invalid JSON
    };

    /// \param bytes  start with the value; bytes after it are ignored
    /// \param nesting  objects and arrays around the value
    JsonChildScanner(std::string_view bytes, int nesting);

    /// The next child; nothing when \a budget is used up or the state is no longer Scanning. Reads at least
    /// one token.
    /// \param budget  in bytes; reduced by what was read
    std::optional<JsonChild> next(std::size_t &budget);

    [[nodiscard]] State state() const { return m_state; }
    /// Offset after the value, once Ended.
    [[nodiscard]] std::size_t end() const { return m_reader.position(); }

private:
    std::optional<JsonChild> take(JsonTokenReader::Token token);

    JsonTokenReader m_reader;
    State m_state = State::Scanning;
    std::string_view m_name;
};

/// The text of a JSON string that contains a JSON object or array and nothing else but whitespace around it.
/// \param token  including quotes
/// \thread any
[[nodiscard]] std::optional<std::string> jsonInside(std::string_view token);

/// A cheap test by the first bytes: never false for a string that jsonInside() reads.
/// \thread any
[[nodiscard]] bool mayHoldJson(std::string_view token);

} // namespace Trailglass
