// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveaccess.h"
#include "app/cli/archiveclaim.h"
#include "app/cli/archiveoutput.h"
#include "app/cli/archivepush.h"
#include "app/cli/archivetargets.h"
#include "app/cli/commandrun.h"
#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/archivekeys.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/archivetexts.h"

#include <QLocale>

#include <optional>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

ArchiveCreationPlan creationPlan(const CommandLine::Arguments &arguments)
{
    const QString cluster = u"cluster"_s;
    return {.cluster = arguments.has(cluster) ? std::optional(arguments.value(cluster)) : std::nullopt,
            .hasKeeper = arguments.has(u"keeper"_s)};
}

ExitCode create(Session &session, const ArchiveAccess &access, const CommandLine::Arguments &arguments)
{
    const ArchiveCreationPlan plan = creationPlan(arguments);
    const auto place = plannedArchive(access.place, plan);
    if (!place)
        return session.fail(place.error());
    const auto created =
        createArchive({*place, access.key}, plan.hasKeeper, session.clock, session.interrupt.token());
    if (!created)
        return session.fail(created.error());
    session.console.report(jsonText({{u"archive"_s, place->text()},
                                     {u"created"_s, *created == ArchiveCreation::Created},
                                     {u"completed"_s, *created == ArchiveCreation::Completed}}),
                           creationText(*created, *place));
    return ExitCode::Done;
}

ExitCode status(Session &session, const ArchiveAccess &access, const CommandLine::Arguments &)
{
    return printOverview(session, access);
}

QJsonObject checkJson(const ArchiveCheckReport &report)
{
    QJsonArray faults;
    for (const ArchiveFault &fault : report.faults)
        faults.append(fault.text());
    return {{u"batches"_s, report.batches},
            {u"events"_s, report.events},
            {u"not_pushed"_s, report.notPushed},
            {u"problems"_s, faults}};
}

ExitCode verify(Session &session, const ArchiveAccess &access, const CommandLine::Arguments &)
{
    const auto progress = [&session](double part) {
        session.console.progress(tr("%1 % compared").arg(static_cast<int>(part * 100)));
    };
    const auto report = verifyArchive(session.workspace, access, session.interrupt.token(), progress);
    session.console.endProgress();
    if (!report)
        return session.fail(report.error());
    if (session.json) {
        session.console.print(jsonLine(checkJson(*report)));
    } else {
        session.console.print(tr("batches compared: %1 · events: %2 · rows not pushed yet: %3\n")
                                  .arg(QLocale().toString(report->batches),
                                       QLocale().toString(report->events),
                                       QLocale().toString(report->notPushed)));
        for (const ArchiveFault &fault : report->faults)
            session.console.tell(fault.text());
    }
    return report->faults.empty() ? ExitCode::Done : ExitCode::Failed;
}

/// One change of the key in the keychain; lives until the command is over.
class ArchiveKeyChange : public CommandRun
{
public:
    ArchiveKeyChange(Session &commandSession, ArchivePlace place, Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_place(std::move(place))
        , m_keys(m_secrets.places().keychain)
    {
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, this,
                [this] { leave(ExitCode::Interrupted); });
    }

    void write(const Secret &key)
    {
        m_keys.write(m_place, key, [this](const Result<void> &written) { end(written); });
    }

    void remove()
    {
        m_keys.remove(m_place, [this](const Result<void> &removed) { end(removed); });
    }

private:
    void end(const Result<void> &done)
    {
        if (!done)
            return fail(done.error());
        leave(ExitCode::Done);
    }

    const ArchivePlace m_place;
    TerminalSecrets m_secrets;
    ArchiveKeys m_keys;
};

Result<Secret> askForKey(Session &session, const ArchivePlace &place)
{
    TRY(auto line,
        session.console.readSecretLine(tr("Key of %1 at %2: ").arg(place.user(), place.server()),
                                       session.interrupt));
    auto key = Secret::fromText(line);
    wipe(line); // unless the key has it now, and wipes it itself
    return key;
}

/// A key that the server accepts.
Result<ArchiveAccess> accessFromInput(Session &session, const QString &url)
{
    TRY(const auto place, ArchivePlace::parse(url));
    TRY(const auto key, askForKey(session, place));
    ArchiveAccess access{place, key};
    TRY(ArchiveSession::open(access, session.interrupt.token()));
    return access;
}

void login(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto access = accessFromInput(session, arguments.positional.first());
    if (!access)
        return finish(session.fail(access.error()));
    auto *change = new ArchiveKeyChange(session, access->place, finish); // deletes itself at its end
    change->write(access->key);
}

void logout(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto place = ArchivePlace::parse(arguments.positional.first());
    if (!place)
        return finish(session.fail(place.error()));
    auto *change = new ArchiveKeyChange(session, *place, finish); // deletes itself at its end
    change->remove();
}

} // namespace

QList<Command> archiveCommands()
{
    const QString url = u"URL"_s;
    return {archiveCommand(
                {{u"archive"_s, u"create"_s},
                 url,
                 tr("Creates an archive for a team on a ClickHouse server: https://USER@HOST:PORT/DATABASE."),
                 {{u"cluster"_s, u"NAME"_s,
                   tr("make the archive one of this cluster, as ?cluster=NAME in the address does")},
                  {u"keeper"_s, {}, tr("the cluster has Keeper or ZooKeeper: make replicated tables")}},
                 1,
                 1},
                create),
            {{{u"archive"_s, u"login"_s},
              url,
              tr("Asks for the key of the archive's user and puts it into the keychain."),
              {},
              1,
              1},
             login},
            {{{u"archive"_s, u"logout"_s},
              url,
              tr("Takes the key of the archive's user out of the keychain."),
              {},
              1,
              1},
             logout},
            archiveCommand({{u"archive"_s, u"status"_s},
                            url,
                            tr("Shows what an archive holds, and which workspaces push into it."),
                            {},
                            1,
                            1},
                           status),
            archivePushCommand(),
            archiveTargetsCommand(),
            archiveClaimCommand(),
            archiveCommand({{u"archive"_s, u"verify"_s},
                            url,
                            tr("Compares an archive with the workspace: counts and hashes of every batch."),
                            {},
                            1,
                            1},
                           verify)};
}

} // namespace Trailglass
