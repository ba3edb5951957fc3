// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/events/columnwidths.h"

#include <QMap>
#include <QObject>

namespace Trailglass {

class EventTable;
class EventTableModel;

/// Gives the columns of the table of events their widths: fitted to the first rows that come in, shared out
/// over the width of the table, and as the user chose where he did.
///
/// Rows that come later change nothing. While a column is dragged only those to its right give way.
/// \thread GUI
class ColumnFitter : public QObject
{
    Q_OBJECT

public:
    /// Table and model outlive the fitter.
    ColumnFitter(EventTable &table, EventTableModel &events, QObject *parent = nullptr);

    /// Pixels by title: what the user chose, of columns that are not shown now as well.
    [[nodiscard]] const QMap<QString, int> &chosen() const { return m_chosen; }
    void setChosen(const QMap<QString, int> &widths);
    /// Forgets what was chosen and measured, and fits all columns to the rows in sight.
    void reset();

    /// Other columns are shown, or the same in another order.
    void apply();
    /// As wide as its widest cell in sight; counts as chosen.
    /// \param section  as the model counts
    void fit(int section);
    /// \param change  px
    void widen(int section, int change);
    /// While true, other widths are not the user's choice.
    void setPaused(bool isPaused) { m_isApplying = isPaused; }

private:
    void keepChosen(int section, int width);
    void measure();
    void measureTimes();
    void share(int firstPlace);
    [[nodiscard]] ColumnDemand demandOf(int section, bool isFixed) const;
    [[nodiscard]] QString titleOf(int section) const;

    EventTable &m_table;
    EventTableModel &m_events;
    QMap<QString, int> m_chosen;
    QMap<QString, MeasuredCells> m_measured; ///< by title
    bool m_isApplying = false; ///< the header changes because we say so, not the user
};

} // namespace Trailglass
