// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/columncontroller.h"

#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/query/sortorder.h"
#include "models/table/eventtablemodel.h"
#include "models/table/tablecolumns.h"
#include "views/events/columnfitter.h"
#include "views/events/columnsdialog.h"
#include "views/events/eventtable.h"
#include "views/events/frozencolumns.h"
#include "views/events/readingplace.h"
#include "views/events/sortclicks.h"
#include "views/events/sortheader.h"

#include <QGuiApplication>
#include <QMenu>

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

ColumnController::ColumnController(EventTable &table, EventTableModel &events, QMenu &tableMenu,
                                   QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_events(events)
    , m_tableMenu(tableMenu)
    , m_fitter(new ColumnFitter(table, events, this))
{
    SortHeader *header = table.sortHeader();
    connect(header, &QHeaderView::sectionClicked, this, [this](int section) {
        clickSort(section, QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
    });
    for (SortHeader *each : {header, table.frozenColumns()->header()}) {
        connect(each, &QWidget::customContextMenuRequested, this, [this, each](const QPoint &position) {
            showHeaderMenu(each->logicalIndexAt(position), each->viewport()->mapToGlobal(position));
        });
    }
    setSortOrder(defaultSortOrder());
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
    m_fitter->setPaused(true);
    m_events.setColumns(columns);
    SortHeader *header = m_table.sortHeader();
    for (int section = 0; section < header->count(); ++section)
        header->moveSection(header->visualIndex(section), section);
    m_fitter->setPaused(false);
    m_fitter->apply();
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
    m_table.setSortOrder(m_order);
}

bool ColumnController::canSort(int section)
{
    if (section < 0 || section >= m_events.columnCount())
        return false;
    const Filter::FieldReference field = fieldOf(columnAt(section));
    if (!Filter::canBeCounted(field)) {
        Q_EMIT message(Filter::notCountable(field).message);
        return false;
    }
    if (field != Filter::FieldReference(Field::Raw))
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
    m_fitter->widen(section, steps * CharactersPerStep * m_table.fontMetrics().averageCharWidth());
}

void ColumnController::request(const SortOrder &order)
{
    setSortOrder(order);
    Q_EMIT sortRequested(m_order);
}

namespace {

/// An entry of the header's menu.
template <class Act>
QAction *addEntry(QMenu &menu, QLatin1StringView name, const QString &text, QObject *context, Act act)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(name);
    QObject::connect(action, &QAction::triggered, context, act);
    return action;
}

} // namespace

/// \param section  as the model counts; -1 after the last column
void ColumnController::showHeaderMenu(int section, const QPoint &onScreen)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName("headerMenu"_L1);
    if (section >= 0)
        addColumnEntries(*menu, section);
    addEntry(*menu, "headerUsualWidths"_L1, tr("&Reset column widths"), this, [this] { m_fitter->reset(); });
    addEntry(*menu, "headerDefaultColumns"_L1, tr("Default co&lumns"), this,
             [this] { setColumns(defaultTableColumns()); });
    addEntry(*menu, "headerColumns"_L1, tr("&Columns…"), this, [this] { openDialog(); });
    menu->addSeparator();
    menu->addMenu(&m_tableMenu);
    menu->popup(onScreen);
}

void ColumnController::addColumnEntries(QMenu &menu, int section)
{
    addEntry(menu, "headerSortRising"_L1, tr("Sort &ascending"), this,
             [this, section] { sortBy(section, false); });
    addEntry(menu, "headerSortFalling"_L1, tr("Sort &descending"), this,
             [this, section] { sortBy(section, true); });
    addEntry(menu, "headerAddToSorting"_L1, tr("Add t&o sort order"), this,
             [this, section] { addToSorting(section); });
    menu.addSeparator();
    addEntry(menu, "headerFit"_L1, tr("&Fit column to its content"), this,
             [this, section] { m_fitter->fit(section); });
    addEntry(menu, "headerHide"_L1, tr("&Hide this column"), this, [this, section] {
        hide(section);
    })->setEnabled(m_events.columnCount() > 1);
    addFreezing(menu, section);
    menu.addSeparator();
}

void ColumnController::addFreezing(QMenu &menu, int section)
{
    FrozenColumns *frozen = m_table.frozenColumns();
    const int place = m_table.sortHeader()->visualIndex(section) + 1;
    if (frozen->count() == place) {
        addEntry(menu, "headerUnfreeze"_L1, tr("&Unfreeze columns"), this, [frozen] { frozen->setCount(0); });
        return;
    }
    addEntry(menu, "headerFreeze"_L1, tr("Freeze columns &up to this one"), this,
             [frozen, place] { frozen->setCount(place); });
}

} // namespace Trailglass

#include "moc_columncontroller.cpp"
