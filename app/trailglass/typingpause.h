// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/resultrequest.h"

#include <chrono>
#include <optional>

namespace Trailglass {

/// How long a filter waits for the next key before it is run, or before something is counted for it: not at all where
/// that is quick for such filters. What a key makes outdated is cancelled.
///
/// Filters of two kinds are told apart, since they differ by a hundred times: those over coded fields, whose values the
/// index has, and those that read texts or JSON. While a field's name is typed its beginning is searched as a text, and the
/// filter that comes of it must not wait for how long that took.
/// \thread one at a time
class TypingPause
{
public:
    static constexpr std::chrono::milliseconds Pause{150}; ///< long enough for the next key
    static constexpr std::chrono::milliseconds Quick{100};

    TypingPause() = default;
    /// \param quick  in place of Quick. Tests set a longer time, so that how fast the machine is does not matter to them
    explicit TypingPause(std::chrono::milliseconds quick)
        : m_quick(quick)
    {
    }

    /// Remembers how long a complete result took. Those of a server are never quick: it gets no request that may be outdated at
    /// once.
    void note(const QueryResult &result);
    /// Remembers how long something else took that was done for a filter.
    void note(const Filter::NodePointer &tree, std::chrono::milliseconds duration);

    /// \param tree     the filter that is typed
    /// \param running  the filter of the query that has not ended; null: there is none. One that reads texts gives way at once to
    /// one that reads none.
    /// \returns 0 or Pause
    [[nodiscard]] std::chrono::milliseconds before(const Filter::NodePointer &tree,
                                                   const Filter::NodePointer &running) const;

private:
    std::chrono::milliseconds m_quick = Quick;
    std::optional<std::chrono::milliseconds> m_coded; ///< the last one over coded fields
    std::optional<std::chrono::milliseconds> m_others; ///< the last other one
};

} // namespace Trailglass
