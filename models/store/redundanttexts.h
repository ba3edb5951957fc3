// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <array>
#include <string>
#include <string_view>

namespace Trailglass {

/// The fields whose texts are stored in table `event` itself (Schema::Storage::Text): id, target.id,
/// correlation, message.
/// \returns views into \a event
/// \thread any
[[nodiscard]] std::array<std::string_view, 4> plainTexts(const Event &event);

/// Whether the event's raw JSON contains each of the plainTexts(), as received or with its escapes decoded. A
/// search through the raw JSON then finds them, and need not read the columns.
///
/// \param scratch  working memory
/// \thread any
[[nodiscard]] bool textsAreInRaw(const Event &event, std::string &scratch);

} // namespace Trailglass
