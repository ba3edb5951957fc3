// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspacewindow.h"

#include "app/trailglass/demolimits.h"
#include "app/trailglass/workspacewindowparts.h"
#include "models/exporting/outputtarget.h"
#include "models/filter/reviewstates.h"
#include "models/presets/presetreferences.h"
#include "models/store/workspacefiles.h"
#include "models/workspace/archivefolder.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/filters/filterpane.h"
#include "views/sources/firstrunpage.h"
#include "views/sources/sourcespane.h"
#include "views/window/inspectordock.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QDir>
#include <QTemporaryDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

WorkspaceWindow::WorkspaceWindow(Options options, const Dependencies &dependencies,
                                 std::optional<ShownArchive> archive, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_dependencies(dependencies)
    , m_archive(std::move(archive))
{
}

WorkspaceWindow::~WorkspaceWindow() = default;

Result<void> WorkspaceWindow::open()
{
    if (m_options.demo) {
        m_demoFolder = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/trailglass-demo-XXXXXX"_L1);
        if (!m_demoFolder->isValid()) {
            return Error{ErrorKind::Storage,
                         tr("There is no room for the demo data: %1. Free some space and try again.")
                             .arg(m_demoFolder->errorString())};
        }
        m_options.workspace = m_demoFolder->filePath(u"workspace"_s);
    }
    if (m_archive)
        m_options.workspace = archiveFolder(m_archive->place, m_dependencies.settingsFile);
    if (m_bundle)
        m_options.workspace = m_bundle->workspace;
    const QString folder = WorkspacePaths::of(m_options.workspace).folder;
    d = std::make_unique<Private>(folder, m_options, m_dependencies, Private::Shown{m_archive, m_bundle});
    d->panes.firstRun->setWorkspace(folder);
    connectServices();
    connectPlace();
    if (m_archive)
        connectArchive();
    else if (!m_bundle)
        connectWorkspace();
    if (m_options.demo)
        connectDemo();
    d->state.restore(!m_options.hasFilter);
    if (m_options.hasFilter) {
        d->services.filter.setText(m_options.filter);
        d->services.filter.accept();
    }
    d->services.history.restart();
    if (!m_options.demo)
        read();
    if (!m_options.screenshot.isEmpty())
        takeScreenshot();
    else
        d->window.show();
    if (const auto &error = d->services.settings.error())
        d->window.strip().show(MessageStrip::Kind::Warning, error->message);
    if (m_options.demo)
        d->services.demo.start();
    else
        begin();
    return {};
}

/// Has the workspace read for the first time: of one that is there already, other threads do so while the window is made
/// visible, which takes as long.
void WorkspaceWindow::read()
{
    m_hasBegun = true;
    d->services.presets.reload();
    if (!m_bundle)
        d->services.sources.reload();
    if (d->evidence)
        d->evidence->begin();
    if (canQueryAtOnce())
        beginQueries();
}

/// Begins what goes on by itself.
void WorkspaceWindow::begin()
{
    if (m_bundle)
        return; // which nothing is added to
    d->services.upgrade.check();
    if (m_options.sync)
        d->sources.syncs().syncAll();
    if (m_options.screenshot.isEmpty() && !m_archive)
        d->services.scheduled.start();
}

/// Whether the first filter needs nothing that is still being read: no preset, and no review.
bool WorkspaceWindow::canQueryAtOnce() const
{
    const Filter::NodePointer &tree = d->services.filter.tree();
    return presetsNamedIn(Filter::print(tree)).isEmpty() && !Filter::asksForNew(tree);
}

void WorkspaceWindow::beginQueries()
{
    d->hasRun = true;
    d->results.begin();
    d->facets.begin();
}

/// Called when presets were (re)loaded or failed to load. Filters that name presets can run only after that.
void WorkspaceWindow::runQueries()
{
    if (!d->hasRun) {
        beginQueries();
    } else if (!presetsNamedIn(Filter::print(d->services.filter.tree())).isEmpty()) {
        queryAgain();
    }
}

void WorkspaceWindow::readAgain()
{
    d->services.presets.reload();
    d->services.sources.reload();
    queryAgain();
}

void WorkspaceWindow::queryAgain()
{
    d->results.runNow();
    d->facets.countAgain();
}

void WorkspaceWindow::connectServices()
{
    WorkspaceServices &services = d->services;
    connect(d->panes.firstRun, &FirstRunPage::addRequested, &d->sources, &SourcesController::addSource);
    connect(d->panes.firstRun, &FirstRunPage::demoRequested, this, &WorkspaceWindow::demoRequested);
    connect(&d->emptyResults, &EmptyResultController::sourceRequested, &d->pages,
            &PageController::showSources);
    connect(&d->presets, &PresetController::applied, &d->results, &ResultController::runNow);
    connect(&d->inspector, &InspectorController::facetRequested, &d->facets, [this](const QString &field) {
        d->window.showFilters();
        d->facets.addGroup(field);
    });
    connect(d->panes.events, &EventsView::message, &d->window, &MainWindow::tell);
    connect(d->panes.filters, &FilterPane::columnRequested, d->panes.events, &EventsView::addColumn);
    connect(d->panes.events, &EventsView::eventChosen, &d->window.inspector(), &InspectorDock::eventChosen);
    connect(d->panes.events, &EventsView::inspectRequested, &d->window.inspector(), &InspectorDock::open);
    connect(&d->window.inspector(), &InspectorDock::opened, d->panes.events, &EventsView::showCurrentEvent);
    connect(&d->colours, &ColourRulesController::message, &d->window, &MainWindow::tell);
    connect(&d->finds, &FindController::message, &d->window, &MainWindow::tell);
    connect(d->window.actions().goToTime, &QAction::triggered, &d->finds, [this] {
        const RowId current = d->panes.events->currentEvent(); // showing them may make the first one current
        d->pages.showEvents();
        d->finds.openGoToTime(current);
    });
    connect(&d->display, &TableDisplayController::otherZoneRequested, d->window.actions().chooseZone,
            &QAction::trigger);
    connect(&services.settings, &Settings::displayZoneChanged, &d->sources,
            [this](const QByteArray &zone) { d->sources.setDisplayZone(QTimeZone(zone)); });
    d->sources.setDisplayZone(QTimeZone(services.settings.displayZone()));
    connect(&services.sync, &SyncRunner::progress, &d->commands, &WindowCommands::showProgress);
    connect(&services.sync, &SyncRunner::runningChanged, &d->commands, &WindowCommands::showRunning);
    connect(&d->checks, &CheckController::repaired, this, &WorkspaceWindow::readAgain);
    connect(&services.sync, &SyncRunner::indexNotSaved, &d->window,
            [this](const QString &warning) { d->window.strip().show(MessageStrip::Kind::Warning, warning); });
}

/// What is the same for a workspace and an archive, which has a workspace for its presets.
void WorkspaceWindow::connectPlace()
{
    WorkspaceServices &services = d->services;
    // After the result: what is counted beside it is of the same events.
    connect(&services.results, &ResultRunner::finished, d->panes.filters, [this](const QueryResult &result) {
        if (result.refreshed)
            d->panes.filters->refresh();
    });
    connect(&services.watch, &WorkspaceWatch::changed, this, [this] {
        if (!m_hasBegun || m_bundle)
            return; // demo data on their way; a bundle stays as it is
        d->services.sources.reload();
        d->services.presets.reload();
    });
    connect(&d->switcher, &WorkspaceSwitcher::openRequested, this, &WorkspaceWindow::openRequested);
    connect(&d->switcher, &WorkspaceSwitcher::archiveRequested, this, [this](const QString &address) {
        const auto place = ArchivePlace::parse(address);
        if (place)
            d->opener.open(*place);
        else
            d->opener.ask(address);
    });
    connect(&d->opener, &ArchiveOpener::opened, this, &WorkspaceWindow::archiveRequested);
    connect(&d->switcher, &WorkspaceSwitcher::bundleRequested, &d->bundleOpener, &BundleOpener::ask);
    connect(&d->bundleOpener, &BundleOpener::opened, this, &WorkspaceWindow::bundleRequested);
    connect(&services.presets, &PresetService::listed, this, &WorkspaceWindow::runQueries);
    connect(&services.presets, &PresetService::failed, this, &WorkspaceWindow::runQueries);
    connect(&d->errors, &WorkspaceErrors::retryRequested, this, &WorkspaceWindow::readAgain);
}

void WorkspaceWindow::connectWorkspace()
{
    const WorkspaceServices &services = d->services;
    connect(&services.watch, &WorkspaceWatch::eventsChanged, &d->services.results, &ResultRunner::refresh);
    connect(&services.watch, &WorkspaceWatch::eventsChanged, &d->completions,
            &CompletionController::forgetCounts);
    connect(&*d->evidence, &WorkspaceEvidence::resultOutdated, this, &WorkspaceWindow::queryAgain);
    connect(&d->sources.syncs(), &SyncController::pushesRequested, d->window.actions().pushAfterSync,
            &QAction::trigger);
    connect(&services.sources, &SourceService::listed, this, [this](const QList<SourceEntry> &entries) {
        d->pages.setSourcesKnown(!entries.isEmpty() || m_options.demo);
        QStringList names;
        for (const SourceEntry &entry : entries)
            names += entry.record.name;
        d->services.filter.setSourceNames(names);
    });
}

void WorkspaceWindow::connectArchive()
{
    const ArchiveController *archive = &*d->archives;
    connect(archive, &ArchiveController::eventsChanged, &d->completions, &CompletionController::forgetCounts);
    connect(archive, &ArchiveController::retryRequested, this, &WorkspaceWindow::readAgain);
    connect(archive, &ArchiveController::keyRequested, this,
            [this] { d->opener.ask(m_archive->place.text()); });
}

void WorkspaceWindow::connectDemo()
{
    limitToDemo(*d->panes.sources, d->sources, d->window);
    connect(&d->window.notice(), &MessageStrip::acted, this, &WorkspaceWindow::workspaceRequested);
    connect(&d->services.demo, &DemoImport::imported, this, [this] {
        read();
        begin();
    });
    connect(&d->services.demo, &DemoImport::failed, this, [this](const Error &error) {
        d->panes.events->setProblem(error);
        d->window.strip().show(MessageStrip::Kind::Error, error.message, tr("Try again"));
    });
    // From scratch: a workspace filled halfway is of no use.
    connect(&d->window.strip(), &MessageStrip::acted, this, [this] {
        if (!m_hasBegun)
            Q_EMIT demoRequested();
    });
}

void WorkspaceWindow::takeScreenshot()
{
    // Shown on a platform without a screen, so that visible panes request their content.
    d->window.resize(MainWindow::DefaultSize);
    d->window.show();
    const auto isBusy = [this] {
        return !d->results.isSettled() || d->services.sync.isRunning();
    };
    d->screenshot = std::make_unique<Screenshot>(d->window, m_options.screenshot, isBusy);
    Screenshot *screenshot = d->screenshot.get();
    screenshot->setFilesInUse(readableFilesInUse(m_options.workspace));
    connect(&d->services.facets, &FacetRunner::counted, screenshot, &Screenshot::waitAgain);
    connect(&d->services.histograms, &HistogramRunner::counted, screenshot, &Screenshot::waitAgain);
    connect(&d->results, &ResultController::resultShown, screenshot, &Screenshot::waitAgain);
    const auto fail = [screenshot](const Error &error) {
        screenshot->fail(error.message);
    };
    connect(&d->services.results, &ResultRunner::failed, screenshot, fail);
    connect(&d->services.sources, &SourceService::failed, screenshot, fail);
    connect(&d->services.presets, &PresetService::failed, screenshot, fail);
    connect(&d->services.demo, &DemoImport::failed, screenshot, fail);
    if (const auto &mistake = d->services.filter.error(); mistake && m_options.hasFilter)
        screenshot->fail(mistake->message);
}

void WorkspaceWindow::saveState()
{
    d->state.save();
}

MainWindow &WorkspaceWindow::window()
{
    return d->window;
}

} // namespace Trailglass

#include "moc_workspacewindow.cpp"
