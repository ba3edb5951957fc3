// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveoutput.h"

#include "app/cli/jsonline.h"

#include "models/commandline/texttable.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/archiveservice.h"
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
    const auto overview = lookAtArchive(access, session.interrupt.token());
    if (!overview)
        return session.fail(overview.error());
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
