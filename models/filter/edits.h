// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/fieldchoice.h"

#include <optional>

namespace Trailglass::Filter {

/// Edits of a tree for the filter pane, table cells and the inspector. Pure; every result follows the rules
/// of ast.h, so that parse(print(edited)) == edited within the limits of filter.h.
/// \thread any
///
/// Only terms that are children of the top And (or the whole tree) are edited; an And in the top And counts
/// as the top And. Everything else is kept unchanged.

/// Puts \a choice in place of what choiceOf() reads. Other terms of the field (ranges, patterns) are kept. A
/// tree that already has \a choice is returned unchanged.
///
/// Several included values become one term with a list: `actor:=ann,bob`. "No value" becomes `-actor:*`, and
/// together with values `(actor:=ann,bob OR -actor:*)`. Excluded: `-actor:=ann,bob`, and "no value"
/// `actor:*`. Texts are written with `:=`, which is case-sensitive and without wildcards; closed sets, times,
/// hours and addresses with `:`. This is the one spelling of values: clicks, completion and examples write it.
///
/// What was written by hand and matches more than these values (`actor:ann`) stays while all that it stands
/// for is in \a choice: bob beside it becomes `(actor:ann OR actor:=bob)`.
/// \param known  as for choiceOf()
[[nodiscard]] NodePointer withChoice(const NodePointer &tree, const FieldReference &field,
                                     const FieldChoice &choice, std::span<const FieldValue> known = {});

/// The tree, with the additional condition that \a field has exactly this value.
///
/// Conflicting parts of the field's choice are removed: the value if it is excluded, and other included
/// values. An `@path` can have many values, so there the value is added with AND to all that is included.
[[nodiscard]] NodePointer including(const NodePointer &tree, const FieldReference &field,
                                    const FieldValue &value);
/// The tree without events that have this value; it is removed from the included ones, at an `@path` from each
/// part that includes it.
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
