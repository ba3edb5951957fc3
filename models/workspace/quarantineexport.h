// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QString>

#include <functional>

class QIODevice;

namespace Trailglass {

/// Called with the number of rows written so far.
using QuarantineProgress = std::function<void(qint64 rows)>;

/// Writes quarantined rows, newest first, with their bytes: one quarantineJson() a line. Blocking; a part of the rows is in
/// memory at a time.
///
/// \thread any
/// \param source  name of the source; empty: of all
/// \param fileName  as for checkExportTarget(); the file is there whole or not at all
/// \returns the number of rows
/// \error Usage, with the nearest name: no such source; Usage where the output must not be (outputTarget()); Storage,
/// DiskFull, Cancelled
[[nodiscard]] Result<qint64> exportQuarantine(const QString &workspace, const QString &source,
                                              const QString &fileName, const CancelToken &cancel,
                                              const QuarantineProgress &progress = {});

/// The same into an open device.
[[nodiscard]] Result<qint64> exportQuarantine(const QString &workspace, const QString &source,
                                              QIODevice &device, const CancelToken &cancel,
                                              const QuarantineProgress &progress = {});

} // namespace Trailglass
