// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QString>

#include <string>
#include <unordered_set>

namespace Trailglass {

/// The events of a run that are dated later than the response they came with. They are stored like others; a
/// person is to know that a clock is wrong somewhere, or that somebody writes dates.
class AheadEvents
{
public:
    /// Clocks of a vendor's machines differ by seconds, and a `Date` header has no fractions.
    static constexpr qint64 Tolerance = UtcMicros::PerMinute;

    /// An event that comes twice counts once, unless there are a great many.
    /// \param answered  by the server's clock where it is known
    void add(const Event &event, UtcMicros answered);

    [[nodiscard]] bool isEmpty() const { return m_ids.empty(); }

    /// One translated sentence with the number and the greatest time.
    [[nodiscard]] QString warning() const;

private:
    static constexpr std::size_t MaxIds = 10'000;

    std::unordered_set<std::string> m_ids;
    qint64 m_more = 0;
    UtcMicros m_latest;
};

} // namespace Trailglass
