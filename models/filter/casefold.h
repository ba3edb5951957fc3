// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass::Filter {

/// Unicode simple case folding of one code point (CaseFolding.txt, statuses C and S): `K` (Kelvin) → `k`, `ſ`
/// → `s`, `ẞ` → `ß`. One code point always folds to one.
/// \thread any
[[nodiscard]] char32_t foldedCodePoint(char32_t codePoint);

/// Every code point that folds to \a folded, itself first.
[[nodiscard]] std::u32string foldingClass(char32_t folded);

/// The text in Unicode's normal form C with every code point folded: equal for two texts that differ only in
/// case and in how letters are composed (docs/decisions/0018).
[[nodiscard]] std::string foldedText(std::string_view utf8);
[[nodiscard]] std::u32string foldedCodePoints(std::string_view utf8);

} // namespace Trailglass::Filter
