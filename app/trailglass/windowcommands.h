// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/syncrunner.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace Trailglass {

class EventsView;
class FilterGuideDialog;
class FilterHistory;
class FilterState;
class MainWindow;
class PageController;
class QueryBar;
class Settings;
class SourcesController;

/// What the window's own actions do, and what its status bar says of a sync.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MainWindow &window;
        Settings &settings;
        FilterState &filter;
        FilterHistory &history;
        EventsView &events;
        QueryBar &queryBar;
        SourcesController &sources;
        PageController &pages;
    };
    /// All parts outlive the commands.
    explicit WindowCommands(const Parts &parts, QObject *parent = nullptr);

public Q_SLOTS:
    void showProgress(const Trailglass::SyncProgress &progress);
    void showRunning(bool running);

private:
    void connectActions();
    void connectHistory();
    void copy();
    void chooseZone();
    void showFilterGuide();
    void showAbout();

    Parts m_parts;
    QPointer<FilterGuideDialog> m_guide; ///< while it is open
    QHash<QString, SyncProgress> m_progress; ///< of the sync that is on, by source
};

} // namespace Trailglass
