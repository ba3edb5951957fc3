// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/session/eventexporter.h"

#include "models/exporting/csvwriter.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/query/storerecordsource.h"
#include "models/session/readerthread.h"

#include <QElapsedTimer>
#include <QIODevice>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 MillisecondsBetweenReports = 100;

using Summary = Result<ExportSummary>;

/// Takes everything and keeps nothing.
class Nowhere final : public QIODevice
{
public:
    Nowhere() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

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
ExportProgress seldom(std::function<void(qint64)> tell)
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
    const auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    StoreRecordSource records(**reader);
    const auto writer = writerFor(plan);
    return run({plan.rows, records, *writer, token, std::move(progress)});
}

} // namespace

class EventExporter::Private
{
public:
    using Told = void (EventExporter::*)(const ExportSummary &);

    Private(EventExporter *exporter, QString workspace)
        : q(exporter)
        , thread(std::move(workspace), u"export"_s)
    {
    }

    void start(const ExportPlan &plan, const Run &run, Told told);
    void end(const Summary &summary, quint64 number, Told told);

    EventExporter *q;
    quint64 newest = 0; ///< what is told of an older call is dropped; cancel() still wants its end told
    bool busy = false;
    ReaderThread thread; // last: its work uses everything above
};

void EventExporter::Private::start(const ExportPlan &plan, const Run &run, Told told)
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
    // Shared, because millions of rows are copied once at most.
    thread.post([this, number, plan = std::make_shared<const ExportPlan>(plan), run, told,
                 report](OpenWorkspace &workspace, const CancelToken &token) {
        const Summary summary = runPlan(workspace, *plan, token, seldom(report), run);
        thread.answer([this, summary, number, told] { end(summary, number, told); });
    });
}

void EventExporter::Private::end(const Summary &summary, quint64 number, Told told)
{
    if (number != newest || !busy)
        return;
    busy = false;
    if (summary)
        Q_EMIT(q->*told)(*summary);
    else
        Q_EMIT q->failed(summary.error());
}

EventExporter::EventExporter(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace)))
{
}

EventExporter::~EventExporter() = default;

void EventExporter::survey(const ExportPlan &plan)
{
    const Run run = [](const ExportRequest &request) {
        Nowhere nowhere;
        return exportTo(nowhere, request);
    };
    d->start(plan, run, &EventExporter::surveyed);
}

void EventExporter::write(const ExportPlan &plan, const QString &fileName)
{
    const Run run = [fileName](const ExportRequest &request) {
        return exportToFile(fileName, request);
    };
    d->start(plan, run, &EventExporter::written);
}

void EventExporter::cancel()
{
    if (!d->busy)
        return;
    d->thread.cancel();
    // Work that had not begun yet is dropped without a word: this says it, behind what has begun.
    d->thread.post([this, number = d->newest](OpenWorkspace &, const CancelToken &) {
        const Summary cancelled = Error{ErrorKind::Cancelled, tr("The export was cancelled.")};
        d->thread.answer([this, number, cancelled] { d->end(cancelled, number, nullptr); });
    });
}

} // namespace Trailglass
