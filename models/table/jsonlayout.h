// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsontokenreader.h"

#include <string>
#include <string_view>

namespace Trailglass {

/// Lays JSON out on indented lines, in portions: every token as it was received, only the whitespace between
/// them are new.
///
/// What is no JSON follows as it is, on a line of its own.
/// \thread any, one at a time
class JsonLayout
{
public:
    static constexpr int Indentation = 2;
    /// Deeper lines are not indented further: they would be longer than what stands on them.
    static constexpr int MaxIndented = 40;

    /// \param json  outlives this object
    explicit JsonLayout(std::string_view json);

    /// Writes at most \a bytes more, or a little over; may end within a character.
    /// \returns empty at the end
    [[nodiscard]] std::string next(std::size_t bytes);

private:
    void layToken(std::string &out);
    void separate(std::string &out, int level);
    static void breakLine(std::string &out, int level);

    std::string_view m_json;
    JsonTokenReader m_reader;
    std::string_view m_pending; ///< of a token that did not fit
    bool m_afterName = false;
    bool m_first = true; ///< of its object or array
    bool m_ended = false;
};

} // namespace Trailglass
