// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/workerthread.h"

#include "models/core/translation.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace Trailglass {

namespace {

/// Has the calling thread give way to the others of the process.
void giveWay()
{
#ifdef Q_OS_LINUX
    // QThread has no priorities there, but each thread has a nice value, which the threads that it starts inherit.
    // \source setpriority(2), C library/kernel differences
    constexpr int Nicer = 10; // a ninth of the time of another thread on the same core
    constexpr id_t CallingThread = 0;
    setpriority(PRIO_PROCESS, CallingThread, getpriority(PRIO_PROCESS, CallingThread) + Nicer);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

bool starts(QThread &thread, const QString &name)
{
    thread.setObjectName(name);
    thread.start();
    return thread.isRunning();
}

} // namespace

Error noMoreThreads()
{
    return {.kind = ErrorKind::Internal,
            .message =
                tr("This cannot be done, because the system starts no more threads. End other programs "
                   "and try again.")};
}

WorkerThread::WorkerThread(const QString &name, Urgency urgency)
    : m_hasThread(starts(m_thread, name))
{
    if (!m_hasThread)
        return;
    m_worker.moveToThread(&m_thread);
    if (urgency == Urgency::Later)
        post(giveWay);
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

void WorkerThread::postToOwner(const CancelToken &token, std::function<void()> deliver)
{
    postToOwner([token, deliver = std::move(deliver)] {
        if (!token.isCancelled())
            deliver();
    });
}

void WorkerThread::end(std::function<void()> last)
{
    if (!m_hasThread) {
        if (m_worker.thread() == &m_thread) // ended before
            return;
        QCoreApplication::sendPostedEvents(&m_worker, QEvent::MetaCall);
        last();
        m_worker.moveToThread(&m_thread); // which does not run: nothing that is posted from now on is done
        return;
    }
    if (m_thread.isFinished())
        return;
    post([this, last = std::move(last)] {
        last();
        m_thread.quit();
    });
    m_thread.wait();
}

} // namespace Trailglass
