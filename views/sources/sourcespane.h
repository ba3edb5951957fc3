// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcetablemodel.h"

#include <QList>
#include <QWidget>

class QAction;
class QPlainTextEdit;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace Trailglass {

class ElidedLabel;
class EmptyState;
class MessageStrip;
class RunsView;

/// The page of the sources of the workspace: table, buttons, and everything about the current one in full, with its
/// syncs and imports.
///
/// Shows what its model has and asks by signals; a SourcesController handles them.
class SourcesPane : public QWidget
{
    Q_OBJECT

public:
    /// Pixels of the parts that share the page, where the user moved a handle or they were set; empty elsewhere.
    struct PartSizes
    {
        QList<int> page; ///< of the lists, and of the details beside or below them
        QList<int> lists; ///< of the table, and of the runs below it

        friend bool operator==(const PartSizes &, const PartSizes &) = default;
    };

    explicit SourcesPane(QWidget *parent = nullptr);

    [[nodiscard]] SourceTableModel &model() { return *m_model; }
    /// Where messages about the sources stand.
    [[nodiscard]] MessageStrip &strip() { return *m_strip; }

    /// The syncs and imports of the current source.
    [[nodiscard]] RunsView &runs() { return *m_runs; }

    /// Name of the current row; empty without one.
    [[nodiscard]] QString currentSource() const;
    void setCurrentSource(const QString &name);

    [[nodiscard]] const PartSizes &partSizes() const { return m_partSizes; }
    /// In a page of another size the parts have the same shares, as far as there is room for what is in them.
    /// \param sizes  two of each; where they are empty nothing changes
    void setPartSizes(const PartSizes &sizes);
    /// As in a new window; partSizes() are empty from then on.
    void resetPartSizes();

    /// While a sync is on, there is "Cancel" too.
    void setSyncing(bool syncing);
    /// Whether a source is not being synced: "Sync all" fetches those. True until set.
    void setCanSyncAll(bool canSync);

Q_SIGNALS:
    void addRequested();
    void editRequested(const QString &name);
    void testRequested(const QString &name);
    void removeRequested(const QString &name);
    void syncRequested(const QString &name);
    /// Everything of the source again.
    void fullSyncRequested(const QString &name);
    /// From a time that the user is still to enter.
    void syncFromRequested(const QString &name);
    void coverageRequested(const QString &name);
    void quarantineRequested(const QString &name);
    void syncAllRequested();
    void cancelRequested();
    /// Back to the events.
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void makeTable();
    [[nodiscard]] QAction *makeAction(const char *name, const QString &text, const QString &help);
    [[nodiscard]] static QToolButton *makeButton(QAction *action, QWidget *parent);
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeLists();
    [[nodiscard]] QWidget *makeDetails();
    void paintIcons();
    void paintQuarantine();
    void updateActions();
    void rowsChanged();
    void showDetails();

    SourceTableModel *m_model;
    MessageStrip *m_strip;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    QSplitter *m_lists;
    PartSizes m_partSizes;
    QTableView *m_table;
    RunsView *m_runs;
    ElidedLabel *m_title;
    QPlainTextEdit *m_details;
    QAction *m_back = nullptr;
    QAction *m_add = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_test = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_sync = nullptr;
    QAction *m_fullSync = nullptr;
    QAction *m_syncFrom = nullptr;
    QAction *m_coverage = nullptr;
    QAction *m_quarantine = nullptr;
    QAction *m_syncAll = nullptr;
    QAction *m_cancel = nullptr;
    QToolButton *m_cancelButton = nullptr;
    bool m_syncing = false;
    bool m_canSyncAll = true;
    bool m_hasQuarantined = false; ///< the source that is shown
};

} // namespace Trailglass
