// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"

#include <QStringList>

namespace Trailglass::Filter {

/// The canonical text of a field: `actor.email`, `hour`, `@items[*].id`. Column headers and JSON keys use it
/// too.
[[nodiscard]] QString fieldReferenceName(const FieldReference &field);

/// Reads one field, alias or `@path`, as in `--columns created,actor,@details.new_value`.
///
/// Fields and aliases ignore case.
/// \returns the field, or an error with the nearest name as suggestion
[[nodiscard]] std::variant<FieldReference, SyntaxError> parseFieldReference(const QString &text);

/// The parts of a list such as `created,actor,@items[0].id`, without whitespace around them.
///
/// Commas inside the quotes of a path belong to it. An empty list is one empty part.
[[nodiscard]] QStringList splitFieldList(const QString &list);

/// Reads one part of such a list.
/// \error Usage: an empty part, or no field, with the nearest name
[[nodiscard]] Result<FieldReference> readListedField(const QString &part);

/// A field by name or alias, ignoring case; no `@path`.
[[nodiscard]] std::optional<FieldReference> fieldByName(const QString &nameOrAlias);

/// Whether events can be counted and sorted by a field: not by what reviewers say of them.
[[nodiscard]] bool canBeCounted(const FieldReference &field);

/// The error for a field that canBeCounted() refuses.
[[nodiscard]] Error notCountable(const FieldReference &field);

/// Every name that a filter accepts before an operator: fields, derived fields, aliases and `preset`.
[[nodiscard]] const QStringList &knownFieldNames();

} // namespace Trailglass::Filter
