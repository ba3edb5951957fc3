// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPalette>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace Trailglass {

/// Every command of the window, by name: menus, tool bar, shortcuts and tests share them.
///
/// Each has an objectName equal to its member's name.
/// \thread GUI
struct WindowActions
{
    /// \param owner  owns the actions and receives their shortcuts
    explicit WindowActions(QWidget *owner);

    /// Draws the icons again in the colours of \a palette.
    void paint(const QPalette &palette);

    QAction *openWorkspace; ///< Ctrl+O
    QAction *openArchive; ///< Ctrl+Shift+O
    QAction *openBundle; ///< an evidence bundle
    QAction *showCoverage; ///< which intervals were synced
    QAction *showQuarantine; ///< rows that are not stored as events
    QAction *addSource; ///< Ctrl+N
    QAction *syncAll; ///< F5; enabled while a source is not being synced
    QAction *cancelSync; ///< Shift+F5; enabled while a sync runs
    QAction *pauseSchedule; ///< Ctrl+Shift+F5; checkable: no schedule counts. Enabled while there is one
    QAction *pushAfterSync; ///< the archives that the workspace is pushed into
    QAction *manageArchive; ///< status, checks and creation of an archive, and claims of sources
    QAction *importEvents;
    QAction *exportEvents; ///< Ctrl+E
    QAction *writeReport; ///< on the events of the filter
    QAction *checkWorkspace;
    QAction *quit; ///< Ctrl+Q

    QAction *undoFilter; ///< Ctrl+Z, Alt+Left; enabled while there is a filter to go back to
    QAction *redoFilter; ///< Ctrl+Shift+Z, Alt+Right
    QAction *copy; ///< Ctrl+C: from the pane that has the keyboard
    QAction *selectAll; ///< Ctrl+A
    QAction *find; ///< Ctrl+F: in the table
    QAction *goToTime; ///< Ctrl+G
    QAction *previousEvent; ///< F7
    QAction *nextEvent; ///< F8
    QAction *focusFilter; ///< Ctrl+L: into the query bar
    QAction *clearFilter; ///< Ctrl+Shift+F

    QAction *showEvents; ///< Ctrl+1
    QAction *showSources; ///< Ctrl+2
    QAction *resetLayout;
    QAction *showHistogram; ///< Ctrl+H; checkable: the histogram is there
    QAction *chooseColumns;
    QAction *chooseZone; ///< Ctrl+T
    QAction *markReviewed; ///< Ctrl+R; enabled while there are events
    QAction *showOnlyNew; ///< Ctrl+Shift+R
    QAction *showOnlyMarked;
    QAction *showReviewLog;
    QAction *showEvidence; ///< tree, checkpoints and key; of a bundle, what was checked
    QAction *verifyWorkspace;

    QAction *focusEvents; ///< without a key: Esc from the query bar
    QAction *nextPane; ///< F6
    QAction *previousPane; ///< Shift+F6
    QActionGroup *appearances; ///< exclusive; data() is `system`, `light` or `dark`

    QAction *showFilterGuide; ///< Ctrl+F1: what a filter may consist of
    QAction *showShortcuts; ///< F1
    QAction *about;
};

} // namespace Trailglass
