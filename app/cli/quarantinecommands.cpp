// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/quarantineoutput.h"
#include "app/cli/standardoutput.h"

#include "models/commandline/texttable.h"
#include "models/core/countargument.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
#include "models/table/quarantinejson.h"
#include "models/workspace/quarantine.h"
#include "models/workspace/quarantineexport.h"

#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

/// Rows read and printed together.
constexpr int RowsOfPrint = 500;

TextTable quarantineTable()
{
    TextTable table(
        {tr("id"), tr("kind"), tr("source"), tr("received"), tr("place"), tr("length"), tr("reason")},
        {TextTable::Align::Right, TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left,
         TextTable::Align::Left, TextTable::Align::Right});
    table.keepWhole(0);
    table.keepWhole(3);
    return table;
}

void printPage(Session &session, TextTable &table, const std::vector<QuarantineRow> &rows)
{
    std::string lines;
    for (const QuarantineRow &row : rows) {
        if (session.json) {
            lines += quarantineJson(row) + '\n';
        } else {
            table.addRow({QString::number(row.id), quarantineKindName(row.kind), row.source,
                          toQString(formatTime(row.received)), row.place, QString::number(row.length),
                          quarantineReason(row)});
        }
    }
    if (session.json)
        session.console.printBytes(lines);
    else
        session.console.print(table.take(session.console.outputWidth()));
}

/// \returns the number of rows
Result<qint64> printQuarantine(Session &session, const QString &source, qint64 limit)
{
    TRY(const auto reader, EventReader::open(session.workspace));
    TextTable table = quarantineTable();
    QuarantineQuery query{.source = source};
    qint64 printed = 0;
    while (printed < limit && session.console.outputError() == 0 && !session.interrupt.wasInterrupted()) {
        query.limit = static_cast<int>(std::min<qint64>(limit - printed, RowsOfPrint));
        TRY(const auto rows, quarantinedRows(*reader, query));
        if (rows.empty())
            break;
        printPage(session, table, rows);
        printed += static_cast<qint64>(rows.size());
        query.past = rows.back().id;
    }
    return printed;
}

ExitCode listQuarantine(Session &session, const CommandLine::Arguments &arguments)
{
    constexpr qint64 All = std::numeric_limits<qint64>::max();
    const auto limit = arguments.has(u"limit"_s)
        ? CommandLine::wholeNumber(u"limit"_s, arguments.value(u"limit"_s), 1, All)
        : Result<qint64>(All);
    if (!limit)
        return session.fail(limit.error());
    const auto printed = printQuarantine(session, arguments.positional.value(0), *limit);
    if (!printed)
        return session.fail(printed.error());
    if (*printed == 0)
        session.console.tell(tr("No rows are quarantined."));
    return ExitCode::Done;
}

ExitCode showQuarantined(Session &session, const CommandLine::Arguments &arguments)
{
    const QString &text = arguments.positional.first();
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber) {
        return session.fail(
            {ErrorKind::Usage,
             tr("“%1” is not the id of a quarantined row; “trailglass-cli quarantine” lists them.")
                 .arg(visibleText(text))});
    }
    const auto reader = EventReader::open(session.workspace);
    if (!reader)
        return session.fail(reader.error());
    const auto content = quarantinedContent(**reader, id);
    if (!content)
        return session.fail(content.error());
    if (session.json)
        session.console.printBytes(quarantineJson(*content) + '\n');
    else
        session.console.print(quarantineText(*content));
    return ExitCode::Done;
}

Result<qint64> exportQuarantineTo(Session &session, const QString &fileName, const QString &source)
{
    const auto progress = [&session](qint64 rows) {
        session.console.progress(tr("%Ln row(s)", nullptr, countArgument(rows)));
    };
    const CancelToken cancel = session.interrupt.token();
    if (fileName != "-"_L1)
        return exportQuarantine(session.workspace, source, fileName, cancel, progress);
    StandardOutput output(session.console);
    return exportQuarantine(session.workspace, source, output, cancel, progress);
}

