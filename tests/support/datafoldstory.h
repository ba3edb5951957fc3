// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/random.h"
#include "tests/support/story.h"

namespace Trailglass::Support {

/// What a Datafold event says besides its id and time. Empty texts are null.
struct DatafoldFields
{
    QByteArray action = {};
    QByteArray objectType = {};
    qint64 objectId = 0; ///< null when 0
    QByteArray requestType = "GET";
    QByteArray path; ///< of `url`
    QByteArray status = "200";
    QByteArray logEntry = {};
    QByteArray payload = {}; ///< a JSON object
    QByteArray source = "ui";
    const Person *user = nullptr;
    QByteArray address;
    QByteArray userAgent = {};
    bool isSupport = false;
};

/// Datafold's events: times have microseconds and an offset, everything beyond ASCII is escaped.
class DatafoldStory final : public Story
{
public:
    explicit DatafoldStory(quint64 seed);

    [[nodiscard]] VendorEvent next(const Moment &moment) override;
    [[nodiscard]] VendorEvent compose(UtcMicros time, const DatafoldFields &fields);

private:
    [[nodiscard]] DatafoldFields routine(const Person &person);

    Random m_random;
};

} // namespace Trailglass::Support
