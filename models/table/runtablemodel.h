// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/runrow.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace Trailglass {

/// The runs of one source, newest first, kept up to date in place: selection and scroll position survive.
///
/// Texts are as visibleText() makes them.
/// \thread GUI
class RunTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        StartedColumn,
        KindColumn,
        DurationColumn,
        ResultColumn,
        NewColumn, ///< events
        RequestsColumn,
        RetriesColumn,
        WaitedColumn,
        MessageColumn, ///< the error, else the first warning
        ColumnCount
    };

    explicit RunTableModel(QObject *parent = nullptr);

    /// Shows these runs: changed ones change in place, others come or go. Those of another source replace all.
    /// \param runs  of one source; numbers are unique and descend
    void setRuns(const QList<RunRow> &runs);
    [[nodiscard]] const QList<RunRow> &runs() const { return m_runs; }

    /// Zone in which times are shown. UTC until set.
    void setDisplayZone(const QTimeZone &zone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void insert(int row, const RunRow &run);
    void remove(int row);
    [[nodiscard]] QString text(const RunRow &run, int column) const;
    [[nodiscard]] QString rowText(const RunRow &run) const;

    QList<RunRow> m_runs;
    QTimeZone m_zone;
};

} // namespace Trailglass
