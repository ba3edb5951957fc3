// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/accessiblewalk.h"

#include <QAccessible>
#include <QScrollArea>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

bool isItemView(QAccessible::Role role)
{
    return role == QAccessible::Table || role == QAccessible::Tree || role == QAccessible::List;
}

/// A place that only leads to its contents.
bool isContainer(const QAccessibleInterface &item)
{
    const QAccessible::Role role = item.role();
    return qobject_cast<const QScrollArea *>(item.object()) || role == QAccessible::Window
        || role == QAccessible::Pane || role == QAccessible::LayeredPane || role == QAccessible::Grouping
        || role == QAccessible::PageTabList || role == QAccessible::Dialog;
}

/// Of a combo box Qt says what is chosen in it on this platform, and leaves its name to its label.
QString nameOf(const QAccessibleInterface &item)
{
    const QString name = item.text(QAccessible::Name);
    const auto *widget = qobject_cast<const QWidget *>(item.object());
    const bool isUnchosen = name.isEmpty() && widget && item.role() == QAccessible::ComboBox;
    return isUnchosen ? widget->accessibleName() : name;
}

/// What a widget of Qt's is made of is Qt's.
bool isLeaf(QAccessible::Role role)
{
    return role == QAccessible::ComboBox || role == QAccessible::SpinBox || role == QAccessible::EditableText;
}

class AccessibleWalk
{
public:
    void visit(QAccessibleInterface *item)
    {
        if (!item || !item->isValid() || item->state().invisible)
            return;
        const QAccessible::Role role = item->role();
        if (item->state().focusable && !isContainer(*item)) {
            if (nameOf(*item).isEmpty())
                note(item, "no name");
            if (role == QAccessible::NoRole || role == QAccessible::Client)
                note(item, "no role");
        }
        if (isItemView(role)) {
            firstRow(item);
            return; // there may be millions of rows
        }
        if (isLeaf(role))
            return;
        for (int child = 0; child < item->childCount(); ++child)
            visit(item->child(child));
    }
    [[nodiscard]] const QStringList &faults() const { return m_faults; }

private:
    void firstRow(QAccessibleInterface *view)
    {
        QAccessibleTableInterface *table = view->tableInterface();
        if (!table || table->rowCount() == 0 || table->columnCount() == 0)
            return;
        const QAccessibleInterface *cell = table->cellAt(0, 0);
        // Where the platform has no accessibility, nothing tells Qt's cells of earlier rows that these have gone.
        if (cell && cell->isValid() && cell->text(QAccessible::Name).isEmpty())
            note(view, "the first row says nothing");
    }
    void note(const QAccessibleInterface *item, const char *what)
    {
        QString place;
        for (const QAccessibleInterface *each = item; each; each = each->parent()) {
            if (const QObject *object = each->object()) {
                place = QLatin1StringView(object->metaObject()->className()) + u' ' + object->objectName();
                break;
            }
        }
        m_faults << place + ": "_L1 + QLatin1StringView(what);
    }

    QStringList m_faults;
};

} // namespace

QStringList accessibilityFaults(QWidget &root)
{
    AccessibleWalk walk;
    walk.visit(QAccessible::queryAccessibleInterface(&root));
    return walk.faults();
}

} // namespace Trailglass::Testing
