// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/events/celltextcache.h"

#include <QStyledItemDelegate>

namespace Trailglass {

struct CellContent;

/// Paints events: signs of outcome and operation, a stroke in front of rows, a grey bar where a row is still loading, removed
/// rows struck out, and every row selected when the model says so.
///
/// Paints the text itself, in one line from where lines begin: the styles lay each text out again at every painting.
class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EventDelegate(QObject *parent = nullptr);

    /// Rows of an earlier result, while the current filter is searched, are painted more faintly.
    void setOutdated(bool isOutdated) { m_isOutdated = isOutdated; }
    [[nodiscard]] bool isOutdated() const { return m_isOutdated; }

    /// Text that is marked wherever it is seen, ignoring case; empty: none.
    void setHighlight(const QString &text) { m_highlight = text; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// What is in front of a row: the signs of reviewers (RowMarks) on the ground of its cells.
    /// \param option  as of a cell of the row; its rect is the place in front
    void paintFront(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Constant: asking the model would load what is not in sight.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// A tool tip for a cell that does not show all it holds: a text that is cut, a time.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// The width at which a cell shows all it holds, px.
    [[nodiscard]] int wholeWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    /// How many texts have been laid out so far.
    [[nodiscard]] int layouts() const { return m_texts.layouts(); }

private:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintParts(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                    const CellContent &content, bool isGone) const;
    void paintHighlights(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
                         const CellTextCache::Line &line) const;
    [[nodiscard]] int textWidth(const CellContent &content, const QFont &font) const;
    [[nodiscard]] int contentWidth(const CellContent &content, const QFont &font) const;

    mutable CellTextCache m_texts;
    bool m_isOutdated = false;
    QString m_highlight;
};

} // namespace Trailglass
