// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QStringList>

#include <vector>

namespace Trailglass::Testing {

/// Events on which an archive finds what it should only if all that is stored beside their texts is right: letters in
/// parts, lists of addresses, names of members with quotes and backslashes, JSON in strings, objects beside texts.
[[nodiscard]] std::vector<EventRecord> oddEvents();

/// Filters about them.
[[nodiscard]] QStringList oddFilters();

} // namespace Trailglass::Testing
