// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/core/event.h"

#include <string>

namespace Trailglass {

// A hash of all that an event says, which program and server compute alike. Sums of hashes, modulo 2⁶⁴, stand for sets of
// events. Stored in archives: a change needs another ArchiveFormat.

/// \param record  with raw
/// \param scratch  working memory
/// \thread any
[[nodiscard]] quint64 contentHash(const EventRecord &record, std::string &scratch);

/// The same of a row of table `event`.
[[nodiscard]] ArchiveSql contentHashSql();

} // namespace Trailglass
