// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <optional>
#include <string>
#include <vector>

namespace Trailglass::Filter {

/// Changes of a tree as a filter pane, a cell or an inspector makes them. Pure; every result holds to the
/// rules of ast.h, so that parse(print(edited)) == edited within the limits of filter.h.
/// \thread any
///
/// Edits touch only terms that stand directly in the top And (or are the whole tree); an And in the top And
/// counts as the top And. Whatever else the analyst wrote is kept as it is.

/// One chosen value of a field, valid UTF-8 and taken literally; nothing (or an empty text): rows without a
/// value. A value that a closed set, an hour or a time can never have is left out of what is written.
using FieldValue = std::optional<std::string>;

/// What the top of a tree says of one field. Each value once, rows without a value last.
struct FieldChoice
{
    std::vector<FieldValue> included; ///< any of these; empty: no restriction
    std::vector<FieldValue> excluded;

    friend bool operator==(const FieldChoice &, const FieldChoice &) = default;
};

/// Reads the values that withChoice() writes for \a field, and those written by hand in the same form.
///
/// Where several terms include values the first is read.
[[nodiscard]] FieldChoice choiceOf(const NodePointer &tree, const FieldReference &field);

/// Puts \a choice in place of what choiceOf() reads. Other terms of the field (ranges, patterns) stay. A tree
/// that says \a choice already stays as it is.
///
/// Several included values become one term with a list: `actor:=ann,bob`. "No value" becomes `-actor:*`, and
/// together with values `(actor:=ann,bob OR -actor:*)`. Excluded: `-actor:=ann,bob`, and "no value"
/// `actor:*`. Texts are written with `:=`, so case and wildcards mean nothing; closed sets, times, hours and
/// addresses with `:`.
[[nodiscard]] NodePointer withChoice(const NodePointer &tree, const FieldReference &field,
                                     const FieldChoice &choice);

/// The tree and \a field has exactly this value, beside whatever else holds.
///
/// What contradicts it in the choice of the field goes: the value among the excluded, and other included
/// values; but an `@path` can have many values, so there the value joins the others with AND.
[[nodiscard]] NodePointer including(const NodePointer &tree, const FieldReference &field,
                                    const FieldValue &value);
/// The tree without this value, which leaves the included ones.
[[nodiscard]] NodePointer excluding(const NodePointer &tree, const FieldReference &field,
                                    const FieldValue &value);
/// This value in place of any others of the field, ranges and patterns included.
[[nodiscard]] NodePointer withOnly(const NodePointer &tree, const FieldReference &field,
                                   const FieldValue &value);

/// Without the terms that include or exclude values of \a field, ranges included.
[[nodiscard]] NodePointer withoutField(const NodePointer &tree, const FieldReference &field);

/// The term of `created` at the top, when there is exactly one with one value and `:`. Negated ones do not
/// count.
[[nodiscard]] std::optional<Value> createdValueOf(const NodePointer &tree);
/// Puts one `created:value` in place of every term of `created` at the top; nothing takes them away. Negated
/// ones stay.
[[nodiscard]] NodePointer withCreated(const NodePointer &tree, const std::optional<Value> &value);

} // namespace Trailglass::Filter
