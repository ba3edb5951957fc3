// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/windowstate.h"

#include "models/config/settings.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filterstate.h"
#include "models/query/sortorder.h"
#include "models/table/tablecolumns.h"
#include "views/common/theme.h"
#include "views/events/eventsview.h"
#include "views/filters/filterpane.h"
#include "views/sources/sourcespane.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

Appearance appearanceOf(const QString &name)
{
    if (name == "light"_L1)
        return Appearance::Light;
    return name == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

/// What was written by hand and is no field is left out.
std::vector<FacetGroupChoice> readGroups(const QList<FilterGroupSetting> &remembered)
{
    std::vector<FacetGroupChoice> groups;
    for (const FilterGroupSetting &group : remembered) {
        const auto field = Filter::parseFieldReference(group.field);
        const auto *reference = std::get_if<Filter::FieldReference>(&field);
        if (reference && Filter::canBeCounted(*reference))
            groups.push_back({*reference, group.isOpen, group.showsValues});
    }
    return groups;
}

QList<FilterGroupSetting> groupsToRemember(const std::vector<FacetGroupChoice> &groups)
{
    QList<FilterGroupSetting> remembered;
    for (const FacetGroupChoice &group : groups)
        remembered.append({Filter::fieldReferenceName(group.field), group.isExpanded, group.showsValues});
    return remembered;
}

} // namespace

WindowState::WindowState(Settings &settings, MainWindow &window, EventsView &events, FilterPane &filters,
                         SourcesPane &sources, FilterState &filter, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
    , m_events(events)
    , m_filters(filters)
    , m_sources(sources)
    , m_filter(filter)
{
    const auto apply = [](const QString &appearance) {
        applyAppearance(appearanceOf(appearance));
    };
    apply(settings.appearance());
    connect(&settings, &Settings::appearanceChanged, this, apply);
    for (QAction *action : window.actions().appearances->actions())
        action->setChecked(action->data().toString() == settings.appearance());
    connect(window.actions().appearances, &QActionGroup::triggered, &settings,
            [&settings](const QAction *action) { settings.setAppearance(action->data().toString()); });
    connect(window.actions().resetLayout, &QAction::triggered, &sources, &SourcesPane::resetPartSizes);
    connect(&window, &MainWindow::closing, this, &WindowState::save);
}

void WindowState::restore(bool withFilter)
{
    m_window.setWindowLayout({.geometry = m_settings.windowGeometry(),
                              .isMaximised = m_settings.isWindowMaximised(),
                              .docks = m_settings.windowState(),
                              .histogramHeight = m_settings.histogramHeight(),
                              .inspectorOpensItself = m_settings.inspectorOpensItself(),
                              .isInspectorMoved = m_settings.isInspectorMoved()});
    m_sources.setPartSizes({m_settings.sourcesPageSizes(), m_settings.sourcesListSizes()});
    if (const auto groups = m_settings.filterGroups())
        m_filters.setGroups(readGroups(*groups));
    m_events.setColumnWidths(m_settings.columnWidths());
    // What was written by hand and cannot be read counts as not chosen.
    const auto columns = parseColumns(m_settings.columns());
    m_events.setColumns(columns ? *columns : defaultTableColumns());
    m_events.setFrozenColumns(m_settings.frozenColumns());
    const auto order = parseSortOrder(m_settings.sortOrder());
    m_events.setSortOrder(order ? *order : defaultSortOrder());
    m_filter.setHistory(m_settings.filterHistory());
    if (withFilter)
        m_filter.replace({m_settings.filterText(), toDisabledTerms(m_settings.disabledTerms())});
}

void WindowState::save()
{
    const WindowLayout layout = m_window.windowLayout();
    m_settings.setWindowGeometry(layout.geometry);
    m_settings.setWindowMaximised(layout.isMaximised);
    m_settings.setWindowState(layout.docks);
    m_settings.setHistogramHeight(layout.histogramHeight);
    m_settings.setInspectorOpensItself(layout.inspectorOpensItself);
    m_settings.setInspectorMoved(layout.isInspectorMoved);
    m_settings.setSourcesPageSizes(m_sources.partSizes().page);
    m_settings.setSourcesListSizes(m_sources.partSizes().lists);
    m_settings.setFilterGroups(groupsToRemember(m_filters.groups()));
    m_settings.setColumns(columnsText(m_events.columns()));
    m_settings.setColumnWidths(m_events.columnWidths());
    m_settings.setFrozenColumns(m_events.frozenColumns());
    m_settings.setSortOrder(sortOrderText(m_events.sortOrder()));
    m_settings.setFilterText(m_filter.text());
    m_settings.setDisabledTerms(toStrings(m_filter.disabledTerms()));
    m_settings.setFilterHistory(m_filter.history());
}

} // namespace Trailglass

#include "moc_windowstate.cpp"
