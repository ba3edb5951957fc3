// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "models/table/eventtablemodel.h"
#include "views/common/filterintent.h"
#include "views/events/eventactions.h"

#include <QMap>
#include <QWidget>

#include <optional>

class QPushButton;
class QStackedLayout;

namespace Trailglass {

class ColumnController;
class EmptyState;
class EventTable;
class MessageStrip;
class RecordWriter;
class RowCopier;

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
    /// Another question's result comes at once; the current row, the selection (up to 1,000 rows) and their
    /// place on the screen are found again as far as the events are in it. A newer result to the same
    /// question comes at once when the reader is at the top with at most the first row selected; else a pill
    /// offers it and nothing moves. Null: the view says it is reading.
    /// \param isRefresh  the same question again, over newer data
    void setResult(ResultPointer snapshot, bool isRefresh);
    /// Shows more of the result shown, or of a new one: what was shown since setResult() stays where it is,
    /// and rows follow it.
    /// \param snapshot  begins with the rows of the last call
    void continueResult(ResultPointer snapshot);
    /// Says why there is no result, in place of the events; until the next result.
    void setProblem(const Error &error);
    /// Whether the pill offers a newer result.
    [[nodiscard]] bool hasWaitingResult() const { return m_waiting != nullptr; }

    /// In the order they stand on the screen; as defaultColumns() until set. None: nothing happens.
    [[nodiscard]] std::vector<Column> columns() const;
    void setColumns(const std::vector<Column> &columns);
    /// Adds a column after the others, unless it is there.
    void addColumn(const Column &column);

    /// What the header shows; requests nothing.
    void setSortOrder(const SortOrder &order);
    [[nodiscard]] SortOrder sortOrder() const;

    void setDisplayZone(const QTimeZone &zone);

    /// Pixels by column title, of columns that are not shown now as well.
    [[nodiscard]] QMap<QString, int> columnWidths() const;
    void setColumnWidths(const QMap<QString, int> &widths);

    /// In the order of the table; every row of the result when all are selected.
    /// \pre there is a result
    [[nodiscard]] std::shared_ptr<const ResultRows> selectedRows() const;
    [[nodiscard]] qint64 selectedRowCount() const;
    /// None: no current row.
    [[nodiscard]] RowId currentEvent() const { return m_current; }

    [[nodiscard]] const EventActions &actions() const { return m_actions; }
    [[nodiscard]] EventTableModel &model() { return m_model; }

public Q_SLOTS:
    void chooseColumns();
    void copyRows();
    void selectAll();
    /// Shows the result the pill offers.
    void showNewEvents();

Q_SIGNALS:
    void sortRequested(const Trailglass::SortOrder &order);
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);
    void clearFilterRequested();
    /// None when there is no current row any more.
    void currentEventChanged(Trailglass::RowId id);
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
    void updatePill();
    void announceCurrent();
    void updateActions();
    void showCellMenu(const QPoint &position);
    void copyCellText(const QString &text);
    void copyValue();
    void copyAs(std::unique_ptr<RecordWriter> writer);
    void requestFilter(FilterEdit edit);

    EventTableModel m_model;
    EventTable *m_table;
    EventActions m_actions;
    ColumnController *m_columns;
    RowCopier *m_copier;
    MessageStrip *m_strip;
    QStackedLayout *m_pages;
    QWidget *m_tablePage;
    EmptyState *m_empty;
    QPushButton *m_pill;
    ResultPointer m_waiting;
    int m_waitingNew = 0; ///< rows of m_waiting that came after what is shown
    std::optional<Error> m_problem; ///< why there is no result
    RowId m_current;
};

} // namespace Trailglass
