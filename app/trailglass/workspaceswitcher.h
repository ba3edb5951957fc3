// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

class QMenu;

namespace Trailglass {

class MainWindow;
class Settings;
class SyncRunner;

/// Asks for another workspace: a folder, or one of those opened before.
///
/// A folder without a workspace and a sync that runs are asked about first.
class WorkspaceSwitcher : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MainWindow &window;
        Settings &settings;
        SyncRunner &sync;
    };
    /// All parts outlive the switcher.
    /// \param current  folder of the workspace that is open; empty for the demo data
    WorkspaceSwitcher(const Parts &parts, const QString &current, QObject *parent = nullptr);

    /// As if \a folder had been chosen in the dialog.
    void choose(const QString &folder);

Q_SIGNALS:
    /// The workspace is to be opened in place of the one that is open.
    void openWanted(const QString &folder);

private:
    void browse();
    void fillRecent();
    void askToCreate(const QString &folder);
    void open(const QString &folder);

    Parts m_parts;
    QString m_current; ///< absolute
    QMenu &m_recent;
};

} // namespace Trailglass
