// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

namespace Trailglass {

class MainWindow;

/// Lists every command that has keys, as they are now, by the place where they work.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param window  whose actions and whose panes' actions are listed
    explicit ShortcutsDialog(MainWindow *window);
};

} // namespace Trailglass
