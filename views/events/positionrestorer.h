// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/resultsnapshot.h"
#include "views/events/readingplace.h"

#include <QObject>

namespace Trailglass {

/// Keeps the place of the reader in the table while results come and go: the current event, the selection,
/// the scroll position.
///
/// An event that goes out of the result stays current until settle(), and is found again in a later result
/// unless another row was chosen by then.
/// \thread GUI
class PositionRestorer : public QObject
{
    Q_OBJECT

public:
    /// Table and model outlive this.
    PositionRestorer(EventTable &table, EventTableModel &events, QObject *parent = nullptr);

    /// Shows other rows, and restores the place of the reader as far as its rows are among them.
    /// \param snapshot  null: no rows
    /// \param isRefresh  of the same request, and some are shown: what is at the top stays there when nothing is
    /// current
    void replaceRows(ResultPointer snapshot, bool isRefresh);
    /// The result is final for now: a current event that is not in it stops being current.
    void settle();
    /// Emits currentChanged() if another event is current than at the last call.
    void announce();

    /// None: no row was chosen.
    [[nodiscard]] RowId current() const { return m_current; }

Q_SIGNALS:
    void currentChanged(Trailglass::RowId id);
    /// Whether current() is an event that is not in the result: from then on until settle(), or until it is found again or
    /// another one is chosen.
    void heldChanged(bool isHeld);
    /// The user chose the current event, by moving to it, by a click, by Space or by EventTable::chooseRow(): it was neither
    /// found again, nor made current for a menu or by the table taking the keyboard.
    void chosen();

private:
    [[nodiscard]] bool grow(const ResultPointer &snapshot);
    void takeCurrentRow();
    void choose();
    void setHeld(bool isHeld);

    EventTable &m_table;
    EventTableModel &m_events;
    RowId m_current;
    ReadingPlace m_place; ///< where the reader was when the current event went out of the result
    bool m_isOpen = false; ///< m_place is to be found again
    bool m_isHeld = false; ///< m_current is not in the result, until settle()
    bool m_isReplacing = false; ///< no row is chosen by the user
};

} // namespace Trailglass
