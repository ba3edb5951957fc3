// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/screenshotspicture.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QScreen>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// How many windows it stands over.
int depthOf(const QWidget *window)
{
    int depth = 0;
    for (const QWidget *below = window->parentWidget(); below; below = below->window()->parentWidget())
        ++depth;
    return depth;
}

/// The lowest first.
QWidgetList windowsInSight()
{
    QWidgetList windows = QApplication::topLevelWidgets();
    windows.removeIf([](const QWidget *window) { return !window->isVisible(); });
    std::ranges::stable_sort(windows, {}, depthOf);
    return windows;
}

} // namespace

QImage pictureOfScreen()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal scale = screen->devicePixelRatio();
    QPixmap picture(screen->size() * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::black);
    QPainter painter(&picture);
    const QWidgetList windows = windowsInSight();
    for (QWidget *window : windows) {
        const QRect place = window->geometry().translated(-screen->geometry().topLeft());
        painter.drawPixmap(place.topLeft(), window->grab());
        // In place of the frame that a window manager paints.
        painter.setPen(window->palette().color(QPalette::Dark));
        if (window->parentWidget())
            painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    painter.end();
    return picture.toImage();
}

QStringList windowsBeyondScreen()
{
    const QRect room = QGuiApplication::primaryScreen()->geometry();
    QStringList sentences;
    const QWidgetList windows = windowsInSight();
    for (const QWidget *window : windows) {
        const QRect place = window->geometry();
        if (!room.contains(place)) {
            sentences += u"%1 does not fit on the screen: %2 × %3 at %4, %5"_s.arg(window->objectName())
                             .arg(place.width())
                             .arg(place.height())
                             .arg(place.x())
                             .arg(place.y());
        }
    }
    return sentences;
}

} // namespace Trailglass::Testing
