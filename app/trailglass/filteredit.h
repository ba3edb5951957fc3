// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "views/common/filterintent.h"

namespace Trailglass {

/// A filter with what \a edit does to it. Pure.
/// \thread any
[[nodiscard]] Filter::NodePointer edited(const Filter::NodePointer &tree, FilterEdit edit,
                                         const Filter::FieldReference &field,
                                         const Filter::FieldValue &value);

/// A filter for the events that match both of two. Pure.
/// \thread any
[[nodiscard]] Filter::NodePointer bothOf(const Filter::NodePointer &tree, const Filter::NodePointer &other);

} // namespace Trailglass
