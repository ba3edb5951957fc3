// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <array>
#include <string>
#include <string_view>

namespace Trailglass {

/// The texts that table `event` keeps as they are: id, target.id, correlation, message. Into \a event.
/// \thread any
[[nodiscard]] std::array<std::string_view, 4> plainTexts(const Event &event);

/// Whether every one of the plainTexts() stands in the event's raw JSON, as received or with its escapes
/// decoded. A search that has looked through the raw JSON then need not look at the columns.
///
/// \param scratch  working memory
/// \thread any
[[nodiscard]] bool textsAreInRaw(const Event &event, std::string &scratch);

} // namespace Trailglass
