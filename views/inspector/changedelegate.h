// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace Trailglass {

/// Paints the rows of a ChangesModel: what was removed and what was added each by a sign and a colour, changed words
/// within a line in a stronger one; texts on as many lines as they need.
class ChangeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \param view  owns this object; its columns say how wide texts may be
    explicit ChangeDelegate(QTreeView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    QTreeView *m_view;
};

} // namespace Trailglass
