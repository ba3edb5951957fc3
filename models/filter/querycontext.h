// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QByteArray>

namespace Trailglass {

/// What relative and zone-less times of a filter are resolved against. Frozen when a query starts.
struct QueryContext
{
    UtcMicros now;
    QByteArray displayZone = QByteArrayLiteral("UTC"); ///< IANA name
};

} // namespace Trailglass
