// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/batchqueue.h"

#include <utility>

namespace Trailglass {

void BatchQueue::passTo(std::function<bool(ImportBatch batch)> take)
{
    const std::lock_guard lock(m_mutex);
    m_take = std::move(take);
}

bool BatchQueue::push(ImportBatch batch)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || m_batches.size() < Capacity; });
    if (m_closed) {
        return false;
    }
    if (m_take) {
        lock.unlock();
        if (!m_take(std::move(batch))) {
            close();
        }
        return true;
    }
    m_batches.push_back(std::move(batch));
    m_changed.notify_all();
    return true;
}

std::optional<ImportBatch> BatchQueue::pop()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || m_ended || !m_batches.empty(); });
    if (m_batches.empty()) {
        return {};
    }
    ImportBatch batch = std::move(m_batches.front());
    m_batches.pop_front();
    m_changed.notify_all();
    return batch;
}

void BatchQueue::end()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_all();
}

void BatchQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_batches.clear();
    m_changed.notify_all();
}

} // namespace Trailglass
