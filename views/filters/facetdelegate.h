// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace Trailglass {

class FacetView;

/// What a click on a row of a facet hits.
enum class FacetTarget
{
    Value,
    Exclude,
    Only
};

/// Paints a value: a box, the text, and its count over a bar; under the pointer also what can be clicked to
/// exclude the value or to see it alone: beside the count, or in place of it where the text needs the room. The row
/// of the keyboard has an outline and no fill: a filled row would look chosen.
class FacetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \param view  whose rows it paints; owns it
    explicit FacetDelegate(FacetView &view);

    /// \param option  of the row, as its view makes it
    [[nodiscard]] FacetTarget targetAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                       const QPoint &position) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// Nothing is edited in place: the view signals what is chosen.
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    const FacetView &m_view;
};

} // namespace Trailglass
