// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/runtext.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/table/timeformatter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace Trailglass {

namespace {

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString countsText(const RunRow::Figures &figures)
{
    QStringList parts{tr("received: %1").arg(number(figures.received)),
                      tr("new: %1").arg(number(figures.added))};
    if (figures.updated > 0)
        parts += tr("updated: %1").arg(number(figures.updated));
    if (figures.conflict > 0)
        parts += tr("in conflict: %1").arg(number(figures.conflict));
    if (figures.unreadable > 0)
        parts += tr("quarantined: %1").arg(number(figures.unreadable));
    parts += tr("pages: %1").arg(number(figures.pages));
    parts += QLocale().formattedDataSize(figures.bytes);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString kindText(RunRow::Kind kind)
{
    switch (kind) {
    case RunRow::Kind::Sync:
        return tr("Sync", "a run of a source");
    case RunRow::Kind::FullSync:
        return tr("Full sync");
    case RunRow::Kind::Import:
        return tr("Import", "a run of a source");
    }
    Q_UNREACHABLE();
    return {};
}

QString stateText(RunRow::State state)
{
    switch (state) {
    case RunRow::State::Complete:
        return tr("Complete", "how a run ended");
    case RunRow::State::WithGap:
        return tr("Ended, with a coverage gap", "how a run ended");
    case RunRow::State::Failed:
        return tr("Failed");
    case RunRow::State::Cancelled:
        return tr("Cancelled", "how a run ended");
    case RunRow::State::Running:
        return tr("Running");
    case RunRow::State::Interrupted:
        return tr("Interrupted, no end noted");
    }
    Q_UNREACHABLE();
    return {};
}

QString durationText(qint64 micros)
{
    const qint64 seconds = std::max<qint64>(0, micros) / UtcMicros::PerSecond;
    if (seconds < 60) {
        const qint64 tenths = std::max<qint64>(0, micros) * 10 / UtcMicros::PerSecond;
        return tr("%1 s", "seconds")
            .arg(QLocale().toString(static_cast<double>(tenths) / 10, 'f', tenths % 10 == 0 ? 0 : 1));
    }
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return tr("%1 min %2 s", "minutes and seconds").arg(minutes).arg(seconds % 60);
    return tr("%1 h %2 min", "hours and minutes").arg(QLocale().toString(minutes / 60)).arg(minutes % 60);
}

QString durationText(const RunRow &run)
{
    return run.ended ? durationText(*run.ended - run.started) : QString();
}

QStringList messageLines(const RunRow &run)
{
    QStringList lines;
    if (run.error)
        lines += visibleText(run.error->message);
    for (const QString &warning : run.warnings)
        lines += visibleText(warning);
    return lines;
}

QStringList runDetails(const RunRow &run)
{
    QStringList lines = messageLines(run);
    if (run.state == RunRow::State::Interrupted) {
        lines += tr(
            "No end of this run was noted: the program or the machine was stopped. What was stored by then "
            "is kept; the next sync continues from there.");
    }
    if (run.state == RunRow::State::Running) {
        lines += run.kind == RunRow::Kind::Import
            ? tr("The import is running. What it has stored is kept, however it ends.")
            : tr("The sync is running. What it has stored is kept, however it ends; a time counts as synced "
                 "as soon as all of it was read.");
    }
    if (run.figures)
        lines += countsText(*run.figures);
    return lines;
}

QString lastCompleteText(const std::optional<CompleteSync> &sync, const QTimeZone &zone)
{
    if (!sync)
        return tr("Last complete sync: none yet. Until one has ended, events may be missing.");
    if (!sync->started) {
        return tr("Last complete sync: ended %1. It has fetched what the vendor had by its start, which was "
                  "not noted; the next one fetches what came later.")
            .arg(exactTime(sync->ended, zone));
    }
    return tr("Last complete sync: started %1, ended %2. It has fetched what the vendor had by its start; "
              "the next one fetches what came later.")
        .arg(exactTime(*sync->started, zone), exactTime(sync->ended, zone));
}

} // namespace Trailglass
