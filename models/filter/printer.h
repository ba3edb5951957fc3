// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QString>

namespace Trailglass::Filter {

/// `@items[*].id`, segments quoted where they must be.
[[nodiscard]] QString pathText(const JsonPath &path);

/// One value as it stands after the operator, quoted where it must be. A pattern may need parentheses around
/// it.
[[nodiscard]] QString valueText(const Value &value);

/// In quotes, inner ones doubled.
[[nodiscard]] QString quotedText(const QString &text);

/// Whether a child must stand in parentheses to stay what it is under \a parent.
[[nodiscard]] bool needsParentheses(const Node &parent, const Node &child);

} // namespace Trailglass::Filter
