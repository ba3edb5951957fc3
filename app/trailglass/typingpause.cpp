// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/typingpause.h"

#include "models/query/codedfilter.h"

namespace Trailglass {

void TypingPause::note(const QueryResult &result)
{
    note(result.expanded, result.cost ? std::chrono::milliseconds::max() : result.duration);
}

void TypingPause::note(const Filter::NodePointer &tree, std::chrono::milliseconds duration)
{
    (isOverCodedFields(tree) ? m_coded : m_others) = duration;
}

std::chrono::milliseconds TypingPause::before(const Filter::NodePointer &tree,
                                              const Filter::NodePointer &running) const
{
    const bool isCoded = isOverCodedFields(tree);
    const auto &last = isCoded || !m_others ? m_coded : m_others;
    const bool isQuick = last && *last <= m_quick;
    const bool isInTheWay = running && (!isCoded || isOverCodedFields(running));
    return isQuick && !isInTheWay ? std::chrono::milliseconds(0) : Pause;
}

} // namespace Trailglass
