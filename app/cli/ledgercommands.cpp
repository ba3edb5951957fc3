// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"

#include "models/commandline/texttable.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
#include "models/store/integrity.h"
#include "models/workspace/sourcechoice.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

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

/// The named source, or all.
Result<QList<SourceRecord>> chosenSources(const EventReader &reader, const QStringList &names)
{
    if (names.isEmpty())
        return reader.sources();
    TRY(const auto source, listedSource(reader, names.first()));
    return QList<SourceRecord>{source};
}

ExitCode coverage(Session &session, const CommandLine::Arguments &arguments)
{
    const auto reader = EventReader::open(session.workspace);
    if (!reader)
        return session.fail(reader.error());
    const auto sources = chosenSources(**reader, arguments.positional);
    if (!sources)
        return session.fail(sources.error());

    TextTable table({tr("source"), tr("from"), tr("to (exclusive)"), tr("answered"), tr("pages")},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left,
                     TextTable::Align::Left, TextTable::Align::Right});
    QJsonArray list;
    for (const SourceRecord &source : *sources) {
        const auto entries = (*reader)->coverage(source.id);
        if (!entries)
            return session.fail(entries.error());
        for (const CoverageEntry &entry : *entries) {
            const QString answered = toQString(formatTime(entry.answered));
            table.addRow({source.name, boundText(entry.window.from), boundText(entry.window.to), answered,
                          QString::number(entry.pages)});
            list.append(QJsonObject{{u"source"_s, source.name},
                                    {u"from"_s, boundJson(entry.window.from)},
                                    {u"to"_s, boundJson(entry.window.to)},
                                    {u"answered"_s, answered},
                                    {u"pages"_s, entry.pages}});
        }
    }
    if (session.json)
        session.console.print(jsonLine(list));
    else if (list.isEmpty())
        session.console.tell(
            tr("No interval was asked for and answered in full yet; \"trailglass-cli sync\" does that."));
    else
        session.console.print(table.take(session.console.outputWidth()));
    return ExitCode::Done;
}

QJsonObject statisticsJson(const WorkspaceStatistics &statistics)
{
    QJsonObject dictionaries;
    for (const auto &[field, texts] : statistics.dictionaries)
        dictionaries.insert(field, texts);
    return {{u"events"_s, statistics.events},
            {u"removed"_s, statistics.removed},
            {u"quarantined"_s, statistics.quarantined},
            {u"raw_bytes"_s, statistics.rawBytes},
            {u"packed_bytes"_s, statistics.packedBytes},
            {u"file_bytes"_s, statistics.fileBytes},
            {u"dictionaries"_s, dictionaries}};
}

QString statisticsText(const WorkspaceStatistics &statistics, int width)
{
    const QLocale locale;
    TextTable table({tr("item"), tr("value")}, {TextTable::Align::Left, TextTable::Align::Right});
    table.addRow({tr("events"), locale.toString(statistics.events)});
    table.addRow({tr("rows superseded or purged"), locale.toString(statistics.removed)});
    table.addRow({tr("quarantined rows"), locale.toString(statistics.quarantined)});
    table.addRow({tr("vendor JSON"), locale.formattedDataSize(statistics.rawBytes)});
    table.addRow({tr("vendor JSON, compressed"), locale.formattedDataSize(statistics.packedBytes)});
    table.addRow({tr("database"), locale.formattedDataSize(statistics.fileBytes)});
    for (const auto &[field, texts] : statistics.dictionaries)
        table.addRow({tr("distinct values of %1").arg(field), locale.toString(texts)});
    return table.take(width);
}

ExitCode stats(Session &session, const CommandLine::Arguments &)
{
    const auto statistics = readStatistics(session.workspace, session.interrupt.token());
    if (!statistics)
        return session.fail(statistics.error());
    session.console.print(session.json ? jsonLine(statisticsJson(*statistics))
                                       : statisticsText(*statistics, session.console.outputWidth()));
    return ExitCode::Done;
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
        blockingCommand({{u"stats"_s}, {}, tr("Shows counts and sizes of the workspace."), {}, 0, 0}, stats),
    };
}

} // namespace Trailglass
