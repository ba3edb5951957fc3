// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/ids.h"
#include "models/store/commitcounts.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

class EventReader;

namespace Soak {

/// What a workspace has to hold of the events that a source brought, by the rules of EventWriter::commit(): of each id one
/// event, what it replaced, and the first and the latest of the versions that are in conflict with it.
class DeliveredVersions
{
public:
    /// Notes a page, in the order of commits.
    void add(const std::vector<Event> &events);

    /// Of all pages.
    [[nodiscard]] const CommitCounts &counts() const { return m_counts; }

    /// Compares what is listed and quarantined, and that no version that came last is in neither.
    /// \returns what differs; empty when nothing does
    [[nodiscard]] QString compare(const EventReader &reader, SourceId source) const;

    /// Checks the tree, and that the leaf of each event leads to the leaves of all that it replaced, and to no other.
    /// \param workspace  of this source alone
    /// \returns what is wrong; empty when nothing is
    [[nodiscard]] QString checkLeaves(const QString &workspace) const;

private:
    /// Of one id.
    struct Versions
    {
        std::string stored; ///< the JSON that has to be listed
        std::optional<UtcMicros> revised; ///< of that
        qint64 replaced = 0; ///< versions before it
        std::vector<std::string> conflicts = {}; ///< the first and the latest
        qint64 notKept = 0; ///< conflicts between these
        std::string latest = {}; ///< what came last
    };

    static void addConflict(Versions &known, const std::string &raw);
    [[nodiscard]] QString compareListed(const EventReader &reader) const;
    [[nodiscard]] QString compareQuarantined(const EventReader &reader, SourceId source) const;

    std::map<std::string, Versions> m_versions; ///< by id
    CommitCounts m_counts;
};

} // namespace Soak

} // namespace Trailglass
