// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/pagecontroller.h"

#include "app/trailglass/sourcescontroller.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/syncrunner.h"
#include "views/sources/sourcespane.h"
#include "views/sources/sourcestrip.h"
#include "views/sources/unsyncedpage.h"
#include "views/window/mainwindow.h"

#include <QAction>

namespace Trailglass {

PageController::PageController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.results, &ResultRunner::finished, this, [this](const QueryResult &result) {
        m_hasEvents = result.total > 0;
        choose();
    });
    connect(&parts.sources, &SourcesController::refreshed, this, &PageController::showUnsynced);
    connect(&parts.sync, &SyncRunner::runningChanged, this, &PageController::showUnsynced);
    connect(&parts.strip, &SourceStrip::allRequested, this, &PageController::showSources);
    connect(&parts.pane, &SourcesPane::left, this, &PageController::showEvents);
    const WindowActions &actions = parts.window.actions();
    connect(actions.showSources, &QAction::triggered, this, [this] { showSources(); });
    connect(actions.showEvents, &QAction::triggered, this, &PageController::showEvents);
    connect(&parts.unsynced, &UnsyncedPage::syncRequested, &parts.sources.syncs(), &SyncController::syncAll);
    connect(&parts.unsynced, &UnsyncedPage::cancelRequested, &parts.sources.syncs(),
            &SyncController::cancelSync);
    connect(&parts.unsynced, &UnsyncedPage::addRequested, &parts.sources, &SourcesController::addSource);
    connect(&parts.unsynced, &UnsyncedPage::sourcesRequested, this, [this] { showSources(); });
}

void PageController::setSourcesKnown(bool hasSources)
{
    m_hasSources = hasSources;
    if (!hasSources)
        m_showsSources = false; // the last one was removed
    choose();
}

void PageController::showSources(const QString &current)
{
    if (!m_hasSources.value_or(true))
        return;
    if (!current.isEmpty())
        m_parts.pane.setCurrentSource(current);
    m_showsSources = true;
    choose();
    m_parts.window.focusEvents();
}

void PageController::showEvents()
{
    m_showsSources = false;
    choose();
    m_parts.window.focusEvents();
}

void PageController::choose()
{
    using Page = MainWindow::Page;
    const bool hasSources = m_hasSources.value_or(true);
    Page page = Page::Events;
    if (!hasSources)
        page = Page::FirstRun;
    else if (m_showsSources)
        page = Page::Sources;
    else if (m_hasSources && !m_hasEvents)
        page = Page::Unsynced;
    m_parts.window.showPage(page);
    m_parts.window.actions().showSources->setEnabled(hasSources);
    m_parts.window.actions().showEvents->setEnabled(hasSources);
    showUnsynced();
}

void PageController::showUnsynced()
{
    m_parts.unsynced.setSources(m_parts.pane.model().rows(), m_parts.sync.isRunning());
}

} // namespace Trailglass

#include "moc_pagecontroller.cpp"
