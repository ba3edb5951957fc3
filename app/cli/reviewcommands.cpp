// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"

#include "models/commandline/texttable.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/reviews.h"

#include <QLocale>

#include <limits>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

QString reviewTime(const ReviewEntry &entry)
{
    return toQString(formatTime(entry.at));
}

QJsonObject reviewEntryJson(const ReviewEntry &entry)
{
    return {{u"reviewer"_s, entry.reviewer}, {u"name"_s, entry.name},     {u"at"_s, reviewTime(entry)},
            {u"filter"_s, entry.filter},     {u"row"_s, entry.row.value}, {u"tree_size"_s, entry.size},
            {u"count"_s, entry.count},       {u"note"_s, entry.note}};
}

QJsonObject reviewStatusJson(const ReviewStatus &status)
{
    const bool isReviewed = status.last.id != 0;
    return {{u"reviewer"_s, status.last.reviewer},
            {u"name"_s, status.last.name},
            {u"filter"_s, status.last.filter},
            {u"last"_s, isReviewed ? QJsonValue(reviewTime(status.last)) : QJsonValue()},
            {u"row"_s, status.last.row.value},
            {u"new"_s, status.newEvents ? QJsonValue(*status.newEvents) : QJsonValue()},
            {u"problem"_s, status.newEvents ? QJsonValue() : QJsonValue(status.problem)}};
}

QStringList reviewStatusCells(const ReviewStatus &status)
{
    return {status.last.reviewer, status.last.name,
            status.last.id != 0 ? reviewTime(status.last) : tr("never"),
            status.newEvents ? QString::number(*status.newEvents) : tr("unknown"), status.last.filter};
}

ExitCode showReviewStatus(Session &session, const CommandLine::Arguments &arguments)
{
    const auto statuses = reviewStatus(session.workspace, arguments.positional.value(0),
                                       {session.reviewer, session.clock.now()}, session.interrupt.token());
    if (!statuses)
        return session.fail(statuses.error());
    TextTable table({tr("reviewer"), tr("review"), tr("last reviewed"), tr("new events"), tr("filter")});
    QJsonArray array;
    for (const ReviewStatus &status : *statuses) {
        table.addRow(reviewStatusCells(status));
        array.append(reviewStatusJson(status));
        if (!status.newEvents && !session.json) {
            session.console.tell(tr("review “%1”: %2").arg(visibleText(status.last.name), status.problem));
        }
    }
    session.console.print(session.json ? jsonLine(array) : table.take(session.console.outputWidth()));
    return ExitCode::Done;
}

ExitCode finishOne(Session &session, const CommandLine::Arguments &arguments)
{
    const ReviewRequest request{.expression = arguments.expression(),
                                .name = arguments.value(u"name"_s),
                                .note = arguments.value(u"note"_s)};
    const auto entry = finishReview(session.workspace, request, {session.reviewer, session.clock.now()},
                                    session.interrupt.token());
    if (!entry)
        return session.fail(entry.error());
    session.console.report(
        jsonText(reviewEntryJson(*entry)),
        tr("reviewed: %1 · new events: %2").arg(visibleText(entry->name), QLocale().toString(entry->count)));
    return ExitCode::Done;
}

ExitCode showReviewLog(Session &session, const CommandLine::Arguments &arguments)
{
    const auto limit = arguments.has(u"limit"_s) ? CommandLine::wholeNumber(
                           u"limit"_s, arguments.value(u"limit"_s), 1, std::numeric_limits<int>::max())
                                                 : Result<qint64>(0);
    if (!limit)
        return session.fail(limit.error());
    const auto entries = reviewLog(session.workspace, static_cast<int>(*limit));
    if (!entries)
        return session.fail(entries.error());
    TextTable table({tr("time"), tr("reviewer"), tr("review"), tr("new events"), tr("filter"), tr("note")});
    QJsonArray array;
    for (const ReviewEntry &entry : *entries) {
        table.addRow({reviewTime(entry), entry.reviewer, entry.name, QString::number(entry.count),
                      entry.filter, entry.note});
        array.append(reviewEntryJson(entry));
    }
    if (session.json)
        session.console.print(jsonLine(array));
    else if (entries->empty())
        session.console.tell(
            tr("Nothing was reviewed yet. Note that you have seen all events: trailglass-cli "
               "review done"));
    else
        session.console.print(table.take(session.console.outputWidth()));
    return ExitCode::Done;
}

} // namespace

QList<Command> reviewCommands()
{
    const QString review = u"review"_s;
    return {
        blockingCommand({{review, u"status"_s},
                         u"[NAME]"_s,
                         tr("Shows how many events are new since the last reviews."),
                         {},
                         0,
                         1},
                        showReviewStatus),
        blockingCommand(
            {{review, u"done"_s},
             u"[EXPR]"_s,
             tr("Notes that the matching events were reviewed: is:new finds those that arrive from now on."),
             {{u"name"_s, u"NAME"_s,
               tr("name of the review (default: default; with EXPR, the filter itself)")},
              {u"note"_s, u"TEXT"_s, tr("a note for the review log")}}},
            finishOne),
        blockingCommand({{review, u"log"_s},
                         {},
                         tr("Lists who reviewed what, and when; nothing in it can be changed."),
                         {{u"limit"_s, u"N"_s, tr("only the last N entries")}},
                         0,
                         0},
                        showReviewLog),
    };
}

} // namespace Trailglass
