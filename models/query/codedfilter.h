// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

namespace Trailglass {

/// Whether a filter is over coded fields and times alone: those whose values the index has for every event, so that neither
/// its texts nor its JSON are read, and that no reviewer can change.
///
/// \param tree  with presets expanded
/// \thread any; pure
[[nodiscard]] bool isOverCodedFields(const Filter::NodePointer &tree);

} // namespace Trailglass
