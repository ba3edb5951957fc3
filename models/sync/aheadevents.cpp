// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/aheadevents.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"

#include <algorithm>

namespace Trailglass {

void AheadEvents::add(const Event &event, UtcMicros answered)
{
    if (event.created <= answered + Tolerance) {
        return;
    }
    m_latest = isEmpty() ? event.created : std::max(m_latest, event.created);
    if (m_ids.size() < MaxIds) {
        m_ids.insert(event.id);
    } else if (!m_ids.contains(event.id)) {
        ++m_more;
    }
}

QString AheadEvents::warning() const
{
    const auto count = static_cast<qint64>(m_ids.size()) + m_more;
    return Trailglass::tr("%Ln event(s) are dated in the future, up to %1. They are stored and do not affect "
                          "later syncs; check the vendor's clock and this computer's.",
                          nullptr, countArgument(count))
        .arg(QString::fromStdString(formatTime(m_latest)));
}

} // namespace Trailglass
