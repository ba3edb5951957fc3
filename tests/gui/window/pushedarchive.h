// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/shownarchive.h"
#include "models/core/result.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/clickhouseserver.h"

#include <QString>

namespace Trailglass::Testing {

/// A real server with an archive, and the workspace that pushed all its events into it. Made once for a test class: pushing takes as
/// long as several tests.
class PushedArchive
{
public:
    static constexpr int Events = 200; ///< each third of them a read

    /// To be started before push().
    [[nodiscard]] ClickHouseServer &server() { return m_server; }

    /// Fills the workspace, creates the archive and pushes.
    [[nodiscard]] Result<void> push();

    [[nodiscard]] const PushWorkspace &workspace() const { return m_workspace; }

    /// What a window shows of it, or of another archive on the server.
    [[nodiscard]] ShownArchive shown(const QString &user = QStringLiteral("reader")) const
    {
        return shown(m_archive, user);
    }
    [[nodiscard]] ShownArchive shown(const ArchiveStage &archive,
                                     const QString &user = QStringLiteral("reader")) const;

    [[nodiscard]] ArchivePlace place(const QString &user = QStringLiteral("reader")) const
    {
        return m_server.place(m_archive.database(), user);
    }
    /// The title of its window.
    [[nodiscard]] QString title() const;

    /// What the status bar says when so many of the events are found.
    [[nodiscard]] static QString count(int found);

private:
    ClickHouseServer m_server;
    PushWorkspace m_workspace;
    ArchiveStage m_archive{m_server};
};

} // namespace Trailglass::Testing
