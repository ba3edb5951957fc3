// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Trailglass {

/// Ctrl+C, SIGTERM and SIGHUP as a cancel: blocking work sees the token, work on the event loop the signal, and
/// poll() the descriptor().
///
/// Whatever has not ended GraceSeconds later, such as a write that nobody reads or another program's lock, is
/// ended with the process; what is stored is stored in transactions. A second signal ends the process at
/// once. Signals that stand for a failed write, SIGPIPE and SIGXFSZ, are ignored: the write itself says so.
/// At most one object at a time.
/// \thread main
class InterruptSignal : public QObject
{
    Q_OBJECT

public:
    /// How long a command has for an orderly end.
    static constexpr unsigned GraceSeconds = 3;

    explicit InterruptSignal(QObject *parent = nullptr);
    ~InterruptSignal() override;

    [[nodiscard]] CancelToken token() const { return m_cancel.token(); }
    [[nodiscard]] bool wasInterrupted() const;

    /// The command did nothing but wait for the interrupt: that is its regular end, and its own exit code counts.
    void setExpected() { m_isExpected = true; }
    [[nodiscard]] bool isExpected() const { return m_isExpected; }

    /// Readable from the interrupt on, for poll() beside something else; not to be read from.
    [[nodiscard]] int descriptor() const;

Q_SIGNALS:
    void interrupted();

private:
    CancelSource m_cancel;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_isExpected = false;
};

} // namespace Trailglass
