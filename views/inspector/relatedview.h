// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/relatedqueries.h"

#include <QWidget>

#include <vector>

class QAction;
class QPushButton;
class QTimeZone;
class QTreeView;

namespace Trailglass {

class DetailView;
class RelatedModel;
class WrappedLabel;

/// The events that are related to one, by what they have in common: how many, when, since when, and a filter for each;
/// below them what the vendor has beside the event.
/// \thread GUI
class RelatedView : public QWidget
{
    Q_OBJECT

public:
    explicit RelatedView(QWidget *parent = nullptr);

    void setDisplayZone(const QTimeZone &zone);
    /// What is going to be counted; empty for no event.
    void setQueries(std::vector<RelatedQuery> queries);
    /// \pre query is a place in what setQueries() was given last
    void setCounts(std::size_t query, const RelatedCounts &counts);
    /// The rest cannot be counted.
    void setProblem(const QString &text);
    /// Nothing can be opened until the next setQueries(), of the vendor's until the next DetailView::clear().
    void suspend();

    /// What the vendor has beside the event.
    [[nodiscard]] DetailView &details() const { return *m_details; }

Q_SIGNALS:
    /// Show these events in place of the result.
    void replaceRequested(const Trailglass::Filter::NodePointer &filter);
    /// Show those of the result that are among these events.
    void addRequested(const Trailglass::Filter::NodePointer &filter);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fitColumns();
    QAction *addAction(const QString &name, const QString &text, const QKeySequence &keys);
    void updateActions();
    void showSeen();
    void copyFilter();

    RelatedModel *m_model;
    QTreeView *m_list;
    QPushButton *m_replace;
    QPushButton *m_add;
    QAction *m_copy = nullptr;
    QAction *m_replaceAction = nullptr;
    QAction *m_addAction = nullptr;
    WrappedLabel *m_seen; ///< since when there are events of the current row
    WrappedLabel *m_problem;
    DetailView *m_details;
    bool m_isSuspended = false;
};

} // namespace Trailglass
