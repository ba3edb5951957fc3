// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/sources/sourcetype.h"

#include <QStringList>

#include <map>
#include <string>

namespace Trailglass {

class EventReader;

/// Reads events of a workspace from their raw JSON, each with the settings of its source. A source whose
/// settings are not valid does not hinder the others.
/// \thread one at a time
class FieldReader
{
public:
    /// \error Storage
    static Result<FieldReader> open(const EventReader &reader);

    /// False for sources that problems() tells of, and for those of another workspace.
    [[nodiscard]] bool canRead(const std::string &source) const { return m_settings.contains(source); }

    /// A translated sentence for each source whose type or settings are not valid, so that its fields cannot
    /// be compared.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

    /// \returns the event as it would be stored today, without raw
    /// \error Malformed where the JSON is invalid or has no id or time; NotFound unless canRead()
    [[nodiscard]] Result<Event> read(const EventRecord &record) const;

    /// The same from the JSON alone: without what a source's settings add, which may have been others when
    /// the event came.
    /// \error Malformed as read()
    [[nodiscard]] static Result<Event> readWithoutSettings(const EventRecord &record);

private:
    FieldReader() = default;

    std::map<std::string, SourceSettings> m_settings; ///< by name of the source
    QStringList m_problems;
};

} // namespace Trailglass
