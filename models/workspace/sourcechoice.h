// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"

#include <QStringList>

namespace Trailglass {

class EventReader;

/// The source of a name among others.
/// \error Usage, with the nearest name: there is none
[[nodiscard]] Result<SourceRecord> namedSource(const QList<SourceRecord> &sources, const QString &name);

/// The names that a filter may give as `source`: of all sources, also of removed ones, whose events remain.
[[nodiscard]] QStringList sourceNames(const QList<SourceRecord> &sources);
/// The same of a workspace.
/// \thread the reader's
/// \error as EventReader::sources()
[[nodiscard]] Result<QStringList> sourceNames(const EventReader &reader);

/// The source of a name, removed ones included. Blocking, as are the others.
/// \thread the reader's
/// \error Usage, with the nearest name: there is none
[[nodiscard]] Result<SourceRecord> listedSource(const EventReader &reader, const QString &name);

/// The sources of the names, each once and in their order; without names, all that are not removed, by name.
/// \thread the reader's
/// \error Usage: there is no source of a name, or it was removed
[[nodiscard]] Result<QList<SourceRecord>> activeSources(const EventReader &reader, const QStringList &names);

/// The same of one name, read from a workspace that is closed again: the last connection to close empties the
/// database's log, and only a writer can.
/// \thread any
/// \error as the functions above; those of EventReader::open()
[[nodiscard]] Result<SourceRecord> listedSource(const QString &workspace, const QString &name);
[[nodiscard]] Result<SourceRecord> activeSource(const QString &workspace, const QString &name);
/// Likewise, all that are not removed.
[[nodiscard]] Result<QList<SourceRecord>> activeSources(const QString &workspace);

} // namespace Trailglass
