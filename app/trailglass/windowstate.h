// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace Trailglass {

class EventsView;
class FilterPane;
class FilterState;
class MainWindow;
class Settings;
class SourcesPane;

/// Brings the window back as it was left: appearance for the user; place, panes, parts of the page of the sources, groups
/// of the filter pane, columns, sort order and filter for the workspace.
class WindowState : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    WindowState(Settings &settings, MainWindow &window, EventsView &events, FilterPane &filters,
                SourcesPane &sources, FilterState &filter, QObject *parent = nullptr);

    /// \param withFilter  false when a filter was given on the command line
    void restore(bool withFilter);
    void save();

private:
    Settings &m_settings;
    MainWindow &m_window;
    EventsView &m_events;
    FilterPane &m_filters;
    SourcesPane &m_sources;
    FilterState &m_filter;
};

} // namespace Trailglass
