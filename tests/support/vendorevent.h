// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QByteArray>

namespace Trailglass::Support {

/// One audit event as a vendor keeps it: what a test compares the far end of the road with.
struct VendorEvent
{
    QByteArray id; ///< the vendor's own, as text
    UtcMicros created; ///< when it happened; a vendor's nanoseconds are cut off
    QByteArray raw; ///< the JSON object, served byte for byte

    friend bool operator==(const VendorEvent &, const VendorEvent &) = default;
};

} // namespace Trailglass::Support
