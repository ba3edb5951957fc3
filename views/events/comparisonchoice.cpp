// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/comparisonchoice.h"

#include "views/events/eventtable.h"

#include <QAction>

namespace Trailglass {

namespace {

QString keysOf(const QAction &action)
{
    return action.shortcut().toString(QKeySequence::NativeText);
}

} // namespace

ComparisonChoice::ComparisonChoice(const EventTable &table, const EventTableModel &events,
                                   const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_events(events)
    , m_actions(actions)
{
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ComparisonChoice::updateActions);
    connect(&table, &EventTable::currentRowChanged, this, &ComparisonChoice::updateActions);
    connect(&events, &EventTableModel::allSelectedChanged, this, &ComparisonChoice::updateActions);
    connect(&events, &QAbstractItemModel::modelReset, this, &ComparisonChoice::updateActions);
    connect(actions.compare, &QAction::triggered, this, &ComparisonChoice::compare);
    connect(actions.remember, &QAction::triggered, this, &ComparisonChoice::remember);
    updateActions();
}

/// The selected ones, the current one where none is selected. Three stand for more than two.
std::vector<RowId> ComparisonChoice::candidates() const
{
    std::vector<RowId> events;
    for (const auto &[first, last] : m_table.selectedRanges()) {
        for (int row = first; row <= last && events.size() < 3; ++row)
            events.push_back(m_events.rowId(row));
    }
    if (events.empty() && m_table.currentIndex().isValid())
        events.push_back(m_events.rowId(m_table.currentIndex().row()));
    return events;
}

void ComparisonChoice::updateActions()
{
    const std::vector<RowId> events = candidates();
    const bool isPair = events.size() == 2;
    const bool isOther = events.size() == 1 && m_remembered && events.front() != m_remembered;
    if (isPair)
        m_actions.compare->setText(tr("Compare the two selecte&d events"));
    else if (isOther)
        m_actions.compare->setText(tr("Compare with the remembere&d event"));
    else
        m_actions.compare->setText(tr("Compare events si&de by side"));
    m_actions.remember->setEnabled(events.size() == 1);
}

void ComparisonChoice::compare()
{
    const std::vector<RowId> events = candidates();
    if (events.size() == 2)
        Q_EMIT chosen(events.front(), events.back());
    else if (events.size() == 1 && m_remembered && events.front() != m_remembered)
        Q_EMIT chosen(m_remembered, events.front());
    else
        Q_EMIT message(advice(events));
}

QString ComparisonChoice::advice(const std::vector<RowId> &events) const
{
    if (events.size() > 2)
        return tr("Two events are compared at a time. Select two.");
    if (m_remembered && events.size() == 1 && events.front() == m_remembered) {
        return tr("This is the remembered event. Choose another one and press %1 to compare them.")
            .arg(keysOf(*m_actions.compare));
    }
    if (events.size() == 1) {
        return tr("Select a second event to compare with this one, or remember this one with %1 and choose "
                  "another.")
            .arg(keysOf(*m_actions.remember));
    }
    return tr("Select the two events to compare.");
}

void ComparisonChoice::remember()
{
    const std::vector<RowId> events = candidates();
    if (events.size() != 1)
        return;
    m_remembered = events.front();
    updateActions();
    Q_EMIT message(tr("The event is remembered. Choose another one and press %1 to compare them.")
                       .arg(keysOf(*m_actions.compare)));
}

} // namespace Trailglass

#include "moc_comparisonchoice.cpp"
