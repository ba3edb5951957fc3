// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/exportplan.h"

#include "models/core/result.h"
#include "models/exporting/csvwriter.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/exporting/outputtarget.h"
#include "models/query/storerecordsource.h"
#include "models/workspace/openworkspace.h"

#include <QIODevice>

namespace Trailglass {
namespace {

/// Discards what is written.
class NullDevice final : public QIODevice
{
public:
    NullDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override { return size; }
};

using WriteRecords = std::function<Result<ExportSummary>(const ExportRequest &)>;

Result<ExportReport> runExport(OpenWorkspace &workspace, const ExportPlan &plan, const CancelToken &cancel,
                               ExportProgress progress, const WriteRecords &write)
{
    TRY(const auto reader, workspace.reader());
    StoreRecordSource records(*reader);
    const auto writer = makeRecordWriter(plan);
    TRY(const auto summary, write({*plan.rows, records, *writer, cancel, std::move(progress)}));
    TRY(auto gaps, coverageGaps(*reader, plan.query, summary.span));
    // Engines share their index, which knows what the rows lack.
    TRY(const auto engine, workspace.engine());
    QStringList warnings{engine->notice()};
    warnings.removeAll(QString());
    return ExportReport{summary, std::move(gaps), engine->missingEvents(),
                        warnings + summary.overflow.warnings()};
}

} // namespace

std::unique_ptr<RecordWriter> makeRecordWriter(const ExportPlan &plan)
{
    if (plan.format == ExportFormat::Csv) {
        return std::make_unique<CsvWriter>(
            plan.columns.empty() ? defaultColumns() : plan.columns,
            CsvWriter::Options{plan.formulaGuard, plan.byteOrderMark, plan.visibleTokens});
    }
    return plan.columns.empty() ? std::make_unique<NdjsonWriter>()
                                : std::make_unique<NdjsonWriter>(plan.columns);
}

Result<void> checkExportTarget(const QString &workspace, const QString &fileName)
{
    TRY(const auto inUse, filesInUse(workspace));
    TRY(outputTarget(fileName, inUse));
    return {};
}

Result<ExportReport> surveyExport(OpenWorkspace &workspace, const ExportPlan &plan, const CancelToken &cancel,
                                  ExportProgress progress)
{
    NullDevice device;
    return writeExport(workspace, plan, device, cancel, std::move(progress));
}

Result<ExportReport> writeExport(OpenWorkspace &workspace, const ExportPlan &plan, const QString &fileName,
                                 const CancelToken &cancel, ExportProgress progress)
{
    return runExport(workspace, plan, cancel, std::move(progress),
                     [&](const ExportRequest &request) -> Result<ExportSummary> {
                         TRY(const auto inUse, filesInUse(workspace.folder()));
                         return exportToFile(fileName, request, inUse);
                     });
}

Result<ExportReport> writeExport(OpenWorkspace &workspace, const ExportPlan &plan, QIODevice &device,
                                 const CancelToken &cancel, ExportProgress progress)
{
    return runExport(workspace, plan, cancel, std::move(progress),
                     [&device](const ExportRequest &request) { return exportTo(device, request); });
}

} // namespace Trailglass
