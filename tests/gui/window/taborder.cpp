// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/taborder.h"

#include <QDialogButtonBox>
#include <QList>
#include <QRect>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

struct TabStop
{
    const QWidget *widget = nullptr;
    QRect place; ///< in the window; what is scrolled out of sight is left out
};

QRect placeInWindow(const QWidget &widget, const QWidget &window)
{
    QRect place = widget.rect();
    for (const QWidget *at = &widget; at != &window; at = at->parentWidget()) {
        place.translate(at->pos());
        place = place.intersected(at->parentWidget()->rect());
    }
    return place;
}

QList<TabStop> tabStops(const QWidget &window)
{
    QList<TabStop> stops;
    for (const QWidget *widget = window.nextInFocusChain(); widget != &window;
         widget = widget->nextInFocusChain()) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled()
            && widget->isVisible() && !widget->focusProxy();
        if (!takesTab)
            continue;
        const QRect place = placeInWindow(*widget, window);
        if (!place.isEmpty())
            stops += TabStop{widget, place};
    }
    return stops;
}

bool areButtonsOfOneBox(const QWidget &first, const QWidget &second)
{
    return first.parentWidget() == second.parentWidget()
        && qobject_cast<const QDialogButtonBox *>(first.parentWidget());
}

bool goesBack(const QRect &from, const QRect &to)
{
    const bool isOneRow = (from.center().y() >= to.top() && from.center().y() <= to.bottom())
        || (to.center().y() >= from.top() && to.center().y() <= from.bottom());
    return to.bottom() < from.top() || (isOneRow && to.right() < from.left());
}

QString nameOfStop(const QWidget &widget)
{
    return QLatin1StringView(widget.metaObject()->className()) + u' ' + widget.objectName();
}

} // namespace

QStringList tabOrderFaults(const QWidget &window)
{
    QStringList faults;
    const QList<TabStop> stops = tabStops(window);
    for (qsizetype next = 0; next < stops.size(); ++next) {
        const TabStop &from = stops.at(next > 0 ? next - 1 : stops.size() - 1);
        const TabStop &to = stops.at(next);
        if (!areButtonsOfOneBox(*from.widget, *to.widget) && goesBack(from.place, to.place))
            faults += nameOfStop(*from.widget) + " goes back to "_L1 + nameOfStop(*to.widget);
    }
    // The order is a circle, which has to come back once.
    return faults.size() > 1 ? faults : QStringList();
}

} // namespace Trailglass::Testing
