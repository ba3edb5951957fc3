// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/workerthread.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/treesigner.h"

#include <deque>
#include <functional>
#include <memory>

namespace Trailglass {

/// Tasks that sign, or change the keys that do: one after the other, each in steps that use the database on a thread of
/// their own, and the keychain on the main thread.
///
/// Calls are dropped when this object is destroyed.
/// \thread the main thread, as for SecretStore
class SigningSteps
{
public:
    template <class Value>
    using Next = std::function<void(const Value &)>;
    /// Gets an error, and returns whether it has gone on with it; if not, the task fails.
    using Otherwise = std::function<bool(const Error &error)>;

    struct Task
    {
        std::function<void()> begin; ///< ends with end() or fail(), in this call or a later step
        std::function<void(const Error &)> fail; ///< reports to whoever wanted it
    };

    /// \param clock    outlives this
    /// \param hashing  is called while what an earlier version has stored is hashed
    SigningSteps(QString workspace, SecretPlaces places, const Clock &clock, TreeProgress hashing);
    /// Cancels, and waits for the thread.
    ~SigningSteps();
    SigningSteps(const SigningSteps &) = delete;
    SigningSteps &operator=(const SigningSteps &) = delete;

    /// Begins a task after those that were added before, and never before this returns.
    void add(Task task);
    /// All fail with Cancelled, soon. What is stored by then stays.
    void cancel();
    [[nodiscard]] bool isBusy() const { return !m_tasks.empty(); }

    // Steps of the task that is on. One that fails ends it.

    /// The task is over; \a report may destroy this object.
    void end(const std::function<void()> &report);
    void fail(const Error &error);

    /// Does \a work on the thread, and \a next with its value.
    template <class Value>
    void onThread(std::function<Result<Value>(const CancelToken &cancel)> work, Next<Value> next);
    /// \returns what to give to SigningKeys: does \a next with its value
    template <class Value>
    [[nodiscard]] Next<Result<Value>> unlessFailed(Next<Value> next, Otherwise otherwise = isNoWayOn);
    /// \returns the same for a call that has no value; \a next gets the error too
    [[nodiscard]] Next<Result<void>> unlessCancelled(Next<Result<void>> next) const;

    void readState(Next<SigningState> next);
    /// Keeps a new key in a store, then adds it to the workspace.
    /// \param next  gets its record
    void keepAndAdd(const QString &identity, const NewSigningKey &key, SigningKeys::Keeping keeping,
                    const Next<SigningKeyRecord> &next, const Otherwise &otherwise = isNoWayOn);
    /// Adds a key that is kept already.
    void addKey(const NewSigningKey &key, const Next<SigningKeyRecord> &next);

    [[nodiscard]] const QString &workspace() const { return m_workspace; }
    [[nodiscard]] UtcMicros now() const { return m_clock.now(); }
    [[nodiscard]] SigningKeys &keys() { return m_keys; }

private:
    static bool isNoWayOn(const Error &) { return false; }
    void beginNext();

    const QString m_workspace;
    const Clock &m_clock;
    const TreeProgress m_hashing;
    SigningKeys m_keys;
    std::deque<Task> m_tasks; ///< the first one is on once m_isOn
    bool m_isOn = false;
    CancelSource m_cancelling; ///< of all tasks
    CancelToken m_token; ///< of the one that is on
    WorkerThread m_thread; // last: its work uses everything above
};

template <class Value>
void SigningSteps::onThread(std::function<Result<Value>(const CancelToken &cancel)> work, Next<Value> next)
{
    m_thread.post([this, token = m_token, work = std::move(work), next = std::move(next)] {
        const auto result = std::make_shared<const Result<Value>>(work(token));
        m_thread.postToOwner([this, token, result, next] {
            if (token.isCancelled())
                return;
            if (*result)
                next(**result);
            else
                fail(result->error());
        });
    });
}

template <class Value>
SigningSteps::Next<Result<Value>> SigningSteps::unlessFailed(Next<Value> next, Otherwise otherwise)
{
    return [this, token = m_token, next = std::move(next),
            otherwise = std::move(otherwise)](const Result<Value> &result) {
        if (token.isCancelled())
            return;
        if (result)
            next(*result);
        else if (!otherwise(result.error()))
            fail(result.error());
    };
}

} // namespace Trailglass
