// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <random>
#include <string>

namespace Trailglass::Testing {

/// Makes the JSON of events of few names and values, so that paths hit: duplicate members, arrays of arrays, JSON inside
/// strings, names with dots and quotes, texts that are numbers, times, addresses, or not in normal form C. The same for the
/// same seed.
class NestedJson
{
public:
    explicit NestedJson(std::uint64_t seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] std::string object(int depth = 4);

    /// Up to four names of the same pool, with indexes.
    [[nodiscard]] Filter::JsonPath path();

    /// The text of one of the strings.
    [[nodiscard]] std::string text();

    /// 0 ≤ result < \a end
    [[nodiscard]] std::size_t below(std::size_t end) { return m_random() % end; }

private:
    [[nodiscard]] std::string value(int depth);
    [[nodiscard]] std::string name();
    [[nodiscard]] std::string scalar();

    std::mt19937_64 m_random;
};

} // namespace Trailglass::Testing
