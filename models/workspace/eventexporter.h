// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/exporting/exportjob.h"
#include "models/query/queryengine.h"
#include "models/query/resultrows.h"
#include "models/workspace/exportgaps.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Trailglass {

enum class ExportFormat
{
    Csv,
    Ndjson
};

/// What to write, and how.
struct ExportPlan
{
    std::shared_ptr<const ResultRows> rows; ///< in the order of the output; not null
    ExportFormat format = ExportFormat::Csv;
    std::vector<Column> columns; ///< for NDJSON, empty: whole records
    bool formulaGuard = true;
    bool byteOrderMark = false;
};

/// What would be written.
struct ExportSurvey
{
    ExportSummary summary;
    std::vector<ExportGap> gaps; ///< within the summary's span; by source, then by time
    QString missing = {}; ///< QueryEngine::missingEvents()
};

/// Writes exports on a thread of its own; a survey first tells what would be written.
///
/// One thing at a time: a new call ends the last.
/// \thread GUI
class EventExporter : public QObject
{
    Q_OBJECT

public:
    explicit EventExporter(const QString &workspace, QObject *parent = nullptr);
    /// Cancels; an unfinished file leaves nothing behind.
    ~EventExporter() override;

    /// Goes through the rows and writes nothing; surveyed() or failed() follows.
    void survey(const ExportPlan &plan);
    /// Whole or not at all; written() or failed() follows. Where no output may go (outputTarget()), fails
    /// with Usage before it writes anything.
    void write(const ExportPlan &plan, const QString &fileName);
    void cancel();

Q_SIGNALS:
    void progress(qint64 rows);
    void surveyed(const Trailglass::ExportSurvey &survey);
    void written(const Trailglass::ExportSummary &summary);
    /// Cancelled after cancel() too.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
