// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/columncontroller.h"

#include "models/core/text.h"
#include "models/query/sortorder.h"
#include "models/table/eventtablemodel.h"
#include "views/events/columnsdialog.h"
#include "views/events/columnwidths.h"
#include "views/events/eventtable.h"
#include "views/events/readingplace.h"
#include "views/events/sortclicks.h"
#include "views/events/sortheader.h"

#include <QGuiApplication>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// What Wider and Narrower change a width by.
constexpr int CharactersPerStep = 4;

Filter::FieldReference fieldOf(const Column &column)
{
    return std::visit([](const auto &place) { return Filter::FieldReference(place); }, column.place);
}

} // namespace

ColumnController::ColumnController(EventTable &table, EventTableModel &events, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_events(events)
{
    SortHeader *header = table.sortHeader();
    connect(header, &QHeaderView::sectionClicked, this, [this](int section) {
        clickSort(section, QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
    });
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_isApplying || width == 0 || section >= m_events.columnCount())
            return;
        m_widths.insert(toQString(columnAt(section).title), width);
    });
    connect(header, &QWidget::customContextMenuRequested, this, &ColumnController::showHeaderMenu);
    setSortOrder(defaultSortOrder());
    applyWidths();
}

const Column &ColumnController::columnAt(int section) const
{
    return m_events.columns()[static_cast<std::size_t>(section)];
}

std::vector<Column> ColumnController::columns() const
{
    return m_table.columnsInSight();
}

void ColumnController::setColumns(const std::vector<Column> &columns)
{
    if (columns.empty() || columns == this->columns())
        return;
    const ReadingPlace place = readingPlace(m_table, m_events);
    {
        const QScopedValueRollback applying(m_isApplying, true);
        m_events.setColumns(columns);
        SortHeader *header = m_table.sortHeader();
        for (int section = 0; section < header->count(); ++section)
            header->moveSection(header->visualIndex(section), section);
    }
    applyWidths();
    restoreReadingPlace(place, WithoutCurrent::KeepTopRow, m_table, m_events);
}

void ColumnController::append(const Column &column)
{
    std::vector<Column> wanted = columns();
    if (std::ranges::find(wanted, column) == wanted.end())
        wanted.push_back(column);
    setColumns(wanted);
}

void ColumnController::hide(int section)
{
    std::vector<Column> wanted = columns();
    if (wanted.size() < 2 || section < 0 || section >= m_events.columnCount())
        return;
    wanted.erase(wanted.begin() + m_table.sortHeader()->visualIndex(section));
    setColumns(wanted);
}

void ColumnController::openDialog()
{
    auto *dialog = new ColumnsDialog(columns(), m_table.window());
    connect(dialog, &ColumnsDialog::chosen, this, &ColumnController::setColumns);
    dialog->open();
}

void ColumnController::setSortOrder(const SortOrder &order)
{
    m_order = order.empty() ? defaultSortOrder() : order;
    m_table.sortHeader()->setSortOrder(m_order);
}

bool ColumnController::canSort(int section)
{
    if (section < 0 || section >= m_events.columnCount())
        return false;
    if (fieldOf(columnAt(section)) != Filter::FieldReference(Field::Raw))
        return true;
    Q_EMIT message(tr("“raw” cannot be sorted. Add a path as a column, such as @details.new_value."));
    return false;
}

void ColumnController::sortBy(int section, bool descending)
{
    if (canSort(section))
        request({{fieldOf(columnAt(section)), descending}});
}

void ColumnController::clickSort(int section, bool adds)
{
    if (canSort(section))
        request(sortAfterClick(m_order, fieldOf(columnAt(section)), adds));
}

void ColumnController::addToSorting(int section)
{
    clickSort(section, true);
}

void ColumnController::widen(int section, int steps)
{
    if (section < 0 || section >= m_events.columnCount())
        return;
    SortHeader *header = m_table.sortHeader();
    const int step = CharactersPerStep * m_table.fontMetrics().averageCharWidth();
    header->resizeSection(
        section, std::max(header->sectionSize(section) + steps * step, header->minimumSectionSize()));
}

void ColumnController::request(const SortOrder &order)
{
    setSortOrder(order);
    Q_EMIT sortRequested(m_order);
}

void ColumnController::setWidths(const QMap<QString, int> &widths)
{
    m_widths = widths;
    applyWidths();
}

void ColumnController::applyWidths()
{
    const QScopedValueRollback applying(m_isApplying, true);
    SortHeader *header = m_table.sortHeader();
    for (int section = 0; section < m_events.columnCount(); ++section) {
        const Column &column = columnAt(section);
        const int remembered = m_widths.value(toQString(column.title));
        const QString title = m_events.headerData(section, Qt::Horizontal).toString();
        header->resizeSection(
            section, remembered > 0 ? remembered : usualColumnWidth(column, title, m_table.fontMetrics()));
    }
}

void ColumnController::showHeaderMenu(const QPoint &position)
{
    const int section = m_table.sortHeader()->logicalIndexAt(position);
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName("headerMenu"_L1);
    const auto add = [this, menu](const QString &text, QLatin1StringView name, auto act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    if (section >= 0) {
        add(tr("Sort &ascending"), "headerSortRising"_L1, [this, section] { sortBy(section, false); });
        add(tr("Sort &descending"), "headerSortFalling"_L1, [this, section] { sortBy(section, true); });
        add(tr("Add &to sort order"), "headerAddToSorting"_L1, [this, section] { addToSorting(section); });
        menu->addSeparator();
        add(tr("&Hide this column"), "headerHide"_L1, [this, section] {
            hide(section);
        })->setEnabled(m_events.columnCount() > 1);
        menu->addSeparator();
    }
    add(tr("&Reset column widths"), "headerUsualWidths"_L1, [this] { setWidths({}); });
    add(tr("Default co&lumns"), "headerDefaultColumns"_L1, [this] { setColumns(defaultColumns()); });
    add(tr("&Columns…"), "headerColumns"_L1, [this] { openDialog(); });
    menu->popup(m_table.sortHeader()->viewport()->mapToGlobal(position));
}

} // namespace Trailglass
