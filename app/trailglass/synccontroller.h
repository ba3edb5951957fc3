// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/sourcetext.h"

#include <QHash>
#include <QObject>
#include <QTimeZone>

namespace Trailglass {

class ApprovalPrompt;
class PushAfterSync;
class ScheduledSync;
class SourceMessages;
class SourcesPane;

/// Syncs sources as the user asks, and knows how far the running syncs are and how the last ones ended, also of those by
/// schedule. Pushes the workspace after each of them where the user wants it. Errors are shown in place.
/// \thread GUI
class SyncController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SourceService &service;
        SyncRunner &runner;
        SourcesPane &pane;
        SourceMessages &messages;
        ApprovalPrompt &approvals;
        const ScheduledSync &scheduled; ///< with the same runner
        PushAfterSync &pushes; ///< of the same workspace
        const Clock &clock;
    };
    /// All parts outlive the controller.
    explicit SyncController(const Parts &parts, QObject *parent = nullptr);

    /// Zone of times that the user enters. UTC until set.
    void setDisplayZone(const QTimeZone &zone) { m_zone = zone; }
    /// Of a source in a running sync, or in its last one.
    [[nodiscard]] SourceActivity activity(const QString &source) const;

public Q_SLOTS:
    // Sources that are being synced are left as they are; where all are, nothing happens. A sync that had to wait for an
    // approval begins all the same.

    /// Without a source, a message offers to add one.
    void syncAll();
    void syncSource(const QString &name);
    /// Reads everything of the source again.
    void syncSourceFully(const QString &name);
    /// Asks for a time, then reads the source again from there.
    void syncSourceFrom(const QString &name);
    void cancelSync();

Q_SIGNALS:
    /// activity() of a source has changed.
    void activityChanged();
    /// A sync is on, or one has ended: whether syncAll() would do anything now.
    void canSyncChanged(bool isPossible);
    /// From a message: the user wants to add a source.
    void addRequested();
    /// From a message: the user wants to change a source that could not be synced.
    void editRequested(const QString &name);
    /// From a message: the user wants to see the pushes, one of which has failed.
    void pushesRequested();

private:
    void connectPane();
    void connectRunner();
    void connectPushes();
    [[nodiscard]] bool canSync(const QStringList &sources) const;
    void start(const SyncRequest &request);
    void begin(const SyncRequest &request);
    void showSyncing();
    void showFinished(const QList<SyncReport> &reports, const SyncRequest &request);
    void showFailed(const Error &error, const SyncRequest &request);

    Parts m_parts;
    QTimeZone m_zone;
    bool m_isListed = false; ///< the service knows the sources
    QHash<QString, SourceActivity> m_activities; ///< by source; without their plans
    quint64 m_failure = 0; ///< the message about the last sync; over when the next one begins
    quint64 m_pushWarning = 0; ///< likewise, about the last push
};

} // namespace Trailglass
