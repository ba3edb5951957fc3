// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/reports.h"

#include "models/commandline/texttable.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

} // namespace

void printReportLine(Session &session, const SyncReport &report)
{
    session.console.printBytes(QByteArray(toJson(report) + '\n'));
}

void printReports(Session &session, const QList<SyncReport> &reports)
{
    TextTable table({tr("source"), tr("status"), tr("received"), tr("new"), tr("updated"), tr("duplicate"),
                     tr("conflict"), tr("quarantined"), tr("pages"), tr("retries")},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Right,
                     TextTable::Align::Right, TextTable::Align::Right, TextTable::Align::Right,
                     TextTable::Align::Right, TextTable::Align::Right, TextTable::Align::Right,
                     TextTable::Align::Right});
    for (const SyncReport &report : reports) {
        const CommitCounts &counts = report.counts;
        table.addRow({report.source, statusName(report.status), QString::number(counts.received),
                      QString::number(counts.added), QString::number(counts.updated),
                      QString::number(counts.duplicate), QString::number(counts.conflict),
                      QString::number(counts.unreadable), QString::number(report.pages),
                      QString::number(report.retries)});
    }
    session.console.print(table.take(session.console.outputWidth()));
    for (const SyncReport &report : reports) {
        for (const QString &warning : report.warnings)
            session.console.tell(tr("%1: warning: %2").arg(visibleText(report.source), warning));
        if (report.error)
            session.console.tell(tr("%1: %2").arg(visibleText(report.source), report.error->message));
    }
}

ExitCode exitCodeOf(const QList<SyncReport> &reports, FailedHalfway failedHalfway)
{
    const auto count = [&reports](auto predicate) {
        return std::ranges::count_if(reports, predicate);
    };
    if (count([](const SyncReport &report) { return report.status == SyncReport::Status::Cancelled; }) > 0)
        return ExitCode::Interrupted;
    const auto failed =
        count([](const SyncReport &report) { return report.status == SyncReport::Status::Failed; });
    const auto partial = count([failedHalfway](const SyncReport &report) {
        if (report.status == SyncReport::Status::Ok)
            return report.counts.unreadable > 0;
        return failedHalfway == FailedHalfway::IsPartial && report.isPartial();
    });
    if (failed == reports.size() && failed > 0 && partial == 0)
        return ExitCode::Failed;
    return failed > 0 || partial > 0 ? ExitCode::Partial : ExitCode::Done;
}

} // namespace Trailglass
