// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveretry.h"
#include "models/archive/commitlines.h"
#include "models/core/event.h"

#include <map>
#include <set>
#include <string>

namespace Trailglass {

class ArchiveSession;

/// Which sources an origin pushes. A source, by its name, belongs to one origin, so that two workspaces that sync the same
/// account do not push each event twice.
/// \thread the push's
class SourceClaims
{
public:
    using Sources = std::map<std::string, Vendor>;

    /// \param session  outlives this, as \a retry does
    SourceClaims(ArchiveSession &session, const PushIdentity &identity, const ArchiveRetry &retry);

    /// Claims those of \a sources that are not claimed yet.
    ///
    /// \error Rejected, naming the source and the workspace that it belongs to; Locked when another workspace claims it at
    /// the same moment; else as ArchiveSession::insert()
    [[nodiscard]] Result<void> claim(const Sources &sources, UtcMicros at, const CancelToken &cancel);

private:
    struct Claims
    {
        std::set<std::string> ours;
        std::map<std::string, std::string> others; ///< the names of the workspaces, by source
    };
    [[nodiscard]] Result<Claims> read(const Sources &sources, const CancelToken &cancel) const;
    [[nodiscard]] Result<void> enter(const Sources &sources, qint8 held, UtcMicros at,
                                     const CancelToken &cancel);

    ArchiveSession &m_session;
    const PushIdentity m_identity;
    const ArchiveRetry &m_retry;
    int m_statements = 0; ///< for their ids
    std::set<std::string> m_claimed; ///< by now
};

} // namespace Trailglass
