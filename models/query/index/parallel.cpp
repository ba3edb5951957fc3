// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/parallel.h"

#include "models/core/threadstart.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace Trailglass {

namespace {

/// A thread costs some 50 µs, a piece (a segment of 65,536 rows) about as much: under so many it does not
/// pay.
constexpr std::size_t FewestPieces = 8;
constexpr unsigned MaxThreads = 8;

} // namespace

void doInParallel(std::size_t count, const std::function<std::function<void(std::size_t)>()> &makeWork)
{
    std::atomic<std::size_t> next = 0;
    const auto serve = [&next, count](const std::function<void(std::size_t)> &work) {
        for (std::size_t piece = next++; piece < count; piece = next++)
            work(piece);
    };
    std::vector<std::jthread> helpers;
    const unsigned threads =
        count < FewestPieces ? 1U : std::clamp(std::thread::hardware_concurrency(), 1U, MaxThreads);
    startThreads(helpers, threads - 1, [&serve, &makeWork] {
        return [&serve, work = makeWork()] {
            serve(work);
        };
    });
    serve(makeWork());
}

} // namespace Trailglass
