// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/query/sortorder.h"
#include "models/table/jsonwriter.h"
#include "models/table/markdownwriter.h"
#include "models/table/relatedqueries.h"
#include "models/table/tablecolumns.h"
#include "models/table/tsvwriter.h"
#include "models/table/valuewriter.h"
#include "views/events/cellterm.h"
#include "views/events/columncontroller.h"
#include "views/events/columnfitter.h"
#include "views/events/comparisonchoice.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"
#include "views/events/rowcopier.h"
#include "views/events/tablemenu.h"
#include "views/evidence/markchoice.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <array>

// What the view's actions do.

namespace Trailglass {

namespace {

struct RelatedAction
{
    QAction *action;
    Relation relation;
};

/// Those that lead to related events.
std::array<RelatedAction, 5> relatedActions(const EventActions &actions)
{
    return {{{actions.sameActor, Relation::Actor},
             {actions.sameIdentity, Relation::Identity},
             {actions.sameTarget, Relation::Target},
             {actions.sameTargetName, Relation::TargetName},
             {actions.sameCorrelation, Relation::Correlation}}};
}

} // namespace

void EventsView::connectActions()
{
    const auto on = [this](QAction *action, auto act) {
        connect(action, &QAction::triggered, this, act);
    };
    on(m_actions.copyRows, [this] { copyRows(); });
    on(m_actions.copyMarkdown, [this] { copyAs(std::make_unique<MarkdownWriter>(columns())); });
    on(m_actions.copyJson, [this] { copyAs(std::make_unique<JsonWriter>(copiedRowCount())); });
    on(m_actions.copyNdjson, [this] { copyAs(std::make_unique<NdjsonWriter>()); });
    on(m_actions.copyValue, [this] { copyValue(); });
    on(m_actions.copyTerm, [this] {
        if (const auto term = cellTerm(m_table->currentIndex()))
            copyCellText(term->text());
    });
    on(m_actions.selectAll, [this] { selectAll(); });
    on(m_actions.onlyThis, [this] { requestFilter(FilterEdit::Only); });
    on(m_actions.include, [this] { requestFilter(FilterEdit::Include); });
    on(m_actions.exclude, [this] { requestFilter(FilterEdit::Exclude); });
    on(m_actions.aroundTime, [this] {
        if (const EventRecord *record = currentRecord())
            Q_EMIT aroundRequested(record->event.created);
    });
    for (const RelatedAction &each : relatedActions(m_actions))
        on(each.action, [this, relation = each.relation] { requestRelated(relation); });
    on(m_actions.inspect, [this] { Q_EMIT inspectRequested(); });
    on(m_actions.sortRising, [this] { m_columns->sortBy(m_table->currentIndex().column(), false); });
    on(m_actions.sortFalling, [this] { m_columns->sortBy(m_table->currentIndex().column(), true); });
    on(m_actions.addToSorting, [this] { m_columns->addToSorting(m_table->currentIndex().column()); });
    on(m_actions.wider, [this] { m_columns->widen(m_table->currentIndex().column(), 1); });
    on(m_actions.narrower, [this] { m_columns->widen(m_table->currentIndex().column(), -1); });
    on(m_actions.defaultWidths, [this] { m_columns->fitter().reset(); });
    on(m_actions.defaultColumns, [this] { m_columns->setColumns(defaultTableColumns()); });
    on(m_actions.fitColumn, [this] { m_columns->fitter().fit(m_table->currentIndex().column()); });
    on(m_actions.hideColumn, [this] { m_columns->hide(m_table->currentIndex().column()); });
    on(m_actions.chooseColumns, [this] { chooseColumns(); });
    on(m_actions.showNew, [this] { showNewEvents(); });
    const auto *comparison =
        new ComparisonChoice(*m_table, m_model, {m_actions.compare, m_actions.rememberEvent}, this);
    connect(comparison, &ComparisonChoice::chosen, this, &EventsView::compareRequested);
    connect(comparison, &ComparisonChoice::message, this, &EventsView::message);
}

void EventsView::sortByTime()
{
    Q_EMIT sortRequested(defaultSortOrder());
}

void EventsView::stepRow(int by)
{
    if (!m_table->isVisible() || m_model.rowCount() == 0)
        return;
    const QModelIndex current = m_table->currentIndex();
    m_table->chooseRow(std::clamp(current.isValid() ? current.row() + by : 0, 0, m_model.rowCount() - 1));
}

void EventsView::updateActions()
{
    const bool hasCurrent = m_table->currentIndex().isValid();
    for (QAction *action : {m_actions.aroundTime, m_actions.inspect, m_actions.copyValue, m_actions.copyTerm,
                            m_actions.onlyThis, m_actions.include, m_actions.exclude, m_actions.sortRising,
                            m_actions.sortFalling, m_actions.addToSorting, m_actions.wider,
                            m_actions.narrower, m_actions.fitColumn, m_actions.hideColumn})
        action->setEnabled(hasCurrent);
    for (const RelatedAction &each : relatedActions(m_actions))
        each.action->setEnabled(hasCurrent);
    for (QAction *action : {m_actions.copyRows, m_actions.copyMarkdown, m_actions.copyJson,
                            m_actions.copyNdjson, m_actions.selectAll})
        action->setEnabled(m_model.rowCount() > 0);
}

void EventsView::showCellMenu(const QPoint &position)
{
    const QModelIndex index = m_table->currentIndex();
    const bool hasTerm = cellTerm(index).has_value();
    updateActions();
    for (QAction *action : {m_actions.onlyThis, m_actions.include, m_actions.exclude, m_actions.copyTerm})
        action->setEnabled(hasTerm);
    m_actions.aroundTime->setEnabled(currentRecord());
    for (const RelatedAction &each : relatedActions(m_actions))
        each.action->setEnabled(relatedFilter(each.relation) != nullptr);
    QMenu *menu = m_actions.cellMenu(m_table, m_marks->menu(), m_tableMenu);
    // What holds for this cell alone must not disable a shortcut on the next.
    connect(menu, &QMenu::aboutToHide, this, &EventsView::updateActions);
    const QRect cell = m_table->visualRect(index);
    const bool isOnCell = cell.contains(position) || !index.isValid();
    menu->popup(m_table->viewport()->mapToGlobal(isOnCell ? position : cell.center()));
}

void EventsView::requestFilter(FilterEdit request)
{
    if (const auto term = cellTerm(m_table->currentIndex()))
        Q_EMIT filterRequested(request, term->field, term->value);
}

const EventRecord *EventsView::currentRecord() const
{
    return m_table->currentIndex().isValid() ? m_model.record(m_table->currentIndex().row()) : nullptr;
}

/// Of the current event. Null where it is not related to others in that way, or not all of it is in memory.
Filter::NodePointer EventsView::relatedFilter(Relation relation) const
{
    const QModelIndex current = m_table->currentIndex();
    const EventRecord *record = current.isValid() ? m_model.wholeRecord(current.row()) : nullptr;
    if (!record)
        return nullptr;
    const std::vector<RelatedQuery> queries = relatedQueries(*record);
    const auto found = std::ranges::find(queries, relation, &RelatedQuery::relation);
    return found == queries.end() ? nullptr : found->filter;
}

void EventsView::requestRelated(Relation relation)
{
    if (const Filter::NodePointer filter = relatedFilter(relation))
        Q_EMIT replaceRequested(filter);
}

void EventsView::addColumn(const QString &place)
{
    const auto columns = parseColumns(place);
    if (columns)
        m_columns->append(columns->front());
    else
        Q_EMIT message(columns.error().message);
}

void EventsView::copyCellText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT message(tr("Copied."));
}

