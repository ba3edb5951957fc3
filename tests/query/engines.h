// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/sqlqueryengine.h"
#include "models/query/index/indexqueryengine.h"

#include <QTest>

namespace Trailglass {

/// The data of a test class whose tests hold for every engine: a global column "engine".
inline void addEngineRows()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sql") << QStringLiteral("sql");
    QTest::newRow("index") << QStringLiteral("index");
}

/// Opens an engine by the name addEngineRows() gives it.
inline Result<std::unique_ptr<QueryEngine>> openEngine(const QString &name, const QString &folder)
{
    const auto opened = [](auto engine) -> Result<std::unique_ptr<QueryEngine>> {
        if (!engine)
            return engine.error();
        return std::unique_ptr<QueryEngine>(*std::move(engine));
    };
    return name == QLatin1StringView("sql") ? opened(SqlQueryEngine::open(folder))
                                            : opened(IndexQueryEngine::open(folder));
}

} // namespace Trailglass
