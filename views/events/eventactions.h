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

    QAction *copyRows; ///< Ctrl+C
    QAction *copyValue; ///< Ctrl+Shift+C
    QAction *copyTerm;
    QAction *copyJson;
    QAction *selectAll; ///< Ctrl+A
    QAction *onlyThis;
    QAction *exclude;
    QAction *sortRising;
    QAction *sortFalling;
    QAction *addToSorting;
    QAction *wider; ///< Alt+Right
    QAction *narrower; ///< Alt+Left
    QAction *usualWidths;
    QAction *hideColumn;
    QAction *defaultColumns;
    QAction *chooseColumns;
    QAction *showNew; ///< Ctrl+Shift+N

    /// The menu of a cell, what concerns its column in a menu within; deleted when closed. The caller shows
    /// it.
    [[nodiscard]] QMenu *cellMenu(QWidget *parent) const;
};

} // namespace Trailglass
