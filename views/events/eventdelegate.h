// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/events/celltextcache.h"

#include <QStyledItemDelegate>

namespace Trailglass {

/// Paints events: a mark in the colour of the outcome in front of each row, a grey bar where a row is still
/// loading, removed rows struck out, and every row selected when the model says so.
///
/// Paints the text itself, left-aligned in one line: the styles lay each text out again at every painting.
class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EventDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Constant: asking the model would load what is not in sight.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QStyle &style) const;

    mutable CellTextCache m_texts;
};

} // namespace Trailglass
