// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/eventtable.h"

#include "views/events/eventdelegate.h"
#include "views/events/sortheader.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

bool movesCursor(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
    case Qt::Key_Escape:
        return true;
    default:
        return false;
    }
}

} // namespace

EventTable::EventTable(EventTableModel &events, QWidget *parent)
    : QTableView(parent)
    , m_events(events)
    , m_header(new SortHeader(this))
{
    setObjectName("eventTable"_L1);
    setAccessibleName(tr("Events"));
    setHorizontalHeader(m_header);
    setItemDelegate(new EventDelegate(this));
    setModel(&events);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    connect(&events, &EventTableModel::allSelectedChanged, viewport(), qOverload<>(&QWidget::update));
}

void EventTable::fitRows()
{
    const int height = fontMetrics().height() + 8;
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

std::vector<Column> EventTable::columnsInSight() const
{
    std::vector<Column> columns;
    for (int place = 0; place < m_header->count(); ++place)
        columns.push_back(m_events.columns()[static_cast<std::size_t>(m_header->logicalIndex(place))]);
    return columns;
}

std::vector<std::pair<int, int>> EventTable::selectedRanges() const
{
    if (m_events.isAllSelected())
        return {{0, m_events.rowCount() - 1}};
    std::vector<std::pair<int, int>> ranges;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        ranges.emplace_back(range.top(), range.bottom());
    std::ranges::sort(ranges);
    return ranges;
}

bool EventTable::isAtTop() const
{
    return verticalScrollBar()->value() == 0;
}

void EventTable::selectAll()
{
    clearSelection();
    m_events.setAllSelected(true);
}

void EventTable::mousePressEvent(QMouseEvent *event)
{
    // A menu over everything that is selected is about everything; the cell under it is the current one.
    if (m_events.isAllSelected() && event->button() != Qt::LeftButton) {
        const QModelIndex index = indexAt(event->position().toPoint());
        if (index.isValid())
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        return;
    }
    m_events.setAllSelected(false);
    QTableView::mousePressEvent(event);
}

void EventTable::keyPressEvent(QKeyEvent *event)
{
    if (movesCursor(event->key()))
        m_events.setAllSelected(false);
    if (event->key() == Qt::Key_Escape) {
        clearSelection();
        return;
    }
    QTableView::keyPressEvent(event);
}

void EventTable::keyboardSearch(const QString &text)
{
    // Qt would read one row after the other, up to every event there is; the query bar is for that.
    Q_UNUSED(text);
}

void EventTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void EventTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged();
}

} // namespace Trailglass
