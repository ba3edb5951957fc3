// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"

#include "models/commandline/texttable.h"
#include "models/core/printedjson.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sync/syncreport.h"
#include "models/table/runtext.h"
#include "models/table/timeformatter.h"
#include "models/workspace/runhistory.h"
#include "models/workspace/sourcechoice.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QTimeZone>

#include <initializer_list>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

/// A name that looks like the second word of this command.
const QString SourceLikeTheCommand = u"log"_s;

/// An object with its keys in this order.
/// \param members  keys and their JSON
QByteArray jsonObject(std::initializer_list<std::pair<const char *, QByteArray>> members)
{
    QByteArray text;
    for (const auto &[key, value] : members)
        text += ",\"" + QByteArray(key) + "\":" + value;
    return '{' + text.mid(1) + '}';
}

QByteArray json(const std::optional<UtcMicros> &time)
{
    return printedJson(time ? QJsonValue(toQString(formatTime(*time))) : QJsonValue());
}

QByteArray json(const std::optional<RunRow::Failure> &error)
{
    return error ? printedError(error->kind, error->httpStatus, error->message) : printedJson(QJsonValue());
}

/// The words that scripts see.
QString kindName(RunRow::Kind kind)
{
    switch (kind) {
    case RunRow::Kind::Sync:
        return u"sync"_s;
    case RunRow::Kind::FullSync:
        return u"full"_s;
    case RunRow::Kind::Import:
        return u"import"_s;
    }
    Q_UNREACHABLE();
    return {};
}

/// Likewise; those of a report where there is one.
QString stateName(RunRow::State state)
{
    switch (state) {
    case RunRow::State::Complete:
    case RunRow::State::WithGap:
        return statusName(SyncReport::Status::Ok);
    case RunRow::State::Failed:
        return statusName(SyncReport::Status::Failed);
    case RunRow::State::Cancelled:
        return statusName(SyncReport::Status::Cancelled);
    case RunRow::State::Running:
        return u"running"_s;
    case RunRow::State::Interrupted:
        return u"interrupted"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QByteArray json(const RunRow &run)
{
    const auto figure = [&run](qint64 RunRow::Figures::*member) {
        return printedJson(run.figures ? QJsonValue((*run.figures).*member) : QJsonValue());
    };
    constexpr qint64 PerMillisecond = UtcMicros::PerSecond / 1'000;
    const QJsonValue waited = run.figures ? QJsonValue(run.figures->waited / PerMillisecond) : QJsonValue();
    return jsonObject({{"source", printedJson(run.source)},
                       {"kind", printedJson(kindName(run.kind))},
                       {"started", json(std::optional(run.started))},
                       {"ended", json(run.ended)},
                       {"status", printedJson(stateName(run.state))},
                       {"requests", figure(&RunRow::Figures::requests)},
                       {"retries", figure(&RunRow::Figures::retries)},
                       {"pages", figure(&RunRow::Figures::pages)},
                       {"bytes", figure(&RunRow::Figures::bytes)},
                       {"waited_ms", printedJson(waited)},
                       {"received", figure(&RunRow::Figures::received)},
                       {"new", figure(&RunRow::Figures::added)},
                       {"updated", figure(&RunRow::Figures::updated)},
                       {"duplicate", figure(&RunRow::Figures::duplicate)},
                       {"conflict", figure(&RunRow::Figures::conflict)},
                       {"unreadable", figure(&RunRow::Figures::unreadable)},
                       {"warnings", printedJson(QJsonArray::fromStringList(run.warnings))},
                       {"error", json(run.error)}});
}

QString tableOf(const QList<RunRow> &runs, int width)
{
    TextTable table(
        {tr("started"), tr("source"), tr("kind"), tr("status"), tr("duration"), tr("new"), tr("requests"),
         tr("retries"), tr("pages"), tr("bytes"), tr("waited"), tr("error, warnings")},
        {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left,
         TextTable::Align::Right, TextTable::Align::Right, TextTable::Align::Right, TextTable::Align::Right,
         TextTable::Align::Right, TextTable::Align::Right, TextTable::Align::Right});
    table.keepWhole(0);
    const QTimeZone utc = QTimeZone::utc();
    for (const RunRow &run : runs) {
        const auto figure = [&run](qint64 RunRow::Figures::*member) {
            return run.figures ? QString::number((*run.figures).*member) : QString();
        };
        const QString message =
            run.state == RunRow::State::Interrupted ? stateText(run.state) : messageLines(run).value(0);
        table.addRow({exactTime(run.started, utc), run.source, kindName(run.kind), stateName(run.state),
                      durationText(run), figure(&RunRow::Figures::added), figure(&RunRow::Figures::requests),
                      figure(&RunRow::Figures::retries), figure(&RunRow::Figures::pages),
                      figure(&RunRow::Figures::bytes),
                      run.figures && run.figures->waited > 0 ? durationText(run.figures->waited) : QString(),
                      message});
    }
    return table.take(width);
}

void print(Session &session, const QList<RunRow> &runs)
{
    if (session.json) {
        for (const RunRow &run : runs)
            session.console.printBytes(QByteArray(json(run) + '\n'));
    } else if (runs.isEmpty()) {
        session.console.tell(tr("No sync or import is noted yet; “trailglass-cli sync” notes its runs."));
    } else {
        session.console.print(tableOf(runs, session.console.outputWidth()));
    }
}

/// \param limit  0 for all
Result<void> logOfAll(Session &session, OpenWorkspace &workspace, int limit)
{
    TRY(const auto runs, allRuns(workspace, limit));
    print(session, runs);
    TRY(const auto reader, workspace.reader());
    TRY(const QStringList names, sourceNames(*reader));
    if (names.contains(SourceLikeTheCommand))
        session.console.tell(
            tr("“sync log” lists runs. To sync the source “log”, type: trailglass-cli sync -- log"));
    return {};
}

Result<void> logOfOne(Session &session, OpenWorkspace &workspace, const QString &source, int limit)
{
    TRY(const RunHistory history, runHistory(workspace, source, limit));
    print(session, history.runs);
    if (!session.json)
        session.console.tell(lastCompleteText(history.lastComplete, QTimeZone::utc()));
    return {};
}

ExitCode syncLog(Session &session, const CommandLine::Arguments &arguments)
{
    const auto limit = arguments.has(u"limit"_s) ? CommandLine::wholeNumber(
                           u"limit"_s, arguments.value(u"limit"_s), 1, std::numeric_limits<int>::max())
                                                 : Result<qint64>(0);
    if (!limit)
        return session.fail(limit.error());
    OpenWorkspace workspace(session.workspace);
    const int maximum = static_cast<int>(*limit);
    const auto printed = arguments.positional.isEmpty()
        ? logOfAll(session, workspace, maximum)
        : logOfOne(session, workspace, arguments.positional.first(), maximum);
    return printed ? ExitCode::Done : session.fail(printed.error());
}

} // namespace

QList<Command> syncLogCommands()
{
    return {
        blockingCommand({{u"sync"_s, u"log"_s},
                         u"[SOURCE]"_s,
                         tr("Lists what syncs and imports did, newest first. “sync -- log” syncs a source "
                            "with the name “log”."),
                         {{u"limit"_s, u"N"_s, tr("list at most N runs (default: all that are kept)")}},
                         0,
                         1},
                        syncLog)};
}

} // namespace Trailglass
