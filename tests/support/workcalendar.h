// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "tests/support/random.h"
#include "tests/support/staff.h"

namespace Trailglass::Support {

/// When things happen in a company's quarter.
class WorkCalendar
{
public:
    /// Two days less than a first sync goes back by default, so that it finds the whole quarter a day later
    /// too.
    static constexpr int Days = 88;

    /// \param end  end of the quarter, exclusive
    explicit WorkCalendar(UtcMicros end)
        : m_end(end)
    {
    }

    [[nodiscard]] UtcMicros start() const { return m_end - Days * UtcMicros::PerDay; }

    /// Within somebody's working day: busiest around noon, rare in the evening and at weekends. Programs work
    /// at night.
    [[nodiscard]] UtcMicros moment(Random &random, const Person &person) const;

    /// The last Saturday at least nine days before the end, at midnight UTC.
    [[nodiscard]] UtcMicros saturday() const;

private:
    [[nodiscard]] UtcMicros candidate(Random &random, const Person &person) const;

    UtcMicros m_end;
};

} // namespace Trailglass::Support
