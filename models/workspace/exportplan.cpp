// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/exportplan.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/exporting/csvwriter.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/exporting/outputtarget.h"
#include "models/workspace/openplace.h"

#include <QIODevice>

#include <functional>

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

/// Nothing fails here: the file is there, and what was written has to be reported.
ExportReport reportOf(OpenPlace &place, const ExportPlan &plan, const ExportSummary &summary)
{
    ExportReport report{.summary = summary};
    // Engines share their index, which knows what the rows lack.
    const auto engine = place.engine();
    report.missing = engine ? (*engine)->missingEvents() : engine.error().message;
    report.warnings.append(engine ? (*engine)->notice() : engine.error().message);
    auto gaps = coverageGaps(place, plan.query, summary.span);
    if (gaps) {
        report.gaps = *std::move(gaps);
    } else {
        report.unknownGaps = tr("Events may be missing: the times that were synced could not be read. %1")
                                 .arg(gaps.error().message);
        report.warnings.append(report.unknownGaps);
    }
    report.warnings.removeAll(QString());
    report.warnings += summary.overflow.warnings();
    return report;
}

Result<ExportReport> runExport(OpenPlace &place, const ExportPlan &plan, const CancelToken &cancel,
                               ExportProgress progress, const WriteRecords &write)
{
    TRY(const auto records, place.records());
    const auto writer = makeRecordWriter(plan);
    TRY(const auto summary, write({*plan.rows, *records, *writer, cancel, std::move(progress)}));
    return reportOf(place, plan, summary);
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

Result<void> checkExportTarget(OpenPlace &place, const QString &fileName)
{
    TRY(const auto inUse, place.filesInUse());
    TRY(outputTarget(fileName, inUse));
    return {};
}

Result<ExportReport> surveyExport(OpenPlace &place, const ExportPlan &plan, const CancelToken &cancel,
                                  ExportProgress progress)
{
    NullDevice device;
    return writeExport(place, plan, device, cancel, std::move(progress));
}

Result<ExportReport> writeExport(OpenPlace &place, const ExportPlan &plan, const QString &fileName,
                                 const CancelToken &cancel, ExportProgress progress)
{
    return runExport(place, plan, cancel, std::move(progress),
                     [&](const ExportRequest &request) -> Result<ExportSummary> {
                         TRY(const auto inUse, place.filesInUse());
                         return exportToFile(fileName, request, inUse);
                     });
}

Result<ExportReport> writeExport(OpenPlace &place, const ExportPlan &plan, QIODevice &device,
                                 const CancelToken &cancel, ExportProgress progress)
{
    return runExport(place, plan, cancel, std::move(progress),
                     [&device](const ExportRequest &request) { return exportTo(device, request); });
}

} // namespace Trailglass
