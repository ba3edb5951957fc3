// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/shortcutsdialog.h"

#include "views/common/rowlist.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

struct Row
{
    QString keys;
    QString what;
    bool operator==(const Row &) const = default;
};

struct Group
{
    QString title;
    QList<Row> rows; ///< each once, though two lists may have actions of their own for it
};

void addActions(Group &group, const QWidget &widget)
{
    const QList<QAction *> actions = widget.actions();
    for (const QAction *action : actions) {
        const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        const Row row{keys, action->statusTip().isEmpty() ? action->toolTip() : action->statusTip()};
        if (!keys.isEmpty() && !group.rows.contains(row))
            group.rows.append(row);
    }
}

/// Of the place and everything in it.
Group groupOf(const WindowPlace &place)
{
    Group group{place.title, {}};
    addActions(group, *place.widget);
    const auto widgets = place.widget->findChildren<QWidget *>();
    for (const QWidget *widget : widgets)
        addActions(group, *widget);
    return group;
}

/// With the keys that widgets handle themselves, without an action.
QList<Group> groupsOf(const MainWindow &window)
{
    Group everywhere{ShortcutsDialog::tr("Everywhere"), {}};
    addActions(everywhere, window);
    everywhere.rows.append(
        {ShortcutsDialog::tr("Menu"), ShortcutsDialog::tr("Actions for a cell, value or field")});
    QList<Group> groups{everywhere};
    const QList<WindowPlace> places = window.places();
    for (const WindowPlace &place : places) {
        Group group = groupOf(place);
        const QString name = place.widget->objectName();
        if (name == "queryBar"_L1) {
            group.rows.append(
                {ShortcutsDialog::tr("Enter"), ShortcutsDialog::tr("Add the filter to recent filters")});
            group.rows.append({ShortcutsDialog::tr("Ctrl+Space"), ShortcutsDialog::tr("Show completions")});
            group.rows.append({ShortcutsDialog::tr("Tab"), ShortcutsDialog::tr("Accept the completion")});
            group.rows.append({ShortcutsDialog::tr("Down"), ShortcutsDialog::tr("Recent filters")});
            group.rows.append({ShortcutsDialog::tr("Esc"), ShortcutsDialog::tr("Go to the events")});
            group.rows.append(
                {ShortcutsDialog::tr("Left, Right"), ShortcutsDialog::tr("On a term: go to the next one")});
            group.rows.append(
                {ShortcutsDialog::tr("Space"), ShortcutsDialog::tr("On a term: turn it on or off")});
            group.rows.append({ShortcutsDialog::tr("-"), ShortcutsDialog::tr("On a term: negate it")});
            group.rows.append({ShortcutsDialog::tr("F2"), ShortcutsDialog::tr("On a term: edit it")});
            group.rows.append({ShortcutsDialog::tr("Del"), ShortcutsDialog::tr("On a term: remove it")});
        } else if (name == "eventsView"_L1) {
            group.rows.append({ShortcutsDialog::tr("Enter"), ShortcutsDialog::tr("Open in the inspector")});
            group.rows.append({ShortcutsDialog::tr("Ctrl+Home, Ctrl+End"),
                               ShortcutsDialog::tr("Go to the first or the last event")});
            group.rows.append({ShortcutsDialog::tr("Esc"), ShortcutsDialog::tr("Select no event")});
            group.rows.append({ShortcutsDialog::tr("Shift+click on a title"),
                               ShortcutsDialog::tr("Sort by one more column")});
            group.rows.append({ShortcutsDialog::tr("Enter, Shift+Enter"),
                               ShortcutsDialog::tr("While finding: go to the next or the previous row")});
            group.rows.append(
                {ShortcutsDialog::tr("Esc"), ShortcutsDialog::tr("While finding: go back to the events")});
        } else if (name == "inspectorDock"_L1) {
            group.rows.append({ShortcutsDialog::tr("Left, Right"),
                               ShortcutsDialog::tr("On a tab: show the one beside it")});
            group.rows.append({ShortcutsDialog::tr("Enter, Shift+Enter"),
                               ShortcutsDialog::tr("In the search of the JSON: next or previous match")});
            group.rows.append({ShortcutsDialog::tr("Down"),
                               ShortcutsDialog::tr("In the search of the JSON: go to its values")});
        } else if (name == "filtersDock"_L1) {
            group.rows.append(
                {ShortcutsDialog::tr("Up, Down"), ShortcutsDialog::tr("Move through groups and values")});
            group.rows.append(
                {ShortcutsDialog::tr("Left, Right"), ShortcutsDialog::tr("Collapse or expand a group")});
            group.rows.append(
                {ShortcutsDialog::tr("Space"), ShortcutsDialog::tr("Include a value, or take it out")});
            group.rows.append({ShortcutsDialog::tr("Alt+Space, -"), ShortcutsDialog::tr("Exclude a value")});
            group.rows.append(
                {ShortcutsDialog::tr("Letters"), ShortcutsDialog::tr("Search the values of a group")});
            group.rows.append({ShortcutsDialog::tr("Alt+Up, Alt+Down"), ShortcutsDialog::tr("Move a group")});
            group.rows.append({ShortcutsDialog::tr("Del"), ShortcutsDialog::tr("Hide a group")});
        } else if (name == "histogramView"_L1) {
            group.rows.append({ShortcutsDialog::tr("Left, Right, Home, End"),
                               ShortcutsDialog::tr("Move between bars; with Shift, extend the selection")});
            group.rows.append({ShortcutsDialog::tr("Enter"), ShortcutsDialog::tr("Zoom to the selection")});
            group.rows.append({ShortcutsDialog::tr("+, -"), ShortcutsDialog::tr("Zoom in or out")});
            group.rows.append(
                {ShortcutsDialog::tr("Ctrl+wheel"), ShortcutsDialog::tr("Zoom in or out at the pointer")});
            group.rows.append({ShortcutsDialog::tr("Backspace"), ShortcutsDialog::tr("Previous time range")});
        }
        if (!group.rows.isEmpty())
            groups.append(group);
    }
    return groups;
}

void addTitle(QTableWidget *table, const QString &title)
{
    const int row = table->rowCount();
    table->insertRow(row);
    auto *item = new QTableWidgetItem(title);
    item->setFont(textFont(TextStyle::Strong, table->font()));
    item->setFlags(Qt::ItemIsEnabled);
    table->setItem(row, 0, item);
    table->setSpan(row, 0, 1, 2);
}

void addRow(QTableWidget *table, const Row &content)
{
    const int row = table->rowCount();
    table->insertRow(row);
    table->setItem(row, 0, new QTableWidgetItem(content.keys));
    table->setItem(row, 1, new QTableWidgetItem(content.what));
}

} // namespace

ShortcutsDialog::ShortcutsDialog(MainWindow *window)
    : QDialog(window)
{
    setObjectName("shortcutsDialog"_L1);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *table = new QTableWidget(0, 2);
    table->setObjectName("shortcuts"_L1);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({tr("Keys"), tr("Action")});
    setUpRowList(*table);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (const Group &group : groupsOf(*window)) {
        addTitle(table, group.title);
        for (const Row &row : group.rows)
            addRow(table, row);
    }
    table->resizeColumnToContents(0);
    table->setColumnWidth(0, table->columnWidth(0) + Spacing::Section);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(620, 560);
}

} // namespace Trailglass

#include "moc_shortcutsdialog.cpp"
