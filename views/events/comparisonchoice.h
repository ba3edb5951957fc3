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
/// remembered before. What is remembered stays while results come and go. Where there are no two, comparing says what to do.
/// \thread GUI
class ComparisonChoice : public QObject
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *compare; ///< its text says which two, if any; always enabled: its keys never do nothing
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
    /// What to do, for who wants to compare \a events and cannot.
    [[nodiscard]] QString advice(const std::vector<RowId> &events) const;
    void updateActions();
    void compare();
    void remember();

    const EventTable &m_table;
    const EventTableModel &m_events;
    Actions m_actions;
    RowId m_remembered;
};

} // namespace Trailglass
