// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/workspacewindow.h"
#include "tests/benchmarks/measurement.h"
#include "tests/workspace/secretstores.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <optional>

class QLineEdit;
class QTableView;

namespace Trailglass::Benchmarks {

/// How long a window takes from a key press in its query bar to the painted rows of the result: the pause before a query
/// begins, the query, the first page, and painting.
/// \thread GUI
class WindowLatency
{
public:
    /// Opens the window and waits for its first rows.
    /// \param archive  in place of the workspace
    WindowLatency(const QString &workspace, const std::optional<ShownArchive> &archive);

    /// Types the last character of a filter that finds other events than no filter.
    /// \param found  gets how many rows the table has then
    /// \returns the best of some rounds, without processor time
    [[nodiscard]] Cost ofLastKey(const QString &filter, qint64 &found);

private:
    [[nodiscard]] QString shown() const;
    [[nodiscard]] bool isPainted() const;
    void settle();
    [[nodiscard]] double roundOf(const QString &filter);

    QTemporaryDir m_settings;
    Testing::FakeKeychain m_keychain;
    SystemClock m_clock;
    std::unique_ptr<WorkspaceWindow> m_window;
    QLineEdit *m_edit = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace Trailglass::Benchmarks
