// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

// What is said of marks and notes. Pure; all texts are translated and safe to show.

/// `Marked red` …
[[nodiscard]] QString markedText(MarkColour colour);

/// What reviewers said of an event, for whom the signs in the table are not in sight: `Marked red`, `Has a note`. Empty:
/// nothing.
[[nodiscard]] QStringList remarkTexts(const EventRecord &record);

} // namespace Trailglass
