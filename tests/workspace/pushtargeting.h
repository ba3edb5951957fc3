// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/pushtargetservice.h"

#include <QTest>

#include <optional>

namespace Trailglass::Testing {

/// What a call gives to its callback.
/// \param call  gets the callback
template <class Value, class Call>
[[nodiscard]] Result<Value> awaited(Call call)
{
    constexpr int Patience = 60'000; // ms
    std::optional<Result<Value>> got;
    call([&got](const Result<Value> &result) { got.emplace(result); });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, Patience))
        return Error{ErrorKind::Internal, QStringLiteral("The callback was not called.")};
    return *got;
}

[[nodiscard]] inline Result<PushTargetList> listedBy(PushTargetService &targets)
{
    return awaited<PushTargetList>([&targets](const PushTargetService::Listed &done) { targets.list(done); });
}

} // namespace Trailglass::Testing
