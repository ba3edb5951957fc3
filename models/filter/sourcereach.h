// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/filter/ast.h"

#include <string>

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

/// Whether an event of a source could match, judged by the terms on `source` and `vendor` alone.
///
/// \param tree  with presets expanded
/// \param source  its name
/// \returns true if it cannot be excluded
/// \thread any
[[nodiscard]] bool mayMatchSource(const NodePointer &tree, const std::string &source, Vendor vendor,
                                  const QueryContext &context);

} // namespace Trailglass::Filter