ExitCode exportQuarantined(Session &session, const CommandLine::Arguments &arguments)
{
    const QString fileName = arguments.value(u"output"_s);
    const auto rows = exportQuarantineTo(session, fileName, arguments.positional.value(0));
    if (session.console.outputIsClosed())
        return ExitCode::Done;
    if (!rows)
        return session.fail(rows.error());
    session.console.report(jsonText({{u"output"_s, fileName}, {u"rows"_s, *rows}}),
                           tr("rows: %1").arg(QLocale().toString(*rows)));
    return ExitCode::Done;
}

void printRetries(Session &session, const std::vector<QuarantineRetry> &retries)
{
    TextTable table({tr("source"), tr("tried"), tr("stored"), tr("known"), tr("conflict"), tr("unreadable"),
                     tr("too long")},
                    {TextTable::Align::Left, TextTable::Align::Right, TextTable::Align::Right,
                     TextTable::Align::Right, TextTable::Align::Right, TextTable::Align::Right,
                     TextTable::Align::Right});
    for (const QuarantineRetry &retry : retries) {
        if (session.json)
            session.console.printBytes(QByteArray(retryJson(retry) + '\n'));
        table.addRow({retry.source, QString::number(retry.tried), QString::number(retry.stored),
                      QString::number(retry.known), QString::number(retry.conflict),
                      QString::number(retry.unreadable), QString::number(retry.cut)});
    }
    if (session.json)
        return;
    session.console.print(table.take(session.console.outputWidth()));
    for (const QuarantineRetry &retry : retries) {
        for (const QString &reason : retry.reasons)
            session.console.tell(tr("%1: still unreadable: %2").arg(visibleText(retry.source), reason));
        if (retry.error)
            session.console.tell(tr("%1: %2").arg(visibleText(retry.source), retry.error->message));
    }
}

ExitCode retryExitCode(const QuarantineRetryReport &report)
{
    const auto has = [&report](auto predicate) {
        return std::ranges::any_of(report.sources, predicate);
    };
    if (has(&QuarantineRetry::isCancelled))
        return ExitCode::Interrupted;
    const bool leavesRows =
        has([](const QuarantineRetry &retry) { return retry.unreadable > 0 || retry.error; });
    const bool wasOfUse =
        has([](const QuarantineRetry &retry) { return retry.stored + retry.known + retry.conflict > 0; });
    if (!leavesRows)
        return ExitCode::Done;
    return wasOfUse ? ExitCode::Partial : ExitCode::Failed;
}

ExitCode retryQuarantined(Session &session, const CommandLine::Arguments &arguments)
{
    const auto report = retryQuarantine(
        session.workspace, arguments.positional.value(0), session.clock, session.interrupt.token(),
        [&session](const QString &source, qint64 rows) {
            session.console.progress(
                tr("%1: %Ln row(s) read again", nullptr, countArgument(rows)).arg(visibleText(source)));
        });
    if (!report)
        return session.fail(report.error());
    if (report->sources.empty())
        session.console.tell(tr("No rows are quarantined."));
    else
        printRetries(session, report->sources);
    if (!report->indexWarning.isEmpty())
        session.console.tell(report->indexWarning);
    return retryExitCode(*report);
}

} // namespace

QList<Command> quarantineCommands()
{
    const QString quarantine = u"quarantine"_s;
    return {
        blockingCommand(
            {{quarantine},
             u"[SOURCE]"_s,
             tr("Lists the rows that were received and are not stored as events: unreadable ones, and "
                "other versions of stored events (conflicts)."),
             {{u"limit"_s, u"N"_s, tr("list at most N rows")}},
             0,
             1},
            listQuarantine),
        blockingCommand({{quarantine, u"show"_s},
                         u"ID"_s,
                         tr("Shows a quarantined row with its bytes; of a conflict both versions and their "
                            "differences."),
                         {},
                         1,
                         1},
                        showQuarantined),
        blockingCommand({{quarantine, u"export"_s},
                         u"[SOURCE]"_s,
                         tr("Exports quarantined rows with their bytes as NDJSON (atomically)."),
                         {{u"output"_s, u"FILE"_s, tr("the file; - is standard output"), false, true}},
                         0,
                         1},
                        exportQuarantined),
        blockingCommand(
            {{quarantine, u"retry"_s},
             u"[SOURCE]"_s,
             tr("Reads quarantined rows again, and stores the events that this version can read."),
             {},
             0,
             1},
            retryQuarantined),
    };
}

} // namespace Trailglass
