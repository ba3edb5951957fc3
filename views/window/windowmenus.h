// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

class QAction;
class QMainWindow;
class QMenu;

namespace Trailglass {

struct WindowActions;

/// Menus that are made elsewhere; null for none.
struct OtherMenus
{
    QMenu *presets = nullptr; ///< becomes a menu of the window
    QMenu *table = nullptr; ///< in the menu View
};

/// Fills the menu bar of \a window.
/// \param panes  show and hide the panes
/// \returns the menu of places to open again, empty; the window owns it
QMenu *buildMenus(QMainWindow &window, const WindowActions &actions, const QList<QAction *> &panes,
                  const OtherMenus &others);

} // namespace Trailglass
