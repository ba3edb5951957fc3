// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/filter/ast.h"
#include "models/filter/match.h"
#include "models/filter/searchtime.h"

#include <string>
#include <string_view>

namespace Trailglass::Filter {

/// A text with `*` (any text) and `?` (one code point), matched against a whole value ignoring case and how
/// letters are composed. Each part between wildcards is normalised separately.
/// \thread any, const
class WildcardPattern
{
public:
    explicit WildcardPattern(const TextValue &value);

    /// At worst quadratic.
    /// \param cancel  checked while matching
    /// \param time    what the searches in one event may take; checked while matching
    /// \returns LimitPassed after a hundred million comparisons (a tenth of a second), when the time is up, and
    /// when cancelled
    [[nodiscard]] Match matches(std::string_view utf8, const CancelToken &cancel, SearchTime &time) const;

private:
    std::u32string m_pattern; ///< folded, with the marks below
};

} // namespace Trailglass::Filter
