// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/commands.h"
#include "app/cli/syncwatch.h"

#include "models/config/syncschedule.h"
#include "models/core/result.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

Result<SyncRequest> requestOf(const CommandLine::Arguments &arguments, UtcMicros now)
{
    SyncRequest request{.names = arguments.positional, .full = arguments.has(u"full"_s)};
    if (arguments.has(u"since"_s)) {
        TRY(request.since, parseSyncStart(arguments.value(u"since"_s), now));
    }
    return request;
}

/// Of `--watch`; nothing without it.
Result<std::optional<std::chrono::minutes>> intervalOf(const CommandLine::Arguments &arguments)
{
    const bool isWatch = arguments.has(u"watch"_s);
    if (arguments.has(u"every"_s) && !isWatch)
        return Error{ErrorKind::Usage, tr("--every is an option of --watch. Add --watch, or leave it out.")};
    if (!isWatch)
        return std::optional<std::chrono::minutes>();
    if (arguments.has(u"full"_s) || arguments.has(u"since"_s)) {
        return Error{
            ErrorKind::Usage,
            tr("--watch fetches new events only. Run sync with --full or --since first, without it.")};
    }
    TRY(const qint64 minutes,
        CommandLine::wholeNumber(u"every"_s,
                                 arguments.value(u"every"_s, QString::number(SyncSchedule::DefaultMinutes)),
                                 SyncSchedule::MinMinutes, SyncSchedule::MaxMinutes));
    return std::optional(std::chrono::minutes(minutes));
}

void sync(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto request = requestOf(arguments, session.clock.now());
    if (!request)
        return finish(session.fail(request.error()));
    const auto interval = intervalOf(arguments);
    if (!interval)
        return finish(session.fail(interval.error()));
    // Either deletes itself at its end.
    if (*interval)
        (new SyncWatch(session, arguments, *request, **interval, finish))->begin();
    else
        (new SyncRun(session, arguments, *request, finish))->start();
}

} // namespace

QList<Command> syncCommands()
{
    return {
        {{{u"sync"_s},
          u"[NAME]…"_s,
          tr("Fetches new events of all sources, or of the named ones."),
          {{u"full"_s, {}, tr("fetch everything again, back to the oldest stored event; deletes nothing")},
           {u"since"_s, u"TIME"_s, tr("start here (2026-11, -7d …) instead of where the last run ended")},
           {u"watch"_s, {}, tr("go on until interrupted: sync each source again and again, see --every")},
           {u"every"_s, u"MINUTES"_s,
            tr("minutes from the end of a sync to the next one, 5 to 10080 (default: 15)")},
           trustOption()}},
         sync}};
}

} // namespace Trailglass
