// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/workspacedoctor.h"

#include <QObject>

namespace Trailglass {

class MainWindow;

/// Opens the dialog that checks and repairs the workspace.
/// \thread GUI
class CheckController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        SecretStore &keychain;
        const Clock &clock;
        MainWindow &window;
    };
    /// \param settingsFile  as for Settings
    CheckController(QString workspace, QString settingsFile, const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    /// What was read before may have been damaged.
    void repaired();

private:
    void openDialog();

    const QString m_workspace;
    const QString m_settingsFile;
    Parts m_parts;
};

} // namespace Trailglass
