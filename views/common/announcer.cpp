// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/announcer.h"

#include <QAccessible>
#include <QEvent>
#include <QWidget>

namespace Trailglass {

Announcer::Announcer(QWidget &widget)
    : QObject(&widget)
    , m_widget(widget)
{
    widget.installEventFilter(this);
    connect(this, &Announcer::announced, this, [this] {
        QAccessibleEvent event(&m_widget, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    });
}

void Announcer::update()
{
    const QString name = m_widget.accessibleName();
    if (!m_widget.isVisible() || name == m_said)
        return;
    m_said = name;
    Q_EMIT announced(name);
}

void Announcer::updateQuietly()
{
    if (!m_said.isEmpty())
        m_said = m_widget.accessibleName();
    update();
}

bool Announcer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::HideToParent) // not where it is out of sight with what is around it
        m_said.clear();
    if (event->type() == QEvent::Show)
        update();
    return QObject::eventFilter(watched, event);
}

} // namespace Trailglass

#include "moc_announcer.cpp"
