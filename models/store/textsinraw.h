// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <string>

namespace Trailglass {

/// Whether every text that is kept in a column of its own (id, target.id, correlation, message) stands in the
/// event's raw JSON, as received or with its escapes decoded. A search that has looked through the raw JSON
/// then need not look at the columns.
///
/// \param scratch  working memory
/// \thread any
[[nodiscard]] bool textsAreInRaw(const Event &event, std::string &scratch);

} // namespace Trailglass
