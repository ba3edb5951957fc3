// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/archive/archiveoverview.h"
#include "models/archive/archiveplace.h"
#include "models/archive/archivesession.h"

#include <QJsonObject>
#include <QString>

namespace Trailglass {

/// What an archive holds, for `--json`.
[[nodiscard]] QJsonObject overviewJson(const ArchivePlace &place, const ArchiveOverview &overview);

/// The same as tables, with their line ends.
/// \param width  characters a line may have; 0: any number
[[nodiscard]] QString overviewText(const ArchivePlace &place, const ArchiveOverview &overview, int width);

/// Asks an archive what it holds, prints that, and keeps it (lookAndRemember()); while its server is away, says what was
/// known of it. Blocking.
/// \returns Done, else as Session::fail()
[[nodiscard]] ExitCode printOverview(Session &session, const ArchiveAccess &access);

} // namespace Trailglass
