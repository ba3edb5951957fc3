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
    QAction *hideColumn;
    QAction *chooseColumns;
    QAction *showNew; ///< Ctrl+Shift+N

    /// All of them, for a list of shortcuts.
    [[nodiscard]] QList<QAction *> all() const;
    /// The menu of a cell, deleted when closed. The caller shows it.
    [[nodiscard]] QMenu *cellMenu(QWidget *parent) const;
};

} // namespace Trailglass
