// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/archiveaccess.h"
#include "app/cli/archivepush.h"
#include "app/cli/commands.h"
#include "app/cli/syncwatch.h"

#include "models/commandline/sharedoptions.h"
#include "models/config/syncschedule.h"
#include "models/core/result.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// One sync, then a push: for a timer.
class CollectOnce : public SyncRun
{
public:
    CollectOnce(Session &commandSession, const CommandLine::Arguments &arguments, ArchiveAccess access,
                Finish finish)
        : SyncRun(commandSession, arguments, {.names = arguments.positional.mid(1)}, std::move(finish))
        , m_access(std::move(access))
    {
        pushes().leaveOut(m_access.place);
    }

protected:
    /// Also after a source that failed: what the others brought is pushed.
    void ended(ExitCode code) override
    {
        if (session().interrupt.wasInterrupted())
            return leave(code);
        const ExitCode pushed = pushAndReport(session(), m_access);
        leave(pushed == ExitCode::Done ? code : pushed);
    }

private:
    const ArchiveAccess m_access;
};

/// Syncs and pushes in turn, until it is interrupted. A push that fails is reported, and the next one does its work.
class CollectWatch : public SyncWatch
{
public:
    CollectWatch(Session &commandSession, const CommandLine::Arguments &arguments, ArchiveAccess access,
                 std::chrono::minutes interval, Finish finish)
        : SyncWatch(commandSession, arguments, {.names = arguments.positional.mid(1)}, interval,
                    std::move(finish))
        , m_access(std::move(access))
    {
        pushes().leaveOut(m_access.place);
    }

protected:
    void ended(ExitCode code) override
    {
        if (!session().interrupt.wasInterrupted())
            static_cast<void>(pushAndReport(session(), m_access));
        SyncWatch::ended(code);
    }

private:
    const ArchiveAccess m_access;
};

Result<std::chrono::minutes> pauseOf(const CommandLine::Arguments &arguments)
{
    if (arguments.has(u"once"_s) && arguments.has(u"every"_s))
        return Error{ErrorKind::Usage, tr("Give either --once or --every.")};
    TRY(const qint64 minutes,
        CommandLine::wholeNumber(u"every"_s,
                                 arguments.value(u"every"_s, QString::number(SyncSchedule::DefaultMinutes)),
                                 SyncSchedule::MinMinutes, SyncSchedule::MaxMinutes));
    return std::chrono::minutes(minutes);
}

void collect(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto interval = pauseOf(arguments);
    if (!interval)
        return finish(session.fail(interval.error()));
    const auto use = [&session, arguments, interval = *interval](const ArchiveAccess &access,
                                                                 const Finish &end) {
        // Either deletes itself at its end.
        if (arguments.has(u"once"_s))
            (new CollectOnce(session, arguments, access, end))->start();
        else
            (new CollectWatch(session, arguments, access, interval, end))->begin();
    };
    withArchive(session, arguments, arguments.positional.first(), use, finish);
}

} // namespace

QList<Command> collectCommands()
{
    return {{{{u"collect"_s},
              u"URL [NAME]…"_s,
              tr("Fetches new events of all sources, or of the named ones, and pushes them into an archive, "
                 "again and again "
                 "until interrupted: for a server without a desktop."),
              {{u"every"_s, u"MINUTES"_s,
                tr("minutes from the end of a sync to the next one, 5 to 10080 (default: 15)")},
               {u"once"_s, {}, tr("end after one sync and one push")},
               CommandLine::archiveKeyOption(),
               trustOption()},
              1},
             collect}};
}

} // namespace Trailglass
