// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <QString>

namespace Trailglass {

class OpenPlace;

/// An event with its JSON, by its source and the vendor's id. Blocking.
///
/// \thread that of the place
/// \error Usage, with the nearest name: no such source; NotFound: no such event; as OpenPlace
[[nodiscard]] Result<EventRecord> findEvent(OpenPlace &place, const QString &source, const QString &id);

} // namespace Trailglass
