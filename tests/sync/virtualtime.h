// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/storethread.h"
#include "tests/network/manualscheduler.h"

#include <QObject>

namespace Trailglass {

/// Lets the time of a ManualScheduler pass where nothing else is left to happen: no request is on its way, the store
/// has carried out its calls, and all queued calls are delivered.
///
/// At any other moment a wait could end before something that comes first: a failure whose progress is queued, a
/// request that is made and not yet sent, a run whose start is with the store.
/// \thread the main one, with a running event loop
class VirtualTime : public QObject
{
    Q_OBJECT

public:
    /// \param scheduler, store  outlive it
    VirtualTime(ManualScheduler &scheduler, StoreThread &store);

    /// Jumps to the next thing due, later, unless anything else happens until then. To be called again and again.
    void passIfNothingElseHappens();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ManualScheduler &m_scheduler;
    StoreThread &m_store;
    bool m_isAsking = false; ///< the store's result is awaited
    int m_calls = 0; ///< that were queued and have been delivered meanwhile
};

} // namespace Trailglass
