// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/readerthread.h"

namespace Trailglass {

ReaderThread::ReaderThread(QString workspace, const QString &name)
    : m_workspace(std::in_place, std::move(workspace))
    , m_thread(name)
{
}

ReaderThread::~ReaderThread()
{
    cancel();
    // A connection closes on the thread that opened it.
    m_thread.end([this] { m_workspace.reset(); });
}

void ReaderThread::post(Work work)
{
    m_thread.post([this, work = std::move(work), token = m_cancel.token()] {
        if (!token.isCancelled())
            work(*m_workspace, token);
    });
}

void ReaderThread::cancel()
{
    m_cancel.cancel();
    m_workspace->interrupt();
}

} // namespace Trailglass
