// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/workspaceupgrade.h"

#include <QObject>

namespace Trailglass {

class MainWindow;
class WorkspaceWatch;

/// Offers to upgrade a workspace of an earlier version, and shows how far that is.
class UpgradeController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    UpgradeController(WorkspaceUpgrade &upgrade, WorkspaceWatch &watch, MainWindow &window,
                      QObject *parent = nullptr);

private:
    void offer(const UpgradeNeed &need);
    void start();
    void showProgress(qint64 bytes);
    void showHashed(qint64 rows, qint64 ofRows);
    void showText(const QString &text, const QString &action = {});

    WorkspaceUpgrade &m_upgrade;
    MainWindow &m_window;
    UpgradeNeed m_need;
    QString m_shown; ///< in the notice, while it is about an upgrade
};

} // namespace Trailglass
