// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/random.h"
#include "tests/support/story.h"

namespace Trailglass::Support {

/// What a Paradime event says besides its id and times.
struct ParadimeFields
{
    const Person *actor = nullptr; ///< null: the system
    QByteArray source; ///< `eventSource`
    QByteArray type; ///< `eventType`
    QByteArray metadata = {}; ///< a JSON object; null when empty
    bool metadataAsObject = false; ///< as the reference shows it, not as a string
};

/// Paradime's events: ids are numbers beyond 2^53, times have microseconds and no zone, `metadataJson` is
/// mostly a string.
class ParadimeStory final : public Story
{
public:
    explicit ParadimeStory(quint64 seed);

    [[nodiscard]] VendorEvent next(const Moment &moment) override;
    [[nodiscard]] VendorEvent compose(UtcMicros time, const ParadimeFields &fields);

    /// The metadata of something that happens to a schedule, with further members after it.
    [[nodiscard]] static QByteArray scheduleMetadata(const QByteArray &name, const QByteArray &more = {});

private:
    [[nodiscard]] ParadimeFields routine(const Person &person);

    Random m_random;
    qint64 m_count = 0;
};

} // namespace Trailglass::Support
