// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"

namespace Trailglass {

/// A clock that stands where it is put.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(std::string_view time)
        : m_now(parseTime(time).value())
    {
    }
    [[nodiscard]] UtcMicros now() const override { return m_now; }

private:
    UtcMicros m_now;
};

} // namespace Trailglass
