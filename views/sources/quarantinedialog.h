// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/quarantinemodel.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace Trailglass {

class EmptyState;
class MessageStrip;
class ProgressRow;
class QuarantineContentView;

/// Lists the quarantined rows of a workspace or of one source, shows one of them, and offers to export them and to read
/// them again.
///
/// Shows values and emits requests: a list is requested when the dialog is shown or another source is chosen. Deletes
/// itself when closed, which cancels.
/// \thread GUI
class QuarantineDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param sources  names, removed ones included
    /// \param chosen  the source to begin with; empty: all
    /// \param zone  of the times shown
    QuarantineDialog(const QStringList &sources, const QString &chosen, const QTimeZone &zone,
                     QWidget *parent);

    /// The chosen source; empty: all.
    [[nodiscard]] QString source() const;

    /// Begins the list again, with a listRequested().
    void reload();
    /// More rows of the list.
    /// \param isLast  there are no rows after these
    void showRows(const std::vector<QuarantineRow> &rows, bool isLast);
    /// The list cannot be read.
    void showListFailure(const QString &sentence);
    /// Dropped when another row is current.
    void showContent(const QuarantineContent &content);

    /// \param rows  done so far
    void showProgress(qint64 rows);
    /// A retry or an export is over: the dialog is ready again.
    void endWork();
    /// Shows how it ended, and what went wrong.
    [[nodiscard]] MessageStrip &strip() { return *m_strip; }

Q_SIGNALS:
    /// \param source  its name; empty: all
    void listRequested(const QString &source);
    void moreRequested();
    void contentRequested(qint64 id);
    void retryRequested(const QString &source);
    void exportRequested(const QString &source, const QString &fileName);
    void cancelRequested();

public Q_SLOTS:
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void makeTable();
    void showCurrent();
    void showState();
    void askForFile();
    void beginWork();
    void updateButtons();

    MessageStrip *m_strip;
    QComboBox *m_source;
    QuarantineModel *m_model;
    QTableView *m_table;
    QuarantineContentView *m_content;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    ProgressRow *m_progress;
    QPushButton *m_retry = nullptr;
    QPushButton *m_export = nullptr;
    bool m_isListing = false;
    bool m_isBusy = false;
    bool m_wasShown = false;
};

} // namespace Trailglass
