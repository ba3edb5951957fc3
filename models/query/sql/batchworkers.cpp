// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sql/batchworkers.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// More threads than this wait for the one that reads the database.
constexpr unsigned MaximumThreads = 8;

unsigned helperCount()
{
    // One core is the caller's: it reads ahead and, when far enough ahead, works too.
    return std::clamp(std::thread::hardware_concurrency(), 2U, MaximumThreads) - 1;
}

} // namespace

BatchWorkers::BatchWorkers(const WorkMaker &makeWork)
    : m_ownWork(makeWork())
{
    for (unsigned count = 0; count < helperCount(); ++count)
        m_threads.emplace_back([this, work = makeWork()] { serve(work); });
}

BatchWorkers::~BatchWorkers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

BatchWorkers::Batch BatchWorkers::exchange(Batch batch)
{
    bool enough = false;
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::make_unique<Job>(Job{std::move(batch)}));
        enough = m_jobs.size() > m_threads.size() + 1;
    }
    m_changed.notify_all();
    return enough ? takeOldest() : nullptr;
}

BatchWorkers::Batch BatchWorkers::takeOldest()
{
    std::unique_lock lock(m_mutex);
    if (m_jobs.empty())
        return nullptr;
    while (m_jobs.front()->state != State::Finished) {
        Job *job = nextWaiting();
        if (!job) {
            m_changed.wait(lock);
            continue;
        }
        job->state = State::Running;
        lock.unlock();
        m_ownWork(*job->batch);
        lock.lock();
        job->state = State::Finished;
    }
    Batch batch = std::move(m_jobs.front()->batch);
    m_jobs.pop_front();
    return batch;
}

BatchWorkers::Job *BatchWorkers::nextWaiting()
{
    const auto waiting =
        std::ranges::find_if(m_jobs, [](const auto &job) { return job->state == State::Waiting; });
    return waiting == m_jobs.end() ? nullptr : waiting->get();
}

void BatchWorkers::serve(const Work &work)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        Job *job = nullptr;
        m_changed.wait(lock, [&] { return m_stopping || (job = nextWaiting()) != nullptr; });
        if (m_stopping)
            return;
        job->state = State::Running;
        lock.unlock();
        work(*job->batch);
        lock.lock();
        job->state = State::Finished;
        m_changed.notify_all();
    }
}

} // namespace Trailglass
