// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Trailglass {

/// Ctrl+C and SIGTERM as a cancel: blocking work sees the token, work on the event loop the signal.
///
/// A second one ends the process at once. At most one object at a time. \thread main
class InterruptSignal : public QObject
{
    Q_OBJECT

public:
    explicit InterruptSignal(QObject *parent = nullptr);
    ~InterruptSignal() override;

    [[nodiscard]] CancelToken token() const { return m_cancel.token(); }
    [[nodiscard]] bool wasInterrupted() const;

Q_SIGNALS:
    void interrupted();

private:
    CancelSource m_cancel;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Trailglass
