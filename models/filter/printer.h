// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QString>

namespace Trailglass::Filter {

/// `@items[*].id`, segments quoted where they must be.
[[nodiscard]] QString pathText(const JsonPath &path);

/// One value as written after the operator, quoted if necessary. A pattern may need parentheses around it.
[[nodiscard]] QString valueText(const Value &value);

/// In quotes, inner ones doubled.
[[nodiscard]] QString quotedText(const QString &text);

/// Whether a child of \a parent needs parentheses to be parsed back the same.
[[nodiscard]] bool needsParentheses(const Node &parent, const Node &child);

} // namespace Trailglass::Filter
