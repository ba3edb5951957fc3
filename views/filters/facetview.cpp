// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetview.h"

#include "views/filters/facetmodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace Trailglass {

namespace {

constexpr int MaxValuesShown = 9;

} // namespace

FacetView::FacetView(QWidget *parent)
    : QTreeView(parent)
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // The pane shows through, and the boxes to check stand out from it in dark too.
    viewport()->setBackgroundRole(QPalette::Window);
}

void FacetView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(8);
    header()->setSectionResizeMode(FacetModel::Value, QHeaderView::Stretch);
    header()->setSectionResizeMode(FacetModel::Count, QHeaderView::ResizeToContents);
    const auto resize = [this] {
        setFixedHeight(sizeHint().height());
    };
    connect(model, &QAbstractItemModel::modelReset, this, resize);
    resize();
}

QSize FacetView::sizeHint() const
{
    const int rows = model() ? std::min(model()->rowCount(), MaxValuesShown) : 0;
    const int row = rows > 0 ? std::max(sizeHintForRow(0), rowHeight(model()->index(0, 0))) : 0;
    return {QTreeView::sizeHint().width(), rows * row + 2 * frameWidth()};
}

void FacetView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    // Released elsewhere than pressed: the press made its row the current one.
    if (event->button() != Qt::LeftButton || !index.isValid() || index.row() != currentIndex().row())
        return;
    if (event->modifiers().testFlag(Qt::AltModifier))
        Q_EMIT excluded(index.row());
    else
        Q_EMIT included(index.row());
}

void FacetView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const bool isSpace = event->key() == Qt::Key_Space || event->key() == Qt::Key_Select;
    const bool isExclusion =
        event->key() == Qt::Key_Minus || (isSpace && event->modifiers().testFlag(Qt::AltModifier));
    if (row >= 0 && isExclusion)
        Q_EMIT excluded(row);
    else if (row >= 0 && isSpace)
        Q_EMIT included(row);
    else
        QTreeView::keyPressEvent(event);
}

void FacetView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuWanted(index.row(), place);
}

} // namespace Trailglass
