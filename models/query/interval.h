// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QStringView>

namespace Trailglass {

/// Reads the width of a histogram's bins: a whole number and a unit, `30s`, `15m`, `1h`, `1d` or `1w`.
///
/// \returns microseconds, > 0
/// \error Usage for anything else, zero and widths beyond 64 bits included Pure.
/// \thread any
[[nodiscard]] Result<qint64> parseInterval(QStringView text);

} // namespace Trailglass