void EventsView::copyValue()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    if (const auto value = m_model.value(index))
        return copyCellText(toQString(*value));
    // Not in memory, or not all of it.
    const Column &column = m_model.columns()[static_cast<std::size_t>(index.column())];
    m_copier->copy(m_model.snapshot(), {RowCopier::Row{static_cast<std::size_t>(index.row())}},
                   std::make_unique<ValueWriter>(column));
}

void EventsView::copyRows()
{
    copyAs(std::make_unique<TsvWriter>(columns()));
}

/// What is selected; the current row where nothing is.
std::vector<std::pair<int, int>> EventsView::copiedRanges() const
{
    auto ranges = m_table->selectedRanges();
    if (const QModelIndex current = m_table->currentIndex(); ranges.empty() && current.isValid())
        ranges.emplace_back(current.row(), current.row());
    return ranges;
}

qint64 EventsView::copiedRowCount() const
{
    qint64 count = 0;
    for (const auto &[first, last] : copiedRanges())
        count += last - first + 1;
    return count;
}

void EventsView::copyAs(std::unique_ptr<RecordWriter> writer)
{
    const qint64 count = copiedRowCount();
    if (count > RowCopier::MaxRows) {
        Q_EMIT message(
            tr("%1 rows are too many for the clipboard (maximum: %2). Export them to a file instead.")
                .arg(locale().toString(count), locale().toString(RowCopier::MaxRows)));
        return;
    }
    std::vector<RowCopier::Row> rows;
    rows.reserve(static_cast<std::size_t>(count));
    for (const auto &[first, last] : copiedRanges()) {
        for (int row = first; row <= last; ++row) {
            const EventRecord *record = writer->needsRaw() ? nullptr : m_model.wholeRecord(row);
            rows.push_back({static_cast<std::size_t>(row), record ? std::optional(*record) : std::nullopt});
        }
    }
    if (rows.empty())
        Q_EMIT message(tr("Select the rows to copy first."));
    else
        m_copier->copy(m_model.snapshot(), std::move(rows), std::move(writer));
}

} // namespace Trailglass
