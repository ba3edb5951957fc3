// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/orderedworkers.h"
#include "models/core/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace Trailglass {

/// Called from time to time with the number of events checked.
/// \thread the checking one
using FieldCheckProgress = std::function<void(qint64 events)>;

/// Reads the fields of every event again from its raw JSON, as its vendor's source reads them, and compares
/// them with what is stored. The JSON has checksums, the fields have none.
///
/// \param progress  may be empty
/// \param threads   that read and compare, the caller's among them; at least 1. The sentences are the same for any number
/// \returns a sentence for each field that differs anywhere, with how many events and the first of them; a
/// sentence for JSON or numbers that cannot be read, and for each source that cannot be compared
/// \thread any
/// \error NotFound, NewerVersion, Storage when reading itself fails, Cancelled
[[nodiscard]] Result<QStringList> checkFields(const QString &workspace, const CancelToken &cancel,
                                              const FieldCheckProgress &progress,
                                              unsigned threads = workerThreads());

/// Puts back texts of fields that were altered (damagedTexts()), where the JSON of an event holds the text
/// that the stored hash is of; where it is the hash that was altered, that.
///
/// \pre the caller holds the workspace's lock
/// \thread any
/// \returns how many were put back
/// \error as checkFields(), DiskFull, Locked; nothing was changed then
[[nodiscard]] Result<int> repairTexts(const QString &workspace, const CancelToken &cancel);

} // namespace Trailglass
