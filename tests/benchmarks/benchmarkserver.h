// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesession.h"
#include "tests/archive/chdbbridge.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/benchmarks/measurement.h"

#include <QString>

#include <memory>
#include <optional>

namespace Trailglass::Benchmarks {

/// Where the archive is. A server that is started here ends with it.
class BenchmarkServer
{
public:
    explicit BenchmarkServer(const QString &engine)
    {
        if (engine.contains(QStringLiteral("://"))) {
            const QByteArray key = qgetenv("TRAILGLASS_BENCHMARK_KEY");
            m_access.emplace(ArchiveAccess{orExit(ArchivePlace::parse(engine)),
                                           key.isEmpty() ? Secret() : orExit(Secret::fromText(key))});
            return;
        }
        const bool isNewest = engine == QStringLiteral("newest");
        if (!isNewest && engine != QStringLiteral("oldest"))
            leave(QStringLiteral("The engine is oldest, newest or an address."));
        const QString missing =
            isNewest ? Testing::ChdbBridge::reasonMissing() : Testing::ClickHouseServer::reasonMissing();
        if (!missing.isEmpty())
            leave(missing);
        if (isNewest)
            m_server = std::make_unique<Testing::ChdbBridge>(Testing::ArchiveServer::Keeping::Ordinarily);
        else
            m_server =
                std::make_unique<Testing::ClickHouseServer>(1, Testing::ArchiveServer::Keeping::Ordinarily);
        if (!m_server->start())
            leave(m_server->errors());
        m_access.emplace(
            ArchiveAccess{m_server->place(QStringLiteral("bench")), Testing::ArchiveServer::key()});
    }

    [[nodiscard]] const ArchiveAccess &access() const { return *m_access; }

private:
    std::unique_ptr<Testing::ArchiveServer> m_server;
    std::optional<ArchiveAccess> m_access;
};

} // namespace Trailglass::Benchmarks
