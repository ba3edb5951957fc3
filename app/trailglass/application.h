// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/workspacewindow.h"

namespace Trailglass {

/// The one workspace window that is open, or the one that takes its place: the demo data are a workspace of
/// their own.
/// \thread GUI
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(const WorkspaceWindow::Dependencies &dependencies, QObject *parent = nullptr);
    ~Application() override;

    /// Opens a window in place of the one there is, which stays when the new one cannot be opened. Saves the
    /// state that the old one would have saved on closing.
    /// \error as WorkspaceWindow::open()
    [[nodiscard]] Result<void> open(const Options &options);

    /// \pre something is open
    [[nodiscard]] WorkspaceWindow &workspaceWindow() { return *m_workspaceWindow; }

private:
    void replaceLater(const Options &options);
    void openDemo();
    void openHome();
    void openFolder(const QString &folder);

    WorkspaceWindow::Dependencies m_dependencies;
    Options m_options; ///< of what is open
    QString m_home; ///< the user's own workspace, to come back to; empty: the standard place
    bool m_isReplacing = false;
    std::unique_ptr<WorkspaceWindow> m_workspaceWindow;
};

} // namespace Trailglass
