// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/archive/archiveserver.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace Trailglass::Testing {

/// Debian's clickhouse-server, or several of them as the shards of the cluster `shards`.
///
/// Further users: `careless` is like `locked` and leaves out shards that do not respond, `stranger` may use another database
/// only, `limited` reads at most 1,000 rows a query, and `small` has 20 MB of memory for one.
class ClickHouseServer final : public ArchiveServer
{
public:
    /// \returns why there is no server to start, for QSKIP; empty when there is one
    [[nodiscard]] static QString reasonMissing();

    explicit ClickHouseServer(int shards = 1, Keeping keeping = Keeping::Briefly);
    /// Kills the servers.
    ~ClickHouseServer() override;

    /// Its users are those of a file as administrators put it into users.d, and no others.
    /// \pre it was not started
    void setUsersFile(const QString &xml) { m_usersFile = xml; }

    /// Of all shards.
    [[nodiscard]] bool start() override;
    void kill9() override;
    [[nodiscard]] quint16 port() const override { return portOf(0); }
    [[nodiscard]] QList<quint16> ports() const override;
    [[nodiscard]] QString cluster() const override;
    [[nodiscard]] QString errors() const override;

    [[nodiscard]] quint16 portOf(int shard) const
    {
        return m_shards.at(static_cast<std::size_t>(shard)).httpPort;
    }
    void killShard(int shard);
    /// Starts a shard again that was killed, on the same ports.
    [[nodiscard]] bool restartShard(int shard);

private:
    struct Shard
    {
        QString folder;
        quint16 httpPort = 0;
        quint16 tcpPort = 0;
        std::unique_ptr<QProcess> process;
    };

    [[nodiscard]] bool launchAll();
    void choosePorts();
    void writeFiles() const;
    [[nodiscard]] QString configuration(const Shard &shard) const;
    [[nodiscard]] QString usersXml() const;
    static void launch(Shard &shard);
    [[nodiscard]] static bool awaitStart(const Shard &shard);
    [[nodiscard]] static bool responds(const Shard &shard);

    const Keeping m_keeping;
    QString m_usersFile;
    QTemporaryDir m_folder;
    std::vector<Shard> m_shards;
};

} // namespace Trailglass::Testing

/// Starts a ClickHouseServer for a test function, or in initTestCase() for all of a class: they are skipped where none is
/// installed.
#define START_SERVER(server)                                                                                 \
    do {                                                                                                     \
        using StartedServer = Trailglass::Testing::ClickHouseServer;                                         \
        if (const QString reason = StartedServer::reasonMissing(); !reason.isEmpty())                        \
            QSKIP(qPrintable(reason));                                                                       \
        const bool isStarted = (server).start();                                                             \
        QVERIFY2(isStarted, qPrintable((server).errors()));                                                  \
    } while (false)
