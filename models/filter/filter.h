// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"

#include <functional>
#include <optional>

namespace Trailglass::Filter {

/// \source docs/decisions/0007-filter-language.md
/// Of an expression, as UTF-8; and of the expressions of the presets it names, one as often as it is named.
inline constexpr qsizetype MaxBytes = 65'536;
inline constexpr int MaxDepth = 100; ///< of nested parentheses, and of an expanded tree
/// Terms and texts together, presets expanded; a blank preset counts as one.
inline constexpr int MaxTerms = 1'000;
inline constexpr int MaxValues = 10'000; ///< of all terms together, presets expanded
inline constexpr qsizetype MaxRegexLength = 1'000; ///< characters

/// A broken expression: what, where, and what was probably meant.
struct SyntaxError
{
    qsizetype position = 0; ///< in UTF-16 units from the start of the expression
    qsizetype length = 0; ///< ≥ 0; 0 at the end of the expression
    QString message; ///< translated, one sentence without the position
    QString suggestion; ///< the nearest correct word, or empty

    friend bool operator==(const SyntaxError &, const SyntaxError &) = default;
};

/// A tree, or the first error.
using ParseResult = std::variant<NodePointer, SyntaxError>;

/// What is wrong with a value that the language by itself allows.
/// \see ValueRule
struct ValueProblem
{
    QString message; ///< translated, one sentence
    QString suggestion; ///< what to write in place of the value, or empty
};

/// Says what is wrong with one value of a term where the filter is used, if anything.
/// \param term  its field and comparison count; its values may not be complete
using ValueRule = std::function<std::optional<ValueProblem>(const Term &term, const Value &value)>;

/// Reads a filter expression (docs/decisions/0007-filter-language.md). Pure.
/// \thread any
/// \param rule  what every value is held to besides; may be empty
[[nodiscard]] ParseResult parse(const QString &expression, const ValueRule &rule = {});

/// Prints a tree so that parse(print(tree)) == tree: the canonical text.
///
/// True for every tree that parse() makes and for every tree within the rules the comments in ast.h state. A
/// tree that is not a bare All prints All children (expanded blank presets) as nothing, so expanded trees are
/// for evaluation only.
[[nodiscard]] QString print(const NodePointer &tree);

/// What is wrong and what was probably meant, without the place.
[[nodiscard]] QString sentence(const SyntaxError &error);

/// The error as one sentence with the place, for a terminal.
/// \returns kind Usage
[[nodiscard]] Error toError(const SyntaxError &error, const QString &expression);

/// Finds the expression a preset stands for; nothing when there is no such preset.
using PresetLookup = std::function<std::optional<QString>(const QString &name)>;

/// Replaces every `preset:name` by the tree of its expression, presets within presets too.
///
/// A preset is looked up, read and replaced once and its node shared, so time and memory are bounded by the
/// limits above, whatever presets multiply to. Pure but for \a lookup;
/// \thread any
///
/// \returns the same tree when it names no preset
/// \error Usage: an unknown preset, a broken expression inside one (named), a preset that holds itself (the
/// cycle is spelled out), or a tree that is over a limit once expanded
[[nodiscard]] Result<NodePointer> expandPresets(const NodePointer &tree, const PresetLookup &lookup);

} // namespace Trailglass::Filter
