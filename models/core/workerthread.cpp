// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/workerthread.h"

#include <utility>

namespace Trailglass {

WorkerThread::WorkerThread(const QString &name)
{
    m_thread.setObjectName(name);
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

WorkerThread::~WorkerThread()
{
    end([] {});
}

void WorkerThread::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_worker, std::move(work), Qt::QueuedConnection);
}

void WorkerThread::postToOwner(std::function<void()> deliver)
{
    QMetaObject::invokeMethod(&m_owner, std::move(deliver), Qt::QueuedConnection);
}

void WorkerThread::end(std::function<void()> last)
{
    if (m_thread.isFinished())
        return;
    post([this, last = std::move(last)] {
        last();
        m_thread.quit();
    });
    m_thread.wait();
}

} // namespace Trailglass
