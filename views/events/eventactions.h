// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAction>

class QMenu;
class QWidget;

namespace Trailglass {

/// What can be done with events. Shortcuts work while \a owner has the keyboard. Owned by the owner.
struct EventActions
{
    explicit EventActions(QWidget *owner);

    QAction *onlyThis;
    QAction *include;
    QAction *exclude;
    QAction *aroundTime; ///< this one and those that follow replace the filter: "All events …"
    QAction *sameActor;
    QAction *sameIdentity;
    QAction *sameTarget;
    QAction *sameTargetName;
    QAction *sameCorrelation;
    QAction *inspect; ///< the table itself has Enter
    QAction *compare; ///< Ctrl+D; named by ComparisonChoice
    QAction *rememberEvent; ///< Ctrl+Shift+D: to be compared with another
    QAction *copyRows; ///< Ctrl+C
    QAction *copyValue; ///< Ctrl+Shift+C
    QAction *copyTerm;
    QAction *copyMarkdown;
    QAction *copyJson;
    QAction *copyNdjson;
    QAction *selectAll; ///< Ctrl+A
    QAction *sortRising;
    QAction *sortFalling;
    QAction *addToSorting;
    QAction *wider; ///< Alt+Shift+Right
    QAction *narrower; ///< Alt+Shift+Left
    QAction *fitColumn;
    QAction *defaultWidths;
    QAction *hideColumn;
    QAction *defaultColumns;
    QAction *chooseColumns;
    QAction *showNew; ///< Ctrl+Shift+N

    /// The menu of a cell, what concerns its column in a menu within; deleted when closed. The caller shows
    /// it.
    /// \param marks, table  offered in it
    [[nodiscard]] QMenu *cellMenu(QWidget *parent, QMenu *marks, QMenu *table) const;
};

} // namespace Trailglass
