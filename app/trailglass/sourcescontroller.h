// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/sourcetext.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

class QMessageBox;

namespace Trailglass {

class MessageStrip;
class SourceDialog;
class SourcesPane;

/// Connects the sources pane and its dialogs to the source service and the sync runner. Errors are shown in the pane,
/// except listing errors, which the window shows.
/// \thread GUI
class SourcesController : public QObject
{
    Q_OBJECT

public:
    /// \param service, runner, pane, clock  outlive the controller
    SourcesController(SourceService &service, SyncRunner &runner, SourcesPane &pane, const Clock &clock,
                      QObject *parent = nullptr);
    ~SourcesController() override;

    /// Zone in which times are shown. UTC until set.
    void setDisplayZone(const QTimeZone &zone);

public Q_SLOTS:
    /// Opens the dialog that adds a source.
    void addSource();
    /// Opens the dialog that changes a source.
    void editSource(const QString &name);
    /// Tries a source with what is stored, and shows the result in the pane.
    void testSource(const QString &name);
    /// Asks, then removes a source or, of a removed one, the events.
    void removeSource(const QString &name);
    /// Nothing happens while a sync is on.
    void syncAll();
    void syncSource(const QString &name);
    /// Reads everything of the source again.
    void syncSourceFully(const QString &name);
    /// Asks for a time, then reads the source again from there.
    void syncSourceFrom(const QString &name);
    void cancelSync();

private:
    enum class Way
    {
        None,
        CancelTest,
        EditSource,
        SyncAgain
    };

    void connectPane();
    void connectRunner();
    void openDialog(const std::optional<SourceRecord> &record);
    void save(SourceDialog *dialog, const SourceInput &input);
    void startSync(const SyncRequest &request);
    void askApproval(const QList<ReferenceUse> &uses, const std::function<void()> &goOn);
    void showRunning(bool running);
    void showFinished(const QList<SyncReport> &reports);
    void showError(const Error &error, Way way = Way::None, const QString &source = {});
    void showWarnings(const QStringList &warnings);
    void showTest(const ConnectionReport &report);
    void takeWay();
    void refresh();
    void showDetails();
    [[nodiscard]] const SourceEntry *entry(const QString &name) const;

    SourceService &m_service;
    SyncRunner &m_runner;
    SourcesPane &m_pane;
    const Clock &m_clock;
    QTimeZone m_zone;
    QHash<QString, SourceActivity> m_runs; ///< by source
    SyncRequest m_asked; ///< of the last sync that was started here
    QPointer<SourceDialog> m_dialog;
    QPointer<QMessageBox> m_question; ///< about approvals, while it is open
    std::function<void()> m_testAgain; ///< repeats the newest test, after an approval
    int m_testNumber = 0; ///< of the newest test in the pane: results of earlier ones are dropped
    Way m_way = Way::None;
    QString m_waySource;
};

} // namespace Trailglass
