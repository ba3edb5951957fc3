// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/workspacewindow.h"
#include "tests/support/fakevendors.h"
#include "tests/workspace/secretstores.h"
#include "views/window/mainwindow.h"

#include <QLineEdit>
#include <QTemporaryDir>
#include <QtTest>

#include <optional>

namespace Trailglass::Testing {

/// The real window over a workspace of its own, beside five vendors' servers in the same thread.
class WindowStage
{
public:
    static constexpr int Patience = 60'000; ///< ms; a test machine may be slow

    explicit WindowStage(int events = 400);

    /// Opens the window, or opens it again: what was open is closed as a user would.
    /// \param options  without a workspace in them, of workspace()
    /// \param archive  in place of a workspace
    void open(const Options &options = {}, const std::optional<ShownArchive> &archive = {});
    /// The same over another workspace, which has the demo's events. They are imported once in this process, then copied:
    /// that is quicker than the demo, and what the user sets there is remembered.
    void openFilled();
    /// Opens the window of workspace() again as if the user had set nothing yet: for the next test over the same events.
    void openWithoutSettings();
    /// Opens the window over an evidence bundle: what was open is closed as a user would.
    void openBundle(const OpenedBundle &bundle);
    void close();

    [[nodiscard]] MainWindow &window() { return m_workspaceWindow->window(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString workspace() const { return path(QStringLiteral("workspace")); }

    /// By object name, anywhere in the window or its dialogs. Ends the test program when it is not there.
    template <class T>
    [[nodiscard]] T *find(const QString &name)
    {
        T *found = window().findChild<T *>(name);
        if (!found)
            qFatal("There is no %s.", qPrintable(name));
        return found;
    }

    /// Chooses the source type in the open \a dialog and fills its form in for the vendor's server.
    void fillForm(QWidget &dialog, Vendor vendor, const QString &name);
    /// Adds a source at a vendor's server through dialog and form, as typed.
    /// \returns whether it was saved
    [[nodiscard]] bool addSource(Vendor vendor, const QString &name);
    /// Presses Sync and waits for its end.
    [[nodiscard]] bool sync();
    /// Shows the page of the sources.
    /// \returns the pane
    QWidget *showSources();
    /// Types a filter and presses Enter; waits for nothing.
    /// \returns what stands in the query bar then
    QString filter(const QString &text);
    /// What the status bar says of the result, "73 of 73 events".
    [[nodiscard]] QString shownCount();
    /// Waits until the status bar says \a count.
    [[nodiscard]] bool shows(const QString &count);

    Support::FakeVendors servers;
    FakeKeychain keychain;

private:
    void make(const Options &options, const std::optional<ShownArchive> &archive);
    void show();

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<WorkspaceWindow> m_workspaceWindow;
};

} // namespace Trailglass::Testing
