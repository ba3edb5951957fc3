// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Filter {

/// A byte sequence whose parts may have several forms each, searched for at memory speed.
///
/// Finds candidates by two of the bytes, at sixteen offsets per step, then compares the whole pattern.
/// \thread any
class BytePattern
{
public:
    /// One unit of the pattern (a code point): alternatives of the same length, at least one.
    using Unit = std::vector<std::string>;

    BytePattern() = default;
    explicit BytePattern(std::vector<Unit> units);

    static constexpr std::size_t NotFound = std::string_view::npos;

    /// The first offset, at least \a start, at which the pattern occurs, or NotFound. An empty pattern occurs
    /// everywhere.
    [[nodiscard]] std::size_t find(std::string_view bytes, std::size_t start = 0) const;
    [[nodiscard]] bool occursIn(std::string_view bytes) const { return find(bytes) != NotFound; }
    /// In bytes.
    [[nodiscard]] std::size_t length() const { return m_length; }

private:
    /// An offset in the pattern by which candidates are found, and the one or two bytes that may occur there.
    struct Anchor
    {
        std::size_t offset = 0;
        std::uint8_t first = 0;
        std::uint8_t second = 0;
    };

    using Forms = std::vector<std::uint8_t>;

    [[nodiscard]] bool matchesAt(const char *place) const;
    [[nodiscard]] bool unitsMatchAt(const char *place) const;
    [[nodiscard]] std::size_t findOneByOne(std::string_view bytes, std::size_t start) const;
    void chooseAnchors(const std::vector<Forms> &forms);

    std::vector<Unit> m_units;
    std::vector<std::bitset<256>> m_mayStand; ///< by byte offset, by byte
    bool m_bytesDecide = true; ///< otherwise the allowed bytes alone may form no unit
    std::size_t m_length = 0;
    std::array<Anchor, 2> m_anchors;
    bool m_hasAnchors = false;
};

} // namespace Trailglass::Filter
