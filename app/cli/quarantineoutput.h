// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/quarantinerow.h"
#include "models/workspace/quarantineretry.h"

namespace Trailglass {

// What the commands about quarantined rows print.

/// Everything about a row for people: what is known of it, its bytes (as a hexadecimal dump where they are no text), and of
/// a conflict the stored version and the differences.
[[nodiscard]] QString quarantineText(const QuarantineContent &content);

/// The result for one source for scripts: a compact JSON object on one line, keys in the documented order.
[[nodiscard]] QByteArray retryJson(const QuarantineRetry &retry);

} // namespace Trailglass
