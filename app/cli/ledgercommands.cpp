// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveaccess.h"
#include "app/cli/archiveoutput.h"
#include "app/cli/bundleaccess.h"
#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/placeaccess.h"
#include "app/cli/retentionnotice.h"

#include "models/commandline/texttable.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/coverageledger.h"
#include "models/workspace/workspacefigures.h"

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

QString boundText(const std::optional<UtcMicros> &bound)
{
    return bound ? toQString(formatTime(*bound)) : tr("unbounded");
}

QJsonValue boundJson(const std::optional<UtcMicros> &bound)
{
    return bound ? QJsonValue(toQString(formatTime(*bound))) : QJsonValue();
}

QJsonArray coverageJson(const std::vector<CoveredInterval> &intervals)
{
    QJsonArray list;
    for (const auto &[source, entry] : intervals) {
        list.append(QJsonObject{{u"source"_s, source},
                                {u"from"_s, boundJson(entry.window.from)},
                                {u"to"_s, boundJson(entry.window.to)},
                                {u"answered"_s, toQString(formatTime(entry.answered))},
                                {u"pages"_s, entry.pages}});
    }
    return list;
}

QString coverageText(const std::vector<CoveredInterval> &intervals, int width)
{
    TextTable table({tr("source"), tr("from"), tr("to (exclusive)"), tr("fetched"), tr("pages")},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left,
                     TextTable::Align::Left, TextTable::Align::Right});
    for (const auto &[source, entry] : intervals) {
        table.addRow({source, boundText(entry.window.from), boundText(entry.window.to),
                      toQString(formatTime(entry.answered)), QString::number(entry.pages)});
    }
    return table.take(width);
}

ExitCode coverage(Session &session, const CommandLine::Arguments &arguments)
{
    const auto intervals = coveredIntervals(session.workspace, arguments.positional);
    if (!intervals)
        return session.fail(intervals.error());
    if (session.json)
        session.console.print(jsonLine(coverageJson(*intervals)));
    else if (intervals->empty())
        session.console.tell(
            tr("No interval was requested and received in full yet; “trailglass-cli sync” does that."));
    else
        session.console.print(coverageText(*intervals, session.console.outputWidth()));
    tellRetention(session, arguments.positional, ReportedRisks::All);
    return ExitCode::Done;
}

QJsonObject figuresJson(const WorkspaceStatistics &numbers)
{
    QJsonObject dictionaries;
    for (const auto &[field, texts] : numbers.dictionaries)
        dictionaries.insert(field, texts);
    return {{u"events"_s, numbers.events},           {u"removed"_s, numbers.removed},
            {u"quarantined"_s, numbers.quarantined}, {u"conflicting"_s, numbers.conflicting},
            {u"raw_bytes"_s, numbers.rawBytes},      {u"packed_bytes"_s, numbers.packedBytes},
            {u"file_bytes"_s, numbers.fileBytes},    {u"dictionaries"_s, dictionaries}};
}

QString figuresText(const QList<WorkspaceFigures::Line> &lines, int width)
{
    TextTable table({tr("item"), tr("value")}, {TextTable::Align::Left, TextTable::Align::Right});
    for (const auto &[label, value] : lines)
        table.addRow({label, value});
    return table.take(width);
}

ExitCode workspaceStats(Session &session, const QString &workspace)
{
    const auto figures = workspaceFigures(workspace, session.interrupt.token());
    if (!figures)
        return session.fail(figures.error());
    session.console.print(session.json ? jsonLine(figuresJson(figures->numbers))
                                       : figuresText(figures->lines, session.console.outputWidth()));
    return ExitCode::Done;
}

void stats(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto choice = chosenPlace(session, arguments);
    if (!choice)
        return finish(session.fail(choice.error()));
    switch (*choice) {
    case PlaceChoice::Workspace:
        return finish(workspaceStats(session, session.workspace));
    case PlaceChoice::Bundle:
        return finish(withBundle(session, arguments, [&session](const OpenedBundle &bundle) {
            return workspaceStats(session, bundle.workspace);
        }));
    case PlaceChoice::Archive:
        break;
    }
    const auto use = [&session](const ArchiveAccess &access, const Finish &end) {
        end(printOverview(session, access));
    };
    withArchive(session, arguments, arguments.value(u"archive"_s), use, finish);
}

} // namespace

QList<Command> ledgerCommands()
{
    return {
        blockingCommand({{u"coverage"_s},
                         u"[NAME]"_s,
                         tr("Lists the time intervals that were fetched completely."),
                         {},
                         0,
                         1},
                        coverage),
        {{{u"stats"_s},
          {},
          tr("Shows counts and sizes of the workspace, or what an archive holds and from whom."),
          placeOptions(),
          0,
          0},
         stats},
    };
}

} // namespace Trailglass
