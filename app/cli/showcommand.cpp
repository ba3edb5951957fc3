// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/changesoutput.h"
#include "app/cli/commandrun.h"
#include "app/cli/commands.h"
#include "app/cli/placeaccess.h"
#include "app/cli/relatedoutput.h"
#include "app/cli/terminalsecrets.h"

#include "models/changes/changefinder.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/sources/source.h"
#include "models/workspace/eventlookup.h"

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

const QString CompareOption = u"compare-with"_s;

QString fieldLine(std::string_view name, std::string_view value)
{
    return toQString(name).leftJustified(14) + visibleText(value) + u'\n';
}

/// One `field  value` line each, mark and note of a reviewer last; what is absent is left out.
QString fieldLines(const EventRecord &record)
{
    QString text;
    std::string scratch;
    for (const Field field : allFields()) {
        const std::string_view value =
            field == Field::Raw ? std::string_view() : fieldText(record, field, scratch);
        if (!value.empty())
            text += fieldLine(name(field), value);
    }
    if (record.mark)
        text += fieldLine("mark", name(*record.mark));
    if (!record.note.empty())
        text += fieldLine("note", record.note);
    return text;
}

void printEvent(Session &session, const EventRecord &record)
{
    if (session.json) {
        std::string line;
        NdjsonWriter().writeRecord(record, line);
        session.console.printBytes(line);
    } else {
        session.console.print(fieldLines(record) + u'\n' + toQString(record.event.raw) + u'\n');
    }
}

constexpr ChangeLayout PrintedLayout{.isInline = true, .maxRows = 5'000, .maxCharacters = 500'000};

/// What of changes is not printed, or not in detail.
/// \param incomplete  what to say where not everything was looked at
void tellOmissions(Session &session, const EventChanges &changes, const ChangeRows &rows,
                   const QString &incomplete)
{
    const auto isCut = [](const ChangeRow &row) {
        return row.isCut && row.kind != ChangeRow::Kind::Given;
    };
    if (changes.isCoarse) {
        session.console.tell(
            tr("Some values are too large to compare in detail; they are printed as a whole."));
    }
    if (rows.isCut)
        session.console.tell(tr("There are more changes. --json prints all of them."));
    if (std::ranges::any_of(rows.rows, isCut))
        session.console.tell(tr("Long values are cut. --json prints them whole."));
    if (changes.isCut)
        session.console.tell(incomplete);
}

void printChanges(Session &session, const EventRecord &record)
{
    const EventChanges changes = findChanges(std::make_shared<const std::string>(record.event.raw));
    if (session.json)
        return session.console.printBytes(changesJson(record, changes));
    const ChangeRows rows = changeRows(changes, PrintedLayout);
    if (changes.changes.empty() && !changes.isCut)
        session.console.tell(tr("This event holds no values before and after a change."));
    session.console.print(changesText(changes, rows));
    tellOmissions(session, changes, rows,
                  tr("This event is too large: not all of it was searched for changes."));
}

ExitCode printComparison(Session &session, const EventPair &events)
{
    const EventChanges changes = compareEvents(std::make_shared<const std::string>(events.before.event.raw),
                                               std::make_shared<const std::string>(events.after.event.raw));
    if (changes.changes.empty()) {
        return session.fail({ErrorKind::Storage,
                             tr("The two events cannot be compared: what is stored of one of them is not "
                                "JSON.")});
    }
    if (session.json) {
        session.console.printBytes(comparisonJson(events, changes));
        return ExitCode::Done;
    }
    const QString incomplete = tr("These events are too large: not all of them was compared.");
    if (changes.changes.front().change.kind == ValueChange::Kind::Same) {
        session.console.tell(
            changes.isCut
                ? incomplete
                : tr("The two events are equal: their JSON has the same members with the same values."));
        return ExitCode::Done;
    }
    const ChangeRows rows = changeRows(changes, PrintedLayout);
    session.console.print(comparisonText(events, changes, rows));
    tellOmissions(session, changes, rows, incomplete);
    return ExitCode::Done;
}

/// One `show --related`: prints the event and what the vendor knows beside it, or neither. Lives until the command is
/// over.
class RelatedRun : public CommandRun
{
public:
    RelatedRun(Session &commandSession, CommandLine::Arguments arguments, EventRecord record, Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_arguments(std::move(arguments))
        , m_record(std::move(record))
        , m_service(commandSession.workspace, m_secrets.places(), commandSession.clock)
    {
        connect(&m_service, &DetailService::found, this,
                [this](const std::shared_ptr<const KnownDetail> &known) { end(*known); });
        connect(&m_service, &DetailService::approvalRequired, this,
                [this](const QList<ReferenceUse> &uses) { approve(uses); });
        connect(&m_service, &DetailService::failed, this, [this](const Error &error) { fail(error); });
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, this,
                [this] { leave(ExitCode::Interrupted); });
    }

    void start()
    {
        m_service.request(m_record,
                          m_arguments.has(u"refresh"_s) ? DetailService::From::Vendor
                                                        : DetailService::From::WorkspaceFirst);
    }

private:
    void approve(const QList<ReferenceUse> &uses)
    {
        const auto approved = approveIfTrusted(session(), m_arguments, uses);
        if (!approved)
            return fail(approved.error());
        start();
    }

    void end(const KnownDetail &known)
    {
        Console &console = session().console;
        printEvent(session(), m_record);
        if (session().json) {
            console.printBytes(relatedJson(m_record, known));
            return leave(ExitCode::Done);
        }
        console.print(u'\n' + relatedText(m_record, known, console.outputWidth()));
        if (known.detail.isCut) {
            console.tell(Trailglass::tr("%1 has more than was fetched.")
                             .arg(findSource(m_record.vendor)->type().displayName));
        }
        leave(ExitCode::Done);
    }

