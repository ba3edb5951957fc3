// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/runhistory.h"

#include "models/store/workspace.h"
#include "models/workspace/sourcechoice.h"

#include <QHash>
#include <QSet>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

RunRow::Kind kindOf(RunKind kind)
{
    switch (kind) {
    case RunKind::Sync:
        return RunRow::Kind::Sync;
    case RunKind::FullSync:
        return RunRow::Kind::FullSync;
    case RunKind::Import:
        return RunRow::Kind::Import;
    }
    Q_UNREACHABLE();
    return {};
}

RunRow::State stateOf(RunStatus status)
{
    switch (status) {
    case RunStatus::Ok:
        return RunRow::State::Complete;
    case RunStatus::Failed:
        return RunRow::State::Failed;
    case RunStatus::Cancelled:
        return RunRow::State::Cancelled;
    case RunStatus::OkWithGap:
        return RunRow::State::WithGap;
    }
    Q_UNREACHABLE();
    return {};
}

RunRow::Figures figuresOf(const RunFigures &figures)
{
    const CommitCounts &counts = figures.counts;
    return {.requests = figures.requests,
            .retries = figures.retries,
            .pages = figures.pages,
            .bytes = figures.bytes,
            .waited = figures.waited,
            .received = counts.received,
            .added = counts.added,
            .updated = counts.updated,
            .duplicate = counts.duplicate,
            .conflict = counts.conflict,
            .unreadable = counts.unreadable};
}

/// A run with an end as lists show it.
RunRow endedRow(const RunRecord &run)
{
    RunRow row{.state = stateOf(run.end->status),
               .ended = run.end->at,
               .figures = figuresOf(run.figures),
               .warnings = run.figures.warnings};
    if (const auto &error = run.figures.error)
        row.error = {error->kind, error->httpStatus, error->message};
    return row;
}

/// What the lock is held for while a run of this kind is on.
QString purposeOf(RunKind kind)
{
    return kind == RunKind::Import ? u"import"_s : u"sync"_s;
}

/// \param runs  newest first
QList<RunRow> rowsOf(const std::vector<RunRecord> &runs, const QHash<qint64, QString> &names,
                     const QString &heldFor)
{
    QList<RunRow> rows;
    QSet<qint64> seen; // sources
    for (const RunRecord &run : runs) {
        const bool isNewest = !seen.contains(run.source.value);
        seen.insert(run.source.value);
        const bool isRunning = isNewest && heldFor == purposeOf(run.kind);
        RunRow row = run.end ? endedRow(run) : RunRow();
        if (!run.end)
            row.state = isRunning ? RunRow::State::Running : RunRow::State::Interrupted;
        row.number = run.id.value;
        row.source = names.value(run.source.value);
        row.kind = kindOf(run.kind);
        row.started = run.started;
        rows.append(std::move(row));
    }
    return rows;
}

Result<QList<RunRow>> readRuns(OpenWorkspace &workspace, const EventReader &reader,
                               std::optional<SourceId> source, int limit)
{
    // The lock first: a run that ends in between has its end in the history then.
    const QString heldFor = WorkspaceLock::heldFor(WorkspacePaths::of(workspace.folder()));
    TRY(const auto runs, reader.runs(source, limit));
    TRY(const auto sources, reader.sources());
    QHash<qint64, QString> names;
    for (const SourceRecord &each : sources)
        names.insert(each.id.value, each.name);
    return rowsOf(runs, names, heldFor);
}

Result<std::optional<CompleteSync>> lastCompleteSync(const EventReader &reader, SourceId source)
{
    TRY(const auto run, reader.lastCompleteSync(source));
    if (run && run->end)
        return std::optional(CompleteSync{.started = run->started, .ended = run->end->at});
    TRY(const auto withGap, reader.lastSyncWithGap(source));
    if (withGap)
        return std::optional<CompleteSync>(); // the last success is the end of this one
    TRY(const SourceState state, reader.sourceState(source));
    return state.lastSuccess ? std::optional(CompleteSync{.started = {}, .ended = *state.lastSuccess})
                             : std::nullopt;
}

} // namespace

Result<QList<RunRow>> allRuns(OpenWorkspace &workspace, int limit)
{
    TRY(const auto reader, workspace.reader());
    return readRuns(workspace, *reader, std::nullopt, limit);
}

Result<RunHistory> runHistory(OpenWorkspace &workspace, const QString &source, int limit)
{
    TRY(const auto reader, workspace.reader());
    TRY(const auto record, listedSource(*reader, source));
    RunHistory history{.source = source, .lastComplete = {}, .runs = {}};
    TRY(history.lastComplete, lastCompleteSync(*reader, record.id));
    TRY(history.runs, readRuns(workspace, *reader, record.id, limit));
    return history;
}

} // namespace Trailglass
