// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QStringList>

#include <optional>

namespace Trailglass::Filter {

/// What is being typed at the cursor in a filter, which may be incomplete. Positions are UTF-16 units.
struct CompletionPlace
{
    enum class Kind
    {
        Nothing, ///< inside quotes, a regex, an operator, a path with an index
        NameOfField, ///< any word may become one
        NameOfPath, ///< after an `@`, which is typed too
        ValueOfField, ///< of \c field
        NameOfPreset, ///< after `preset:`
    };
    Kind kind = Kind::Nothing;
    QString typed; ///< from its start to the cursor; but for a NameOfPath un-escaped and without its quotes
    qsizetype start =
        0; ///< of the text that a choice replaces: all of it, including what is after the cursor
    qsizetype length = 0;
    FieldReference field = Field::Source; ///< of a ValueOfField
    Comparison comparison = Comparison::Matches; ///< of a ValueOfField
    bool hasOperator = false; ///< the name already has one
    bool needsSpace = false; ///< otherwise the text after it would join the choice
    /// Where the operator of a ValueOfField starts, if it says "is" and this is its only value: a choice may
    /// replace it too.
    std::optional<qsizetype> operatorStart = {};
    qsizetype termStart = 0; ///< of a ValueOfField or NameOfPath: its whole term, without a sign before it
    qsizetype termLength = 0;

    friend bool operator==(const CompletionPlace &, const CompletionPlace &) = default;
};

/// Reads \a text up to \a cursor, 0 … its length, as parse() would, and continues after errors. Pure, linear.
/// \thread any
[[nodiscard]] CompletionPlace completionPlace(const QString &text, qsizetype cursor);

/// A part of a filter and what replaces it. Positions are UTF-16 units.
struct Replacement
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString text;

    friend bool operator==(const Replacement &, const Replacement &) = default;
};

/// How a value, or the name of a preset, is written in place of what is being typed: quoted as print() does,
/// followed by a space where one is needed. It then means exactly this value, character for character.
///
/// The only value of a term is written as withChoice() writes it, with its operator: after `actor:an` the
/// value ann gives `actor:=ann`. Beside other values, after `:~` and after `!=` the operator stays.
///
/// \param value  for `created`, `received` and `hour` a word of the language, such as `-7d`; otherwise
/// literal
/// \returns nothing for a value that cannot be written there: an empty text, no member of a closed set, a
/// text after `:>`
[[nodiscard]] std::optional<Replacement> completingValue(const CompletionPlace &place, const QString &value);

/// How a field or an `@path` is written in place of what is being typed.
///
/// \param name  as fieldReferenceName() writes it
/// \param operatorText  one of operatorsOf(); omitted if the name already has an operator
[[nodiscard]] Replacement completingName(const CompletionPlace &place, const QString &name,
                                         const QString &operatorText);

/// What else an event must match: the filter without the top term that is being typed.
///
/// \param place  a ValueOfField or NameOfPath of \a text
/// \returns null if the rest cannot be read
[[nodiscard]] NodePointer restOfFilter(const QString &text, const CompletionPlace &place);

/// The operators that a field supports, most common first.
[[nodiscard]] QStringList operatorsOf(const FieldReference &field);

} // namespace Trailglass::Filter
