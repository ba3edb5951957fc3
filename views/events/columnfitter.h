// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/events/columnwidths.h"

#include <QMap>
#include <QObject>

#include <optional>

namespace Trailglass {

class EventTable;
class EventTableModel;

/// Gives the columns of the table of events their widths: fitted to the first rows that come in, shared out
/// over the width of the table, and as the user chose where he did.
///
/// Rows of the same result that come later change nothing; those of another result may, see expectRows(). While a column is
/// dragged only those to its right give way. The default columns are made as narrow as they have to be to stay in sight
/// together; where others are among them, the table is scrolled sideways instead.
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
    /// Another result is shown: once its rows in sight are here, the columns are fitted to them with the same painting,
    /// unless all cells are whole as it is. Nothing happens if the user has chosen the width of a column, has a
    /// button pressed then or the pointer on the titles, or has pressed a key, scrolled or chosen a row in the table before.
    void expectRows();
    /// Rows that come from now on are more of the same; those that are in sight and not here yet are still waited for.
    void stopExpecting();
    /// As wide as its widest cell in sight; counts as chosen.
    /// \param section  as the model counts
    void fit(int section);
    /// \param change  px
    void widen(int section, int change);
    /// While true, other widths are not the user's choice.
    void setPaused(bool isPaused) { m_isApplying = isPaused; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchTheHand();
    void keepChosen(int section, int width);
    void takeRows();
    void fitToResult();
    void measure();
    void measureTimes();
    void share(int firstPlace);
    [[nodiscard]] bool areRowsInSightHere() const;
    [[nodiscard]] bool isSightFilled() const;
    [[nodiscard]] bool isAnyChosen() const;
    [[nodiscard]] MinimumWidths minima() const;
    [[nodiscard]] std::optional<MeasuredCells> measured(int section) const;
    [[nodiscard]] ColumnDemand demandOf(int section, bool isFixed) const;
    [[nodiscard]] QString titleOf(int section) const;

    EventTable &m_table;
    EventTableModel &m_events;
    QMap<QString, int> m_chosen;
    QMap<QString, MeasuredCells> m_measured; ///< by title
    bool m_isApplying = false; ///< the header changes because we say so, not the user
    bool m_isExpecting = false; ///< see expectRows()
    bool m_isOfExpected =
        false; ///< m_measured is from the result that is expected, maybe from few of its rows
    int m_fittedRows = -1; ///< how many rows of it there were when its cells were last looked at
};

} // namespace Trailglass
