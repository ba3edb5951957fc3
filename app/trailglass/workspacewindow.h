// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/options.h"
#include "app/trailglass/shownarchive.h"
#include "models/core/clock.h"
#include "models/credentials/secretstore.h"
#include "models/workspace/bundlerunner.h"

#include <QObject>

#include <memory>
#include <optional>

class QTemporaryDir;

namespace Trailglass {

class MainWindow;

/// One open workspace, archive or evidence bundle, with its window: makes the services, the panes and the controllers
/// between them.
///
/// Destroying it closes the window and ends every thread within a second.
/// \thread GUI
class WorkspaceWindow : public QObject
{
    Q_OBJECT

public:
    /// Injected dependencies (replaceable in tests). All outlive the window.
    struct Dependencies
    {
        SecretStore &keychain;
        const Clock &clock;
        QString settingsFile = {}; ///< empty: the standard place
        QString approvalsFile = {}; ///< of ReferenceApprovals; empty: the standard place
    };

    /// \param archive  shown in place of a workspace
    WorkspaceWindow(Options options, const Dependencies &dependencies,
                    std::optional<ShownArchive> archive = {}, QObject *parent = nullptr);
    ~WorkspaceWindow() override;

    /// Shows an evidence bundle in place of a workspace, read-only.
    /// \pre before open()
    void setBundle(const OpenedBundle &bundle) { m_bundle = bundle; }

    /// Shows the window; what is in the workspace comes later. With Options::screenshot, shows nothing and
    /// ends the program when the picture is taken.
    /// \error Storage: no temporary folder for the demo
    [[nodiscard]] Result<void> open();

    /// \pre open() succeeded
    [[nodiscard]] MainWindow &window();

    /// Remembers how the window is, as closing it does.
    /// \pre open() succeeded
    void saveState();

Q_SIGNALS:
    /// The user wants to look around in the demo data, in place of this workspace; or in fresh ones.
    void demoRequested();
    /// The user has seen enough of the demo data.
    void workspaceRequested();
    /// The user wants to open the workspace in \a folder in place of this one.
    void openRequested(const QString &folder);
    /// The user has opened an archive, to be shown in place of this one.
    void archiveRequested(const Trailglass::ShownArchive &archive);
    /// The user has opened an evidence bundle, to be shown in place of this one.
    void bundleRequested(const Trailglass::OpenedBundle &bundle);

private:
    class Private;

    void read();
    void begin();
    [[nodiscard]] bool canQueryAtOnce() const;
    void beginQueries();
    void runQueries();
    void readAgain();
    void queryAgain();
    void connectServices();
    void connectPlace();
    void connectWorkspace();
    void connectArchive();
    void connectDemo();
    void takeScreenshot();

    Options m_options;
    Dependencies m_dependencies;
    const std::optional<ShownArchive> m_archive;
    std::optional<OpenedBundle> m_bundle; ///< its folder outlives what works in it
    std::unique_ptr<QTemporaryDir> m_demoFolder; ///< outlives what works in it
    std::unique_ptr<Private> d;
    bool m_hasBegun = false; ///< the workspace is read, or was: not while demo data are imported
};

} // namespace Trailglass
