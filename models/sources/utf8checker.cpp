// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/utf8checker.h"

namespace Trailglass {

bool Utf8Checker::accept(char byte)
{
    const auto value = static_cast<quint8>(byte);
    if (m_missing > 0) {
        const bool fits = value >= m_least && value <= m_greatest;
        --m_missing;
        m_least = 0x80;
        m_greatest = 0xBF;
        return fits;
    }
    if (value < 0x80)
        return true;
    if (value < 0xC2 || value > 0xF4)
        return false;
    m_missing = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
    m_least = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
    m_greatest = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
    return true;
}

std::size_t findInvalidUtf8(std::string_view text)
{
    Utf8Checker checker;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!checker.accept(text[i]))
            return i;
    }
    return std::string_view::npos;
}

} // namespace Trailglass
