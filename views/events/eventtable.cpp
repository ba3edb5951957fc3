// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/eventtable.h"

#include "views/events/eventdelegate.h"
#include "views/events/frozencolumns.h"
#include "views/events/markgutter.h"
#include "views/events/sortheader.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MeasuredRows = 64;
constexpr int BoundaryWidth = 2; // px

/// Above and below the text of a row, px.
int spaceOf(RowDensity density)
{
    switch (density) {
    case RowDensity::Compact:
        return 4;
    case RowDensity::Normal:
        return 8;
    case RowDensity::Comfortable:
        return 16;
    }
    Q_UNREACHABLE();
}

} // namespace

EventTable::EventTable(EventTableModel &events, QWidget *parent)
    : QTableView(parent)
    , m_events(events)
    , m_header(new SortHeader(this))
    , m_delegate(new EventDelegate(this))
    , m_frozen(new FrozenColumns(*this, events))
    , m_gutter(new MarkGutter(*this, events))
{
    setObjectName("eventTable"_L1);
    setAccessibleName(tr("Events"));
    setHorizontalHeader(m_header);
    setVerticalHeader(m_gutter);
    setItemDelegate(m_delegate);
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
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    connect(&events, &EventTableModel::allSelectedChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&events, &EventTableModel::coloursChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QAbstractItemView::doubleClicked, this, &EventTable::opened);
}

void EventTable::setDensity(RowDensity density)
{
    const int top = verticalScrollBar()->value();
    m_density = density;
    fitRows();
    verticalScrollBar()->setValue(top);
}

void EventTable::setOutdated(bool isOutdated)
{
    if (m_delegate->isOutdated() == isOutdated)
        return;
    m_delegate->setOutdated(isOutdated);
    viewport()->update();
    m_gutter->viewport()->update();
}

void EventTable::fitRows()
{
    const int height = fontMetrics().height() + spaceOf(m_density);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

std::vector<Column> EventTable::columnsInSight() const
{
    std::vector<Column> columns;
    columns.reserve(static_cast<std::size_t>(m_header->count()));
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

QStyleOptionViewItem EventTable::cellOption() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return option;
}

std::pair<int, int> EventTable::rowsWithin(const QRect &place) const
{
    const int first = rowAt(place.top());
    if (first < 0)
        return {0, 0};
    const int last = rowAt(place.bottom());
    return {first, last < 0 ? m_events.rowCount() : last + 1};
}

void EventTable::requestRowsInSight()
{
    if (!isVisible())
        return;
    const auto [first, end] = rowsWithin(viewport()->rect());
    m_events.requestRows(first, end);
}

void EventTable::paintGround(QPainter &painter, QStyleOptionViewItem &option, const QModelIndex &index) const
{
    option.state.setFlag(QStyle::State_HasFocus, false);
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    const bool isAlternate = index.row() % 2 == 1;
    painter.fillRect(option.rect,
                     option.palette.color(isAlternate ? QPalette::AlternateBase : QPalette::Base));
}

std::vector<int> EventTable::cellWidths(int section) const
{
    const QStyleOptionViewItem option = cellOption();
    std::vector<int> widths;
    const int first = verticalScrollBar()->value();
    const int end = std::min(first + MeasuredRows, m_events.rowCount());
    for (int row = first; row < end; ++row) {
        if (m_events.record(row))
            widths.push_back(m_delegate->wholeWidth(option, m_events.index(row, section)));
    }
    std::ranges::sort(widths);
    return widths;
}

int EventTable::sizeHintForColumn(int column) const
{
    const std::vector<int> widths = cellWidths(column);
    return widths.empty() ? 0 : widths.back();
}

void EventTable::chooseRow(int row)
{
    m_events.setAllSelected(false);
    const int column = currentIndex().isValid() ? currentIndex().column() : 0;
    selectionModel()->setCurrentIndex(m_events.index(row, column),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    Q_EMIT rowChosen();
}

void EventTable::goToRow(int row)
{
    const int top = verticalScrollBar()->value();
    const int shown = verticalScrollBar()->pageStep();
    chooseRow(row);
    if (row < top || row >= top + shown)
        scrollTo(currentIndex(), PositionAtCenter);
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

void EventTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *sideways = horizontalScrollBar();
    const int side = sideways->value();
    QTableView::scrollTo(index, hint);
    if (!m_movesByKey || m_frozen->positionOf(index.column()) >= 0) {
        sideways->setValue(side);
        return;
    }
    const int left = columnViewportPosition(index.column());
    const int distance = isRightToLeft() ? viewport()->width() - left - columnWidth(index.column()) : left;
    const int hidden = m_frozen->width() - distance;
    if (hidden > 0)
        sideways->setValue(sideways->value() - hidden);
}

QModelIndex EventTable::indexAt(const QPoint &position) const
{
    const int section = m_frozen->sectionAt(position.x());
    const int row = section >= 0 ? rowAt(position.y()) : -1;
    return row >= 0 ? m_events.index(row, section) : QTableView::indexAt(position);
}

QRect EventTable::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableView::visualRect(index);
    if (const int position = m_frozen->positionOf(index.column()); position >= 0)
        rect.moveLeft(position);
    return rect;
}

void EventTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (m_frozen->width() > 0)
        m_frozen->paint(painter, event->rect(), cellOption());
    if (m_isByArrival && m_events.reviewedRow())
        paintBoundary(painter);
}

/// Between a row that is new and one that was reviewed, also just out of sight.
void EventTable::paintBoundary(QPainter &painter) const
{
    const auto [first, end] = rowsWithin(viewport()->rect());
    for (int row = std::max(1, first); row < end; ++row) {
        const int top = rowViewportPosition(row);
        const std::optional<bool> isNew = m_events.isNew(row);
        const std::optional<bool> isNewAbove = m_events.isNew(row - 1);
        if (isNew && isNewAbove && *isNew != *isNewAbove) {
            painter.fillRect(0, top - BoundaryWidth / 2, viewport()->width(), BoundaryWidth,
                             palette().color(QPalette::Link));
        }
    }
}

void EventTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0)
        viewport()->update(); // Qt has moved the picture of what stays, and of texts that end at the edge
}

void EventTable::setSortOrder(const SortOrder &order)
{
    m_isByArrival = !order.empty() && order.front().field == Filter::FieldReference(Field::Received);
    viewport()->update();
    m_header->setSortOrder(order);
    m_frozen->header()->setSortOrder(order);
}

void EventTable::resizeEvent(QResizeEvent *event)
{
    const QRect row = visualRect(currentIndex());
    const bool isLost =
        row.isValid() && row.bottom() < event->oldSize().height() && row.bottom() >= event->size().height();
    {
        // The columns first: a scroll bar would come for the old ones, and go again.
        const QSignalBlocker blocker(
            m_header); // for each column the table would be laid out and painted once more
        announceWidth();
    }
    viewport()->update();
    QTableView::resizeEvent(event);
    if (isLost) // a pane that opened below would cover the event that it shows
        scrollTo(currentIndex());
    m_frozen->update();
}

void EventTable::updateGeometries()
{
    QTableView::updateGeometries();
    // Of a viewport that a scroll bar narrows while it is being shown Qt says nothing.
    announceWidth();
}

void EventTable::announceWidth()
{
    const int width = viewport()->width();
    if (std::exchange(m_announcedWidth, width) != width)
        Q_EMIT resized();
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

#include "moc_eventtable.cpp"
