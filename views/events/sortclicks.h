// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

namespace Trailglass {

/// The order after a click on a column's header. Pure.
/// \thread any
///
/// The first click sorts by the column alone (times newest first, the rest rising), the second the other way
/// round, the third goes back to the default order. With \a adds (Shift) the column becomes a further key, is
/// turned round, and is taken out again; other keys stay. An order is never left empty.
[[nodiscard]] SortOrder sortAfterClick(const SortOrder &current, const Filter::FieldReference &field,
                                       bool adds);

} // namespace Trailglass
