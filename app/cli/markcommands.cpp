// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"

#include "models/core/markcolour.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/reviews.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr auto NoColour = "none"_L1;

/// \returns nothing for `none`
Result<std::optional<MarkColour>> readMarkColour(const QString &typed)
{
    if (typed == NoColour)
        return std::optional<MarkColour>();
    if (const auto colour = markColourFromName(toUtf8(typed)))
        return colour;
    QStringList known;
    for (const std::string_view name : MarkColourNames)
        known.append(toQString(name));
    known.append(NoColour);
    return Error{ErrorKind::Usage,
                 inSequence(tr("“%1” is not a colour of a mark.").arg(visibleText(typed)),
                            nameSuggestion(typed, known))};
}

NamedEvent eventNamed(const CommandLine::Arguments &arguments)
{
    return {arguments.positional[0], toUtf8(arguments.positional[1])};
}

/// What was done to an event, as the report of the command.
QByteArray markChangeJson(const NamedEvent &event, const QString &what, const QString &value, bool changed)
{
    return jsonText({{u"source"_s, event.source},
                     {u"id"_s, toQString(event.id)},
                     {what, value.isEmpty() ? QJsonValue() : QJsonValue(value)},
                     {u"changed"_s, changed}});
}

ExitCode markEvent(Session &session, const CommandLine::Arguments &arguments)
{
    const auto colour = readMarkColour(arguments.positional[2]);
    if (!colour)
        return session.fail(colour.error());
    const NamedEvent event = eventNamed(arguments);
    const auto changed =
        changeMarks(session.workspace, {event}, *colour, {session.reviewer, session.clock.now()});
    if (!changed)
        return session.fail(changed.error());
    const QString shown = *colour ? toQString(name(**colour)) : QString();
    session.console.report(markChangeJson(event, u"mark"_s, shown, *changed > 0),
                           *colour ? tr("marked: %1").arg(shown) : tr("The event has no mark."));
    return ExitCode::Done;
}

/// The note to write; empty: none.
Result<QString> readNoteText(const CommandLine::Arguments &arguments)
{
    const QString text = arguments.expression(2).trimmed();
    const bool removes = arguments.has(u"remove"_s);
    if (removes != text.isEmpty()) {
        return Error{ErrorKind::Usage,
                     removes ? tr("--remove takes no text.")
                             : tr("Write the text of the note after the id of the event, or give --remove.")};
    }
    return text;
}

ExitCode noteEvent(Session &session, const CommandLine::Arguments &arguments)
{
    const auto text = readNoteText(arguments);
    if (!text)
        return session.fail(text.error());
    const NamedEvent event = eventNamed(arguments);
    const auto changed = changeNote(session.workspace, event, *text, {session.reviewer, session.clock.now()});
    if (!changed)
        return session.fail(changed.error());
    session.console.report(markChangeJson(event, u"note"_s, *text, *changed),
                           text->isEmpty() ? tr("The event has no note.") : tr("The note is stored."));
    return ExitCode::Done;
}

} // namespace

QList<Command> markCommands()
{
    return {
        blockingCommand({{u"mark"_s},
                         u"SOURCE ID COLOUR|none"_s,
                         tr("Marks an event: red, orange, yellow, green, blue or purple; it is not changed."),
                         {},
                         3,
                         3},
                        markEvent),
        blockingCommand({{u"note"_s},
                         u"SOURCE ID [TEXT]"_s,
                         tr("Writes a note on an event, in place of the last one; it is not changed."),
                         {{u"remove"_s, {}, tr("remove the note")}},
                         2},
                        noteEvent),
    };
}

} // namespace Trailglass
