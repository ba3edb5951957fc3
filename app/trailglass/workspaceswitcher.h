// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QMenu;

namespace Trailglass {

class MainWindow;
class Settings;
class SyncRunner;

/// Asks for another workspace or archive: a folder, an address, or one of those opened before.
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
    /// \param current  folder of the workspace or address of the archive that is open; empty for the demo data
    WorkspaceSwitcher(const Parts &parts, const QString &current, QObject *parent = nullptr);

    /// As if a folder had been chosen in the dialog, or an address.
    void choose(const QString &place);

Q_SIGNALS:
    /// The workspace is to be opened in place of what is open.
    void openRequested(const QString &folder);
    /// The archive is to be opened in place of what is open.
    /// \param address  empty: ask for one
    void archiveRequested(const QString &address);
    /// An evidence bundle is to be opened in place of what is open.
    void bundleRequested();

private:
    void browse();
    void fillRecent();
    void askToCreate(const QString &folder);
    void open(const QString &folder);
    void endSyncAnd(const std::function<void()> &proceed);

    Parts m_parts;
    QString m_current; ///< an absolute folder, or an address
    QMenu &m_recent;
};

} // namespace Trailglass
