// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/exporting/recordwriter.h"
#include "models/query/recordsource.h"
#include "models/query/resultrows.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QIODevice;

namespace Trailglass {

/// What an export wrote.
struct ExportSummary
{
    qint64 rows = 0; ///< fewer than asked only when rows were purged meanwhile
    qsizetype columns = 0;
    qint64 neutralisedCells = 0; ///< cells that got a `'` in front of a spreadsheet formula
    SpreadsheetOverflow overflow = {}; ///< of a CSV, what a spreadsheet will not show
    std::optional<TimeWindow> span =
        {}; ///< from the oldest event to the newest, both within; none without rows

    friend bool operator==(const ExportSummary &, const ExportSummary &) = default;
};

/// Called after every page with the number of rows written.
/// \thread the exporting one
using ExportProgress = std::function<void(qint64 rows)>;

/// What to export, and how. Nothing is owned.
struct ExportRequest
{
    const ResultRows &rows; ///< in the order of the output
    RecordSource &records;
    RecordWriter &writer; ///< fresh: one writer is good for one export
    CancelToken cancel = {};
    ExportProgress progress = {}; ///< may be empty
};

/// Writes an export into an open device and leaves it open. Blocking; memory stays flat whatever the number
/// of rows.
///
/// \error DiskFull and Storage when the device does not take the bytes, what the records say, Cancelled
/// within 100 ms; in each case the device holds a part
[[nodiscard]] Result<ExportSummary> exportTo(QIODevice &device, const ExportRequest &request);

/// Writes an export into an OutputFile.
///
/// \param inUse  files that must stay; see filesInUse()
/// \error as exportTo(), with the file named; Usage where no output may go (outputTarget()); a cancelled or
/// failed export leaves no file
[[nodiscard]] Result<ExportSummary> exportToFile(const QString &fileName, const ExportRequest &request,
                                                 const QStringList &inUse = {});

} // namespace Trailglass
