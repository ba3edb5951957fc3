// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/threadstart.h"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Trailglass {

/// How many threads share work that is there for all cores, the one that waits for it among them. More would wait for the
/// disk, or for the thread that reads the database.
/// \thread any
[[nodiscard]] inline unsigned workerThreads()
{
    return std::clamp(std::thread::hardware_concurrency(), 2U, 8U);
}

/// Does jobs on other threads and on the caller's, and gives them back in the order they came.
///
/// Only so many jobs are under way that memory stays flat: two for each of the other threads, and one, or as many as the
/// owner permits.
/// \thread the owner's, but for the work itself
template <class Job>
class OrderedWorkers
{
public:
    using JobPointer = std::unique_ptr<Job>;
    using Work = std::function<void(Job &)>;
    /// Makes the work of one thread, with its own buffers. Called on the owner's thread.
    using WorkMaker = std::function<Work()>;

    /// \param threads  that work, the owner's among them: it reads ahead and, when far enough ahead, works too. 0 is
    /// taken for 1; fewer work where the system starts no more
    /// \param maxUnderWay  more jobs than by default, for a few that are small in memory and of very different length: while
    /// the owner does a long one, the other threads have all others to go on with
    explicit OrderedWorkers(const WorkMaker &makeWork, unsigned threads = workerThreads(),
                            std::size_t maxUnderWay = 0)
        : m_maxUnderWay(maxUnderWay)
        , m_ownWork(makeWork())
    {
        startThreads(m_threads, std::max(threads, 1U) - 1, [this, &makeWork] {
            return [this, work = makeWork()] {
                serve(work);
            };
        });
    }

    /// Waits for the jobs that are being done; those that wait are dropped.
    ~OrderedWorkers()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_changed.notify_all();
    }
    OrderedWorkers(const OrderedWorkers &) = delete;
    OrderedWorkers &operator=(const OrderedWorkers &) = delete;

    /// \returns the oldest job, done, when enough are under way; else nothing
    [[nodiscard]] JobPointer exchange(JobPointer job)
    {
        bool enough = false;
        {
            const std::lock_guard lock(m_mutex);
            m_entries.push_back(std::make_unique<Entry>(Entry{std::move(job)}));
            // The owner may work for as long as any other thread does on one job: each has another one to go on with.
            enough = m_entries.size() > std::max(2 * m_threads.size(), m_maxUnderWay);
        }
        m_changed.notify_all();
        return enough ? takeOldest() : nullptr;
    }

    /// \returns the oldest job, done; nothing when none is left
    [[nodiscard]] JobPointer takeOldest()
    {
        std::unique_lock lock(m_mutex);
        if (m_entries.empty())
            return nullptr;
        while (m_entries.front()->state != State::Done) {
            if (Entry *entry = nextWaiting())
                run(*entry, m_ownWork, lock);
            else
                m_changed.wait(lock);
        }
        JobPointer job = std::move(m_entries.front()->job);
        m_entries.pop_front();
        return job;
    }

private:
    enum class State
    {
        Waiting,
        Running,
        Done
    };
    struct Entry
    {
        JobPointer job;
        State state = State::Waiting;
    };

    void serve(const Work &work)
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            Entry *entry = nullptr;
            m_changed.wait(lock, [&] { return m_stopping || (entry = nextWaiting()) != nullptr; });
            if (m_stopping)
                return;
            run(*entry, work, lock);
            m_changed.notify_all();
        }
    }

    void run(Entry &entry, const Work &work, std::unique_lock<std::mutex> &lock)
    {
        entry.state = State::Running;
        lock.unlock();
        work(*entry.job);
        lock.lock();
        entry.state = State::Done;
    }

    Entry *nextWaiting()
    {
        const auto waiting =
            std::ranges::find_if(m_entries, [](const auto &entry) { return entry->state == State::Waiting; });
        return waiting == m_entries.end() ? nullptr : waiting->get();
    }

    const std::size_t m_maxUnderWay;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Entry>> m_entries; ///< oldest first
    bool m_stopping = false;
    Work m_ownWork;
    std::vector<std::jthread> m_threads; // last: they use everything above until they are joined
};

} // namespace Trailglass
