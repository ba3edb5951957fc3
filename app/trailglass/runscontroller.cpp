// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/runscontroller.h"

#include "models/config/settings.h"
#include "models/workspace/runlister.h"
#include "models/workspace/sourceservice.h"
#include "views/sources/runsview.h"

namespace Trailglass {

RunsController::RunsController(const Parts &parts, QObject *parent)
    : QObject(parent)
{
    RunsView &view = parts.view;
    connect(&view, &RunsView::runsRequested, &parts.lister, &RunLister::list);
    connect(&parts.lister, &RunLister::listed, &view, &RunsView::setHistory);
    connect(&parts.lister, &RunLister::failed, &view,
            [&view](const QString &source, const Error &error) { view.setFailed(source, error.message); });
    connect(&parts.service, &SourceService::listed, &view, &RunsView::refresh);
    connect(&parts.settings, &Settings::displayZoneChanged, &view,
            [&view](const QByteArray &zone) { view.setDisplayZone(QTimeZone(zone)); });
    view.setDisplayZone(QTimeZone(parts.settings.displayZone()));
}

} // namespace Trailglass

#include "moc_runscontroller.cpp"
