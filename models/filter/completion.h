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
        Nothing, ///< inside quotes, a regex, an operator, a path
        NameOfField, ///< any word may become one
        ValueOfField, ///< of \c field
        NameOfPreset, ///< after `preset:`
    };
    Kind kind = Kind::Nothing;
    QString typed; ///< from its start to the cursor, un-escaped and without its quotes
    qsizetype start =
        0; ///< of the text that a choice replaces: all of it, including what is after the cursor
    qsizetype length = 0;
    FieldReference field = Field::Source; ///< of a ValueOfField
    Comparison comparison = Comparison::Matches; ///< of a ValueOfField
    bool hasOperator = false; ///< the name already has one
    bool needsSpace = false; ///< otherwise the text after it would join the choice

    friend bool operator==(const CompletionPlace &, const CompletionPlace &) = default;
};

/// Reads \a text up to \a cursor, 0 … its length, as parse() would, and continues after errors. Pure, linear.
/// \thread any
[[nodiscard]] CompletionPlace completionPlace(const QString &text, qsizetype cursor);

/// How a value, or the name of a preset, is written in place of what is being typed: quoted as print() does,
/// followed by a space where one is needed. It then means exactly this value, character for character.
///
/// \param value  for `created`, `received` and `hour` a word of the language, such as `-7d`; otherwise
/// literal
/// \returns nothing for a value that cannot be written there: an empty text, no member of a closed set, a
/// text after `:>`
[[nodiscard]] std::optional<QString> completingValue(const CompletionPlace &place, const QString &value);

/// How a field is written in place of what is being typed.
///
/// \param operatorText  one of operatorsOf(); omitted if the name already has an operator
[[nodiscard]] QString completingName(const CompletionPlace &place, const QString &name,
                                     const QString &operatorText);

/// The operators that a field supports, most common first.
[[nodiscard]] QStringList operatorsOf(const FieldReference &field);

} // namespace Trailglass::Filter
