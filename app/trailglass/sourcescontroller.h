// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/approvalprompt.h"
#include "app/trailglass/sourcemessages.h"
#include "app/trailglass/sourcetext.h"
#include "app/trailglass/synccontroller.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace Trailglass {

class PushAfterSync;
class ScheduledSync;
class SourceDialog;
class SourceSchedules;
class SourceStrip;
class SourcesPane;

/// Connects the sources pane, the source strip and their dialogs to the source service; syncs() does so for syncs. Errors
/// are shown in place, except listing errors, which the window shows.
/// \thread GUI
class SourcesController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SourceService &service;
        SyncRunner &runner;
        SourcesPane &pane;
        SourceStrip &strip;
        MessageStrip &message; ///< of the window, for messages while the pane is out of sight
        SourceSchedules &schedules;
        const ScheduledSync &scheduled; ///< with the same runner
        PushAfterSync &pushes; ///< of the same workspace
        const Clock &clock;
    };
    /// All parts outlive the controller.
    explicit SourcesController(const Parts &parts, QObject *parent = nullptr);
    ~SourcesController() override;

    /// Zone in which times are shown. UTC until set.
    void setDisplayZone(const QTimeZone &zone);
    /// Where messages about the sources stand.
    [[nodiscard]] SourceMessages &messages() { return m_messages; }
    /// Asks for approvals, also those of others.
    [[nodiscard]] ApprovalPrompt &approvals() { return m_approvals; }
    /// Syncs of these sources.
    [[nodiscard]] SyncController &syncs() { return m_syncs; }

public Q_SLOTS:
    /// Opens the dialog that adds a source.
    void addSource();
    /// Opens the dialog that changes a source.
    void editSource(const QString &name);
    /// Tries a source with what is stored, and shows the result in place.
    void testSource(const QString &name);
    /// Asks, then removes a source or, of a removed one, the events.
    void removeSource(const QString &name);

Q_SIGNALS:
    /// The rows of the pane's model are up to date.
    void refreshed();

private:
    void connectViews();
    void openDialog(const std::optional<SourceRecord> &record);
    void save(SourceDialog *dialog, const SourceInput &input, const SyncSchedule &schedule);
    void showWarnings(const QStringList &warnings);
    void showTest(const ConnectionReport &report);
    void refresh();
    [[nodiscard]] const SourceEntry *entry(const QString &name) const;

    Parts m_parts;
    SourceMessages m_messages;
    ApprovalPrompt m_approvals;
    SyncController m_syncs;
    QTimeZone m_zone;
    QPointer<SourceDialog> m_dialog;
    std::function<void()> m_testAgain; ///< repeats the newest test, after an approval
    int m_testNumber = 0; ///< of the newest test outside of a dialog: results of earlier ones are dropped
    quint64 m_testMessage = 0; ///< says that that test is on
};

} // namespace Trailglass
