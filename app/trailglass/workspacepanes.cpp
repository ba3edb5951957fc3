// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspacepanes.h"

#include "app/trailglass/workspaceservices.h"
#include "views/events/eventsview.h"
#include "views/events/tablemenu.h"
#include "views/filters/filterpane.h"
#include "views/filters/querybar.h"
#include "views/histogram/histogramview.h"
#include "views/inspector/inspectorpane.h"
#include "views/presets/presetmenu.h"
#include "views/sources/firstrunpage.h"
#include "views/sources/sourcespane.h"
#include "views/sources/sourcestrip.h"
#include "views/sources/unsyncedpage.h"

namespace Trailglass {

WorkspacePanes::WorkspacePanes(WorkspaceServices &services, const Clock &clock)
    : queryBar(new QueryBar(&services.filter, &services.history))
    , histogram(new HistogramView)
    , events(new EventsView(services.pages))
    , filters(new FilterPane(&services.filter, clock))
    , inspector(new InspectorPane)
    , sources(new SourcesPane)
    , sourceStrip(new SourceStrip(sources->model()))
    , firstRun(new FirstRunPage)
    , unsynced(new UnsyncedPage)
    , presets(new PresetMenu)
{
    queryBar->setPresets(services.presets.lookup());
}

WindowPanes WorkspacePanes::forWindow() const
{
    return {.queryBar = queryBar,
            .histogram = histogram,
            .events = events,
            .firstRun = firstRun,
            .unsynced = unsynced,
            .filters = filters,
            .inspector = inspector,
            .sources = sources,
            .sourceStrip = sourceStrip,
            .presets = presets,
            .table = &events->tableMenu()};
}

} // namespace Trailglass
