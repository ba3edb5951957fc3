// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/sources/sourcetype.h"

#include <map>
#include <string>

namespace Trailglass {

class EventReader;

/// Reads events of a workspace from their raw JSON, each with the settings of its source.
/// \thread one at a time
class FieldReader
{
public:
    /// \error Storage, Usage for settings that the source does not take
    static Result<FieldReader> open(const EventReader &reader);

    /// \returns the event as it would be stored today, without raw
    /// \error Malformed where the JSON is none or has no id or time; NotFound for another workspace's source
    [[nodiscard]] Result<Event> read(const EventRecord &record) const;

    /// The same from the JSON alone: without what a source's settings add, which may have been others when
    /// the event came.
    [[nodiscard]] static Result<Event> readWithoutSettings(const EventRecord &record);

private:
    FieldReader() = default;

    std::map<std::string, SourceSettings> m_settings; ///< by name of the source
};

} // namespace Trailglass
