// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/windowstate.h"

#include "models/config/settings.h"
#include "models/filter/filterstate.h"
#include "models/query/sortorder.h"
#include "views/common/theme.h"
#include "views/events/eventsview.h"
#include "views/filters/filterpane.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// What fits beside the panes; the source already tells the vendor, and the operation is in the pane.
const QString FirstColumns = u"created,source,action,outcome,actor,target,ip,message"_s;

Appearance appearanceOf(const QString &name)
{
    if (name == "light"_L1)
        return Appearance::Light;
    return name == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

} // namespace

WindowState::WindowState(Settings &settings, MainWindow &window, EventsView &events, FilterPane &filters,
                         FilterState &filter, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
    , m_events(events)
    , m_filters(filters)
    , m_filter(filter)
{
    const auto apply = [](const QString &appearance) {
        applyAppearance(*qApp, appearanceOf(appearance));
    };
    apply(settings.appearance());
    connect(&settings, &Settings::appearanceChanged, this, apply);
    for (QAction *action : window.actions().appearances->actions())
        action->setChecked(action->data().toString() == settings.appearance());
    connect(window.actions().appearances, &QActionGroup::triggered, &settings,
            [&settings](const QAction *action) { settings.setAppearance(action->data().toString()); });
    connect(&window, &MainWindow::closing, this, &WindowState::save);
}

void WindowState::restore(bool withFilter)
{
    m_window.restoreGeometry(m_settings.windowGeometry());
    m_window.restoreState(m_settings.windowState());
    if (const auto groups = m_settings.openGroups())
        m_filters.setExpandedNames(*groups);
    m_events.setColumnWidths(m_settings.columnWidths());
    // What was written by hand and cannot be read counts as not chosen.
    const auto columns = parseColumns(m_settings.columns());
    m_events.setColumns(columns ? *columns : *parseColumns(FirstColumns));
    const auto order = parseSortOrder(m_settings.sortOrder());
    m_events.setSortOrder(order ? *order : defaultSortOrder());
    m_filter.setHistory(m_settings.filterHistory());
    if (withFilter)
        m_filter.setText(m_settings.filterText());
}

void WindowState::save()
{
    if (!m_window.showsFirstRun()) { // with its docks away it is not how the user left the window
        m_settings.setWindowGeometry(m_window.saveGeometry());
        m_settings.setWindowState(m_window.saveState());
    }
    m_settings.setOpenGroups(m_filters.expandedNames());
    m_settings.setColumns(columnsText(m_events.columns()));
    m_settings.setColumnWidths(m_events.columnWidths());
    m_settings.setSortOrder(sortOrderText(m_events.sortOrder()));
    m_settings.setFilterText(m_filter.text());
    m_settings.setFilterHistory(m_filter.history());
}

} // namespace Trailglass
