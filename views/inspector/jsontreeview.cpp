// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/jsontreeview.h"

#include "models/table/jsontreemodel.h"
#include "views/inspector/jsondelegate.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

JsonTreeView::JsonTreeView(JsonTreeModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_json(model)
    , m_fetching(new QTimer(this))
{
    setObjectName("jsonTree"_L1);
    setAccessibleName(tr("JSON of the event"));
    setUniformRowHeights(true);
    setAlternatingRowColors(false);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setIndentation(14);
    setItemDelegate(new JsonDelegate(this));
    m_fetching->setSingleShot(true);
    m_fetching->setInterval(0);
    connect(m_fetching, &QTimer::timeout, this, &JsonTreeView::fetchInSight);
    const auto request = [this] {
        m_fetching->start();
    };
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, request);
    connect(this, &QTreeView::expanded, this, request);
    connect(this, &QTreeView::collapsed, this, request);
    QTreeView::setModel(&model);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void JsonTreeView::setModel(QAbstractItemModel *model)
{
    Q_ASSERT(model == &m_json);
    QTreeView::setModel(model);
}

void JsonTreeView::reveal(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    for (QModelIndex around = index.parent(); around.isValid(); around = around.parent())
        expand(around);
    setCurrentIndex(index.siblingAtColumn(JsonTreeModel::NameColumn));
    scrollTo(index, PositionAtCenter);
}

void JsonTreeView::restorePlace(int scrolled, const QModelIndex &current)
{
    for (QModelIndex around = current.parent(); around.isValid(); around = around.parent())
        expand(around);
    doItemsLayout(); // the scroll bar has the range of the document before
    verticalScrollBar()->setValue(scrolled);
    if (!current.isValid())
        return;
    const bool isInSight = viewport()->rect().intersects(visualRect(current));
    selectionModel()->setCurrentIndex(current.siblingAtColumn(JsonTreeModel::NameColumn),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!isInSight)
        scrollTo(current, PositionAtCenter);
}

void JsonTreeView::fitColumns()
{
    const int needed = sizeHintForColumn(JsonTreeModel::NameColumn);
    const int room = viewport()->width();
    setColumnWidth(JsonTreeModel::NameColumn, std::clamp(needed + 12, 80, std::max(room * 45 / 100, 170)));
}

void JsonTreeView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTreeView::rowsInserted(parent, start, end);
    m_fetching->start();
}

void JsonTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_fetching->start();
}

void JsonTreeView::fetchInSight()
{
    // A value may be passed over in several portions, so this goes on until a new row has pushed the end out
    // of sight.
    QList<QPersistentModelIndex> wanted;
    QModelIndex index = indexAt(viewport()->rect().topLeft());
    for (; index.isValid() && visualRect(index).top() <= viewport()->height(); index = indexBelow(index)) {
        const QModelIndex parent = index.parent();
        if (index.row() + 1 == model()->rowCount(parent) && model()->canFetchMore(parent))
            wanted.append(parent);
    }
    if (model()->rowCount() == 0 && model()->canFetchMore({}))
        wanted.append(QModelIndex());
    for (const QPersistentModelIndex &parent : std::as_const(wanted))
        model()->fetchMore(parent);
    if (!wanted.isEmpty())
        m_fetching->start();
}

} // namespace Trailglass

#include "moc_jsontreeview.cpp"
