// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/orderedworkers.h"
#include "models/core/result.h"

#include <QtGlobal>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace Trailglass {

/// What does a piece of work by its number.
template <class Piece>
using PieceWork = std::function<Result<Piece>(qint64 number)>;

/// Does the pieces of work 0, 1, 2 … on several threads, the caller's among them, and passes on what each gives, in the order
/// of their numbers: what comes of it is the same for any number of threads. Blocking. Only so many pieces are kept that
/// memory stays flat, see OrderedWorkers.
///
/// \param count     of pieces
/// \param makeWork  makes the work of one thread, with its own buffers; called on the caller's thread. A connection is opened
/// by the work itself, on the thread that it is used on
/// \param take      called on the caller's thread; its error ends the work
/// \param threads   that work; 0 is taken for 1
/// \param maxUnderWay  as for OrderedWorkers
/// \error that of the first piece, by number, that has one, after all pieces before it were taken; those of \a take
template <class Piece>
Result<void> doPiecesInOrder(qint64 count, const std::function<PieceWork<Piece>()> &makeWork,
                             const std::function<Result<void>(Piece &&piece)> &take,
                             unsigned threads = workerThreads(), std::size_t maxUnderWay = 0)
{
    struct PieceJob
    {
        qint64 number = 0;
        std::optional<Result<Piece>> done = {};
    };
    using Workers = OrderedWorkers<PieceJob>;
    const typename Workers::WorkMaker makeJobWork = [&makeWork] {
        return [work = makeWork()](PieceJob &job) {
            job.done.emplace(work(job.number));
        };
    };
    const auto pass = [&take](typename Workers::JobPointer job) -> Result<void> {
        TRY(Piece piece, *std::move(job->done));
        return take(std::move(piece));
    };
    Workers workers(makeJobWork, threads, maxUnderWay);
    for (qint64 number = 0; number < count; ++number) {
        if (auto oldest = workers.exchange(std::make_unique<PieceJob>(PieceJob{.number = number}))) {
            TRY(pass(std::move(oldest)));
        }
    }
    while (auto oldest = workers.takeOldest()) {
        TRY(pass(std::move(oldest)));
    }
    return {};
}

} // namespace Trailglass
