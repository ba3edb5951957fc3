// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/query/queryengine.h"
#include "models/table/recordfetcher.h"
#include "models/table/timedisplay.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <vector>

namespace Trailglass {

class RowColouring;

/// The events of one result, as a table of millions of rows of which only the pages in sight are in memory.
///
/// data() never waits: a cell that is not here yet is empty, with LoadingRole, and requests its page. Pages
/// are counted from the last row, so that rows that come in on top leave every page valid. Texts are as
/// visibleText() makes them; the value itself is in ValueRole. A tool tip is the whole cell, as markup that
/// shows it as plain text.
/// \thread GUI
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int RowsPerPage = 128;
    static constexpr int CachedPages = 64;
    /// More rows than a table view can address; the rest is counted, not shown.
    /// \source the row heights of a QTableView are added up in an int; 24 pixels a row leave a margin of four
    static constexpr int MaxRows = 20'000'000;

    enum Role
    {
        LoadingRole = Qt::UserRole, ///< bool: not here yet
        GoneRole, ///< bool: removed since the result was made
        ValueRole, ///< QString: the cell unchanged, or its beginning as value() has none; times as
        ///< formatTime()
        FieldRole, ///< QString: canonical name of the column's field or its `@path`
        RowIdRole, ///< qint64
        OutcomeRole, ///< int of Outcome, of the whole row
        OperationRole, ///< int of Operation, of the whole row
        ColourRole, ///< int: ColourRule::colour of the whole row; invalid: none
        StrongPartRole, ///< QPoint: first character and length of what stands out in a time; invalid elsewhere
        MarkRole, ///< int of MarkColour, of the whole row; invalid: none
        NoteRole, ///< QString: the note on the event, of the whole row, as it was written; invalid: none
    };

    /// \param fetcher  outlives the model
    explicit EventTableModel(RecordFetcher &fetcher, QObject *parent = nullptr);
    ~EventTableModel() override;

    /// Shows another result: a model reset. Null shows none.
    void setSnapshot(ResultPointer snapshot);

    /// Shows a newer result of the same request without losing the reader's place.
    ///
    /// When the rows shown are the end of \a snapshot, the new ones are inserted on top and every index,
    /// selection and page stays.
    /// \returns false, with nothing changed, when they are not
    bool growTo(ResultPointer snapshot);

    [[nodiscard]] const ResultPointer &snapshot() const;

    /// \param columns  at least one
    void setColumns(std::vector<Column> columns);
    [[nodiscard]] const std::vector<Column> &columns() const;

    /// Zone in which times are shown. UTC until set.
    void setDisplayZone(const QTimeZone &zone);
    /// \param now  what relative times count from
    void setTimeDisplay(const TimeDisplay &display, UtcMicros now);
    [[nodiscard]] const TimeDisplay &timeDisplay() const;

    /// Where rows have their colours from; none until set.
    /// \param colouring  outlives the model; null for none
    void setColouring(RowColouring *colouring);

    /// Up to where events were reviewed: rows that came later are new.
    /// \param row  0: nobody has reviewed anything
    void setReviewedRow(RowId row);
    [[nodiscard]] RowId reviewedRow() const;
    /// Whether the event of a row is new. Nothing where it is not at hand, or nobody has reviewed anything. Requests
    /// nothing.
    [[nodiscard]] std::optional<bool> isNew(int row) const;

    /// Ctrl+A: every row of the result is selected, however many, without an index for each.
    /// Any other snapshot ends it; rows that growTo() adds are not part of what the user selected, so it too.
    void setAllSelected(bool all);
    [[nodiscard]] bool isAllSelected() const;

    /// Requests what is not here of the rows \a first … \a end - 1, ahead of whoever shows them.
    void requestRows(int first, int end);
    /// Lets pages be read again that could not be.
    void retry();
    /// Marks and notes may be others: reads again what is in sight, which stays until then.
    void readAgain();

    [[nodiscard]] RowId rowId(int row) const;
    /// Where an event is now. Linear.
    [[nodiscard]] std::optional<int> rowOf(RowId id) const;
    /// The record without raw, when its page is here; null when not, or gone: it requests nothing. Texts that
    /// no cell can show are cut. Valid until control returns to the event loop.
    [[nodiscard]] const EventRecord *record(int row) const;
    /// The same, null also when a text of it is cut.
    [[nodiscard]] const EventRecord *wholeRecord(int row) const;
    /// The whole value of a cell as cellText() gives it; nothing when it is not here, gone, or larger than
    /// what is kept for cells.
    [[nodiscard]] std::optional<std::string> value(const QModelIndex &index) const;

    /// When the event of a row happened, to the second, with the zone; empty when its page is not here.
    /// Requests nothing.
    [[nodiscard]] QString timeText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void allSelectedChanged(bool all);
    /// ColourRole, or isNew(), may be another in every row.
    void coloursChanged();
    /// A page could not be read.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
