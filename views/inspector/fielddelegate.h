// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace Trailglass {

/// Paints the rows of a RecordFieldsModel: the name quietly, the value, and at the end, where there is room,
/// the place in the JSON that it comes from. The tool tip has both.
class FieldDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int TextInset = 6; ///< px between an edge of a cell and its text

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace Trailglass
