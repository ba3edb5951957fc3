// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/rowreader.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace Trailglass {

/// Rows of an import file on their way from the thread that reads to the one that commits.
struct ImportBatch
{
    ParsedRows rows;
    qint64 bytes = 0; ///< of the file, read up to here
};

/// Hands batches from one thread to another, and lets the first run ahead by Capacity at most.
/// \thread any
class BatchQueue
{
public:
    static constexpr std::size_t Capacity = 3;

    /// From now on a batch goes to \a take on the thread that pushes it, without waiting: for one thread that does both.
    /// \param take  returns whether it takes more; if not, the queue is closed
    void passTo(std::function<bool(ImportBatch batch)> take);

    /// Waits for room.
    /// \returns false when the queue is closed, and the batch is dropped
    [[nodiscard]] bool push(ImportBatch batch);

    /// Waits for a batch.
    /// \returns nothing when there will be none: the writer has ended, or the queue is closed
    [[nodiscard]] std::optional<ImportBatch> pop();

    /// The pushing side is done; what waits can still be popped.
    void end();

    /// The popping side is done: what waits is dropped and push() fails from now on.
    void close();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<bool(ImportBatch batch)> m_take; ///< of passTo()
    std::deque<ImportBatch> m_batches;
    bool m_ended = false;
    bool m_closed = false;
};

} // namespace Trailglass
