// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/workspace/eventlookup.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// One `field  value` line each; what is absent is left out.
QString fieldLines(const EventRecord &record)
{
    QString text;
    std::string scratch;
    for (const Field field : allFields()) {
        const std::string_view value =
            field == Field::Raw ? std::string_view() : fieldText(record, field, scratch);
        if (!value.empty())
            text += toQString(name(field)).leftJustified(14) + visibleText(value) + u'\n';
    }
    return text;
}

ExitCode showEvent(Session &session, const CommandLine::Arguments &arguments)
{
    const auto record = findEvent(session.workspace, arguments.positional[0], arguments.positional[1]);
    if (!record)
        return session.fail(record.error());

    const std::string &raw = record->event.raw;
    if (arguments.has(u"raw"_s)) {
        session.console.printBytes(raw);
    } else if (session.json) {
        std::string line;
        NdjsonWriter().writeRecord(*record, line);
        session.console.printBytes(line);
    } else {
        session.console.print(fieldLines(*record) + u'\n' + toQString(raw) + u'\n');
    }
    return ExitCode::Done;
}

} // namespace

QList<Command> showCommands()
{
    return {blockingCommand(
        {{u"show"_s},
         u"SOURCE ID"_s,
         tr("Shows an event: its fields and the vendor's JSON."),
         {{u"raw"_s,
           {},
           tr("print only the stored JSON; on a terminal, control characters are shown as tokens")}},
         2,
         2},
        showEvent)};
}

} // namespace Trailglass
