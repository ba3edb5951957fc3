// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <optional>

namespace Trailglass {

class MainWindow;
class ResultRunner;
class SourcesController;
class SourcesPane;
class SourceStrip;
class SyncRunner;
class UnsyncedPage;

/// Chooses what stands in the centre of the window: the first-run page without sources, a way to sync without events,
/// else the events; and the sources when the user wants them.
/// \thread GUI
class PageController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MainWindow &window;
        SourcesController &sources;
        ResultRunner &results;
        SyncRunner &sync;
        SourcesPane &pane;
        SourceStrip &strip;
        UnsyncedPage &unsynced;
    };
    /// All parts outlive the controller.
    explicit PageController(const Parts &parts, QObject *parent = nullptr);

    /// The sources of the workspace are known, or have changed.
    /// \param hasSources  or something to show without one, as the demo
    void setSourcesKnown(bool hasSources);

    /// \param current  the source to begin with; empty for none
    void showSources(const QString &current = {});
    void showEvents();

private:
    void choose();
    void showUnsynced();

    Parts m_parts;
    std::optional<bool> m_hasSources; ///< nothing until they are known
    bool m_hasEvents = true; ///< until known
    bool m_showsSources = false;
};

} // namespace Trailglass
