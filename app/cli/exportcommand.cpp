// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/openquery.h"
#include "app/cli/outputoptions.h"
#include "app/cli/standardoutput.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/exportjob.h"
#include "models/exporting/outputtarget.h"
#include "models/query/filter/createdinterval.h"
#include "models/query/storerecordsource.h"
#include "models/store/coveragegaps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr auto StandardOutputName = "-"_L1;

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
    auto asked = Filter::createdInterval(open.filter, open.context);
    if (!asked)
        return asked.error();
    const TimeWindow span = summary.span.value_or(TimeWindow{open.context.now, open.context.now});
    const UtcMicros end = asked->to ? std::min(*asked->to, open.context.now) : *span.to;
    return TimeWindow{asked->from ? asked->from : span.from, end};
}

/// Tells where events may be missing since nobody asked the vendor for them.
Result<void> tellGaps(Session &session, const OpenQuery &open, const ExportSummary &summary)
{
    const auto time = exportedTime(open, summary);
    if (!time)
        return time.error();
    if (*time->from >= *time->to)
        return {};
    const auto sources = open.reader->sources();
    if (!sources)
        return sources.error();
    for (const SourceRecord &source : *sources) {
        if (source.removed)
            continue;
        const auto entries = open.reader->coverage(source.id);
        if (!entries)
            return entries.error();
        for (const TimeWindow &gap : coverageGaps(*entries, *time)) {
            session.console.tell(tr("%1: not synced from %2 to %3, so events may be missing")
                                     .arg(visibleText(source.name), toQString(formatTime(*gap.from)),
                                          toQString(formatTime(*gap.to))));
        }
    }
    return {};
}

ExitCode exportEvents(Session &session, const CommandLine::Arguments &arguments)
{
    const auto output = readOutputOptions(arguments, u"csv"_s, {u"csv"_s, u"ndjson"_s});
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
    tellNotice(session, *open);

    StoreRecordSource records(*open->reader);
    const auto writer = makeWriter(*output, {!arguments.has(u"no-formula-guard"_s), arguments.has(u"bom"_s)});
    const auto total = snapshot->rows.size();
    const auto summary = writeTo(session, fileName,
                                 {snapshot->rows, records, *writer, session.interrupt.token(),
                                  [&session, total](qint64 rows) {
                                      session.console.progress(tr("%1 of %2 events").arg(rows).arg(total));
                                  }},
                                 *inUse);
    if (session.console.outputIsClosed())
        return ExitCode::Done;
    if (!summary)
        return session.fail(summary.error());
    session.console.tell(tr("events: %1 · columns: %2 · times in UTC · cells neutralised: %3")
                             .arg(summary->rows)
                             .arg(summary->columns)
                             .arg(summary->neutralisedCells));
    const auto told = tellGaps(session, *open, *summary);
    return told ? ExitCode::Done : session.fail(told.error());
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
