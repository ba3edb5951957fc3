// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/openquery.h"
#include "app/cli/outputoptions.h"
#include "app/cli/placeaccess.h"
#include "app/cli/standardoutput.h"

#include "models/commandline/texttable.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/timefield.h"
#include "models/core/translation.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

/// The default columns of a table: they fit a terminal.
std::vector<Column> tableColumns()
{
    return {{Field::Created, "created"}, {Field::Source, "source"}, {Field::Action, "action"},
            {Field::Outcome, "outcome"}, {Field::Actor, "actor"},   {Field::Target, "target"}};
}

TextTable emptyTable(const std::vector<Column> &columns)
{
    QStringList titles;
    for (const Column &column : columns)
        titles.append(toQString(column.title));
    TextTable table(titles);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto *field = std::get_if<Field>(&columns[i].place);
        if (field && isTime(*field))
            table.keepWhole(static_cast<qsizetype>(i));
    }
    return table;
}

/// Prints a table page by page: a column gets wider when a later page needs it, and memory stays flat.
Result<void> printTable(Session &session, const ResultRows &rows, RecordSource &records,
                        const std::vector<Column> &columns)
{
    constexpr std::size_t RowsPerPage = 1000;
    const bool needsRaw = std::ranges::any_of(columns, &Column::needsRaw);
    TextTable table = emptyTable(columns);
    std::string scratch;
    std::size_t printed = 0;
    do {
        const auto add = [&](std::size_t, const EventRecord &record) {
            QStringList cells;
            for (const Column &column : columns)
                cells.append(toQString(cellText(record, column, scratch)));
            table.addRow(cells);
        };
        TRY(records.read(rows, {printed, RowsPerPage}, needsRaw, add, session.interrupt.token()));
        session.console.print(table.take(session.console.outputWidth()));
        printed += RowsPerPage;
    } while (printed < rows.size() && session.console.outputError() == 0
             && !session.interrupt.wasInterrupted());
    return {};
}

std::shared_ptr<const ResultRows> part(const ResultPointer &result, qint64 offset, qint64 limit)
{
    const auto count = static_cast<qint64>(result->size());
    const qint64 first = std::min(offset, count);
    const qint64 size = std::min(limit, count - first);
    const PlaceRange range{static_cast<std::size_t>(first), static_cast<std::size_t>(size)};
    return std::make_shared<const RowRanges>(result, std::vector{range});
}

Result<void> printRows(Session &session, const OpenQuery &open, const OutputOptions &output,
                       const std::shared_ptr<const ResultRows> &rows)
{
    if (output.format == OutputFormat::Table) {
        TRY(const auto records, open.place->records());
        return printTable(session, *rows, *records, output.columns.empty() ? tableColumns() : output.columns);
    }
    ExportPlan plan = output.plan();
    plan.rows = rows;
    plan.query = open.query;
    plan.visibleTokens = session.console.outputIsTerminal();
    StandardOutput device(session.console);
    TRY(const auto records, open.place->records());
    const auto writer = makeRecordWriter(plan);
    TRY(const auto summary, exportTo(device, {*rows, *records, *writer, session.interrupt.token(), {}}));
    if (const qint64 cells = summary.neutralisedCells; cells > 0) {
        session.console.report(jsonText({{u"neutralised_cells"_s, cells}}),
                               tr("formulas escaped: %1").arg(cells));
    }
    const QStringList limits = summary.overflow.warnings();
    for (const QString &warning : limits)
        session.console.tell(warning);
    return {};
}

ExitCode printCount(Session &session, const OpenQuery &open)
{
    const auto count = open.engine->count(open.query.filter, open.query.context, session.interrupt.token());
    if (!count)
        return session.fail(count.error());
    session.console.print(QString::number(*count) + u'\n');
    return tellNotice(session, open);
}

ExitCode query(Session &session, const Place &place, const CommandLine::Arguments &arguments)
{
    constexpr qint64 All = std::numeric_limits<qint64>::max();
    const auto output = readOutputOptions(arguments, session.json ? u"ndjson"_s : u"table"_s,
                                          {u"table"_s, u"csv"_s, u"ndjson"_s});
    if (!output)
        return session.fail(output.error());
    const auto limit = arguments.has(u"limit"_s)
        ? CommandLine::wholeNumber(u"limit"_s, arguments.value(u"limit"_s), 0, All)
        : Result<qint64>(All);
    if (!limit)
        return session.fail(limit.error());
    const auto offset = CommandLine::wholeNumber(u"offset"_s, arguments.value(u"offset"_s, u"0"_s), 0, All);
    if (!offset)
        return session.fail(offset.error());
    const auto open = openQuery(session, place, arguments.expression(), arguments.value(u"review"_s));
    if (!open)
        return session.fail(open.error());
    if (arguments.has(u"count"_s))
        return printCount(session, *open);

    const auto snapshot = open->engine->select(open->query.filter, output->order, open->query.context,
                                               session.interrupt.token());
    if (!snapshot)
        return session.fail(snapshot.error());
    const auto printed = printRows(session, *open, *output, part(*snapshot, *offset, *limit));
    if (!printed && !session.console.outputIsClosed())
        return session.fail(printed.error());
    return tellNotice(session, *open);
}

} // namespace

QList<Command> queryCommands()
{
    return {placeCommand({{u"query"_s},
                             u"[EXPR]"_s,
                             tr("Prints matching events."),
                             outputOptionSpecifications(u"table|csv|ndjson"_s)
                                 + QList<CommandLine::OptionSpecification>{
                                     {u"limit"_s, u"N"_s, tr("print at most N events")},
                                     {u"offset"_s, u"N"_s, tr("skip the first N events")},
                                     {u"count"_s, {}, tr("print only the count")},
                                     reviewOption(),
                                 }},
                            query)};
}

} // namespace Trailglass
