// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/knownarchivekeeper.h"

#include "models/workspace/knownarchive.h"

#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

KnownArchiveKeeper::KnownArchiveKeeper(ArchivePlace place, Look look, const Clock &clock,
                                       QString settingsFile, std::chrono::milliseconds interval)
    : m_place(std::move(place))
    , m_look(std::move(look))
    , m_clock(clock)
    , m_settingsFile(std::move(settingsFile))
    , m_thread(u"known archive"_s)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { keep(); });
    m_timer.start(interval);
    keep();
}

KnownArchiveKeeper::~KnownArchiveKeeper()
{
    m_cancel.cancel();
}

void KnownArchiveKeeper::keep()
{
    if (std::exchange(m_isLooking, true))
        return;
    m_thread.post([this, token = m_cancel.token()] {
        const auto look = [this, &token] {
            return m_look(token);
        };
        // An error changes nothing, and whatever shows the archive says what is wrong.
        static_cast<void>(lookAndRemember(m_place, look, m_clock, m_settingsFile));
        m_thread.postToOwner([this] { m_isLooking = false; });
    });
}

} // namespace Trailglass
