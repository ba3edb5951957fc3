// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

namespace Trailglass {

/// Lists every command that has keys, as they are now.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param window  whose actions are listed
    explicit ShortcutsDialog(QWidget *window);
};

} // namespace Trailglass
