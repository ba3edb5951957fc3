// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/sharedarchive.h"

#include "models/archive/archiveinspection.h"
#include "models/query/evaluation/cancellablelock.h"
#include "models/query/evaluation/querystopped.h"

namespace Trailglass {

SharedArchive::SharedArchive(ArchiveAccess access)
    : m_access(std::move(access))
{
}

Result<ArchiveSession *> SharedArchive::session(const CancelToken &cancel)
{
    const auto lock = lockUnlessCancelled(m_guard, cancel);
    if (!lock)
        return queryStopped();
    if (!m_session) {
        TRY(auto opened, ArchiveSession::open(m_access, cancel));
        TRY(inspectArchive(*opened, cancel));
        m_session = std::move(opened);
    }
    return m_session.get();
}

} // namespace Trailglass
