// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace Trailglass {

/// Choices out of some bytes; zeros when they are used up.
class Choices
{
public:
    explicit Choices(std::span<const std::uint8_t> bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool isOver() const { return m_rest.empty(); }

    /// \param end  1 … 65,536
    [[nodiscard]] std::size_t below(std::size_t end)
    {
        std::size_t value = 0;
        for (int byte = 0; byte < 2 && !m_rest.empty(); ++byte) {
            value = value << 8 | m_rest.front();
            m_rest = m_rest.subspan(1);
        }
        return value % end;
    }

private:
    std::span<const std::uint8_t> m_rest;
};

} // namespace Trailglass
