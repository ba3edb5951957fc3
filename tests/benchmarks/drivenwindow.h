// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/workspacewindow.h"
#include "tests/workspace/secretstores.h"

#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QLineEdit;

namespace Trailglass {

class EventsView;
class EventTable;
class MainWindow;

} // namespace Trailglass

namespace Trailglass::Benchmarks {

/// The window of the program, over a workspace or an archive, with keys pressed in it. Settings and keychain are its own.
/// \thread GUI
class DrivenWindow
{
public:
    /// Opens the window without a filter; its events come later.
    /// \param archive  in place of the workspace
    explicit DrivenWindow(const QString &workspace, const std::optional<ShownArchive> &archive = {});

    [[nodiscard]] MainWindow &window() { return m_window->window(); }
    [[nodiscard]] QLineEdit &filterEdit() { return *m_filter; }
    [[nodiscard]] EventTable &table() { return *m_table; }

    /// What the status bar says of the result.
    [[nodiscard]] QString countText() const;
    /// How many events the result in the table has.
    [[nodiscard]] qint64 rows() const;
    /// Whether the table shows a whole result, one of so many events.
    [[nodiscard]] bool isResultOf(qint64 events) const;
    /// Whether all rows in sight are there, not only their places.
    [[nodiscard]] bool areRowsHere() const;

    /// Waits for the first result and all that follows it.
    void waitForFirstResult();
    /// Waits until facets and whatever else follows a result are there.
    void settle();
    /// Puts another filter in place of the text, and waits for its result.
    /// \pre nothing is searched, and the filter is not the one in force
    /// \returns how many events it finds
    qint64 show(const QString &filter);
    /// Presses a key in the query bar, and waits until \a isShown is true, all rows in sight are there, and they are
    /// painted.
    /// \returns seconds since the press
    double press(QChar key, const std::function<bool()> &isShown);

private:
    QTemporaryDir m_settings;
    Testing::FakeKeychain m_keychain;
    SystemClock m_clock;
    std::unique_ptr<WorkspaceWindow> m_window;
    QLineEdit *m_filter = nullptr;
    EventsView *m_events = nullptr;
    EventTable *m_table = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace Trailglass::Benchmarks
