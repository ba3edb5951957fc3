// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/markgutter.h"

#include "models/table/eventtablemodel.h"
#include "views/events/eventdelegate.h"
#include "views/events/eventtable.h"
#include "views/events/rowmarks.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Trailglass {

MarkGutter::MarkGutter(EventTable &table, EventTableModel &events)
    : QHeaderView(Qt::Vertical, &table)
    , m_table(table)
    , m_events(events)
{
    setObjectName("markGutter"_L1);
    setAccessibleName(tr("Marks and notes"));
    setFixedWidth(RowMarks::Width);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&events, &EventTableModel::allSelectedChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&events, &EventTableModel::coloursChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&events, &EventTableModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QWidget::customContextMenuRequested, this, &MarkGutter::openMenu);
}

QSize MarkGutter::sizeHint() const
{
    return {RowMarks::Width, 0};
}

QModelIndex MarkGutter::rowAt(const QPoint &position) const
{
    return m_events.index(m_table.rowAt(position.y()), 0);
}

// A header takes no press near the edges of a row: it could be resized there.
void MarkGutter::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = rowAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    m_events.setAllSelected(false);
    m_table.setFocus(Qt::MouseFocusReason);
    m_table.selectRow(index.row());
    Q_EMIT m_table.clicked(index); // a choice also where the row was the current one before
}

void MarkGutter::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rowAt(event->position().toPoint()).isValid())
        Q_EMIT m_table.opened();
}

void MarkGutter::openMenu(const QPoint &position)
{
    if (const QModelIndex index = rowAt(position); index.isValid())
        m_table.takeForMenu(index);
    const int edge = m_table.isRightToLeft() ? m_table.viewport()->width() - 1 : 0;
    Q_EMIT m_table.customContextMenuRequested({edge, position.y()});
}

void MarkGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect exposed = event->rect();
    QStyleOptionViewItem option = m_table.cellOption();
    painter.fillRect(exposed, option.palette.color(QPalette::Base));
    const auto [first, end] = m_table.rowsWithin(exposed);
    for (int row = first; row < end; ++row) {
        const QModelIndex index = m_events.index(row, 0);
        option.rect = {0, m_table.rowViewportPosition(row), viewport()->width(), m_table.rowHeight(row)};
        m_table.paintGround(painter, option, index);
        m_table.eventDelegate()->paintFront(&painter, option, index);
    }
}

bool MarkGutter::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), RowMarks::toolTip(rowAt(help->pos())), this);
    return true;
}

} // namespace Trailglass

#include "moc_markgutter.cpp"
