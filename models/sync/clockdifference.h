// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QString>

#include <optional>

namespace Trailglass {

/// Two clocks at one response.
struct ClockReading
{
    UtcMicros server; ///< the `Date` header, which has no fractions of a second
    UtcMicros asked; ///< by this computer's clock, before the response was given
    UtcMicros received; ///< likewise, after it
};

/// How far this computer's clock is from a server's. Events are dated by the server and are not affected;
/// `received`, the start of a first sync and everything relative to now are.
class ClockDifference
{
public:
    /// More than what networks, queues and unsynchronised clocks of machines that work well come to.
    static constexpr qint64 Tolerance = 2 * UtcMicros::PerMinute;

    /// The least difference of all responses counts: one that a proxy has kept has an old date.
    void add(const ClockReading &reading);

    /// The clocks differ by more than the tolerance.
    [[nodiscard]] bool isLarge() const;

    /// One translated sentence that says by how much.
    /// \param server  the vendor's name
    [[nodiscard]] QString warning(const QString &server) const;

private:
    std::optional<qint64> m_ahead; ///< µs by which this computer's clock is ahead; negative: behind
};

} // namespace Trailglass
