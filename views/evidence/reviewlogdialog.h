// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QList>

class QPlainTextEdit;
class QStackedWidget;
class QTreeWidget;

namespace Trailglass {

class EmptyState;

/// One line of the review log, as people read it.
struct ReviewLogRow
{
    QString time = {};
    QString reviewer = {};
    QString review = {}; ///< its name
    QString count = {}; ///< of events that were new
    QString filter = {}; ///< as typed; empty: every event
    QString note = {}; ///< with its line breaks; may be empty
};

/// Lists who reviewed what, the newest first, with the note of the one that is chosen. Deletes itself when closed.
/// \thread GUI
class ReviewLogDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReviewLogDialog(QWidget *parent);

    /// \param hasMore  there are older ones, which are not listed
    void showRows(const QList<ReviewLogRow> &rows, bool hasMore);
    void showFailure(const QString &sentence);

private:
    void build();
    void addRow(const ReviewLogRow &row);
    void showCurrent();

    EmptyState *m_empty;
    QTreeWidget *m_list;
    QPlainTextEdit *m_details;
    QStackedWidget *m_pages;
    QList<ReviewLogRow> m_rows;
};

} // namespace Trailglass
