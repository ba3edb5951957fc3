// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/filter/ast.h"

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Filter {

/// A text with `*` (any text) and `?` (one code point), matched against a whole value ignoring case. \thread
/// any, const
class WildcardPattern
{
public:
    explicit WildcardPattern(const TextValue &value);

    /// Quadratic at worst, whatever the pattern.
    [[nodiscard]] bool matches(std::string_view utf8) const;

private:
    std::u32string m_pattern; ///< folded, with the marks below
};

} // namespace Trailglass::Filter
