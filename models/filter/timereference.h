// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/timefield.h"
#include "models/filter/ast.h"

namespace Trailglass::Filter {

/// Whether \a field is a stored field that holds a moment; what is derived from one, and a `@path`, is not.
[[nodiscard]] inline bool isTime(const FieldReference &field)
{
    const Field *const stored = std::get_if<Field>(&field);
    return stored && isTime(*stored);
}

} // namespace Trailglass::Filter
