// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/columnfitter.h"

#include "models/core/text.h"
#include "models/table/eventtablemodel.h"
#include "models/table/tablecolumns.h"
#include "views/events/eventtable.h"
#include "views/events/frozencolumns.h"
#include "views/events/sortheader.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

/// Of ten cells nine are whole where room is short: one long name must not take that of all others.
constexpr std::size_t ShownWhole = 9;
constexpr std::size_t OutOf = 10;
constexpr int LookedAt = 64; ///< rows in sight at most, also before the table has a height

} // namespace

ColumnFitter::ColumnFitter(EventTable &table, EventTableModel &events, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_events(events)
{
    connect(table.sortHeader(), &QHeaderView::sectionResized, this,
            [this](int section, int, int width) { keepChosen(section, width); });
    connect(&table, &EventTable::resized, this, [this] { share(0); });
    connect(&events, &EventTableModel::dataChanged, this, &ColumnFitter::takeRows);
    connect(&events, &EventTableModel::headerDataChanged, this, &ColumnFitter::measureTimes);
    // A table lays itself out once more while its window ends, when the model is gone.
    connect(&events, &QObject::destroyed, this, [this] {
        disconnect(&m_table, nullptr, this, nullptr);
        disconnect(m_table.sortHeader(), nullptr, this, nullptr);
    });
    watchTheHand();
    apply();
}

/// Who works in the table is not to see its columns move.
void ColumnFitter::watchTheHand()
{
    m_table.installEventFilter(this);
    for (QWidget *part : {m_table.viewport(), m_table.verticalHeader()->viewport(),
                          m_table.sortHeader()->viewport(), m_table.frozenColumns()->header()->viewport()})
        part->installEventFilter(this);
    for (const QScrollBar *bar : {m_table.verticalScrollBar(), m_table.horizontalScrollBar()})
        connect(bar, &QAbstractSlider::actionTriggered, this, [this] { m_isExpecting = false; });
    connect(&m_table, &EventTable::rowChosen, this, [this] { m_isExpecting = false; });
}

bool ColumnFitter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        m_isExpecting = false;
    return QObject::eventFilter(watched, event);
}

QString ColumnFitter::titleOf(int section) const
{
    return toQString(m_events.columns()[static_cast<std::size_t>(section)].title);
}

void ColumnFitter::keepChosen(int section, int width)
{
    if (m_isApplying || width == 0 || section >= m_events.columnCount())
        return;
    m_chosen.insert(titleOf(section), width);
    share(m_table.sortHeader()->visualIndex(section) + 1);
}

void ColumnFitter::setChosen(const QMap<QString, int> &widths)
{
    m_chosen = widths;
    share(0);
}

void ColumnFitter::reset()
{
    m_chosen.clear();
    m_measured.clear();
    apply();
}

void ColumnFitter::apply()
{
    measure();
    share(0);
}

void ColumnFitter::expectRows()
{
    m_isExpecting = true;
    m_isOfExpected = false;
    m_fittedRows = -1;
}

void ColumnFitter::stopExpecting()
{
    if (areRowsInSightHere())
        m_isExpecting = false;
}

void ColumnFitter::takeRows()
{
    if (m_isExpecting && areRowsInSightHere())
        fitToResult();
    measure();
}

bool ColumnFitter::areRowsInSightHere() const
{
    const auto [first, end] = m_table.rowsWithin(m_table.viewport()->rect());
    const int last = std::min(end, first + LookedAt);
    for (int row = first; row < last; ++row) {
        if (m_events.index(row, 0).data(EventTableModel::LoadingRole).toBool())
            return false;
    }
    return last > first;
}

/// Otherwise more rows of the result may come into sight by themselves.
bool ColumnFitter::isSightFilled() const
{
    return m_table.isVisible() && m_table.rowsWithin(m_table.viewport()->rect()).second < m_events.rowCount();
}

bool ColumnFitter::isAnyChosen() const
{
    for (int section = 0; section < m_events.columnCount(); ++section) {
        if (m_chosen.contains(titleOf(section)))
            return true;
    }
    return false;
}

