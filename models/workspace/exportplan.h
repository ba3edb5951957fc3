// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/exporting/exportjob.h"
#include "models/query/resultrows.h"
#include "models/workspace/querycoverage.h"

#include <memory>
#include <vector>

namespace Trailglass {

class OpenPlace;

enum class ExportFormat
{
    Csv,
    Ndjson
};

/// What to write, and how.
struct ExportPlan
{
    std::shared_ptr<const ResultRows> rows; ///< in the order of the output; not null
    PreparedQuery query; ///< whose result the rows are from: decides where coverage gaps are looked for
    ExportFormat format = ExportFormat::Csv;
    std::vector<Column> columns = {}; ///< empty: defaultColumns() for CSV, whole records for NDJSON
    bool formulaGuard = true;
    bool byteOrderMark = false;
    bool visibleTokens = false; ///< CSV for a terminal: no control character of a cell moves the cursor
};

/// What was, or would be, written.
struct ExportReport
{
    ExportSummary summary;
    std::vector<CoverageGap> gaps = {}; ///< by source, then by time
    QString unknownGaps = {}; ///< a sentence on why there are no gaps to tell; empty: they are known
    QString missing = {}; ///< QueryEngine::missingEvents()
    QStringList warnings =
        {}; ///< all that a reader of the file must know besides: damage, limits of spreadsheets
};

/// A new writer for the format and columns of \a plan.
[[nodiscard]] std::unique_ptr<RecordWriter> makeRecordWriter(const ExportPlan &plan);

/// Whether an export may go to a file, going by its name and place. Blocking.
/// \thread that of the place
/// \error Usage, Storage as outputTarget()
[[nodiscard]] Result<void> checkExportTarget(OpenPlace &place, const QString &fileName);

/// Reads all rows and writes nothing.
///
/// Blocking, as are the other two.
/// \thread that of the place
/// \error as exportTo(); Storage
[[nodiscard]] Result<ExportReport> surveyExport(OpenPlace &place, const ExportPlan &plan,
                                                const CancelToken &cancel, ExportProgress progress = {});

/// Writes the rows to a file: all of them or no file.
/// \error as exportToFile(): Usage where the output must not be (outputTarget()), such as a file of a workspace
[[nodiscard]] Result<ExportReport> writeExport(OpenPlace &place, const ExportPlan &plan,
                                               const QString &fileName, const CancelToken &cancel,
                                               ExportProgress progress = {});

/// Writes the rows to an open device.
/// \error as exportTo()
[[nodiscard]] Result<ExportReport> writeExport(OpenPlace &place, const ExportPlan &plan, QIODevice &device,
                                               const CancelToken &cancel, ExportProgress progress = {});

} // namespace Trailglass
