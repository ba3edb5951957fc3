// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "models/table/eventtablemodel.h"
#include "models/table/relatedqueries.h"
#include "views/common/filterintent.h"
#include "views/events/eventactions.h"
#include "views/events/eventtable.h"

#include <QMap>
#include <QWidget>

#include <optional>

class QStackedLayout;

namespace Trailglass {

class ColumnController;
class EmptyState;
class FindBar;
class MarkChoice;
class MessageStrip;
class NewEventsPill;
class PositionRestorer;
class RecordWriter;
class RowCopier;
class TableFinder;
class TableMenu;

/// The events of the current result: a table that keeps the scroll position while events arrive.
///
/// Says it is reading until the first result. Knows no engine: results come in through setResult(), requests
/// go out as signals.
/// \thread GUI
class EventsView : public QWidget
{
    Q_OBJECT

public:
    /// \param fetcher  outlives the view
    explicit EventsView(RecordFetcher &fetcher, QWidget *parent = nullptr);
    ~EventsView() override;

    /// Shows a result.
    ///
    /// Another request's result comes at once; the current row, the selection (up to 1,000 rows) and their
    /// place on the screen are found again as far as the events are in it. Without the current event it stays
    /// current until settle(), and is found again in a later result unless another was chosen by then. A
    /// newer result of the same request comes at once when the reader is at the top with at most the first
    /// row selected; else a pill offers it and nothing moves. Null: the view says it is reading.
    /// \param isRefresh  the same request again, over newer data
    void setResult(ResultPointer snapshot, bool isRefresh);
    /// Shows more of the result shown, or of a new one: what was shown since setResult() stays where it is,
    /// and rows follow it.
    /// \param snapshot  begins with the rows of the last call
    void continueResult(ResultPointer snapshot);
    /// Says why there is no result, in place of the events; until the next result.
    void setProblem(const Error &error);
    /// Says more of a result without events: why there are none, and what finds some. Until the next result.
    /// \param suggestions  sentences to click, see suggestionChosen()
    /// \param sourcesAction  caption of a button that asks for the sources, see sourcesRequested(); empty: none
    void setEmptyResultHelp(const QString &text, const QStringList &suggestions,
                            const QString &sourcesAction = {});
    /// No more results are about to come, as while a filter is typed: an event that is not in the result is
    /// no longer current.
    void settle();
    /// The rows shown are not the result of what was requested last: they are painted more faintly.
    void setOutdated(bool isOutdated);
    /// Says that rows come only after the whole search because of the sort order, and offers another; or
    /// takes it back.
    void showSlowSort(bool isSlow);

    /// Whether the pill offers a newer result.
    [[nodiscard]] bool hasWaitingResult() const { return m_waiting != nullptr; }

    /// In the order they stand on the screen; as defaultColumns() until set. None: nothing happens.
    [[nodiscard]] std::vector<Column> columns() const;
    void setColumns(const std::vector<Column> &columns);

    /// What the header shows; requests nothing.
    void setSortOrder(const SortOrder &order);
    [[nodiscard]] SortOrder sortOrder() const;

    /// How many columns stay while the others are scrolled sideways.
    [[nodiscard]] int frozenColumns() const;
    void setFrozenColumns(int count);

    void setDisplayZone(const QTimeZone &zone);
    /// \param now  what relative times count from
    void setTimeDisplay(const TimeDisplay &display, UtcMicros now);
    void setDensity(RowDensity density);

    /// Pixels by column title, of columns that are not shown now as well.
    [[nodiscard]] QMap<QString, int> columnWidths() const;
    void setColumnWidths(const QMap<QString, int> &widths);

    /// In the order of the table; every row of the result when all are selected.
    /// \pre there is a result
    [[nodiscard]] std::shared_ptr<const ResultRows> selectedRows() const;
    [[nodiscard]] qint64 selectedRowCount() const;
    /// The events that the next result is searched for to keep the reader's place: the current one and the first in
    /// sight.
    [[nodiscard]] std::vector<RowId> rowsToFind() const;
    /// The event that is inspected. None: no row was chosen.
    [[nodiscard]] RowId currentEvent() const;

