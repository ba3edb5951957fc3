// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/archiveopener.h"
#include "app/trailglass/workspacewindow.h"

#include <optional>

namespace Trailglass {

/// The one window that is open, or the one that takes its place: the demo data are a workspace of their own, and an archive
/// or an evidence bundle takes the place of a workspace.
/// \thread GUI
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(const WorkspaceWindow::Dependencies &dependencies, QObject *parent = nullptr);
    ~Application() override;

    /// Opens the first window. For an archive that takes a while, and a dialog may appear first; startFailed() follows where
    /// it cannot be opened and nobody is there to ask (Options::screenshot). The program ends when the dialog is closed.
    /// \error as WorkspaceWindow::open()
    [[nodiscard]] Result<void> start(const Options &options);

    /// Opens a window in place of the one there is, which stays when the new one cannot be opened. Saves the
    /// state that the old one would have saved on closing.
    /// \param archive, bundle  to show, at most one; nothing: the workspace that \a options name
    /// \error as WorkspaceWindow::open()
    [[nodiscard]] Result<void> open(const Options &options, const std::optional<ShownArchive> &archive = {},
                                    const std::optional<OpenedBundle> &bundle = {});

    /// \pre something is open
    [[nodiscard]] WorkspaceWindow &workspaceWindow() { return *m_workspaceWindow; }

Q_SIGNALS:
    void startFailed(const Trailglass::Error &error);

private:
    void connectOpener();
    void replaceLater(const Options &options, const std::optional<ShownArchive> &archive = {},
                      const std::optional<OpenedBundle> &bundle = {});
    void openDemo();
    void openHome();
    void openFolder(const QString &folder);

    WorkspaceWindow::Dependencies m_dependencies;
    ArchiveOpener m_opener; ///< of an archive that the program starts with
    Options m_options; ///< of what is open, or to be opened first
    QString m_home; ///< the user's own workspace, to come back to; empty: the standard place
    bool m_isReplacing = false;
    std::unique_ptr<WorkspaceWindow> m_workspaceWindow;
};

} // namespace Trailglass
