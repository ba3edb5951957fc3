// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"

namespace Trailglass {

/// Whether a field holds a moment, int64 microseconds UTC, and not a text.
[[nodiscard]] constexpr bool isTime(Field field)
{
    return field == Field::Created || field == Field::Received;
}

} // namespace Trailglass