    const CommandLine::Arguments m_arguments;
    const EventRecord m_record;
    TerminalSecrets m_secrets;
    DetailService m_service;
};

/// Why this event has nothing related, as far as that is known without the vendor.
std::optional<Error> objection(const EventRecord &record)
{
    const Source &vendor = *findSource(record.vendor);
    if (!vendor.details()) {
        return Error{ErrorKind::Usage,
                     tr("Sources of type %1 have nothing related to an event. Leave out --related.")
                         .arg(vendor.type().name)};
    }
    if (!DetailService::isAvailable(record)) {
        return Error{
            ErrorKind::NotFound,
            tr("This event names nothing that could be requested from %1.").arg(vendor.type().displayName)};
    }
    return std::nullopt;
}

/// Options that mean nothing beside the others.
std::optional<Error> misuse(const CommandLine::Arguments &arguments)
{
    const bool isRaw = arguments.has(u"raw"_s);
    const bool isRelated = arguments.has(u"related"_s);
    if (arguments.has(CompareOption)) {
        for (const QString &option : {u"raw"_s, u"changes"_s, u"related"_s}) {
            if (arguments.has(option)) {
                return Error{
                    ErrorKind::Usage,
                    tr("--compare-with prints what is different in two events and nothing else. Leave out "
                       "--compare-with or --%1.")
                        .arg(option)};
            }
        }
    }
    if (arguments.has(u"changes"_s) && (isRaw || isRelated)) {
        return Error{ErrorKind::Usage,
                     tr("--changes prints the changes of the event and nothing else. Leave out --changes or "
                        "--%1.")
                         .arg(isRaw ? u"raw"_s : u"related"_s)};
    }
    if (isRelated) {
        if (!isRaw)
            return std::nullopt;
        return Error{ErrorKind::Usage,
                     tr("--raw prints the stored JSON and nothing else. Leave out --raw or --related.")};
    }
    for (const QString &option : {u"refresh"_s, u"trust"_s}) {
        if (arguments.has(option))
            return Error{ErrorKind::Usage, tr("--%1 goes with --related.").arg(option)};
    }
    return std::nullopt;
}

Result<EventRecord> storedEvent(const Session &session, const Place &place,
                                const CommandLine::Arguments &arguments)
{
    const auto open = place.open();
    open->endWith(session.interrupt.token());
    return findEvent(*open, arguments.positional[0], arguments.positional[1]);
}

ExitCode printStored(Session &session, const EventRecord &record, const CommandLine::Arguments &arguments)
{
    if (arguments.has(u"raw"_s))
        session.console.printBytes(record.event.raw);
    else if (arguments.has(u"changes"_s))
        printChanges(session, record);
    else
        printEvent(session, record);
    return ExitCode::Done;
}

ExitCode compareStored(Session &session, const Place &place, const CommandLine::Arguments &arguments)
{
    const auto open = place.open();
    open->endWith(session.interrupt.token());
    const auto events = findEventPair(*open, arguments.positional[0], arguments.positional[1],
                                      arguments.value(CompareOption));
    return events ? printComparison(session, *events) : session.fail(events.error());
}

void showRelated(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto choice = chosenPlace(session, arguments);
    if (!choice)
        return finish(session.fail(choice.error()));
    if (*choice != PlaceChoice::Workspace) {
        return finish(session.fail(
            {ErrorKind::Usage,
             tr("--related sends requests to the vendor with the credentials of a workspace. Leave out --%1.")
                 .arg(*choice == PlaceChoice::Archive ? u"archive"_s : u"bundle"_s)}));
    }
    auto record = storedEvent(session, session.workspace, arguments);
    if (!record)
        return finish(session.fail(record.error()));
    if (const auto error = objection(*record))
        return finish(session.fail(*error));
    auto *run = new RelatedRun(session, arguments, *std::move(record), finish); // deletes itself at its end
    run->start();
}

void show(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    if (const auto mistake = misuse(arguments))
        return finish(session.fail(*mistake));
    if (arguments.has(u"related"_s))
        return showRelated(session, arguments, finish);
    const auto use = [&session, arguments](const Place &place) {
        if (arguments.has(CompareOption))
            return compareStored(session, place, arguments);
        const auto record = storedEvent(session, place, arguments);
        return record ? printStored(session, *record, arguments) : session.fail(record.error());
    };
    withPlace(session, arguments, use, finish);
}

} // namespace

QList<Command> showCommands()
{
    return {
        {{{u"show"_s},
          u"SOURCE ID"_s,
          tr("Shows an event: its fields and the vendor's JSON."),
          QList<CommandLine::OptionSpecification>{
              {u"raw"_s,
               {},
               tr("print only the stored JSON; on a terminal, control characters are shown as tokens")},
              {u"changes"_s,
               {},
               tr("print only what it says of before and after: each value that differs, with its place "
                  "in the JSON")},
              {CompareOption, u"SOURCE/ID"_s,
               tr("print only what is different in this other event, the earlier one of the two first: each "
                  "value that differs, with its place in the JSON")},
              {u"related"_s,
               {},
               tr("also what the vendor has beside it: of Secoda the history of the resource, of Nected "
                  "parents and "
                  "children; fetched once, then kept in the workspace")},
              {u"refresh"_s, {}, tr("fetch what is related again")},
              trustOption()}
              + placeOptions(),
          2,
          2},
         show}};
}

} // namespace Trailglass
