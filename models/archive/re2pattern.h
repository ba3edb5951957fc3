// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QString>

#include <string>
#include <variant>

namespace Trailglass {

/// Why the server of an archive cannot evaluate a regular expression as PCRE2 does.
enum class Re2Obstacle
{
    LookAround,
    BackReference,
    Atomic, ///< atomic groups and possessive quantifiers
    Group, ///< another group with a question mark: conditions, recursion, comments
    Flags, ///< inside the pattern, `(?i)`
    Verb, ///< `(*ACCEPT)`
    Escape, ///< `\B`, `\p`, `\X`, `\R`, `\K`, `\Q` and all others that RE2 reads otherwise or not at all
    InnerEnd, ///< `$` or `\Z` with more after it
    Repetition, ///< over 1,000 times, or of so much that it takes too much memory
    Set, ///< a set with a negated class, a class that has no ASCII definition, or too wide a range that ignores case
};

/// One sentence for people.
[[nodiscard]] QString obstacleText(Re2Obstacle obstacle);

/// Writes a pattern of PCRE2, as Filter::Regex compiles it, as a pattern of RE2 that is found in the same texts in form of
/// valid UTF-8.
///
/// Nothing is left to what RE2 or a server take for granted: classes are written out, letters without case are sets, `^`
/// and `$` are `\A` and `\x{a}?\z`.
/// \param regex  one that Filter::Regex::compile() accepts
/// \thread any
[[nodiscard]] std::variant<std::string, Re2Obstacle> re2Pattern(const Filter::RegexValue &regex);

} // namespace Trailglass
