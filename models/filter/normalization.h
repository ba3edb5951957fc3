// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass::Filter {

// Unicode's normal form C (composed): `é` as one code point, however it was written. docs/decisions/0018

/// Whether form C keeps a code point and never combines it with the one before, so that text can be
/// normalised separately from there on. True except for combining marks, second and third parts of Hangul
/// syllables, and code points that form C replaces.
/// \thread any
[[nodiscard]] bool isSettled(char32_t codePoint);

/// Whether every code point is settled, which means the text is in form C. Reads ASCII and Latin letters at
/// memory speed. A byte that starts no valid sequence counts as U+FFFD.
[[nodiscard]] bool isSettled(std::string_view utf8);

/// A conservative isSettled() that looks at bytes only, at memory speed.
/// \returns false if it cannot be decided
[[nodiscard]] bool isSurelySettled(std::string_view utf8);

/// Whether form C composes this code point from several others.
[[nodiscard]] bool isComposition(char32_t codePoint);

/// The code points that form C replaces by texts that contain \a codePoint, e.g. U+037E for `;`.
[[nodiscard]] std::u32string_view replacedBy(char32_t codePoint);

/// The text in form C. Linear in the length, except for sorting many marks on one letter.
[[nodiscard]] std::u32string composed(std::u32string_view text);

/// The text with every code point decomposed (form D, except for the order of marks).
[[nodiscard]] std::u32string takenApart(std::u32string_view text);

} // namespace Trailglass::Filter
