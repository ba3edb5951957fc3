// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/eventsview.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/query/sortorder.h"
#include "views/common/emptystate.h"
#include "views/common/messagestrip.h"
#include "views/events/columncontroller.h"
#include "views/events/columnfitter.h"
#include "views/events/findbar.h"
#include "views/events/frozencolumns.h"
#include "views/events/neweventspill.h"
#include "views/events/positionrestorer.h"
#include "views/events/rowcopier.h"
#include "views/events/scrollplace.h"
#include "views/events/tablefinder.h"
#include "views/events/tablemenu.h"
#include "views/evidence/markchoice.h"

#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

EventsView::EventsView(RecordFetcher &fetcher, QWidget *parent)
    : QWidget(parent)
    , m_model(fetcher)
    , m_table(new EventTable(m_model, this))
    , m_actions(m_table)
    , m_tableMenu(new TableMenu(this))
    , m_marks(new MarkChoice(*m_table, this))
    , m_place(new PositionRestorer(*m_table, m_model, this))
    , m_columns(new ColumnController(*m_table, m_model, *m_tableMenu, this))
    , m_copier(new RowCopier(fetcher, this))
    , m_strip(new MessageStrip(this))
    , m_slowSort(new MessageStrip(this))
    , m_findBar(new FindBar(this))
    , m_finder(new TableFinder(*m_table, m_model, *m_findBar, this))
    , m_pages(new QStackedLayout)
    , m_tablePage(new QWidget(this))
    , m_empty(new EmptyState(this))
    , m_pill(new NewEventsPill(m_tablePage))
{
    build();
    connectActions();
    connect(m_columns, &ColumnController::sortRequested, this, &EventsView::sortRequested);
    connect(m_columns, &ColumnController::message, this, &EventsView::message);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EventsView::announceSelection);
    connect(&m_model, &EventTableModel::allSelectedChanged, this, &EventsView::announceSelection);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &EventsView::announceSelection);
    connect(m_table, &EventTable::currentRowChanged, this, &EventsView::updateActions);
    connect(m_place, &PositionRestorer::currentChanged, this, &EventsView::currentEventChanged);
    connect(m_place, &PositionRestorer::heldChanged, this, &EventsView::currentEventHeld);
    connect(m_place, &PositionRestorer::chosen, this, &EventsView::eventChosen);
    connect(m_marks, &MarkChoice::filterRequested, this, &EventsView::filterRequested);
    connect(m_table, &EventTable::opened, this, &EventsView::inspectRequested);
    connect(m_slowSort, &MessageStrip::acted, this, &EventsView::sortByTime);
    connect(m_table, &QWidget::customContextMenuRequested, this, &EventsView::showCellMenu);
    connect(m_pill, &QPushButton::clicked, this, &EventsView::showNewEvents);
    connect(m_empty, &EmptyState::acted, this, &EventsView::clearFilterRequested);
    connect(m_empty, &EmptyState::actedSecond, this, &EventsView::sourcesRequested);
    connect(m_empty, &EmptyState::suggestionChosen, this, &EventsView::suggestionChosen);
    connect(&m_model, &EventTableModel::failed, this, [this](const Error &error) {
        m_strip->show(MessageStrip::Kind::Error, error.message, tr("Try again"));
    });
    connect(m_strip, &MessageStrip::acted, this, [this] {
        m_strip->hide();
        m_model.retry();
    });
    connect(m_copier, &RowCopier::failed, this,
            [this](const Error &error) { Q_EMIT message(error.message); });
    connect(m_copier, &RowCopier::copied, this, [this](int rows, int escaped) {
        const QString copied = tr("%Ln row(s) copied.", nullptr, rows);
        Q_EMIT message(escaped == 0
                           ? copied
                           : inSequence(copied,
                                        tr("%Ln cell(s) that look like formulas were prefixed with '.",
                                           nullptr, escaped)));
    });
    updateState();
}

EventsView::~EventsView() = default;

