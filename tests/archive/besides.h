// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QEventLoop>
#include <QThread>

#include <memory>
#include <optional>

namespace Trailglass::Testing {

/// Calls what waits for servers of this thread on another thread, while the event loop of this one runs.
/// \returns what the call returned
template <class Call>
auto besides(Call call)
{
    std::optional<decltype(call())> result;
    const std::unique_ptr<QThread> thread(QThread::create([&] { result.emplace(call()); }));
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
    return *std::move(result);
}

} // namespace Trailglass::Testing
