// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"

#include "models/store/eventreader.h"

#include <QStringList>

namespace Trailglass {

/// The connection of a name, removed ones included.
/// \error Usage with the nearest name when there is none
[[nodiscard]] Result<SourceRecord> listedSource(const EventReader &reader, const QString &name);

/// The connections of the given names, each once, or with none all that are not removed.
/// \error Usage for a name that is not there, or was removed
[[nodiscard]] Result<QList<SourceRecord>> activeSources(const EventReader &reader, const QStringList &names);

/// The connection of a name that is not removed, read from the session's workspace and nothing kept open:
/// whoever closes the database last empties its log, and only a writer can.
/// \error as activeSources(); those of EventReader::open()
[[nodiscard]] Result<SourceRecord> namedSource(const Session &session, const QString &name);

} // namespace Trailglass
