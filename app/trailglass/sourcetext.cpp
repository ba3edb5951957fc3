// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sourcetext.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/table/timeformatter.h"
#include "models/workspace/sourcestatus.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// "1,200 of 6,300 events · Reading".
QString progressText(const SyncProgress &progress)
{
    const QString received = number(progress.received);
    const QString amount = progress.totalHint && *progress.totalHint >= progress.received
        ? tr("%1 of %2 event(s)", nullptr, countArgument(*progress.totalHint))
              .arg(received, number(*progress.totalHint))
        : tr("%Ln event(s)", nullptr, countArgument(progress.received));
    if (progress.activity.isEmpty())
        return amount;
    return tr("%1 · %2").arg(amount, progress.activity);
}

QString countsText(const CommitCounts &counts)
{
    QStringList parts{tr("received in the last sync: %1").arg(number(counts.received)),
                      tr("new: %1").arg(number(counts.added))};
    if (counts.updated > 0)
        parts.append(tr("updated: %1").arg(number(counts.updated)));
    if (counts.conflict > 0)
        parts.append(tr("in conflict: %1").arg(number(counts.conflict)));
    if (counts.unreadable > 0)
        parts.append(tr("quarantined: %1").arg(number(counts.unreadable)));
    return parts.join(u" · "_s);
}

QString failureText(const SourceRow &row, const QTimeZone &zone)
{
    const QString reason = visibleText(row.lastError);
    if (!row.lastAttempt)
        return tr("The last sync failed: %1").arg(reason);
    return tr("The last sync failed at %1: %2").arg(exactTime(*row.lastAttempt, zone), reason);
}

QString successText(const SourceRow &row, const QTimeZone &zone)
{
    if (row.lastSuccess)
        return tr("Last successful sync: %1").arg(exactTime(*row.lastSuccess, zone));
    switch (row.state) {
    case SourceRow::State::Incomplete:
        return tr("The first sync was stopped before its end. The next sync continues from there.");
    case SourceRow::State::Imported:
        return tr("The events were imported from files. The source has not been synced yet.");
    default:
        return tr("Not synced successfully yet.");
    }
}

/// The error first.
QStringList detailLines(const SourceRow &row, const SourceActivity &run, const QTimeZone &zone)
{
    QStringList lines;
    if (!row.progress.isEmpty())
        lines += visibleText(row.progress);
    if (!row.lastError.isEmpty())
        lines += failureText(row, zone);
    if (row.state == SourceRow::State::Removed)
        lines += tr("Removed. Its events are kept until you delete them.");
    if (run.report) {
        for (const QString &warning : run.report->warnings)
            lines += visibleText(warning);
        lines += countsText(run.report->counts);
    }
    if (row.hasQuarantined)
        lines += tr("Rows of this source are quarantined: they could not be read, or are other versions of "
                    "events.");
    lines += successText(row, zone);
    if (const QString planned = plannedText(run.plan, zone); !planned.isEmpty())
        lines += planned;
    if (row.earliest && row.latest) {
        lines += tr("%Ln event(s) from %1 to %2", nullptr, countArgument(row.events))
                     .arg(exactTime(*row.earliest, zone), exactTime(*row.latest, zone));
    }
    return lines;
}

} // namespace

SourceRow sourceRow(const SourceEntry &entry, const SourceActivity &run, const QTimeZone &zone)
{
    SourceRow row = sourceRow(entry);
    if (run.progress)
        row.progress = progressText(*run.progress);
    if (row.state != SourceRow::State::Removed && (run.progress || run.waiting))
        row.state = run.progress ? SourceRow::State::Syncing : SourceRow::State::Waiting;
    row.hasWarnings = run.report && !run.report->warnings.isEmpty();
    row.nextSync = run.plan.next;
    row.isRetryNext = run.plan.isRetry;
    row.isSyncPaused = run.plan.isPaused;
    QStringList details = detailLines(row, run, zone);
    if (entry.retention) {
        // What is lost already is said, but needs nobody's attention.
        row.hasWarnings = row.hasWarnings || entry.retention->kind != RetentionRisk::Kind::Lost;
        details.prepend(retentionSentence(*entry.retention, entry.record,
                                          [&zone](UtcMicros time) { return exactTime(time, zone); }));
    }
    row.details = details.join(u'\n');
    return row;
}

QString plannedText(const PlannedSync &plan, const QTimeZone &zone)
{
    if (!plan.next)
        return {};
    if (plan.isPaused)
        return tr("Scheduled sync is paused.");
    QString text;
    if (!plan.isDue) {
        const QString time = exactTime(*plan.next, zone);
        text = plan.isRetry ? tr("Next try: %1").arg(time) : tr("Next sync: %1").arg(time);
    }
    if (plan.waitsFor.isEmpty())
        return text;
    const QString waits = tr("The scheduled sync waits: %1").arg(visibleText(plan.waitsFor));
    return text.isEmpty() ? waits : QString(waits + u'\n' + text);
}

ConnectionResult connectionResult(const ConnectionReport &report, qint64 stored, const QTimeZone &zone)
{
    using Kind = ConnectionResult::Kind;
    if (report.error) {
        const ErrorKind kind = report.error->kind;
        const bool isDismissed = kind == ErrorKind::Cancelled || kind == ErrorKind::SecretNotApproved;
        return {isDismissed ? Kind::Dismissed : Kind::Error, report.error->message};
    }
    QString text = tr("Connection works. The test request returned no events; where the vendor takes a time "
                      "range, it covers the last hour only.");
    if (report.rows > 0 && report.latest) {
        text = tr("Connection works. The test page contained %Ln event(s), the newest from %1.", nullptr,
                  countArgument(report.rows))
                   .arg(exactTime(*report.latest, zone));
    } else if (report.rows > 0) {
        text = tr("The server responds, but none of the %Ln event(s) in the test page could be read.",
                  nullptr, countArgument(report.rows));
    }
    if (report.rows == 0 && stored > 0)
        text =
            inSequence(text, tr("%Ln event(s) of this source are stored.", nullptr, countArgument(stored)));
    for (const QString &warning : report.warnings)
        text = inSequence(text, warning);
    const bool works = report.warnings.isEmpty() && report.unreadable == 0;
    return {works ? Kind::Works : Kind::Warning, text};
}

} // namespace Trailglass
