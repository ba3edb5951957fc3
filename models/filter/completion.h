// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QStringList>

#include <optional>

namespace Trailglass::Filter {

/// What is being typed where the cursor stands in a filter, finished or not. Positions are UTF-16 units.
struct CompletionPlace
{
    enum class Kind
    {
        Nothing, ///< inside quotes, a regex, an operator, a path
        NameOfField, ///< any word may become one
        ValueOfField, ///< of \c field
        NameOfPreset, ///< behind `preset:`
    };
    Kind kind = Kind::Nothing;
    QString typed; ///< from its start to the cursor, un-escaped and without its quotes
    qsizetype start = 0; ///< of what a choice takes the place of: all of it, also behind the cursor
    qsizetype length = 0;
    FieldReference field = Field::Source; ///< of a ValueOfField
    Comparison comparison = Comparison::Matches; ///< of a ValueOfField
    bool hasOperator = false; ///< one follows the name already
    bool needsSpace = false; ///< what follows would stick to the choice

    friend bool operator==(const CompletionPlace &, const CompletionPlace &) = default;
};

/// Reads \a text up to \a cursor, 0 … its length, as parse() would, and goes on where parse() gives up. Pure,
/// linear;
/// \thread any
[[nodiscard]] CompletionPlace completionPlace(const QString &text, qsizetype cursor);

/// How a value, or the name of a preset, is written in place of what is being typed: quoted as print() does,
/// with a blank behind it where one is needed. What it then says is this value, character for character.
///
/// \param value  of `created`, `received` and `hour` a word of the language, such as `-7d`; else literal
/// \returns nothing for what cannot be said there: an empty text, no member of a closed set, a text behind
/// `:>`
[[nodiscard]] std::optional<QString> completingValue(const CompletionPlace &place, const QString &value);

/// How a field is written in place of what is being typed.
///
/// \param operatorText  as of operatorsOf(); left out where an operator follows already
[[nodiscard]] QString completingName(const CompletionPlace &place, const QString &name,
                                     const QString &operatorText);

/// The operators that go with a field, most common first.
[[nodiscard]] QStringList operatorsOf(const FieldReference &field);

} // namespace Trailglass::Filter
