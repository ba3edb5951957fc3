// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/archivetasks.h"
#include "models/workspace/knownarchive.h"
#include "views/sources/archivetaskdialog.h"

#include <QList>
#include <QStringList>

class QTimeZone;

namespace Trailglass {

// What an ArchiveFactList lists.

/// Server, events, workspaces and sources of an archive.
/// \param zone  of the times shown
[[nodiscard]] QList<ArchiveSection> sectionsOf(const ArchiveStatus &status, const QTimeZone &zone);

/// The same of an archive whose server is away, as far as it was kept.
[[nodiscard]] QList<ArchiveSection> sectionsOf(const KnownArchive &known, const QTimeZone &zone);

/// What is wrong with an archive, and then what it holds.
[[nodiscard]] QList<ArchiveSection> sectionsOf(const ArchiveDiagnosis &diagnosis, const QTimeZone &zone);

/// Where an archive is not as the workspace, and then how much was compared.
[[nodiscard]] QList<ArchiveSection> sectionsOf(const ArchiveCheckReport &report);

/// What a check found, in sentences.
[[nodiscard]] QString summaryOf(const ArchiveDiagnosis &diagnosis);
[[nodiscard]] QString summaryOf(const ArchiveCheckReport &report);

} // namespace Trailglass
