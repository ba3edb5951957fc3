// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveoutput.h"

#include "app/cli/jsonline.h"

#include "models/commandline/texttable.h"
#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/knownarchive.h"
#include "models/workspace/pushtargets.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

QString timeText(const std::optional<UtcMicros> &time)
{
    return time ? toQString(formatTime(*time)) : QString();
}

QJsonValue timeJson(const std::optional<UtcMicros> &time)
{
    return time ? QJsonValue(timeText(time)) : QJsonValue();
}

QString lastKnownText(const KnownArchive &known)
{
    const qint64 events = known.overview.events;
    const QString state =
        tr("Last known state: when it was read on %1, it had %2 event(s).", nullptr, countArgument(events))
            .arg(timeText(known.readAt), QLocale().toString(events));
    const auto last = known.overview.lastEvent();
    return last ? inSequence(state, tr("The last event was at %1.").arg(timeText(last))) : state;
}

/// Says why an archive was not looked at, and while its server is away what was known of it.
/// \returns as Session::fail()
ExitCode failToLook(const Session &session, const ArchivePlace &place, const Error &error)
{
    const ExitCode code = session.fail(error);
    if (code == ExitCode::Failed && isServerAway(error)) {
        if (const auto known = knownArchive(place))
            session.console.tell(lastKnownText(*known));
    }
    return code;
}

} // namespace

QJsonObject overviewJson(const ArchivePlace &place, const ArchiveOverview &overview)
{
    QJsonArray workspaces;
    for (const PushedWorkspace &workspace : overview.workspaces) {
        workspaces.append(QJsonObject{{u"origin"_s, static_cast<qint64>(workspace.origin)},
                                      {u"name"_s, workspace.name},
                                      {u"events"_s, workspace.events},
                                      {u"last_push"_s, timeJson(workspace.lastPush)}});
    }
    QJsonArray sources;
    for (const SourceRecord &source : overview.sources) {
        sources.append(QJsonObject{
            {u"name"_s, source.name}, {u"vendor"_s, source.type}, {u"removed"_s, source.removed}});
    }
    return {{u"archive"_s, place.text()},
            {u"version"_s, overview.version},
            {u"events"_s, overview.events},
            {u"first"_s, timeJson(overview.created.from)},
            {u"last"_s, timeJson(overview.lastEvent())},
            {u"workspaces"_s, workspaces},
            {u"sources"_s, sources}};
}

QString overviewText(const ArchivePlace &place, const ArchiveOverview &overview, int width)
{
    const QLocale locale;
    TextTable figures({tr("item"), tr("value")});
    figures.addRow({tr("archive"), place.text()});
    figures.addRow({tr("ClickHouse"), overview.version});
    figures.addRow({tr("events"), locale.toString(overview.events)});
    figures.addRow({tr("first event"), timeText(overview.created.from)});
    figures.addRow({tr("last event"), timeText(overview.lastEvent())});
    TextTable workspaces(
        {tr("workspace"), tr("number"), tr("events"), tr("last push")},
        {TextTable::Align::Left, TextTable::Align::Right, TextTable::Align::Right, TextTable::Align::Left});
    for (const PushedWorkspace &workspace : overview.workspaces) {
        workspaces.addRow({workspace.name, QString::number(workspace.origin),
                           locale.toString(workspace.events), timeText(workspace.lastPush)});
    }
    TextTable sources({tr("source"), tr("vendor"), tr("state")});
    for (const SourceRecord &source : overview.sources)
        sources.addRow({source.name, source.type, source.removed ? tr("not pushed any more") : tr("pushed")});
    QString text = figures.take(width);
    if (!overview.workspaces.isEmpty())
        text += u'\n' + workspaces.take(width);
    if (!overview.sources.isEmpty())
        text += u'\n' + sources.take(width);
    return text;
}

ExitCode printOverview(Session &session, const ArchiveAccess &access)
{
    const auto look = [&access, &session] {
        return lookAtArchive(access, session.interrupt.token());
    };
    const auto overview = lookAndRemember(access.place, look, session.clock);
    if (!overview)
        return failToLook(session, access.place, overview.error());
    const bool isPushed = isPushedAfterSync(session.workspace, access.place);
    if (session.json) {
        QJsonObject json = overviewJson(access.place, *overview);
        json.insert(u"after_sync"_s, isPushed);
        session.console.print(jsonLine(json));
        return ExitCode::Done;
    }
    session.console.print(overviewText(access.place, *overview, session.console.outputWidth()));
    if (isPushed)
        session.console.tell(tr("The workspace of this machine is pushed into it after each sync."));
    return ExitCode::Done;
}

} // namespace Trailglass
