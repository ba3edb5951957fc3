// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspacewindowparts.h"

#include "models/core/localaccount.h"
#include "views/events/eventsview.h"
#include "views/filters/filterpane.h"
#include "views/filters/querybar.h"
#include "views/inspector/inspectorpane.h"
#include "views/sources/sourcespane.h"
#include "views/sources/sourcestrip.h"

#include <QDir>

namespace Trailglass {

namespace {

/// What is remembered as open; empty for what goes with the window.
QString placeOf(const QString &workspace, const Options &options, const std::optional<ShownArchive> &archive,
                bool isBundle)
{
    if (archive)
        return archive->place.text();
    return options.demo || isBundle ? QString() : workspace;
}

} // namespace

WorkspaceWindow::Private::Private(const QString &workspace, const Options &options,
                                  const Dependencies &dependencies, const Shown &shown)
    : events(shown.archive ? shown.archive->events : Place(workspace))
    , services(workspace, events, options.demo || shown.bundle ? nullptr : &dependencies.keychain,
               dependencies)
    , panes(services, dependencies.clock)
    , window(panes.forWindow())
    , state(services.settings, window, *panes.events, *panes.filters, *panes.sources, services.filter)
    , results({services.filter, services.history, services.results, services.settings, *panes.events,
               *panes.queryBar, window, pauses, &services.reviews})
    , emptyResults({services.filter, services.results, services.emptyResults, services.settings,
                    *panes.events, !shown.archive && !shown.bundle})
    , facets({services.filter, services.results, services.facets, services.paths, services.settings,
              *panes.filters, pauses, &services.reviews})
    , completions({services.completions, services.samples, services.presets, services.settings,
                   panes.queryBar->completer(), &services.reviews})
    , histograms({services.filter, services.results, services.histograms, services.settings, *panes.histogram,
                  *window.actions().showHistogram, *panes.events, services.pages})
    , inspector({services.pages, services.related, services.filter, services.settings, *panes.events,
                 *panes.inspector})
    , sources({services.sources, services.sync, *panes.sources, *panes.sourceStrip, window.sourceMessage(),
               services.schedules, services.scheduled, services.pushes, dependencies.clock})
    , schedules({services.schedules, services.scheduled, window})
    , pages({window, sources, services.results, services.sync, *panes.sources, *panes.sourceStrip,
             *panes.unsynced})
    , imports(workspace, dependencies.clock, {services.sources, *panes.sources, window})
    , exports(events, services.results, services.settings, *panes.events, window)
    , checks(workspace, dependencies.settingsFile, {services.places.keychain, dependencies.clock, window})
    , finds(services.results, services.placeFinder, *panes.events, services.filter, services.pages)
    , surroundings(services.filter, services.settings, *panes.events)
    , colours({services.settings, services.presets, services.filter, services.rulePages, *panes.events,
               dependencies.clock, &services.reviews})
    , presets({services.presets, services.filter, services.history, *panes.events, *panes.presets, colours,
               window})
    , display(services.settings, *panes.events, dependencies.clock)
    , commands({window, services.settings, services.filter, services.history, *panes.events, *panes.queryBar,
                sources, pages})
    , errors(services.sources, services.presets, window.strip())
    , switcher({window, services.settings, services.sync},
               placeOf(workspace, options, shown.archive, shown.bundle.has_value()))
    , upgrades(services.upgrade, services.watch, window)
    , coverage({services.coverage, services.settings, *panes.sources, window})
    , quarantine(workspace,
                 {services.sources, services.settings, *panes.sources, panes.sourceStrip->popover(), window,
                  dependencies.clock})
    , runs({services.runs, services.sources, services.settings, panes.sources->runs()})
    , comparisons({services.pages, services.settings, *panes.events, window})
    , opener(dependencies.keychain, dependencies.settingsFile, &window)
    , bundleOpener(services.settings, window)
{
    if (shown.archive)
        addArchive(*shown.archive, dependencies);
    else if (shown.bundle)
        bundles.emplace(*shown.bundle, services.settings, *panes.presets, window);
    else
        addWorkspace(workspace, options, dependencies);
}

void WorkspaceWindow::Private::addArchive(const ShownArchive &archive, const Dependencies &dependencies)
{
    window.setPlaceName(archive.place.name());
    archives.emplace(ArchiveController::Parts{services.results, services.filter, *panes.events,
                                              services.presets, *panes.presets, services.settings,
                                              dependencies.clock, window, dependencies.settingsFile},
                     archive);
    addArchiveTasks({}, archive.place.text(), dependencies);
}

void WorkspaceWindow::Private::addArchiveTasks(const std::optional<QString> &workspace,
                                               const QString &address, const Dependencies &dependencies)
{
    archiveTasks.emplace(workspace, address, dependencies.settingsFile,
                         ArchiveTaskController::Parts{services.places.keychain, dependencies.clock,
                                                      services.settings, services.sources, window});
}

void WorkspaceWindow::Private::addWorkspace(const QString &workspace, const Options &options,
                                            const Dependencies &dependencies)
{
    const Clock &clock = dependencies.clock;
    const QString account = localAccountName();
    window.setPlaceName(options.demo ? WorkspaceWindow::tr("Demo data") : QDir(workspace).dirName());
    reports.emplace(
        workspace, account,
        ReportController::Parts{services.filter, services.results, services.settings, window, clock});
    evidence.emplace(workspace, account,
                     WorkspaceEvidence::Parts{services, panes, window, exports, colours, clock});
    if (!options.demo) { // which has no servers to ask
        details.emplace(DetailController::Parts{services.details, sources.approvals(), services.filter,
                                                *panes.inspector});
        pushes.emplace(
            PushController::Parts{services.pushes, services.pushTargets, services.settings, clock, window});
        addArchiveTasks(workspace, {}, dependencies);
        QObject::connect(&*pushes, &PushController::manageRequested, &*archiveTasks,
                         &ArchiveTaskController::open);
    }
}

} // namespace Trailglass
