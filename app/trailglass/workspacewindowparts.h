// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/archivecontroller.h"
#include "app/trailglass/archiveopener.h"
#include "app/trailglass/archivetaskcontroller.h"
#include "app/trailglass/bundlecontroller.h"
#include "app/trailglass/bundleopener.h"
#include "app/trailglass/checkcontroller.h"
#include "app/trailglass/colourrulescontroller.h"
#include "app/trailglass/comparecontroller.h"
#include "app/trailglass/completioncontroller.h"
#include "app/trailglass/coveragecontroller.h"
#include "app/trailglass/detailcontroller.h"
#include "app/trailglass/emptyresultcontroller.h"
#include "app/trailglass/exportcontroller.h"
#include "app/trailglass/facetcontroller.h"
#include "app/trailglass/findcontroller.h"
#include "app/trailglass/histogramcontroller.h"
#include "app/trailglass/importcontroller.h"
#include "app/trailglass/inspectorcontroller.h"
#include "app/trailglass/pagecontroller.h"
#include "app/trailglass/presetcontroller.h"
#include "app/trailglass/pushcontroller.h"
#include "app/trailglass/quarantinecontroller.h"
#include "app/trailglass/reportcontroller.h"
#include "app/trailglass/resultcontroller.h"
#include "app/trailglass/runscontroller.h"
#include "app/trailglass/schedulecontroller.h"
#include "app/trailglass/screenshot.h"
#include "app/trailglass/sourcescontroller.h"
#include "app/trailglass/surroundingscontroller.h"
#include "app/trailglass/tabledisplaycontroller.h"
#include "app/trailglass/typingpause.h"
#include "app/trailglass/upgradecontroller.h"
#include "app/trailglass/windowcommands.h"
#include "app/trailglass/windowstate.h"
#include "app/trailglass/workspaceerrors.h"
#include "app/trailglass/workspaceevidence.h"
#include "app/trailglass/workspacepanes.h"
#include "app/trailglass/workspaceservices.h"
#include "app/trailglass/workspaceswitcher.h"
#include "app/trailglass/workspacewindow.h"
#include "views/window/mainwindow.h"

#include <memory>
#include <optional>

namespace Trailglass {

/// What a WorkspaceWindow is made of: services, panes, the window, and the controllers between them.
class WorkspaceWindow::Private
{
public:
    /// What is shown in place of a workspace of the user's.
    struct Shown
    {
        std::optional<ShownArchive> archive = {};
        std::optional<OpenedBundle> bundle = {};
    };

    /// \param workspace  in which is kept what this user has of an archive, where there is one
    Private(const QString &workspace, const Options &options, const Dependencies &dependencies,
            const Shown &shown);

    const Place events;
    WorkspaceServices services;
    WorkspacePanes panes;
    MainWindow window;
    WindowState state;
    TypingPause pauses; ///< of queries
    ResultController results;
    EmptyResultController emptyResults;
    FacetController facets;
    CompletionController completions;
    HistogramController histograms;
    InspectorController inspector;
    SourcesController sources;
    ScheduleController schedules;
    PageController pages;
    ImportController imports;
    ExportController exports;
    CheckController checks;
    FindController finds;
    SurroundingsController surroundings;
    ColourRulesController colours;
    PresetController presets;
    TableDisplayController display;
    WindowCommands commands;
    WorkspaceErrors errors;
    WorkspaceSwitcher switcher;
    UpgradeController upgrades;
    CoverageController coverage;
    QuarantineController quarantine;
    RunsController runs;
    CompareController comparisons;
    ArchiveOpener opener;
    BundleOpener bundleOpener;
    std::optional<ArchiveController> archives; ///< while an archive is shown
    std::optional<DetailController> details;
    std::optional<PushController> pushes;
    std::optional<ArchiveTaskController> archiveTasks; ///< on a workspace, and while an archive is shown
    std::optional<ReportController> reports; ///< on a workspace
    std::optional<WorkspaceEvidence> evidence; ///< likewise
    std::optional<BundleController> bundles; ///< while an evidence bundle is shown
    std::unique_ptr<Screenshot> screenshot;
    bool hasRun = false;

private:
    void addArchive(const ShownArchive &archive, const Dependencies &dependencies);
    void addWorkspace(const QString &workspace, const Options &options, const Dependencies &dependencies);
    /// \param workspace, address  as for ArchiveTaskController
    void addArchiveTasks(const std::optional<QString> &workspace, const QString &address,
                         const Dependencies &dependencies);
};

} // namespace Trailglass
