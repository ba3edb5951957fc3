// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

/// Whether a character is one that emoji are made of: Unicode's Extended_Pictographic. Pure.
/// \thread any
[[nodiscard]] bool isPictograph(char32_t point);

/// The modifiers after an emoji of a person: U+1F3FB … U+1F3FF.
[[nodiscard]] bool isSkinTone(char32_t point);

} // namespace Trailglass
