// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

namespace Trailglass {

/// Whether a text may name a source: 1 to 100 characters, no control characters, no spaces at the ends. Pure.
/// \thread any
/// \error Usage
[[nodiscard]] Result<void> checkSourceName(const QString &name);

} // namespace Trailglass
