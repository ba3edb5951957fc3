// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/eventexporter.h"

#include "models/core/result.h"
#include "models/exporting/csvwriter.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/exporting/outputtarget.h"
#include "models/query/storerecordsource.h"
#include "models/store/eventreader.h"
#include "models/workspace/readerthread.h"

#include <QElapsedTimer>
#include <QIODevice>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 MillisecondsBetweenReports = 100;

using Summary = Result<ExportSummary>;

/// Takes everything and keeps nothing.
class NullDevice final : public QIODevice
{
public:
    NullDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override { return size; }
};

std::unique_ptr<RecordWriter> writerFor(const ExportPlan &plan)
{
    if (plan.format == ExportFormat::Csv)
        return std::make_unique<CsvWriter>(plan.columns,
                                           CsvWriter::Options{plan.formulaGuard, plan.byteOrderMark});
    return plan.columns.empty() ? std::make_unique<NdjsonWriter>()
                                : std::make_unique<NdjsonWriter>(plan.columns);
}

/// Passes on what it is told, not more often than anybody can look.
ExportProgress throttled(std::function<void(qint64)> tell)
{
    QElapsedTimer sinceLast;
    sinceLast.start();
    return [tell = std::move(tell), sinceLast](qint64 rows) mutable {
        if (sinceLast.elapsed() < MillisecondsBetweenReports)
            return;
        sinceLast.restart();
        tell(rows);
    };
}

/// How an export of the plan is done.
using Run = std::function<Summary(const ExportRequest &)>;

Summary runPlan(OpenWorkspace &workspace, const ExportPlan &plan, const CancelToken &token,
                ExportProgress progress, const Run &run)
{
    TRY(const auto reader, workspace.reader());
    StoreRecordSource records(*reader);
    const auto writer = writerFor(plan);
    return run({*plan.rows, records, *writer, token, std::move(progress)});
}

} // namespace

class EventExporter::Private
{
public:
    using Outcome = Result<ExportSurvey>;
    using Work = std::function<Outcome(OpenWorkspace &, const CancelToken &, ExportProgress)>;
    using Told = std::function<void(const ExportSurvey &)>;

    Private(EventExporter *exporter, const QString &workspace)
        : q(exporter)
        , folder(workspace)
        , thread(workspace, u"export"_s)
    {
    }

    void start(const Work &work, const Told &told);
    void end(const Outcome &outcome, quint64 number, const Told &told);

    EventExporter *q;
    const QString folder;
    quint64 newest = 0; ///< what is told of an older call is dropped; cancel() still wants its end told
    bool busy = false;
    ReaderThread thread; // last: its work uses everything above
};

void EventExporter::Private::start(const Work &work, const Told &told)
{
    thread.cancel();
    busy = true;
    const quint64 number = ++newest;
    const auto report = [this, number](qint64 rows) {
        thread.answer([this, number, rows] {
            if (number == newest && busy)
                Q_EMIT q->progress(rows);
        });
    };
    thread.post([this, number, work, told, report](OpenWorkspace &workspace, const CancelToken &token) {
        const Outcome outcome = work(workspace, token, throttled(report));
        thread.answer([this, outcome, number, told] { end(outcome, number, told); });
    });
}

void EventExporter::Private::end(const Outcome &outcome, quint64 number, const Told &told)
{
    if (number != newest || !busy)
        return;
    busy = false;
    if (outcome)
        told(*outcome);
    else
        Q_EMIT q->failed(outcome.error());
}

EventExporter::EventExporter(const QString &workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, workspace))
{
}

EventExporter::~EventExporter() = default;

void EventExporter::survey(const ExportPlan &plan)
{
    const Run run = [](const ExportRequest &request) {
        NullDevice nowhere;
        return exportTo(nowhere, request);
    };
    const auto work = [plan, run](OpenWorkspace &workspace, const CancelToken &token,
                                  ExportProgress progress) -> Private::Outcome {
        const Summary summary = runPlan(workspace, plan, token, std::move(progress), run);
        if (!summary)
            return summary.error();
        TRY(const auto gaps,
            summary->span ? exportGaps(**workspace.reader(), *summary->span) : std::vector<ExportGap>());
        // All engines share the index that the rows are from: it was compared with the counts then.
        TRY(const auto engine, workspace.engine());
        return ExportSurvey{*summary, gaps, (engine)->missingEvents()};
    };
    d->start(work, [this](const ExportSurvey &survey) { Q_EMIT surveyed(survey); });
}

void EventExporter::write(const ExportPlan &plan, const QString &fileName)
{
    const Run run = [fileName, workspace = d->folder](const ExportRequest &request) -> Summary {
        const auto inUse = filesInUse(workspace);
        return inUse ? exportToFile(fileName, request, *inUse) : inUse.error();
    };
    const auto work = [plan, run](OpenWorkspace &workspace, const CancelToken &token,
                                  ExportProgress progress) -> Private::Outcome {
        const Summary summary = runPlan(workspace, plan, token, std::move(progress), run);
        return summary ? Private::Outcome(ExportSurvey{*summary, {}, {}}) : summary.error();
    };
    d->start(work, [this](const ExportSurvey &survey) { Q_EMIT written(survey.summary); });
}

void EventExporter::cancel()
{
    if (!d->busy)
        return;
    d->thread.cancel();
    // Work that had not begun yet is dropped without a word: this says it, behind what has begun.
    d->thread.post([this, number = d->newest](OpenWorkspace &, const CancelToken &) {
        const Private::Outcome cancelled = Error{ErrorKind::Cancelled, tr("The export was cancelled.")};
        d->thread.answer([this, number, cancelled] { d->end(cancelled, number, {}); });
    });
}

} // namespace Trailglass
