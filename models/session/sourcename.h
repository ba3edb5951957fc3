// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

namespace Trailglass {

/// A name for a source: 1 to 100 characters, none of them a control character, no blank at either end.
/// Pure; \thread any \error Usage
[[nodiscard]] Result<void> checkSourceName(const QString &name);

} // namespace Trailglass
