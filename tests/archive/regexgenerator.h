// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

namespace Trailglass::Testing {

/// Makes regular expressions and texts in which they may be found, the same ones for the same seed. Not every expression
/// is valid.
class RegexGenerator
{
public:
    explicit RegexGenerator(std::uint64_t seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] Filter::RegexValue regex();
    [[nodiscard]] std::string text();

private:
    [[nodiscard]] std::size_t below(std::size_t end) { return m_random() % end; }
    [[nodiscard]] std::string alternatives(int depth);
    [[nodiscard]] std::string atom(int depth);
    [[nodiscard]] std::string set();

    std::mt19937_64 m_random;
};

} // namespace Trailglass::Testing
