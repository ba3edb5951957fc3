// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reportrunner.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/readerthread.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

/// What the report of one call is made of.
struct ReportCall
{
    ReportRequest request;
    ReportRunner::Form form;
    QString fileName;
    QString bundleFile;
};

Result<Report> writtenReport(OpenWorkspace &workspace, const ReportCall &call, const CancelToken &cancel)
{
    ReportRequest request = call.request;
    if (!call.bundleFile.isEmpty()) {
        TRY(request.bundle, hashedBundle(call.bundleFile, cancel));
    }
    TRY(auto report, createReport(workspace, request, cancel));
    TRY(const auto bytes, call.form(report, cancel));
    TRY(writeReportFile(workspace, call.fileName, bytes, cancel));
    return report;
}

} // namespace

class ReportRunner::Private
{
public:
    Private(ReportRunner *runner, const QString &workspace)
        : q(runner)
        , thread(workspace, u"report"_s)
    {
    }

    void end(const Result<Report> &report, quint64 number)
    {
        if (number != newest || !isBusy)
            return;
        isBusy = false;
        if (report)
            Q_EMIT q->written(*report);
        else
            Q_EMIT q->failed(report.error());
    }

    ReportRunner *q;
    quint64 newest = 0; ///< number of the newest call: what became of older ones is dropped
    bool isBusy = false;
    ReaderThread thread; // last: its work uses everything above
};

ReportRunner::ReportRunner(const QString &workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, workspace))
{
}

ReportRunner::~ReportRunner() = default;

void ReportRunner::write(const ReportRequest &request, const Form &form, const QString &fileName,
                         const QString &bundleFile)
{
    d->thread.cancel();
    d->isBusy = true;
    const quint64 number = ++d->newest;
    const ReportCall call{.request = request, .form = form, .fileName = fileName, .bundleFile = bundleFile};
    d->thread.post([this, call, number](OpenWorkspace &workspace, const CancelToken &token) {
        const auto report = writtenReport(workspace, call, token);
        d->thread.postToOwner([this, report, number] { d->end(report, number); });
    });
}

void ReportRunner::cancel()
{
    if (!d->isBusy)
        return;
    d->thread.cancel();
    // Queued work is dropped silently by cancel(): this task reports Cancelled for it, after what has begun.
    d->thread.post([this, number = d->newest](OpenWorkspace &, const CancelToken &) {
        const Result<Report> cancelled = reportCancelled();
        d->thread.postToOwner([this, number, cancelled] { d->end(cancelled, number); });
    });
}

} // namespace Trailglass

#include "moc_reportrunner.cpp"
