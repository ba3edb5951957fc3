// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QString>

namespace Trailglass {

/// Spells a tree out for comparison, independent of the canonical text: `and(actor : 'bob', not(text 'x'))`.
///
/// Literal texts stand in `'…'`, patterns in `pattern(…)` with the literal `*` and `?` after a backslash.
[[nodiscard]] QString describe(const Filter::NodePointer &tree);

/// The tree of \a expression likewise, or `error at POSITION: MESSAGE`.
[[nodiscard]] QString describeParsed(const QString &expression);

} // namespace Trailglass
