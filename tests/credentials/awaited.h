// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QTest>

#include <functional>

namespace Trailglass {

/// The result of an asynchronous call, and how often the callback was called.
template <class T>
class Awaited
{
public:
    /// To be given to the call. This object must outlive it.
    std::function<void(Result<T>)> callback()
    {
        return [this](Result<T> result) {
            ++m_calls;
            m_result = std::move(result);
        };
    }

    int calls() const { return m_calls; }

    /// Runs the event loop until the result is there. No result in half a minute is an Internal error.
    const Result<T> &wait()
    {
        if (!QTest::qWaitFor([this] { return m_calls > 0; }, 30'000))
            m_result = Error{ErrorKind::Internal, QStringLiteral("no result came")};
        return *m_result;
    }

private:
    int m_calls = 0;
    std::optional<Result<T>> m_result;
};

} // namespace Trailglass
