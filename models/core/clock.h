// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

namespace Trailglass {

/// Where "now" comes from, so that tests choose it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcMicros now() const = 0;
};

/// The machine's clock.
/// \thread any
class SystemClock final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override;
};

} // namespace Trailglass
