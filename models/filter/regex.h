// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/match.h"

#include <memory>
#include <string_view>

namespace Trailglass::Filter {

/// A compiled `/pattern/`: PCRE on UTF-8, with a bound on the work of each search (docs/decisions/0017).
/// \thread any, const; copies share the compiled pattern
class Regex
{
public:
    /// Fast enough for each key press: machine code is made by the first search.
    ///
    /// \error Usage, with what PCRE says: a broken pattern, or one that starts with `(*` and could lift a
    /// limit
    static Result<Regex> compile(const RegexValue &regex);

    /// Whether the pattern matches somewhere in \a text, as it is stored: neither case nor composition of
    /// letters is changed. Invalid UTF-8 reads as U+FFFD.
    ///
    /// \param cancel  looked at while the search runs
    /// \returns LimitPassed after half a second, after a million back-tracking steps from one start, and when
    /// cancelled (within 100 ms, whatever the pattern and the text)
    [[nodiscard]] Match search(std::string_view text, const CancelToken &cancel) const;

private:
    class Programs;

    explicit Regex(std::shared_ptr<Programs> programs)
        : m_programs(std::move(programs))
    {
    }

    std::shared_ptr<Programs> m_programs;
};

} // namespace Trailglass::Filter