    /// How the table shows what is in it.
    [[nodiscard]] TableMenu &tableMenu() { return *m_tableMenu; }
    /// Finds texts without filtering.
    [[nodiscard]] TableFinder &finder() { return *m_finder; }
    [[nodiscard]] const EventActions &actions() const { return m_actions; }
    /// Marks the selected events.
    [[nodiscard]] MarkChoice &marks() { return *m_marks; }
    [[nodiscard]] EventTableModel &model() { return m_model; }

public Q_SLOTS:
    /// Adds a column after the others, unless it is there.
    /// \param place  a field's canonical name or an `@path`; of what is neither, message() says so
    void addColumn(const QString &place);
    void chooseColumns();
    /// As a click on the header would: newest first.
    void sortByTime();
    void copyRows();
    void selectAll();
    /// Makes the row at \a place the current one; the last one where there are not so many.
    void goToRow(std::size_t place);
    /// Makes the row \a by further down the current one, the first or the last one at the ends; the first one where none
    /// was. Nothing happens out of sight.
    void stepRow(int by);
    /// Shows the result the pill offers.
    void showNewEvents();
    /// Scrolls to the current row, where the table became too low for it.
    void showCurrentEvent();

Q_SIGNALS:
    void sortRequested(const Trailglass::SortOrder &order);
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);
    /// The events of a filter are to be shown in place of the result.
    void replaceRequested(const Trailglass::Filter::NodePointer &filter);
    /// Every event around this time is to be shown.
    void aroundRequested(Trailglass::UtcMicros time);
    void clearFilterRequested();
    /// \param number  in the list of setEmptyResultHelp()
    void suggestionChosen(int number);
    /// The sources that setEmptyResultHelp() is about are to be shown.
    void sourcesRequested();
    /// How many rows are selected now.
    void selectedCountChanged(qint64 count);
    /// None when there is no current event any more.
    void currentEventChanged(Trailglass::RowId id);
    /// Whether the current event is not in the result, where it stays current until settle().
    void currentEventHeld(bool isHeld);
    /// The user chose the current event; where it became current otherwise, as for a menu, nothing is to open.
    void eventChosen();
    /// Two events are to be shown side by side.
    void compareRequested(Trailglass::RowId one, Trailglass::RowId other);
    /// The current event is to be read in full: Enter, a double-click.
    void inspectRequested();
    /// A passing remark, e.g. how many rows were copied.
    void message(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectActions();
    void keepWaiting(ResultPointer snapshot);
    void showSnapshot(ResultPointer snapshot, bool isRefresh);
    void updateState();
    void showNoMatch(const QString &text, const QString &sourcesAction = {});
    void updatePill();
    void announceSelection();
    void updateActions();
    void showCellMenu(const QPoint &position);
    void copyCellText(const QString &text);
    void copyValue();
    void copyAs(std::unique_ptr<RecordWriter> writer);
    void requestFilter(FilterEdit request);
    void requestRelated(Relation relation);
    [[nodiscard]] Filter::NodePointer relatedFilter(Relation relation) const;
    [[nodiscard]] std::vector<std::pair<int, int>> copiedRanges() const;
    [[nodiscard]] qint64 copiedRowCount() const;
    /// The event of the current row, if it is in memory.
    [[nodiscard]] const EventRecord *currentRecord() const;

    EventTableModel m_model;
    EventTable *m_table;
    EventActions m_actions;
    TableMenu *m_tableMenu;
    MarkChoice *m_marks;
    PositionRestorer *m_place;
    ColumnController *m_columns;
    RowCopier *m_copier;
    MessageStrip *m_strip;
    MessageStrip *m_slowSort;
    FindBar *m_findBar;
    TableFinder *m_finder;
    QStackedLayout *m_pages;
    QWidget *m_tablePage;
    EmptyState *m_empty;
    NewEventsPill *m_pill;
    ResultPointer m_waiting;
    int m_waitingNew = 0; ///< rows of m_waiting that came after what is shown
    std::optional<Error> m_problem; ///< why there is no result
    qint64 m_selectedCount = 0; ///< announced last
};

} // namespace Trailglass
