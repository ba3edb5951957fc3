// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <optional>
#include <string>
#include <vector>

namespace Trailglass::Filter {

/// Edits of a tree for the filter pane, table cells and the inspector. Pure; every result follows the rules
/// of ast.h, so that parse(print(edited)) == edited within the limits of filter.h.
/// \thread any
///
/// Only terms that are children of the top And (or the whole tree) are edited; an And in the top And counts
/// as the top And. Everything else is kept unchanged.

/// One chosen value of a field, valid UTF-8 and taken literally; nothing (or an empty text): rows without a
/// value. A value that a closed set, an hour or a time cannot have is omitted.
using FieldValue = std::optional<std::string>;

/// The restriction of one field at the top of a tree. Each value once, rows without a value last.
struct FieldChoice
{
    std::vector<FieldValue> included; ///< any of these; empty: no restriction
    std::vector<FieldValue> excluded;

    friend bool operator==(const FieldChoice &, const FieldChoice &) = default;
};

/// Reads the values that withChoice() writes for \a field, and those written by hand in the same form.
///
/// If several terms include values, the first is read.
[[nodiscard]] FieldChoice choiceOf(const NodePointer &tree, const FieldReference &field);

/// Puts \a choice in place of what choiceOf() reads. Other terms of the field (ranges, patterns) are kept. A
/// tree that already has \a choice is returned unchanged.
///
/// Several included values become one term with a list: `actor:=ann,bob`. "No value" becomes `-actor:*`, and
/// together with values `(actor:=ann,bob OR -actor:*)`. Excluded: `-actor:=ann,bob`, and "no value"
/// `actor:*`. Texts are written with `:=`, which is case-sensitive and without wildcards; closed sets, times,
/// hours and addresses with `:`.
[[nodiscard]] NodePointer withChoice(const NodePointer &tree, const FieldReference &field,
                                     const FieldChoice &choice);

/// The tree, with the additional condition that \a field has exactly this value.
///
/// Conflicting parts of the field's choice are removed: the value if it is excluded, and other included
/// values. An `@path` can have many values, so there the value is added with AND.
[[nodiscard]] NodePointer including(const NodePointer &tree, const FieldReference &field,
                                    const FieldValue &value);
/// The tree without events that have this value; it is removed from the included ones.
[[nodiscard]] NodePointer excluding(const NodePointer &tree, const FieldReference &field,
                                    const FieldValue &value);
/// This value in place of any others of the field, ranges and patterns included.
[[nodiscard]] NodePointer withOnly(const NodePointer &tree, const FieldReference &field,
                                   const FieldValue &value);

/// Without the terms that include or exclude values of \a field, ranges included.
[[nodiscard]] NodePointer withoutField(const NodePointer &tree, const FieldReference &field);

/// The term of `created` at the top, when there is exactly one with one value and `:`. Negated terms do
/// not count.
[[nodiscard]] std::optional<Value> createdValueOf(const NodePointer &tree);
/// Replaces every term of `created` at the top by one `created:value`, or removes them if there is no value.
/// Negated terms are kept.
[[nodiscard]] NodePointer withCreated(const NodePointer &tree, const std::optional<Value> &value);

} // namespace Trailglass::Filter
