// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/window/mainwindow.h"

namespace Trailglass {

class Clock;
class EventsView;
class FilterPane;
class FirstRunPage;
class HistogramView;
class InspectorPane;
class PresetMenu;
class QueryBar;
class SourcesPane;
class SourceStrip;
class UnsyncedPage;
struct WorkspaceServices;

/// The panes, made before the window that takes them over.
/// \thread GUI
struct WorkspacePanes
{
    WorkspacePanes(WorkspaceServices &services, const Clock &clock);

    [[nodiscard]] WindowPanes forWindow() const;

    QueryBar *queryBar;
    HistogramView *histogram;
    EventsView *events;
    FilterPane *filters;
    InspectorPane *inspector;
    SourcesPane *sources;
    SourceStrip *sourceStrip;
    FirstRunPage *firstRun;
    UnsyncedPage *unsynced;
    PresetMenu *presets;
};

} // namespace Trailglass
