// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/openquery.h"
#include "app/cli/outputoptions.h"
#include "app/cli/standardoutput.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/exportjob.h"
#include "models/exporting/outputtarget.h"
#include "models/filter/createdinterval.h"
#include "models/query/storerecordsource.h"
#include "models/workspace/exportgaps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr QLatin1StringView DefaultFormat("csv");
constexpr QLatin1StringView StandardOutputName("-");

Result<ExportSummary> writeTo(Session &session, const QString &fileName, const ExportRequest &request,
                              const QStringList &inUse)
{
    if (fileName != StandardOutputName)
        return exportToFile(fileName, request, inUse);
    StandardOutput output(session.console);
    return exportTo(output, request);
}

/// The time that an export is about: what the filter says of `created`, else from its first to its last
/// event.
Result<TimeWindow> exportedTime(const OpenQuery &open, const ExportSummary &summary)
{
    TRY(auto asked, Filter::createdInterval(open.filter, open.context));
    const TimeWindow span = summary.span.value_or(TimeWindow{open.context.now, open.context.now});
    const UtcMicros end = asked.to ? std::min(*asked.to, open.context.now) : *span.to;
    return TimeWindow{asked.from ? asked.from : span.from, end};
}

/// Where events may be missing since nobody asked the vendor for them.
Result<std::vector<ExportGap>> gapsOf(const OpenQuery &open, const ExportSummary &summary)
{
    const auto time = exportedTime(open, summary);
    return time ? exportGaps(*open.reader, *time) : time.error();
}

/// What whoever relies on the file has to know: events that the damaged database counts but does not hold,
/// and what a spreadsheet will not show.
QStringList warningsOf(const OpenQuery &open, const ExportSummary &summary)
{
    QStringList warnings{open.engine->notice()};
    warnings.removeAll(QString());
    return warnings + summary.overflow.warnings();
}

QJsonObject reportJson(const CommandLine::Arguments &arguments, const ExportSummary &summary,
                       const std::vector<ExportGap> &gaps, const QStringList &warnings)
{
    QJsonArray gapList;
    for (const ExportGap &gap : gaps) {
        gapList.append(QJsonObject{{u"source"_s, gap.source},
                                   {u"from"_s, toQString(formatTime(*gap.window.from))},
                                   {u"to"_s, toQString(formatTime(*gap.window.to))}});
    }
    return {{u"output"_s, arguments.value(u"output"_s)},
            {u"format"_s, arguments.value(u"format"_s, DefaultFormat)},
            {u"rows"_s, summary.rows},
            {u"columns"_s, summary.columns},
            {u"time_zone"_s, u"UTC"_s},
            {u"neutralised_cells"_s, summary.neutralisedCells},
            {u"spreadsheet_rows_left_out"_s, summary.overflow.rows},
            {u"spreadsheet_cells_cut"_s, summary.overflow.cells},
            {u"gaps"_s, gapList},
            {u"warnings"_s, QJsonArray::fromStringList(warnings)}};
}

QString reportText(const ExportSummary &summary, const std::vector<ExportGap> &gaps,
                   const QStringList &warnings)
{
    QStringList lines{tr("events: %1 · columns: %2 · times in UTC · cells neutralised: %3")
                          .arg(summary.rows)
                          .arg(summary.columns)
                          .arg(summary.neutralisedCells)};
    for (const ExportGap &gap : gaps) {
        lines.append(tr("%1: not synced from %2 to %3, so events may be missing")
                         .arg(visibleText(gap.source), toQString(formatTime(*gap.window.from)),
                              toQString(formatTime(*gap.window.to))));
    }
    for (const QString &warning : warnings)
        lines.append(tr("warning: %1").arg(warning));
    return lines.join(u'\n');
}

ExitCode exportEvents(Session &session, const CommandLine::Arguments &arguments)
{
    const auto output = readOutputOptions(arguments, DefaultFormat, {u"csv"_s, u"ndjson"_s});
    if (!output)
        return session.fail(output.error());
    const auto open = openQuery(session, arguments.expression());
    if (!open)
        return session.fail(open.error());
    const QString fileName = arguments.value(u"output"_s);
    const auto inUse = filesInUse(session.workspace);
    if (!inUse)
        return session.fail(inUse.error());
    if (fileName != StandardOutputName) {
        // Before the question too, which can take a while.
        if (const auto target = outputTarget(fileName, *inUse); !target)
            return session.fail(target.error());
    }
    const auto snapshot =
        open->engine->select(open->filter, output->order, open->context, session.interrupt.token());
    if (!snapshot)
        return session.fail(snapshot.error());

    StoreRecordSource records(*open->reader);
    const auto writer =
        makeWriter(*output,
                   {.formulaGuard = !arguments.has(u"no-formula-guard"_s),
                    .byteOrderMark = arguments.has(u"bom"_s),
                    .visibleTokens = fileName == StandardOutputName && session.console.outputIsTerminal()});
    const auto total = (*snapshot)->size();
    const auto summary = writeTo(session, fileName,
                                 {**snapshot, records, *writer, session.interrupt.token(),
                                  [&session, total](qint64 rows) {
                                      session.console.progress(tr("%1 of %2 events").arg(rows).arg(total));
                                  }},
                                 *inUse);
    if (session.console.outputIsClosed())
        return ExitCode::Done;
    if (!summary)
        return session.fail(summary.error());
    const auto gaps = gapsOf(*open, *summary);
    if (!gaps)
        return session.fail(gaps.error());
    const QStringList warnings = warningsOf(*open, *summary);
    session.console.report(jsonText(reportJson(arguments, *summary, *gaps, warnings)),
                           reportText(*summary, *gaps, warnings));
    return open->engine->missingEvents().isEmpty() ? ExitCode::Done : ExitCode::Partial;
}

} // namespace

QList<Command> exportCommands()
{
    return {blockingCommand(
        {{u"export"_s},
         u"[EXPR]"_s,
         tr("Writes the events that match to a file, whole or not at all."),
         QList<CommandLine::OptionSpecification>{
             {u"output"_s, u"FILE"_s, tr("where to; - is standard output"), false, true}}
             + outputOptionSpecifications(u"csv|ndjson"_s)
             + QList<CommandLine::OptionSpecification>{{u"no-formula-guard"_s,
                                                        {},
                                                        tr("leave cells as they are that a spreadsheet would "
                                                           "run as formulas")},
                                                       {u"bom"_s,
                                                        {},
                                                        tr("begin with a byte order mark, for spreadsheets "
                                                           "that need one")}}},
        exportEvents)};
}

} // namespace Trailglass