/// The first part of a result may be a few rows: as long as it does not fill the table, what is measured of it is measured
/// again with the next part.
void ColumnFitter::fitToResult()
{
    // A title that was clicked is clicked again for the other order: it must not be another one then.
    const bool isInHand = isAnyChosen() || QGuiApplication::mouseButtons() != Qt::NoButton
        || m_table.sortHeader()->viewport()->underMouse()
        || m_table.frozenColumns()->header()->viewport()->underMouse();
    if (isInHand || isSightFilled())
        m_isExpecting = false;
    // The rows of before, with other texts, as when times that are counted from now go on: they are no part that came.
    if (isInHand || m_events.rowCount() == m_fittedRows)
        return;
    QMap<QString, MeasuredCells> now = m_measured; // with those of columns that are not shown
    bool isCut = false;
    for (int section = 0; section < m_events.columnCount(); ++section) {
        const std::optional<MeasuredCells> cells = measured(section);
        if (!cells)
            return;
        isCut = isCut || cells->widest > m_table.columnWidth(section);
        now.insert(titleOf(section), *cells);
    }
    m_fittedRows = m_events.rowCount();
    if (!isCut && !m_isOfExpected)
        return;
    m_isOfExpected = true;
    m_measured = std::move(now);
    share(0);
}

/// From the rows near the top of what is in sight; nothing where none of them is here.
std::optional<MeasuredCells> ColumnFitter::measured(int section) const
{
    const std::vector<int> widths = m_table.cellWidths(section);
    if (widths.empty())
        return std::nullopt;
    const std::size_t whole = (widths.size() * ShownWhole + OutOf - 1) / OutOf; // at least one
    return MeasuredCells{widths[whole - 1], widths.back()};
}

/// Once for each column, from the first rows that are here.
void ColumnFitter::measure()
{
    bool isNew = false;
    for (int section = 0; section < m_events.columnCount(); ++section) {
        if (m_measured.contains(titleOf(section)))
            continue;
        const std::optional<MeasuredCells> cells = measured(section);
        if (!cells)
            return;
        m_measured.insert(titleOf(section), *cells);
        isNew = true;
    }
    if (!isNew)
        return;
    m_isOfExpected = m_isExpecting;
    share(0);
}

/// The zone or the form of times is another, and with it their length.
void ColumnFitter::measureTimes()
{
    for (const Field field : {Field::Created, Field::Received})
        m_measured.remove(toQString(name(field)));
    apply();
}

ColumnDemand ColumnFitter::demandOf(int section, bool isFixed) const
{
    const int chosen = m_chosen.value(titleOf(section));
    if (chosen > 0 || isFixed) {
        const int width = chosen > 0 ? chosen : m_table.columnWidth(section);
        return {width, width, width, width, false};
    }
    const Column &column = m_events.columns()[static_cast<std::size_t>(section)];
    const QString title = m_events.headerData(section, Qt::Horizontal).toString();
    return columnDemand(column, title, m_measured.value(titleOf(section)), m_table.fontMetrics(), minima());
}

MinimumWidths ColumnFitter::minima() const
{
    const std::vector<Column> &together = defaultTableColumns();
    const bool isOther = std::ranges::any_of(m_events.columns(), [&together](const Column &column) {
        return std::ranges::find(together, column) == together.end();
    });
    return isOther ? MinimumWidths::Readable : MinimumWidths::Tight;
}

/// \param firstPlace  on the screen; columns before it keep the width that they have
void ColumnFitter::share(int firstPlace)
{
    const QScopedValueRollback applying(m_isApplying, true);
    SortHeader *header = m_table.sortHeader();
    std::vector<ColumnDemand> demands;
    demands.reserve(static_cast<std::size_t>(header->count()));
    for (int place = 0; place < header->count(); ++place)
        demands.push_back(demandOf(header->logicalIndex(place), place < firstPlace));
    const std::vector<int> widths = sharedWidths(demands, m_table.viewport()->width());
    for (int place = firstPlace; place < header->count(); ++place)
        header->resizeSection(header->logicalIndex(place), widths[static_cast<std::size_t>(place)]);
}

void ColumnFitter::fit(int section)
{
    if (section < 0 || section >= m_events.columnCount())
        return;
    m_table.resizeColumnToContents(section);
}

void ColumnFitter::widen(int section, int change)
{
    if (section < 0 || section >= m_events.columnCount())
        return;
    SortHeader *header = m_table.sortHeader();
    header->resizeSection(section,
                          std::max(header->sectionSize(section) + change, header->minimumSectionSize()));
}

} // namespace Trailglass

#include "moc_columnfitter.cpp"
