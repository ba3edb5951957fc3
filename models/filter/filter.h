// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"

#include <functional>
#include <optional>
#include <unordered_map>

namespace Trailglass::Filter {

/// \source docs/decisions/0007-filter-language.md
/// Of an expression, as UTF-8; and of all presets it refers to together, each counted once per reference.
inline constexpr qsizetype MaxBytes = 65'536;
inline constexpr int MaxDepth = 100; ///< of nested parentheses, and of an expanded tree
/// Terms and texts together, presets expanded; an empty preset counts as one.
inline constexpr int MaxTerms = 1'000;
inline constexpr int MaxValues = 10'000; ///< of all terms together, presets expanded
inline constexpr qsizetype MaxRegexLength = 1'000; ///< characters

/// An invalid expression: message, position and suggestion.
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

/// The error of a value that is valid by the grammar but not where the filter is used.
/// \see ValueRule
struct ValueProblem
{
    QString message; ///< translated, one sentence
    QString suggestion; ///< what to write in place of the value, or empty
};

/// Checks one value of a term where the filter is used.
/// \param term  only its field and comparison are used; its values may be incomplete
using ValueRule = std::function<std::optional<ValueProblem>(const Term &term, const Value &value)>;

/// A part of an expression, in UTF-16 units.
struct SourceRange
{
    qsizetype position = 0;
    qsizetype length = 0;

    friend bool operator==(const SourceRange &, const SourceRange &) = default;
};

/// Where the terms, negations and parentheses of a tree stand in the expression it was read from.
using SourceRanges = std::unordered_map<const Node *, SourceRange>;

/// Parses a filter expression (docs/decisions/0007-filter-language.md). Pure.
/// \thread any
/// \param rule  an additional check of every value; may be empty
/// \param ranges  of the nodes of the tree, with the parentheses around them; null: not wanted
[[nodiscard]] ParseResult parse(const QString &expression, const ValueRule &rule = {},
                                SourceRanges *ranges = nullptr);

/// Prints a tree so that parse(print(tree)) == tree: the canonical text.
///
/// True for every tree that parse() returns and for every tree that follows the rules in ast.h. All children
/// of other nodes (expanded empty presets) are printed as nothing, so expanded trees are for evaluation only.
[[nodiscard]] QString print(const NodePointer &tree);

/// The message and the suggestion, without the position.
[[nodiscard]] QString sentence(const SyntaxError &error);

/// The error with its position, for a terminal.
/// \returns kind Usage
[[nodiscard]] Error toError(const SyntaxError &error, const QString &expression);

/// Finds the expression of a preset; nothing if there is no such preset. An empty function knows none.
using PresetLookup = std::function<std::optional<QString>(const QString &name)>;

/// Replaces every `preset:name` by the tree of its expression, including presets in presets.
///
/// Each preset is looked up, parsed and replaced once and its node shared, so time and memory are bounded by
/// the limits above, however often presets refer to one another. Pure except for \a lookup.
/// \thread any
///
/// \returns the same tree if it refers to no preset
/// \error Usage: an unknown preset, an invalid expression in one (named), a cycle of presets (listed), or an
/// expanded tree that exceeds a limit
[[nodiscard]] Result<NodePointer> expandPresets(const NodePointer &tree, const PresetLookup &lookup);

} // namespace Trailglass::Filter
