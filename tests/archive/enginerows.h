// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/archive/chdbbridge.h"
#include "tests/archive/clickhouseserver.h"

#include <QTest>

#include <memory>

namespace Trailglass::Testing {

/// The engines that pushes have to work with, the oldest and the newest, each started once for a test class.
class EngineRows
{
public:
    /// Adds a row for each engine, with its name in the only column `engine`.
    static void add()
    {
        QTest::addColumn<QString>("engine");
        for (const char *name : {"18.16", "chdb"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    [[nodiscard]] static QString reasonMissing(const QString &engine)
    {
        return isOld(engine) ? ClickHouseServer::reasonMissing() : ChdbBridge::reasonMissing();
    }

    /// \returns the engine, started; null when it does not start
    [[nodiscard]] ArchiveServer *started(const QString &engine)
    {
        std::unique_ptr<ArchiveServer> &server = isOld(engine) ? m_old : m_new;
        if (!server) {
            if (isOld(engine))
                server = std::make_unique<ClickHouseServer>();
            else
                server = std::make_unique<ChdbBridge>();
            if (!server->start())
                qWarning("%s", qPrintable(server->errors()));
        }
        return server->port() == 0 ? nullptr : server.get();
    }

private:
    static bool isOld(const QString &engine) { return engine == QStringLiteral("18.16"); }

    std::unique_ptr<ArchiveServer> m_old;
    std::unique_ptr<ArchiveServer> m_new;
};

} // namespace Trailglass::Testing

/// An archive `stage` on an engine, for the rest of a test function or of a block of it, which is skipped where the engine is
/// missing.
#define ARCHIVE_STAGE_ON(engines, name)                                                                      \
    if (const QString reason = EngineRows::reasonMissing(name); !reason.isEmpty())                           \
        QSKIP(qPrintable(reason));                                                                           \
    ArchiveServer *const archiveServer = (engines).started(name);                                            \
    QVERIFY(archiveServer);                                                                                  \
    ArchiveStage stage(*archiveServer);                                                                      \
    VERIFY_RESULT(stage.create())

/// Likewise on the engine of the row, in a test function whose data are EngineRows.
#define ARCHIVE_STAGE(engines)                                                                               \
    QFETCH(const QString, engine);                                                                           \
    ARCHIVE_STAGE_ON(engines, engine)
