// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/messagestripaccessible.h"

#include "views/common/messagestrip.h"

#include <QAccessibleWidget>

#include <utility>

namespace Trailglass {

namespace {

/// The bridge of Qt 6.4 to AT-SPI passes no alert on: there it is the role that has a message said.
QAccessibleInterface *makeMessage(const QString &, QObject *object)
{
    auto *strip = qobject_cast<MessageStrip *>(object);
    return strip ? new QAccessibleWidget(strip, QAccessible::AlertMessage) : nullptr;
}

} // namespace

void registerMessageStripAccessible()
{
    static bool isRegistered = false;
    if (!std::exchange(isRegistered, true))
        QAccessible::installFactory(makeMessage);
}

} // namespace Trailglass
