// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "views/common/messagestrip.h"

#include <QList>
#include <QObject>

#include <functional>

namespace Trailglass {

/// Shows one message about the sources at a time, in the place that is in sight, with at most one action.
/// \thread GUI
class SourceMessages : public QObject
{
    Q_OBJECT

public:
    using Action = std::function<void()>;

    explicit SourceMessages(QObject *parent = nullptr);

    /// A strip that can show messages. The first one whose parent is visible shows the next message; when there
    /// is none, the last one.
    /// \param strip  outlives this object
    void addPlace(MessageStrip &strip);

    /// Replaces the message before.
    /// \param caption  of the button that hides the message and runs \a action; none without one
    /// \returns the number of this message
    quint64 show(MessageStrip::Kind kind, const QString &text, const QString &caption = {},
                 Action action = {});
    /// As show(), but always in the first place: it may be out of sight, for what is said elsewhere too.
    quint64 showInFirstPlace(MessageStrip::Kind kind, const QString &text, const QString &caption = {},
                             Action action = {});
    /// Nothing for what was cancelled: the user knows.
    void showError(const Error &error, const QString &caption = {}, const Action &action = {});
    /// Whatever is shown is over.
    void hide();
    /// The message with this number is over; another one stays.
    void hide(quint64 number);

private:
    quint64 showIn(MessageStrip &strip, MessageStrip::Kind kind, const QString &text, const QString &caption,
                   Action action);

    QList<MessageStrip *> m_places;
    Action m_action;
    quint64 m_number = 0; ///< of the newest message
};

} // namespace Trailglass
