// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// A database of an earlier version: it can be read as it is, and is upgraded before anything is written.
struct UpgradeNeed
{
    int version = 0; ///< of the database
    qint64 bytes = 0; ///< of the database, and of the copy that is kept of it
    QString backup; ///< the copy's file name, with its folder; empty: it was made by an upgrade that goes on
    /// An upgrade was interrupted while it hashed what is stored: it goes on with that.
    bool isBegun = false;
};

/// Finds out whether a workspace is of an earlier version, and upgrades it on request, on a thread of its own.
/// \thread GUI
class WorkspaceUpgrade : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceUpgrade(const QString &workspace, QObject *parent = nullptr);
    /// Cancels an upgrade that runs, within 100 ms: a copy that is not whole is deleted, and what is hashed stays.
    ~WorkspaceUpgrade() override;

    /// Looks at the database, and emits needed() if it is of an earlier version that can be upgraded, else
    /// notNeeded(), also for one that cannot be read: whoever reads it says that. Nothing while an upgrade runs.
    void check();
    /// Upgrades the database. Nothing happens while that runs.
    void start();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void needed(const Trailglass::UpgradeNeed &need);
    void notNeeded();
    /// While the copy is written: its bytes so far, of about as many as UpgradeNeed::bytes.
    void progressed(qint64 bytes);
    /// While what is stored is hashed: rows so far.
    void hashed(qint64 rows, qint64 ofRows);
    void finished();
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
