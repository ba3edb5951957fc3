// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Trailglass {

/// Objects and arrays inside one another that are read. Deeper JSON is refused like broken JSON.
inline constexpr int MaxJsonDepth = 1'000;

/// Bytes of one value: an event, or a document that is read as a whole.
inline constexpr qint64 MaxJsonBytes = 16 * 1024 * 1024;

/// Bytes that are kept of a row that is quarantined; the rest of a longer one is cut off.
inline constexpr qint64 MaxQuarantinedBytes = 64 * 1024;

} // namespace Trailglass
