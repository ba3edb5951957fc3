// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/jsontokenreader.h"

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// One member or element as it is found: known from its start on, before its end is.
struct JsonChild
{
    std::string_view name; ///< with its quotes; empty for an element
    Filter::JsonValueView value; ///< of an object or array the opening bracket only
    std::size_t start = 0; ///< of the value, in the scanned bytes
};

/// Finds the direct children of one value in portions: nothing inside them is kept, and a child of any size
/// can be passed over in several calls. A scalar is its own only child.
/// \thread any, one at a time
class JsonChildScanner
{
public:
    enum class State
    {
        Going, ///< there may be more
        Ended,
        Broken, ///< no JSON from brokenAt() on
    };

    /// \param bytes  from the first byte of the value on; may hold more
    /// \param nesting  of the value
    JsonChildScanner(std::string_view bytes, int nesting);

    /// The next child, or nothing when the state is another than Going or \a budget bytes are used up; reads
    /// at least one token.
    /// \param budget  less what was read
    std::optional<JsonChild> next(std::size_t &budget);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] std::size_t brokenAt() const { return m_reader.position(); }
    /// After the value, once Ended.
    [[nodiscard]] std::size_t end() const { return m_reader.position(); }

private:
    std::optional<JsonChild> take(JsonTokenReader::Token token);

    JsonTokenReader m_reader;
    State m_state = State::Going;
    std::string_view m_name;
};

/// The text of a JSON string that holds a JSON object or array and nothing else; the path reader looks
/// through the same strings.
/// \param token  with its quotes
[[nodiscard]] std::optional<std::string> jsonInside(std::string_view token);

/// Whether a string may be one, by its first bytes: never false for one that jsonInside() reads.
[[nodiscard]] bool mayHoldJson(std::string_view token);

} // namespace Trailglass
