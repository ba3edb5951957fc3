// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sourcemessages.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

SourceMessages::SourceMessages(QObject *parent)
    : QObject(parent)
{
}

void SourceMessages::addPlace(MessageStrip &strip)
{
    m_places.append(&strip);
    connect(&strip, &MessageStrip::acted, this, [this] {
        const Action action = std::exchange(m_action, {});
        hide();
        if (action)
            action();
    });
}

quint64 SourceMessages::show(MessageStrip::Kind kind, const QString &text, const QString &caption,
                             Action action)
{
    const auto inSight = std::ranges::find_if(m_places, [](const MessageStrip *strip) {
        return strip->parentWidget() && strip->parentWidget()->isVisible();
    });
    return showIn(inSight == m_places.end() ? *m_places.constLast() : **inSight, kind, text, caption,
                  std::move(action));
}

quint64 SourceMessages::showInFirstPlace(MessageStrip::Kind kind, const QString &text, const QString &caption,
                                         Action action)
{
    return showIn(*m_places.constFirst(), kind, text, caption, std::move(action));
}

void SourceMessages::showError(const Error &error, const QString &caption, const Action &action)
{
    if (error.kind != ErrorKind::Cancelled)
        show(MessageStrip::Kind::Error, error.message, caption, action);
}

quint64 SourceMessages::showIn(MessageStrip &strip, MessageStrip::Kind kind, const QString &text,
                               const QString &caption, Action action)
{
    hide();
    m_action = std::move(action);
    strip.show(kind, text, caption);
    return ++m_number;
}

void SourceMessages::hide()
{
    m_action = {};
    for (MessageStrip *strip : std::as_const(m_places))
        strip->hide();
}

void SourceMessages::hide(quint64 number)
{
    if (number == m_number)
        hide();
}

} // namespace Trailglass

#include "moc_sourcemessages.cpp"
