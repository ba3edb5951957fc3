// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sync/virtualtime.h"

#include "models/network/httpjob.h"

#include <QCoreApplication>
#include <QEvent>

#include <memory>
#include <optional>

namespace Trailglass {

VirtualTime::VirtualTime(ManualScheduler &scheduler, StoreThread &store)
    : m_scheduler(scheduler)
    , m_store(store)
{
    QCoreApplication::instance()->installEventFilter(this);
}

void VirtualTime::passIfNothingElseHappens()
{
    if (m_isAsking || m_scheduler.isWaiting<HttpJob>())
        return;
    m_isAsking = true;
    m_calls = 0;
    const auto asked = m_scheduler.elapsed();
    // A call that changes nothing. Its result is delivered after those of all earlier calls of the store, and after
    // everything that is queued now: where nothing else was delivered until then, nothing is left that could follow.
    m_store.takeBackSource(std::make_shared<std::optional<SourceId>>(), {}, this,
                           [this, asked](const Result<void> &) {
                               m_isAsking = false;
                               if (m_calls == 1 && m_scheduler.elapsed() == asked)
                                   m_scheduler.advanceToNext();
                           });
}

bool VirtualTime::eventFilter(QObject *watched, QEvent *event)
{
    // Results of other threads are delivered in this way as well.
    if (event->type() == QEvent::MetaCall)
        ++m_calls;
    return QObject::eventFilter(watched, event);
}

} // namespace Trailglass
