// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTreeView>

namespace Trailglass {

/// A list of values that signals what was requested for a row: click or space includes, with Alt (or `-`)
/// excludes, the context menu key opens the menu at the row.
class FacetView : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// As high as the rows, within limits.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void included(int row);
    void excluded(int row);
    void menuWanted(int row, const QPoint &globalPlace);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace Trailglass
