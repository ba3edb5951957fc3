// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>
#include <future>
#include <memory>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

// The system may start no more threads: a user or a container may have so many, and no more. The standard library throws then;
// these functions do not.

namespace Trailglass {

/// Starts a thread.
/// \param thread  becomes it; one that runs is waited for
/// \returns false where the system starts no more; \a work is dropped then
/// \thread any
[[nodiscard]] inline bool startThread(std::jthread &thread, std::function<void()> work)
{
    try {
        thread = std::jthread(std::move(work));
        return true;
    } catch (const std::system_error &) {
        return false;
    }
}

/// Starts threads, or as many of them as the system still allows. Even none is no failure: whoever starts them works, too.
/// \param makeWork  gives what a thread does; called on the caller's thread
/// \thread any
inline void startThreads(std::vector<std::jthread> &threads, unsigned count,
                         const std::function<std::function<void()>()> &makeWork)
{
    threads.reserve(count);
    while (threads.size() < count) {
        std::jthread thread;
        if (!startThread(thread, makeWork()))
            return; // the next one would not start either
        threads.push_back(std::move(thread));
    }
}

/// Does a piece of work on a thread of its own or, where the system starts no more, at once on the caller's.
/// \returns what comes of it; waits for its end when it is destroyed
/// \thread any
template <class Work>
[[nodiscard]] auto startTask(Work work) -> std::future<std::invoke_result_t<Work &>>
{
    const auto shared = std::make_shared<Work>(std::move(work));
    const auto task = [shared] {
        return (*shared)();
    };
    try {
        return std::async(std::launch::async, task);
    } catch (const std::system_error &) {
        std::packaged_task<std::invoke_result_t<Work &>()> here(task);
        here();
        return here.get_future();
    }
}

} // namespace Trailglass
