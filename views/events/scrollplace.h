// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace Trailglass {

class EventTable;
class EventTableModel;

/// Says beside the scroll bar, while it is dragged, where in the table it leads: the time and the number of
/// the first row in sight.
/// \thread GUI
class ScrollPlace : public QLabel
{
    Q_OBJECT

public:
    /// Child of the table.
    /// \param events  outlives the label
    ScrollPlace(EventTable &table, EventTableModel &events);

private:
    void showPlace();

    EventTable &m_table;
    EventTableModel &m_events;
};

} // namespace Trailglass
