// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

namespace Trailglass {

/// Whether a filter is over coded fields and times alone: those that the index answers for every event without reading its
/// texts or its JSON, and that no reviewer can change. For such a filter a bundle states that it has all events that match.
///
/// \param tree  with presets expanded
/// \thread any; pure
[[nodiscard]] bool isOverCodedFields(const Filter::NodePointer &tree);

} // namespace Trailglass
