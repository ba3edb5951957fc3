// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/eventtable.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

// What the mouse and the keys do in the table.

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

void EventTable::mousePressEvent(QMouseEvent *event)
{
    const bool opensMenu = event->button() != Qt::LeftButton;
    const QScopedValueRollback forMenu(m_isForMenu, opensMenu);
    // A menu over everything that is selected is about everything; the cell under it is the current one.
    if (m_events.isAllSelected() && opensMenu) {
        if (const QModelIndex index = indexAt(event->position().toPoint()); index.isValid())
            takeForMenu(index);
        return;
    }
    m_events.setAllSelected(false);
    QTableView::mousePressEvent(event);
}

void EventTable::takeForMenu(const QModelIndex &index)
{
    const QScopedValueRollback forMenu(m_isForMenu, true);
    QItemSelectionModel::SelectionFlags command = QItemSelectionModel::NoUpdate;
    if (!m_events.isAllSelected() && !selectionModel()->isSelected(index))
        command = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    selectionModel()->setCurrentIndex(index, command);
}

void EventTable::keyPressEvent(QKeyEvent *event)
{
    if (movesCursor(event->key()))
        m_events.setAllSelected(false);
    if (event->key() == Qt::Key_Escape) {
        clearSelection();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isEnter && isPlain && currentIndex().isValid()) {
        Q_EMIT opened();
        return;
    }
    const QScopedValueRollback byKey(m_movesByKey, true);
    if (!goToEnd(*event) && !selectCurrent(*event))
        QTableView::keyPressEvent(event);
}

bool EventTable::goToEnd(const QKeyEvent &event)
{
    const bool isEnd = event.key() == Qt::Key_End;
    const bool isCtrl = (event.modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier;
    if (!isCtrl || (!isEnd && event.key() != Qt::Key_Home) || m_events.rowCount() == 0)
        return false;
    // Qt moves the current row alone: what is inspected and what is copied would be two events.
    chooseRow(isEnd ? m_events.rowCount() - 1 : 0);
    return true;
}

bool EventTable::selectCurrent(const QKeyEvent &event)
{
    const QModelIndex current = currentIndex();
    if (event.key() != Qt::Key_Space || event.modifiers() != Qt::NoModifier || !current.isValid()
        || selectionModel()->isSelected(current))
        return false;
    // Qt would select it, and nothing would say that an event was chosen.
    selectionModel()->select(current, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    Q_EMIT rowChosen();
    return true;
}

void EventTable::keyboardSearch(const QString &)
{
    // Qt would read one row after the other, up to every event there is; the query bar is for that.
}

void EventTable::focusInEvent(QFocusEvent *event)
{
    const QScopedValueRollback takesFocus(m_takesFocus, true);
    QTableView::focusInEvent(event);
}

} // namespace Trailglass
