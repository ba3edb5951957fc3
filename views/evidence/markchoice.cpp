// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/markchoice.h"

#include "models/core/text.h"
#include "views/events/eventtable.h"
#include "views/evidence/marksigns.h"
#include "views/evidence/marktexts.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass {

MarkChoice::MarkChoice(EventTable &table, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_menu(new QMenu(tr("Mar&k"), &table))
{
    m_menu->setObjectName("markMenu"_L1);
    addMarks();
    addOthers();
    connect(m_menu, &QMenu::aboutToShow, this, &MarkChoice::prepareMenu);
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &MarkChoice::updateActions);
    connect(&table, &EventTable::currentRowChanged, this, &MarkChoice::updateActions);
    connect(table.model(), &QAbstractItemModel::modelReset, this, &MarkChoice::updateActions);
    updateActions();
}

QAction *MarkChoice::add(const QString &name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, &m_table);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setShortcutVisibleInContextMenu(true);
    m_table.addAction(action);
    m_menu->addAction(action);
    return action;
}

void MarkChoice::addMarks()
{
    const auto addMark = [this](const QString &name, const MarkTexts &words, int number,
                                const std::optional<MarkColour> &colour) {
        QAction *action = add(name, words.caption, Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number));
        action->setToolTip(words.tip);
        m_forEvents += action;
        connect(action, &QAction::triggered, this, [this, colour] { Q_EMIT markRequested(colour); });
        return action;
    };
    int number = 0;
    for (const std::string_view word : MarkColourNames) {
        const auto colour = static_cast<MarkColour>(number++);
        m_marks += addMark("mark_"_L1 + toQString(word), markTexts(colour), number, colour);
    }
    addMark(u"removeMark"_s, noMarkTexts(), 0, std::nullopt);
}

void MarkChoice::addOthers()
{
    m_menu->addSeparator();
    m_note = add(u"writeNote"_s, tr("&Write a note…"), Qt::CTRL | Qt::Key_M);
    m_forEvents += m_note;
    connect(m_note, &QAction::triggered, this, &MarkChoice::noteRequested);
    QAction *marked = add(u"filterMarked"_s, onlyMarkedText(), {});
    connect(marked, &QAction::triggered, this, [this] {
        Q_EMIT filterRequested(FilterEdit::Only, Filter::ReviewField::Is, std::string("marked"));
    });
}

void MarkChoice::setOffered(bool isOffered)
{
    m_isOffered = isOffered;
    updateActions();
}

void MarkChoice::prepareMenu()
{
    const auto ranges = m_table.selectedRanges();
    const int current = m_table.currentIndex().row();
    // Marks are of what is selected, a note is of the current event, which Ctrl and arrows lead away from it.
    const bool isSame = current < 0 || ranges.empty() || ranges == std::vector{std::pair(current, current)};
    m_note->setText(isSame ? tr("&Write a note…") : tr("&Write a note on the current event only…"));
    int number = 0;
    for (QAction *action : std::as_const(m_marks))
        action->setIcon(MarkSigns::icon(static_cast<MarkColour>(number++), m_table.palette()));
}

void MarkChoice::updateActions()
{
    m_menu->menuAction()->setEnabled(m_isOffered);
    const QList<QAction *> actions = m_menu->actions();
    for (QAction *action : actions)
        action->setEnabled(m_isOffered);
    const bool hasEvent = m_table.currentIndex().isValid() || m_table.selectionModel()->hasSelection();
    for (QAction *action : std::as_const(m_forEvents))
        action->setEnabled(m_isOffered && hasEvent);
}

} // namespace Trailglass

#include "moc_markchoice.cpp"
