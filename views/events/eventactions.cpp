// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/eventactions.h"

#include "models/core/translation.h"
#include "views/common/valuewords.h"

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
    : onlyThis(make(owner, "onlyThis"_L1, valueEditText(FilterEdit::Only), valueEditKeys(FilterEdit::Only)))
    , include(
          make(owner, "include"_L1, valueEditText(FilterEdit::Include), valueEditKeys(FilterEdit::Include)))
    , exclude(
          make(owner, "exclude"_L1, valueEditText(FilterEdit::Exclude), valueEditKeys(FilterEdit::Exclude)))
    , aroundTime(make(owner, "aroundTime"_L1, Trailglass::tr("All events around this &time, ±5 min")))
    , sameActor(make(owner, "sameActor"_L1, Trailglass::tr("All events with the sa&me actor")))
    , sameIdentity(make(owner, "sameIdentity"_L1,
                        Trailglass::tr("All events with t&he same actor id, e-mail or name")))
    , sameTarget(make(owner, "sameTarget"_L1, Trailglass::tr("All events with the same tar&get")))
    , sameTargetName(
          make(owner, "sameTargetName"_L1, Trailglass::tr("A&ll events with the same target name")))
    , sameCorrelation(
          make(owner, "sameCorrelation"_L1, Trailglass::tr("All events with the same co&rrelation")))
    , inspect(make(owner, "inspectEvent"_L1, Trailglass::tr("Open in the in&spector")))
    , compare(make(owner, "compareEvents"_L1, {}, Qt::CTRL | Qt::Key_D))
    , rememberEvent(
          make(owner, "rememberEvent"_L1, Trailglass::tr("Compare &with…"), Qt::CTRL | Qt::SHIFT | Qt::Key_D))
    , copyRows(make(owner, "copyRows"_L1, Trailglass::tr("&Copy rows"), QKeySequence::Copy))
    , copyValue(make(owner, "copyValue"_L1, copyValueText(), Qt::CTRL | Qt::SHIFT | Qt::Key_C))
    , copyTerm(make(owner, "copyTerm"_L1, copyTermText(), copyTermKeys()))
    , copyMarkdown(make(owner, "copyMarkdown"_L1, Trailglass::tr("&Markdown table")))
    , copyJson(make(owner, "copyJson"_L1, Trailglass::tr("&JSON")))
    , copyNdjson(make(owner, "copyNdjson"_L1, Trailglass::tr("&NDJSON")))
    , selectAll(make(owner, "selectAllEvents"_L1, Trailglass::tr("Select &all"), QKeySequence::SelectAll))
    , sortRising(make(owner, "sortRising"_L1, Trailglass::tr("Sort &ascending")))
    , sortFalling(make(owner, "sortFalling"_L1, Trailglass::tr("Sort &descending")))
    , addToSorting(make(owner, "addToSorting"_L1, Trailglass::tr("Add t&o sort order")))
    , wider(make(owner, "widerColumn"_L1, Trailglass::tr("&Wider"), Qt::ALT | Qt::SHIFT | Qt::Key_Right))
    , narrower(
          make(owner, "narrowerColumn"_L1, Trailglass::tr("&Narrower"), Qt::ALT | Qt::SHIFT | Qt::Key_Left))
    , fitColumn(make(owner, "fitColumn"_L1, Trailglass::tr("&Fit column to its content")))
    , defaultWidths(make(owner, "defaultWidths"_L1, Trailglass::tr("&Reset column widths")))
    , hideColumn(make(owner, "hideColumn"_L1, Trailglass::tr("&Hide this column")))
    , defaultColumns(make(owner, "defaultColumns"_L1, Trailglass::tr("Default co&lumns")))
    , chooseColumns(make(owner, "chooseEventColumns"_L1, Trailglass::tr("&Columns…")))
    , showNew(make(owner, "showNewEvents"_L1, Trailglass::tr("Show &new events"),
                   Qt::CTRL | Qt::SHIFT | Qt::Key_N))
{
    compare->setToolTip(
        Trailglass::tr("Compare the two selected events, or this one with the remembered one"));
    rememberEvent->setToolTip(Trailglass::tr("Remember this event to compare it with another one"));
    showNew->setEnabled(false);
}

QMenu *EventActions::cellMenu(QWidget *parent, QMenu *marks, QMenu *table) const
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName("cellMenu"_L1);
    menu->addActions({onlyThis, include, exclude});
    menu->addSeparator();
    menu->addActions({aroundTime, sameActor, sameIdentity, sameTarget, sameTargetName, sameCorrelation});
    menu->addSeparator();
    menu->addActions({inspect, compare, rememberEvent});
    menu->addMenu(marks);
    menu->addSeparator();
    menu->addActions({copyRows, copyValue, copyTerm});
    QMenu *copies = menu->addMenu(Trailglass::tr("Co&py rows as"));
    copies->setObjectName("copyMenu"_L1);
    copies->addActions({copyMarkdown, copyJson, copyNdjson});
    menu->addSeparator();
    menu->addAction(selectAll);
    menu->addSeparator();
    QMenu *column = menu->addMenu(Trailglass::tr("Colum&n"));
    column->setObjectName("columnMenu"_L1);
    column->addActions({sortRising, sortFalling, addToSorting});
    column->addSeparator();
    column->addActions({wider, narrower, fitColumn, defaultWidths});
    column->addSeparator();
    column->addActions({hideColumn, defaultColumns, chooseColumns});
    menu->addMenu(table);
    return menu;
}

} // namespace Trailglass
