// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/quarantinerow.h"

namespace Trailglass {

// Quarantined rows for scripts: compact JSON objects with their keys in the documented order, without line breaks.
// docs/decisions/0031-quarantine.md says what each key holds. Pure, on any thread.

/// id, source, vendor, kind, event_id, received, place, reason, offset, length, complete, not_kept. What is absent is null.
[[nodiscard]] std::string quarantineJson(const QuarantineRow &row);

/// The same keys, then text, base64, stored. The bytes are in text where they are valid UTF-8 without a byte order
/// mark, else in base64; the other one is null.
[[nodiscard]] std::string quarantineJson(const QuarantineContent &content);

} // namespace Trailglass
