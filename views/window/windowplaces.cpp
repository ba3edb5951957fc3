// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/windowplaces.h"

#include <QAbstractItemView>

#include <algorithm>

namespace Trailglass {

namespace {

bool takesKeyboard(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->focusProxy();
}

bool holds(const QWidget &place, const QWidget *focus)
{
    return focus && (&place == focus || place.isAncestorOf(focus));
}

} // namespace

QWidget *keyboardTarget(const QWidget &place)
{
    if (!place.isVisible())
        return nullptr;
    if (QWidget *last = place.focusWidget(); last && holds(place, last) && takesKeyboard(last))
        return last;
    const auto views = place.findChildren<QAbstractItemView *>();
    if (const auto view = std::ranges::find_if(views, takesKeyboard); view != views.end())
        return *view;
    const auto widgets = place.findChildren<QWidget *>();
    const auto widget = std::ranges::find_if(widgets, takesKeyboard);
    return widget != widgets.end() ? *widget : nullptr;
}

QWidget *nextTarget(const QList<WindowPlace> &places, const QWidget *focus, int step)
{
    const auto holder = std::ranges::find_if(
        places, [focus](const WindowPlace &place) { return holds(*place.widget, focus); });
    const qsizetype count = places.size();
    const bool isOutside = holder == places.end();
    const qsizetype start = isOutside ? (step > 0 ? -1 : count) : holder - places.begin();
    const qsizetype others = isOutside ? count : count - 1;
    for (qsizetype distance = 1; distance <= others; ++distance) {
        const WindowPlace &place = places[(start + distance * step + count) % count];
        if (QWidget *target = keyboardTarget(*place.widget))
            return target;
    }
    return nullptr;
}

} // namespace Trailglass
