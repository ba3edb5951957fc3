// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/markcolour.h"
#include "models/filter/fieldchoice.h"
#include "views/common/filterintent.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <optional>

class QAction;
class QMenu;

namespace Trailglass {

class EventTable;

/// Marks the selected events of the table, or leads to those that are marked: a menu, and keys that work while the table has
/// the keyboard.
///
/// Requests only; nothing is offered until setOffered().
/// \thread GUI
class MarkChoice : public QObject
{
    Q_OBJECT

public:
    /// \param table  owns the actions; outlives this
    explicit MarkChoice(EventTable &table, QObject *parent = nullptr);

    /// Whether events can be marked at all: not in an archive.
    void setOffered(bool isOffered);

    /// Is part of a menu about the selected events.
    [[nodiscard]] QMenu *menu() const { return m_menu; }

Q_SIGNALS:
    /// Mark the selected events, the current one where none is selected.
    /// \param colour  nothing: remove their marks
    void markRequested(const std::optional<Trailglass::MarkColour> &colour);
    /// Write a note on the current event.
    void noteRequested();
    /// Change the filter.
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);

private:
    QAction *add(const QString &name, const QString &text, const QKeySequence &keys);
    void addMarks();
    void addOthers();
    void prepareMenu();
    void updateActions();

    EventTable &m_table;
    QMenu *m_menu;
    QList<QAction *> m_marks; ///< in the order of MarkColour
    QList<QAction *> m_forEvents; ///< need an event
    QAction *m_note = nullptr;
    bool m_isOffered = false;
};

} // namespace Trailglass
