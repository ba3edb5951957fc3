// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <memory>

namespace Trailglass {

/// Notices what this or another process commits to the workspace, on a thread of its own.
///
/// \thread GUI
class WorkspaceWatch : public QObject
{
    Q_OBJECT

public:
    /// Looks every \a interval milliseconds. What was committed before the first look, in a database that is
    /// there already, is nothing new.
    explicit WorkspaceWatch(const QString &workspace, int interval = 500, QObject *parent = nullptr);
    ~WorkspaceWatch() override;

    /// Looks now, besides.
    void look();

Q_SIGNALS:
    /// Events were added, replaced or removed; or there is a database for the first time; or it can be read
    /// again, which is changed() too.
    void eventsChanged();
    /// Reviews, marks or notes are others than before; changed() follows.
    void reviewsChanged();
    /// Anything else was committed: sources, their state, presets.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
