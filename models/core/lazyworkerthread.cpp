// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/lazyworkerthread.h"

#include <utility>

namespace Trailglass {

LazyWorkerThread::LazyWorkerThread(QString name)
    : m_name(std::move(name))
{
}

LazyWorkerThread::~LazyWorkerThread()
{
    // Not left to the optional, which is empty already while the thread in it is waited for: work still looks into it.
    if (m_thread)
        m_thread->end([] {});
}

void LazyWorkerThread::post(std::function<void()> work)
{
    if (!m_thread)
        m_thread.emplace(m_name);
    m_thread->post(std::move(work));
}

void LazyWorkerThread::postToOwner(std::function<void()> deliver)
{
    Q_ASSERT(m_thread);
    m_thread->postToOwner(std::move(deliver));
}

void LazyWorkerThread::postToOwner(const CancelToken &token, std::function<void()> deliver)
{
    Q_ASSERT(m_thread);
    m_thread->postToOwner(token, std::move(deliver));
}

} // namespace Trailglass
