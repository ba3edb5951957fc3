// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/columnfitter.h"

#include "models/core/text.h"
#include "models/table/eventtablemodel.h"
#include "views/events/eventtable.h"
#include "views/events/sortheader.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace Trailglass {

namespace {

/// Of ten cells nine are whole where room is short: one long name must not take that of all others.
constexpr std::size_t ShownWhole = 9;
constexpr std::size_t OutOf = 10;

} // namespace

ColumnFitter::ColumnFitter(EventTable &table, EventTableModel &events, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_events(events)
{
    connect(table.sortHeader(), &QHeaderView::sectionResized, this,
            [this](int section, int, int width) { keepChosen(section, width); });
    connect(&table, &EventTable::resized, this, [this] { share(0); });
    connect(&events, &EventTableModel::dataChanged, this, &ColumnFitter::measure);
    connect(&events, &EventTableModel::headerDataChanged, this, &ColumnFitter::measureTimes);
    // A table lays itself out once more while its window ends, when the model is gone.
    connect(&events, &QObject::destroyed, this, [this] {
        disconnect(&m_table, nullptr, this, nullptr);
        disconnect(m_table.sortHeader(), nullptr, this, nullptr);
    });
    apply();
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

/// Once for each column, from the first rows that are here.
void ColumnFitter::measure()
{
    bool isNew = false;
    for (int section = 0; section < m_events.columnCount(); ++section) {
        if (m_measured.contains(titleOf(section)))
            continue;
        const std::vector<int> widths = m_table.cellWidths(section);
        if (widths.empty())
            return;
        m_measured.insert(titleOf(section),
                          {widths[(widths.size() - 1) * ShownWhole / OutOf], widths.back()});
        isNew = true;
    }
    if (isNew)
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
        return {width, width, false};
    }
    const Column &column = m_events.columns()[static_cast<std::size_t>(section)];
    const QString title = m_events.headerData(section, Qt::Horizontal).toString();
    return columnDemand(column, title, m_measured.value(titleOf(section)), m_table.fontMetrics());
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
