// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/openquery.h"
#include "app/cli/outputoptions.h"
#include "app/cli/standardoutput.h"

#include "models/exporting/exportjob.h"
#include "models/query/storerecordsource.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportCommand", text);
}

Result<ExportSummary> writeTo(Session &session, const QString &fileName, const ExportRequest &request)
{
    if (fileName != "-"_L1)
        return exportToFile(fileName, request);
    StandardOutput output(session.console);
    return exportTo(output, request);
}

ExitCode exportEvents(Session &session, const CommandLine::Arguments &arguments)
{
    const auto output = readOutputOptions(arguments, u"csv"_s, {u"csv"_s, u"ndjson"_s});
    if (!output)
        return session.fail(output.error());
    const auto open = openQuery(session, arguments.expression());
    if (!open)
        return session.fail(open.error());
    const auto snapshot =
        open->engine->select(open->filter, output->order, open->context, session.interrupt.token());
    if (!snapshot)
        return session.fail(snapshot.error());

    StoreRecordSource records(*open->reader);
    const auto writer = makeWriter(*output, {!arguments.has(u"no-formula-guard"_s), arguments.has(u"bom"_s)});
    const auto total = snapshot->rows.size();
    const auto summary =
        writeTo(session, arguments.value(u"output"_s),
                {snapshot->rows, records, *writer, session.interrupt.token(), [&session, total](qint64 rows) {
                     session.console.progress(tr("%1 of %2 events").arg(rows).arg(total));
                 }});
    if (session.console.outputIsClosed())
        return ExitCode::Done;
    if (!summary)
        return session.fail(summary.error());
    session.console.tell(tr("events: %1 · columns: %2 · times in UTC · cells neutralised: %3")
                             .arg(summary->rows)
                             .arg(summary->columns)
                             .arg(summary->neutralisedCells));
    return ExitCode::Done;
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
