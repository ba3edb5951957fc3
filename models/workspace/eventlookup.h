// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <QString>

namespace Trailglass {

/// An event with its JSON, by its source and the vendor's id. Blocking.
///
/// \thread any
/// \error Usage, with the nearest name: no such source; NotFound: no such event; those of EventReader::open()
[[nodiscard]] Result<EventRecord> findEvent(const QString &workspace, const QString &source,
                                            const QString &id);

} // namespace Trailglass
