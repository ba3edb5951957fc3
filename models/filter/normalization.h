// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass::Filter {

// Unicode's normal form C (composed): `é` as one code point, however it was written. docs/decisions/0018

/// Whether a code point stays as it is in form C and joins nothing before it, so that a range beginning with
/// it is normalised by itself. True for all but marks that combine, second and third parts of Hangul
/// syllables, and code points that form C replaces.
/// \thread any
[[nodiscard]] bool isSettled(char32_t codePoint);

/// Whether every code point is settled, and the text thus in form C. Reads ASCII and Latin letters at memory
/// speed. A byte that begins no valid sequence counts as U+FFFD.
[[nodiscard]] bool isSettled(std::string_view utf8);

/// Whether isSettled() is true already by the bytes: reads at memory speed.
/// \returns false in doubt
[[nodiscard]] bool isSurelySettled(std::string_view utf8);

/// Whether form C makes this code point out of several others.
[[nodiscard]] bool isComposition(char32_t codePoint);

/// The code points that form C replaces by texts that hold \a codePoint, e.g. U+037E for `;`.
[[nodiscard]] std::u32string_view replacedBy(char32_t codePoint);

/// The text in form C. Time grows with the text, and with the sorting of many marks on one letter.
[[nodiscard]] std::u32string composed(std::u32string_view text);

/// The text with every code point taken apart (form D, but for the order of marks).
[[nodiscard]] std::u32string takenApart(std::u32string_view text);

} // namespace Trailglass::Filter
