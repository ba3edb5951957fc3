// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/lazyworkerthread.h"

#include <QObject>
#include <QString>

namespace Trailglass {

/// Fills an empty workspace with an invented company's quarter, on a thread of its own: five sources and the events
/// that come with the program as `:/demo/<vendor>.ndjson`.
///
/// The sources have addresses that lead nowhere (`.invalid`), so a sync of them fails at once and harms
/// nothing.
/// \thread GUI
class DemoImport : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the import
    DemoImport(QString workspace, const Clock &clock, QObject *parent = nullptr);
    /// Cancels, and waits: within 100 ms.
    ~DemoImport() override;

    /// Once. Ends with imported() or failed(), unless destroyed before.
    void start();

Q_SIGNALS:
    void imported(qint64 events);
    /// Storage, DiskFull, Locked.
    void failed(const Trailglass::Error &error);

private:
    QString m_workspace;
    const Clock &m_clock;
    CancelSource m_cancel;
    LazyWorkerThread m_thread; ///< no signal follows its end
};

} // namespace Trailglass
