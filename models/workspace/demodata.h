// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/store/eventwriter.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <memory>

namespace Trailglass {

/// Fills an empty workspace with a made-up company's quarter: five sources and the events that come with the
/// program as `:/demo/<vendor>.ndjson`.
///
/// The sources have addresses that lead nowhere (`.invalid`), so a sync of them fails at once and harms
/// nothing. Blocking.
/// \thread any but the GUI's
/// \error Storage, DiskFull, Locked; Cancelled
[[nodiscard]] Result<CommitCounts> importDemoData(const QString &workspace, const Clock &clock,
                                                  const CancelToken &cancel);

/// importDemoData() on a thread of its own.
/// \thread GUI
class DemoImport : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the import
    DemoImport(QString workspace, const Clock &clock, QObject *parent = nullptr);
    /// Cancels, and waits: within 100 ms.
    ~DemoImport() override;

    void start();

Q_SIGNALS:
    /// Exactly once a start(), unless destroyed before.
    void imported(qint64 events);
    void failed(const Trailglass::Error &error);

private:
    QString m_workspace;
    const Clock &m_clock;
    CancelSource m_cancel;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Trailglass
