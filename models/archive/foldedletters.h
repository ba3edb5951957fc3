// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// One character of a text that is looked for, in every form in which a text in form C may have it.
struct FoldedLetter
{
    char32_t letter = 0; ///< one of the forms: the folded one, if it is one
    std::u32string forms; ///< ascending

    /// Whether ignoring the case of ASCII letters finds all forms and nothing else.
    [[nodiscard]] bool isPlain() const;
    [[nodiscard]] bool hasSeveralForms() const { return forms.size() > 1; }
};

/// The text as filters compare it: in form C, each character folded (docs/decisions/0018).
/// \thread any
[[nodiscard]] std::vector<FoldedLetter> foldedLetters(std::string_view utf8);

/// The letters as UTF-8, and as a pattern of RE2 for all their forms.
[[nodiscard]] std::string textOf(const std::vector<FoldedLetter> &letters);
[[nodiscard]] std::string re2PatternOf(const std::vector<FoldedLetter> &letters);

} // namespace Trailglass
