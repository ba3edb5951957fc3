// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

// The numbers that an import appends to names of presets. All are pure.

/// `name (2)`: the name gives way where both would be too long.
[[nodiscard]] QString numberedName(const QString &name, int number);

/// The name without the number that an import gave it.
[[nodiscard]] QString withoutNumber(const QString &name);

/// As much of the name as is left whatever number it gets.
[[nodiscard]] QString besideAnyNumber(const QString &name);

/// What a name and all that an import makes of it have in common: it may be cut for a number, also within the number of
/// an import before.
[[nodiscard]] QString baseName(const QString &name);

} // namespace Trailglass
