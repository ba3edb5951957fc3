// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/openquery.h"
#include "app/cli/outputoptions.h"
#include "app/cli/placeaccess.h"
#include "app/cli/standardoutput.h"

#include "models/core/countargument.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr QLatin1StringView DefaultFormat("csv");
constexpr QLatin1StringView StandardOutputName("-");

Result<ExportReport> writeTo(Session &session, OpenPlace &place, const ExportPlan &plan,
                             const QString &fileName)
{
    const auto progress = [&session, total = static_cast<qint64>(plan.rows->size())](qint64 rows) {
        session.console.progress(tr("%1 of %2 event(s)", nullptr, countArgument(total))
                                     .arg(QLocale().toString(rows), QLocale().toString(total)));
    };
    const CancelToken cancel = session.interrupt.token();
    if (fileName != StandardOutputName)
        return writeExport(place, plan, fileName, cancel, progress);
    StandardOutput output(session.console);
    return writeExport(place, plan, output, cancel, progress);
}

QJsonObject reportJson(const CommandLine::Arguments &arguments, const ExportReport &report)
{
    const ExportSummary &summary = report.summary;
    QJsonArray gapList;
    for (const CoverageGap &gap : report.gaps) {
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
            {u"gaps"_s, report.unknownGaps.isEmpty() ? QJsonValue(gapList) : QJsonValue()},
            {u"warnings"_s, QJsonArray::fromStringList(report.warnings)}};
}

QString reportText(const ExportReport &report)
{
    QStringList lines{tr("events: %1 · columns: %2 · times in UTC · formulas escaped: %3")
                          .arg(QLocale().toString(report.summary.rows),
                               QLocale().toString(report.summary.columns),
                               QLocale().toString(report.summary.neutralisedCells))};
    for (const CoverageGap &gap : report.gaps)
        lines.append(gapSentence(gap.source, gap.window));
    for (const QString &warning : report.warnings)
        lines.append(tr("warning: %1").arg(warning));
    return lines.join(u'\n');
}

ExitCode exportEvents(Session &session, const Place &place, const CommandLine::Arguments &arguments)
{
    const auto output = readOutputOptions(arguments, DefaultFormat, {u"csv"_s, u"ndjson"_s});
    if (!output)
        return session.fail(output.error());
    const auto open = openQuery(session, place, arguments.expression(), arguments.value(u"review"_s));
    if (!open)
        return session.fail(open.error());
    const QString fileName = arguments.value(u"output"_s);
    if (fileName != StandardOutputName) {
        // Also before the query, which can take a while.
        if (const auto checked = checkExportTarget(*open->place, fileName); !checked)
            return session.fail(checked.error());
    }
    const auto snapshot = open->engine->select(open->query.filter, output->order, open->query.context,
                                               session.interrupt.token());
    if (!snapshot)
        return session.fail(snapshot.error());

    ExportPlan plan = output->plan();
    plan.rows = *snapshot;
    plan.query = open->query;
    plan.formulaGuard = !arguments.has(u"no-formula-guard"_s);
    plan.byteOrderMark = arguments.has(u"bom"_s);
    plan.visibleTokens = fileName == StandardOutputName && session.console.outputIsTerminal();
    const auto report = writeTo(session, *open->place, plan, fileName);
    if (session.console.outputIsClosed())
        return ExitCode::Done;
    if (!report)
        return session.fail(report.error());
    session.console.report(jsonText(reportJson(arguments, *report)), reportText(*report));
    return report->missing.isEmpty() && report->unknownGaps.isEmpty() ? ExitCode::Done : ExitCode::Partial;
}

} // namespace

QList<Command> exportCommands()
{
    return {placeCommand(
        {{u"export"_s},
         u"[EXPR]"_s,
         tr("Exports matching events to a file (atomically)."),
         QList<CommandLine::OptionSpecification>{
             {u"output"_s, u"FILE"_s, tr("the file; - is standard output"), false, true}}
             + outputOptionSpecifications(u"csv|ndjson"_s)
             + QList<CommandLine::OptionSpecification>{{u"no-formula-guard"_s,
                                                        {},
                                                        tr("do not escape spreadsheet "
                                                           "formulas")},
                                                       {u"bom"_s,
                                                        {},
                                                        tr("start with a byte order mark, for spreadsheets "
                                                           "that need one")},
                                                       reviewOption()}},
        exportEvents)};
}

} // namespace Trailglass
