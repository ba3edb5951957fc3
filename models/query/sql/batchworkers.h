// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/sql/scanbatch.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Trailglass {

/// Finishes batches on other threads and on the caller's, and gives them back in the order they came.
///
/// Only so many batches are under way that memory stays flat. \thread the owner's, but for the work itself
class BatchWorkers
{
public:
    using Batch = std::unique_ptr<ScanBatch>;
    using Work = std::function<void(ScanBatch &)>;
    /// Makes the work of one thread, with its own buffers. Called on the owner's thread.
    using WorkMaker = std::function<Work()>;

    explicit BatchWorkers(const WorkMaker &makeWork);
    /// Waits for the batches that are being worked on; those that wait are dropped.
    ~BatchWorkers();
    BatchWorkers(const BatchWorkers &) = delete;
    BatchWorkers &operator=(const BatchWorkers &) = delete;

    /// \returns the oldest batch, finished, when enough are under way; else nothing
    [[nodiscard]] Batch exchange(Batch batch);

    /// \returns the oldest batch, finished; nothing when none is left
    [[nodiscard]] Batch takeOldest();

private:
    enum class State
    {
        Waiting,
        Running,
        Finished
    };
    struct Job
    {
        Batch batch;
        State state = State::Waiting;
    };

    void serve(const Work &work);
    Job *nextWaiting();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Job>> m_jobs; ///< oldest first
    bool m_stopping = false;
    Work m_ownWork;
    std::vector<std::thread> m_threads;
};

} // namespace Trailglass
