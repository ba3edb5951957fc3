// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/querycontext.h"

#include <string>

namespace Trailglass::Filter {

/// A key that two filters share only if they match the same events, now and later: the canonical text, the
/// display zone, QueryContext::now if a relative time depends on it, and likewise what was reviewed and which marks
/// and notes there are.
///
/// \param tree  with presets expanded
/// \thread any
[[nodiscard]] std::string identityOf(const NodePointer &tree, const QueryContext &context);

} // namespace Trailglass::Filter
