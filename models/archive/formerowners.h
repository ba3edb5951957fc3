// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveretry.h"
#include "models/archive/commitlines.h"
#include "models/archive/sourceclaims.h"
#include "models/core/clock.h"
#include "models/store/records.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace Trailglass {

class ArchiveSession;
class EventReader;

/// What other workspaces have pushed of sources that an origin has taken over from them (claimSource()).
///
/// Each event counts once: of those that the new owner pushes, the ones with the same ids of former owners are taken back,
/// in the ledgers of these. What only a former owner has stays.
/// \thread the push's
class FormerOwners
{
public:
    /// \param session, retry, clock  outlive this
    FormerOwners(ArchiveSession &session, const PushIdentity &identity, const ArchiveRetry &retry,
                 const Clock &clock);

    /// Takes back what former owners have of the events in some rows, before these are pushed. In between they count nowhere.
    ///
    /// \param sources  of the events in the rows, claimed
    /// \param after, last  rows after \a after, up to \a last
    /// \returns how many were taken back
    /// \error Locked when a former owner pushes at the same moment; Storage; else as ArchiveSession::insert()
    [[nodiscard]] Result<qint64> takeBack(const EventReader &reader, const SourceClaims::Sources &sources,
                                          RowId after, RowId last, const CancelToken &cancel);

private:
    using Origins = std::set<quint32>;
    using Ids = std::vector<std::string>;
    [[nodiscard]] Result<void> lookUp(const SourceClaims::Sources &sources, const CancelToken &cancel);
    [[nodiscard]] Result<std::map<std::string, Ids>> idsIn(const EventReader &reader, RowId after, RowId last,
                                                           const CancelToken &cancel) const;
    [[nodiscard]] Result<void> findRows(quint32 origin, const std::string &source, const Ids &ids,
                                        std::vector<RemovedRange> &rows, const CancelToken &cancel) const;
    [[nodiscard]] Result<qint64> takeBackRows(quint32 origin, const std::vector<RemovedRange> &rows,
                                              const CancelToken &cancel) const;

    ArchiveSession &m_session;
    const PushIdentity m_identity;
    const ArchiveRetry &m_retry;
    const Clock &m_clock;
    std::map<std::string, Origins> m_owners; ///< of sources that were looked up; mostly none
};

} // namespace Trailglass
