// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <QObject>

#include <vector>

class QAction;

namespace Trailglass {

class EventTable;
class EventTableModel;

/// Which two events of a table are to be compared: the two that are selected, or the selected one with another that was
/// remembered before. What is remembered stays while results come and go.
/// \thread GUI
class ComparisonChoice : public QObject
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *compare; ///< its text says which two
        QAction *remember;
    };
    /// \param table, events, actions  outlive this object
    ComparisonChoice(const EventTable &table, const EventTableModel &events, const Actions &actions,
                     QObject *parent);

Q_SIGNALS:
    void chosen(Trailglass::RowId one, Trailglass::RowId other);
    /// What to do next, for the status bar.
    void message(const QString &text);

private:
    [[nodiscard]] std::vector<RowId> candidates() const;
    void updateActions();
    void compare();
    void remember();

    const EventTable &m_table;
    const EventTableModel &m_events;
    Actions m_actions;
    RowId m_remembered;
};

} // namespace Trailglass
