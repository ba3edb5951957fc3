// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/eventactions.h"

#include "models/core/translation.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QAction *make(QWidget *owner, QLatin1StringView name, const QString &text, const QKeySequence &keys = {})
{
    auto *action = new QAction(text, owner);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setShortcutVisibleInContextMenu(true);
    owner->addAction(action);
    return action;
}

} // namespace

EventActions::EventActions(QWidget *owner)
    : copyRows(make(owner, "copyRows"_L1, Trailglass::tr("&Copy rows"), QKeySequence::Copy))
    , copyValue(make(owner, "copyValue"_L1, Trailglass::tr("Copy &value"), Qt::CTRL | Qt::SHIFT | Qt::Key_C))
    , copyTerm(make(owner, "copyTerm"_L1, Trailglass::tr("Copy as &filter text")))
    , copyJson(make(owner, "copyJson"_L1, Trailglass::tr("Copy rows as &JSON")))
    , selectAll(make(owner, "selectAllEvents"_L1, Trailglass::tr("Select &all"), QKeySequence::SelectAll))
    , onlyThis(make(owner, "onlyThis"_L1, Trailglass::tr("&Only this value")))
    , exclude(make(owner, "exclude"_L1, Trailglass::tr("&Exclude this value")))
    , sortRising(make(owner, "sortRising"_L1, Trailglass::tr("Sort &ascending")))
    , sortFalling(make(owner, "sortFalling"_L1, Trailglass::tr("Sort &descending")))
    , addToSorting(make(owner, "addToSorting"_L1, Trailglass::tr("Add &to sort order")))
    , wider(make(owner, "widerColumn"_L1, Trailglass::tr("&Wider"), Qt::ALT | Qt::Key_Right))
    , narrower(make(owner, "narrowerColumn"_L1, Trailglass::tr("&Narrower"), Qt::ALT | Qt::Key_Left))
    , usualWidths(make(owner, "usualWidths"_L1, Trailglass::tr("&Reset column widths")))
    , hideColumn(make(owner, "hideColumn"_L1, Trailglass::tr("&Hide this column")))
    , defaultColumns(make(owner, "defaultColumns"_L1, Trailglass::tr("Default co&lumns")))
    , chooseColumns(make(owner, "chooseEventColumns"_L1, Trailglass::tr("&Columns…")))
    , showNew(make(owner, "showNewEvents"_L1, Trailglass::tr("Show &new events"),
                   Qt::CTRL | Qt::SHIFT | Qt::Key_N))
{
    showNew->setEnabled(false);
}

QMenu *EventActions::cellMenu(QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName("cellMenu"_L1);
    menu->addActions({onlyThis, exclude});
    menu->addSeparator();
    menu->addActions({copyValue, copyTerm, copyRows, copyJson});
    menu->addSeparator();
    menu->addAction(selectAll);
    menu->addSeparator();
    QMenu *column = menu->addMenu(Trailglass::tr("Colum&n"));
    column->setObjectName("columnMenu"_L1);
    column->addActions({sortRising, sortFalling, addToSorting});
    column->addSeparator();
    column->addActions({wider, narrower, usualWidths});
    column->addSeparator();
    column->addActions({hideColumn, defaultColumns, chooseColumns});
    return menu;
}

} // namespace Trailglass
