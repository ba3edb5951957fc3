// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/query/filter/ast.h"

#include <QRegularExpression>

namespace Trailglass::Filter {

/// Compiles a `/pattern/` with a limit on the work of one match in front.
///
/// \error Usage, with what PCRE says: a broken pattern, or one that starts with `(*` and could lift the limit
/// \thread any
[[nodiscard]] Result<QRegularExpression> compileRegex(const RegexValue &regex);

} // namespace Trailglass::Filter
