// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace Trailglass {

/// Cheap copyable view of "is this work still wanted?".
///
/// A default-constructed token is never cancelled.
/// \thread any
class CancelToken
{
public:
    CancelToken() = default;

    [[nodiscard]] bool isCancelled() const noexcept
    {
        return (m_current && m_current->load(std::memory_order_acquire) != m_mine)
            || (m_outer && m_outer->isCancelled());
    }

private:
    friend class CancelSource;
    CancelToken(std::shared_ptr<const std::atomic<quint64>> current, quint64 mine,
                std::shared_ptr<const CancelToken> outer)
        : m_current(std::move(current))
        , m_mine(mine)
        , m_outer(std::move(outer))
    {
    }

    std::shared_ptr<const std::atomic<quint64>> m_current;
    quint64 m_mine = 0;
    std::shared_ptr<const CancelToken> m_outer; ///< or null
};

/// Hands out tokens; cancelling ends all tokens handed out so far.
///
/// Destroying the source cancels too, so work never outlives its requester.
/// \thread any
class CancelSource
{
public:
    CancelSource() = default;
    /// For a part of some work: its tokens are cancelled with those of the whole, too.
    explicit CancelSource(const CancelToken &outer)
        : m_outer(std::make_shared<const CancelToken>(outer))
    {
    }
    ~CancelSource() { cancel(); }
    CancelSource(const CancelSource &) = delete;
    CancelSource &operator=(const CancelSource &) = delete;

    /// A token of the current generation; older ones stay as they are.
    [[nodiscard]] CancelToken token() const
    {
        return {m_generation, m_generation->load(std::memory_order_acquire), m_outer};
    }

    /// Cancels every token handed out before this call. Async-signal-safe: one atomic increment.
    void cancel() noexcept { m_generation->fetch_add(1, std::memory_order_acq_rel); }

private:
    std::shared_ptr<std::atomic<quint64>> m_generation = std::make_shared<std::atomic<quint64>>(1);
    std::shared_ptr<const CancelToken> m_outer; ///< or null
};

} // namespace Trailglass
