// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/evidence/evidencetree.h"

#include <QString>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Trailglass {

/// Passes on the records of a kind that are among the first leaves of a tree, by leaf.
/// \param size   leaves
/// \param visit  its error ends the visits
/// \error as EvidenceTree; those of \a visit
[[nodiscard]] Result<void> visitRecords(EvidenceTree &tree, std::string_view kind, qint64 size,
                                        const std::function<Result<void>(const TreeRecord &)> &visit);

/// Which of the events that somebody has marked or written a note on are in a bundle.
/// \thread one at a time
class MarkedEvents
{
public:
    /// Reads which events have ever been marked.
    /// \param size  leaves of the tree to look at
    /// \error as EvidenceTree
    static Result<MarkedEvents> load(EvidenceTree &tree, qint64 size);

    /// Notes that an event is in the bundle.
    void note(const EventRecord &record);

    /// Whether an event that was marked is in the bundle.
    /// \param record  of a mark or a note
    [[nodiscard]] bool isInBundle(const TreeRecord &record) const;

private:
    std::unordered_map<std::string, bool> m_events; ///< by source and id: whether noted
};

} // namespace Trailglass
