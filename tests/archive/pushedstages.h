// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/archive/loadedarchive.h"
#include "tests/archive/pushedworkspacestage.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace Trailglass::Testing {

/// A stage on each of realEngines(), made when it is first used, for all functions of a test class.
class PushedStages
{
public:
    /// Global data: a row for each engine, with its name in the column `engine`.
    static void addRows()
    {
        QTest::addColumn<QByteArray>("engine");
        for (const RealEngine &engine : realEngines())
            QTest::newRow(engine.name.constData()) << engine.name;
    }

    /// Once, after begin(), for each stage: what further events there are.
    using Fill = std::function<Result<void>(PushedWorkspaceStage &stage)>;
    explicit PushedStages(Fill fill = {})
        : m_fill(std::move(fill))
    {
    }

    /// For QSKIP; empty where there is an engine to start.
    [[nodiscard]] QString reasonMissing(const QByteArray &engine) const
    {
        return m_stages.contains(engine) ? QString() : real(engine).reasonMissing;
    }

    /// \pre reasonMissing() is empty
    Result<PushedWorkspaceStage *> started(const QByteArray &engine)
    {
        std::unique_ptr<PushedWorkspaceStage> &stage = m_stages[engine];
        if (!stage) {
            auto begun = std::make_unique<PushedWorkspaceStage>(real(engine).server);
            TRY(begun->begin());
            if (m_fill) {
                TRY(m_fill(*begun));
            }
            stage = std::move(begun);
        }
        return stage.get();
    }
    /// Ends all servers.
    void clear() { m_stages.clear(); }

private:
    /// One of realEngines(), not started.
    [[nodiscard]] static RealEngine real(const QByteArray &engine)
    {
        std::vector<RealEngine> engines = realEngines();
        return std::move(*std::ranges::find(engines, engine, &RealEngine::name));
    }

    const Fill m_fill;
    std::map<QByteArray, std::unique_ptr<PushedWorkspaceStage>> m_stages;
};

} // namespace Trailglass::Testing
