// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesession.h"
#include "models/archive/rowtimes.h"

#include <memory>
#include <mutex>

namespace Trailglass {

/// An archive that several threads read: one way to its server, opened when it is first needed.
/// \thread any
class SharedArchive
{
public:
    explicit SharedArchive(ArchiveAccess access);
    SharedArchive(const SharedArchive &) = delete;
    SharedArchive &operator=(const SharedArchive &) = delete;

    [[nodiscard]] const ArchivePlace &place() const { return m_access.place; }

    /// Goes to the server and looks whether the database is an archive. A failure is not kept: the next call tries again.
    ///
    /// Waits while another thread does the same.
    /// \returns it, as long as this object lives
    /// \error as ArchiveSession::open() and inspectArchive()
    Result<ArchiveSession *> session(const CancelToken &cancel);

    [[nodiscard]] RowTimes &times() { return m_times; }

private:
    const ArchiveAccess m_access;
    RowTimes m_times;
    std::timed_mutex m_guard; ///< of m_session, until it is there; then nobody changes it
    std::unique_ptr<ArchiveSession> m_session;
};

} // namespace Trailglass
