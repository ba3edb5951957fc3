// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivepusher.h"
#include "models/archive/archivesession.h"
#include "tests/archive/archiveserver.h"
#include "tests/archive/pushworkspace.h"
#include "tests/network/manualclock.h"

#include <QString>

#include <map>
#include <memory>
#include <string>

namespace Trailglass::Testing {

/// An archive of its own on a server, and pushes into it that wait for nothing between tries.
///
/// What waits for the server does so on another thread, so that proxies of this thread work meanwhile.
class ArchiveStage
{
public:
    explicit ArchiveStage(ArchiveServer &server);
    /// Drops the archive: a test with hundreds of them would fill the memory that the server is in.
    ~ArchiveStage();
    ArchiveStage(const ArchiveStage &) = delete;
    ArchiveStage &operator=(const ArchiveStage &) = delete;

    [[nodiscard]] ArchiveServer &server() { return m_server; }
    [[nodiscard]] const QString &database() const { return m_database; }

    /// Creates the archive.
    [[nodiscard]] Result<void> create();

    /// \param throughPort  of a proxy; 0: none
    [[nodiscard]] Result<std::unique_ptr<ArchiveSession>> open(const QString &user = QStringLiteral("push"),
                                                               quint16 throughPort = 0) const;

    /// A statement, as the administrator.
    void execute(const std::string &sql);

    [[nodiscard]] static PushPlan plan(const PushWorkspace &workspace);
    [[nodiscard]] Result<PushReport> push(const PushWorkspace &workspace, const PushPlan &plan,
                                          quint16 throughPort = 0, const CancelToken &cancel = {}) const;
    [[nodiscard]] Result<PushReport> push(const PushWorkspace &workspace, quint16 throughPort = 0) const
    {
        return push(workspace, plan(workspace), throughPort);
    }
    /// Likewise, on the thread that calls.
    [[nodiscard]] Result<PushReport> pushHere(const PushWorkspace &workspace, const PushPlan &plan,
                                              quint16 throughPort = 0, const CancelToken &cancel = {}) const;
    /// Again and again, until one succeeds.
    /// \returns how many pushes that took; 0 if none did
    [[nodiscard]] int pushUntilDone(const PushWorkspace &workspace, quint16 throughPort, int most) const;

    /// In what the archive differs from a workspace that has pushed all it has; empty if in nothing.
    [[nodiscard]] QString difference(const PushWorkspace &workspace) const;

    /// The first column of a query, which is an Int64.
    [[nodiscard]] qint64 number(const ArchiveSql &sql) const;

private:
    [[nodiscard]] Result<std::map<qint64, std::string>> countingIds(const PushWorkspace &workspace) const;

    ArchiveServer &m_server;
    const QString m_database;
    bool m_isCreated = false;
    const ManualClock m_clock{"2026-11-30T12:00:00Z"};
};

} // namespace Trailglass::Testing
