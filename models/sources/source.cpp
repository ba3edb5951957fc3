// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"

#include <algorithm>

namespace Trailglass {

void PageSummary::add(const Event &event, const std::optional<TimeWindow> &window)
{
    ++rows;
    if (window && !window->contains(event.created))
        ++outsideWindow;
    earliest = earliest ? std::min(*earliest, event.created) : event.created;
    latest = latest ? std::max(*latest, event.created) : event.created;
    if (!asOf || event.created <= *asOf)
        latestPresent = std::max(latestPresent, std::optional(event.created));
    if (m_previous) {
        ascending = ascending && event.created >= *m_previous;
        descending = descending && event.created <= *m_previous;
    }
    m_previous = event.created;
}

std::optional<PageOutcome> Source::giveUp(const SourceSettings &, const Checkpoint &, const Error &) const
{
    return {};
}

const DetailRequests *Source::details() const
{
    return nullptr;
}

} // namespace Trailglass