void EventsView::build()
{
    setObjectName("eventsView"_L1);
    setFocusProxy(m_table);
    auto *tableLayout = new QVBoxLayout(m_tablePage);
    tableLayout->setContentsMargins({});
    tableLayout->setSpacing(0);
    tableLayout->addWidget(m_table, 1);
    tableLayout->addWidget(m_strip); // below the rows, which it must not move
    tableLayout->addWidget(m_slowSort);
    tableLayout->addWidget(m_findBar);
    m_slowSort->setObjectName("slowSort"_L1);
    new ScrollPlace(*m_table, m_model);
    m_empty->setObjectName("eventsEmpty"_L1);
    setLayout(m_pages);
    m_pages->setContentsMargins({});
    m_pages->addWidget(m_tablePage);
    m_pages->addWidget(m_empty);

    setTabOrder(m_table, m_pill);
}

void EventsView::settle()
{
    m_place->settle();
}

void EventsView::setOutdated(bool isOutdated)
{
    m_table->setOutdated(isOutdated);
}

void EventsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updatePill();
}

std::vector<RowId> EventsView::rowsToFind() const
{
    std::vector<RowId> rows;
    for (const RowId row : {currentEvent(), m_model.rowId(m_table->verticalScrollBar()->value())}) {
        if (row)
            rows.push_back(row);
    }
    return rows;
}

RowId EventsView::currentEvent() const
{
    return m_place->current();
}

void EventsView::announceSelection()
{
    const qint64 count = m_model.snapshot() ? selectedRowCount() : 0;
    if (std::exchange(m_selectedCount, count) != count)
        Q_EMIT selectedCountChanged(count);
}

std::vector<Column> EventsView::columns() const
{
    return m_columns->columns();
}

void EventsView::setColumns(const std::vector<Column> &columns)
{
    m_columns->setColumns(columns);
}

void EventsView::setSortOrder(const SortOrder &order)
{
    m_columns->setSortOrder(order);
}

SortOrder EventsView::sortOrder() const
{
    return m_columns->sortOrder();
}

int EventsView::frozenColumns() const
{
    return m_table->frozenColumns()->count();
}

void EventsView::setFrozenColumns(int count)
{
    m_table->frozenColumns()->setCount(count);
}

void EventsView::setDisplayZone(const QTimeZone &zone)
{
    m_model.setDisplayZone(zone);
}

void EventsView::setTimeDisplay(const TimeDisplay &display, UtcMicros now)
{
    m_model.setTimeDisplay(display, now);
}

void EventsView::setDensity(RowDensity density)
{
    m_table->setDensity(density);
}

QMap<QString, int> EventsView::columnWidths() const
{
    return m_columns->fitter().chosen();
}

void EventsView::setColumnWidths(const QMap<QString, int> &widths)
{
    m_columns->fitter().setChosen(widths);
}

std::shared_ptr<const ResultRows> EventsView::selectedRows() const
{
    if (m_model.isAllSelected())
        return m_model.snapshot();
    std::vector<PlaceRange> ranges;
    for (const auto &[first, last] : m_table->selectedRanges())
        ranges.push_back({static_cast<std::size_t>(first), static_cast<std::size_t>(last - first) + 1});
    return std::make_shared<const RowRanges>(m_model.snapshot(), std::move(ranges));
}

qint64 EventsView::selectedRowCount() const
{
    if (m_model.isAllSelected())
        return static_cast<qint64>(m_model.snapshot()->size());
    qint64 count = 0;
    for (const auto &[first, last] : m_table->selectedRanges())
        count += last - first + 1;
    return count;
}

void EventsView::chooseColumns()
{
    m_columns->openDialog();
}

void EventsView::goToRow(std::size_t place)
{
    if (m_model.rowCount() > 0)
        m_table->goToRow(static_cast<int>(std::min(place, static_cast<std::size_t>(m_model.rowCount() - 1))));
}

void EventsView::showCurrentEvent()
{
    if (const QModelIndex current = m_table->currentIndex(); current.isValid())
        m_table->scrollTo(current);
}

void EventsView::selectAll()
{
    m_table->selectAll();
}

} // namespace Trailglass

#include "moc_eventsview.cpp"
