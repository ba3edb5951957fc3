// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <random>
#include <string>

namespace Trailglass {

/// Writes valid JSON of every form RFC 8259 allows, at random. The same seed gives the same texts.
class JsonGenerator
{
public:
    explicit JsonGenerator(std::uint64_t seed)
        : m_random(seed)
    {
    }

    /// A value without whitespace around it, but possibly inside. No newlines when \a onOneLine.
    [[nodiscard]] std::string value(int depthLeft = 5, bool onOneLine = false);
    [[nodiscard]] std::string string();
    [[nodiscard]] std::string number();
    [[nodiscard]] std::string whitespace(bool onOneLine = false);

    /// 0 ≤ result < \a end
    [[nodiscard]] std::size_t below(std::size_t end) { return m_random() % end; }

private:
    [[nodiscard]] std::string digits(std::size_t least);
    [[nodiscard]] std::string members(int depthLeft, bool onOneLine, bool named);

    std::mt19937_64 m_random;
};

} // namespace Trailglass
