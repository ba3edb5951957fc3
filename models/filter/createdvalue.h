// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/zonecalendar.h"

namespace Trailglass::Filter {

/// The shortest value of `created:` that means exactly [\a from, \a to): `2026-11`, `2026-11-20`,
/// `2026-11-16..2026-11-20`, `2026-11-20T09:00..2026-11-20T11:59`, in the display zone, or in UTC where the
/// same local times occur twice.
///
/// Pure.
/// \thread that of \a calendar
/// \param calendar  of the display zone
/// \pre from < to, both within years 1 … 9999
[[nodiscard]] Value createdValue(UtcMicros from, UtcMicros to, const ZoneCalendar &calendar);

/// The terms of `created` at the top of a tree that withCreated() would replace, in order.
[[nodiscard]] std::vector<NodePointer> createdTerms(const NodePointer &tree);
/// Puts \a terms in place of createdTerms(). Other parts of the tree are kept.
[[nodiscard]] NodePointer withCreatedTerms(const NodePointer &tree, const std::vector<NodePointer> &terms);

} // namespace Trailglass::Filter
