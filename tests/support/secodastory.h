// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/random.h"
#include "tests/support/story.h"

#include <QList>

namespace Trailglass::Support {

/// What a Secoda event says besides its ids and times.
struct SecodaFields
{
    QByteArray activity; ///< `activity_type`
    QByteArray performerType = "USER";
    const Person *performer = nullptr; ///< null for SYSTEM
    QByteArray resourceType = {};
    QByteArray resourceId = {};
    QByteArray resourceName = {};
    QByteArray verb; ///< the words between performer and resource in `event_blocks`
    QByteArray metadata = {}; ///< a JSON object, null when empty
    bool versioned = false; ///< belongs to the version history of its resource
};

/// Secoda's events: ids are UUIDs, times have microseconds and `Z`, the serialiser puts spaces after `:` and
/// `,`.
class SecodaStory final : public Story
{
public:
    SecodaStory(const Staff &staff, quint64 seed);

    [[nodiscard]] VendorEvent next(const Moment &moment) override;
    [[nodiscard]] VendorEvent compose(UtcMicros time, const SecodaFields &fields);

    /// A resource's id never changes.
    [[nodiscard]] static QByteArray resourceId(const QByteArray &name);

private:
    [[nodiscard]] SecodaFields routine(const Moment &moment);
    [[nodiscard]] const Person &colleague(const Moment &moment);
    [[nodiscard]] QByteArray change(const QByteArray &name, const Moment &moment);

    const Staff &m_staff;
    Random m_random;
};

} // namespace Trailglass::Support
