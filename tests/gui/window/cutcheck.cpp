// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/cutcheck.h"

#include <QLabel>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

QString placeOf(const QWidget &widget)
{
    return QLatin1StringView(widget.metaObject()->className()) + u' ' + widget.objectName();
}

/// Of Qt's names: what stands in place of actions, or scrolls tabs.
bool standsForMore(const QWidget &widget)
{
    return widget.objectName() == "qt_toolbar_ext_button"_L1
        || (qobject_cast<const QTabBar *>(widget.parentWidget())
            && (widget.objectName() == "ScrollLeftButton"_L1
                || widget.objectName() == "ScrollRightButton"_L1));
}

bool isBeyondItsBar(const QWidget &widget)
{
    const QWidget *bar = widget.parentWidget();
    return (qobject_cast<const QToolBar *>(bar) || qobject_cast<const QStatusBar *>(bar))
        && !bar->rect().contains(widget.geometry());
}

/// Ours that are cut on purpose are classes of their own, and so are those that Qt puts into a line of text.
bool isButtonCut(const QWidget &widget)
{
    const QLatin1StringView name(widget.metaObject()->className());
    return (name == "QPushButton"_L1 || name == "QToolButton"_L1)
        && widget.width() < widget.minimumSizeHint().width();
}

/// Those that are cut on purpose are classes of their own; names that begin with qt_ are Qt's.
bool isLabelCut(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    return label && QLatin1StringView(widget.metaObject()->className()) == "QLabel"_L1
        && !widget.objectName().startsWith("qt_"_L1) && !label->wordWrap() && !label->text().isEmpty()
        && widget.width() < label->minimumSizeHint().width();
}

} // namespace

QStringList cutPlaces(const QWidget &window)
{
    QStringList places;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (standsForMore(*widget))
            places += placeOf(*widget->parentWidget()) + ": not all fits"_L1;
        else if (isBeyondItsBar(*widget))
            places += placeOf(*widget) + ": beyond the edge"_L1;
        else if (isButtonCut(*widget) || isLabelCut(*widget))
            places += placeOf(*widget) + ": narrower than its text"_L1;
    }
    return places;
}

} // namespace Trailglass::Testing
