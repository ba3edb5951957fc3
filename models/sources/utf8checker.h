// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <string_view>

namespace Trailglass {

/// Checks UTF-8 a byte at a time: no overlong forms, no surrogates, nothing above U+10FFFF.
///
/// For places where bytes arrive one by one, and to find where a longer text goes wrong.
/// \source Unicode 15 table 3-7
class Utf8Checker
{
public:
    /// \returns false when \a byte cannot follow what came before; the checker is then of no further use
    [[nodiscard]] bool accept(char byte);

private:
    quint8 m_missing = 0; ///< continuation bytes still to come
    quint8 m_least = 0x80; ///< of the next continuation byte
    quint8 m_greatest = 0xBF;
};

/// The index of the first byte that cannot stand where it stands; npos when there is none. A sequence that is
/// cut off by the end of \a text is not one.
[[nodiscard]] std::size_t findInvalidUtf8(std::string_view text);

} // namespace Trailglass
