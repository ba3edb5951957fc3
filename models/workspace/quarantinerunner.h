// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/workerthread.h"
#include "models/workspace/quarantineretry.h"

#include <QObject>

#include <optional>

namespace Trailglass {

/// Runs retryQuarantine() and exportQuarantine() on a thread of its own, one at a time.
/// \thread GUI
class QuarantineRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    QuarantineRunner(QString workspace, const Clock &clock, QObject *parent = nullptr);
    /// Cancels, and waits: within 100 ms. What is committed stays, an unfinished file does not.
    ~QuarantineRunner() override;

    /// Ends with retried() or failed().
    /// \param source  name of the source; empty: all
    /// \pre nothing is running
    void retry(const QString &source);
    /// Ends with exported() or failed().
    /// \pre nothing is running
    void exportRows(const QString &source, const QString &fileName);
    /// retried() follows with what was done by then, or failed().
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// At most about ten a second.
    void progress(qint64 rows);
    void retried(const Trailglass::QuarantineRetryReport &report);
    void exported(qint64 rows);
    void failed(const Trailglass::Error &error);

private:
    /// Does \a work on the thread.
    /// \param deliver  emits the result, on this object's thread
    template <class Value>
    void start(std::function<Result<Value>(const CancelToken &)> work,
               std::function<void(const Value &)> deliver);
    [[nodiscard]] std::function<void(qint64)> throttledProgress();

    const QString m_workspace;
    const Clock &m_clock;
    bool m_isRunning = false;
    CancelSource m_cancel;
    WorkerThread m_thread; ///< no signal follows its end
};

} // namespace Trailglass
