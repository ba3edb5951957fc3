// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/clickhouseserver.h"

#include "tests/archive/serverfolder.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/prctl.h>

#include <algorithm>
#include <csignal>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int ServerStartTime = 30'000; // ms; a guard against hanging, not a measure
constexpr int StartTries =
    5; ///< with other ports each: another program may take one between its choice and its use

/// Below those that Linux gives to whoever names none: between its choice and its use, and while a server is stopped, no
/// connection and no other test's server gets such a port by chance.
constexpr int FirstPort = 20'000;
constexpr int EndOfPorts = 32'000;

QString executable()
{
    const QString found = QStandardPaths::findExecutable(u"clickhouse-server"_s);
    return found.isEmpty()
        ? QStandardPaths::findExecutable(u"clickhouse-server"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s})
        : found;
}

void writeFile(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("%s cannot be written", qPrintable(path));
}

QString userXml(const QString &name, const QString &profile, const QString &more = {})
{
    return u"<%1><password>%2</password><networks><ip>127.0.0.1</ip></networks><profile>%3</profile>"
           "<quota>default</quota>%4</%1>"_s.arg(name, ArchiveServer::keyText(), profile, more);
}

/// A part of some events has 240 files of a few bytes, and to merge two of them takes longer than to insert one. Parts of other
/// tables are smaller: they are merged, so that queries do not read hundreds.
constexpr QStringView MergeSettings =
    u"<merge_tree><max_bytes_to_merge_at_max_space_in_pool>10000</max_bytes_to_merge_at_max_space_in_pool></"
    "merge_tree>";

/// Where servers are killed, but never their machine, nothing is lost without it.
constexpr QStringView WithoutSync = u"<fsync_metadata>0</fsync_metadata>";

} // namespace

QString ClickHouseServer::reasonMissing()
{
    return executable().isEmpty()
        ? u"clickhouse-server is not installed; scripts/setup --tests installs it."_s
        : QString();
}

ClickHouseServer::ClickHouseServer(int shards, Keeping keeping)
    : m_keeping(keeping)
    , m_folder(serverFolder(keeping))
{
    for (int number = 0; number < shards; ++number) {
        Shard shard;
        shard.folder = m_folder.filePath(u"shard%1"_s.arg(number));
        m_shards.push_back(std::move(shard));
    }
}

ClickHouseServer::~ClickHouseServer()
{
    kill9();
}

bool ClickHouseServer::start()
{
    if (port() != 0)
        return launchAll();
    for (int tries = 0; tries < StartTries; ++tries) {
        choosePorts();
        writeFiles();
        if (launchAll())
            return true;
        kill9();
    }
    return false;
}

void ClickHouseServer::kill9()
{
    for (std::size_t shard = 0; shard < m_shards.size(); ++shard)
        killShard(static_cast<int>(shard));
}

void ClickHouseServer::killShard(int shard)
{
    const auto process = std::move(m_shards.at(static_cast<std::size_t>(shard)).process);
    if (process) {
        process->kill();
        process->waitForFinished(ServerStartTime);
    }
}

bool ClickHouseServer::restartShard(int shard)
{
    Shard &restarted = m_shards.at(static_cast<std::size_t>(shard));
    launch(restarted);
    return awaitStart(restarted);
}

QList<quint16> ClickHouseServer::ports() const
{
    QList<quint16> ports;
    for (const Shard &shard : m_shards)
        ports.append(shard.httpPort);
    return ports;
}

QString ClickHouseServer::cluster() const
{
    return m_shards.size() > 1 ? u"shards"_s : QString();
}

bool ClickHouseServer::launchAll()
{
    std::ranges::for_each(m_shards, launch);
    return std::ranges::all_of(m_shards, awaitStart);
}

QString ClickHouseServer::errors() const
{
    QString text;
    for (const Shard &shard : m_shards) {
        QFile file(shard.folder + u"/errors.log"_s);
        if (file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll().right(10'000));
    }
    return text;
}

void ClickHouseServer::choosePorts()
{
    // All are bound before the first is released, so that no two are the same.
    std::vector<std::unique_ptr<QTcpServer>> bound;
    const auto freePort = [&bound] {
        auto server = std::make_unique<QTcpServer>();
        quint16 port = 0;
        do
            port = static_cast<quint16>(QRandomGenerator::global()->bounded(FirstPort, EndOfPorts));
        while (!server->listen(QHostAddress::LocalHost, port));
        bound.push_back(std::move(server));
        return port;
    };
    for (Shard &shard : m_shards) {
        shard.httpPort = freePort();
        shard.tcpPort = freePort();
    }
}

void ClickHouseServer::writeFiles() const
{
    for (const Shard &shard : m_shards) {
        for (const QString &folder : {u"/data"_s, u"/temporary"_s, u"/schemas"_s})
            QDir().mkpath(shard.folder + folder);
        writeFile(shard.folder + u"/config.xml"_s, configuration(shard));
        writeFile(shard.folder + u"/users.xml"_s, usersXml());
        if (!m_usersFile.isEmpty()) {
            QDir().mkpath(shard.folder + u"/users.d"_s);
            writeFile(shard.folder + u"/users.d/trailglass.xml"_s, m_usersFile);
        }
    }
}

QString ClickHouseServer::configuration(const Shard &shard) const
{
    QString cluster;
    for (const Shard &other : m_shards) {
        cluster +=
            u"<shard><replica><host>127.0.0.1</host><port>%1</port><user>push</user><password>%2</password>"
            "</replica></shard>"_s.arg(QString::number(other.tcpPort), keyText());
    }
    return u"<?xml version=\"1.0\"?><yandex><logger><level>error</level><log>%1/server.log</log>"
           "<errorlog>%1/errors.log</errorlog><size>10M</size><count>1</count></logger>"
           "<http_server_default_response>%1</http_server_default_response>"
           "<http_port>%2</http_port><tcp_port>%3</tcp_port><listen_host>127.0.0.1</listen_host>"
           "<max_connections>200</max_connections><keep_alive_timeout>3</keep_alive_timeout>"
           "<max_concurrent_queries>100</max_concurrent_queries><mark_cache_size>67108864</mark_cache_size>"
           "<path>%1/data/</path><tmp_path>%1/temporary/</tmp_path><format_schema_path>%1/schemas/</"
           "format_schema_path>"
           "<users_config>users.xml</users_config><default_profile>default</default_profile>"
           "<default_database>default</default_database><timezone>%6</timezone>"
           "<remote_servers><shards>%4</shards></remote_servers>%5</yandex>\n"_s.arg(
               shard.folder, QString::number(shard.httpPort), QString::number(shard.tcpPort), cluster,
               m_keeping == Keeping::Briefly ? MergeSettings : QStringView(), zone());
}

QString ClickHouseServer::usersXml() const
{
    if (!m_usersFile.isEmpty()) {
        return u"<?xml version=\"1.0\"?><yandex><profiles><default>%1</default></profiles><users></users>"
               "<quotas><default/></quotas></yandex>\n"_s.arg(m_keeping == Keeping::Briefly ? WithoutSync
                                                                                            : QStringView());
    }
    return u"<?xml version=\"1.0\"?><yandex><profiles><default>%1</default>"
           "<reader><readonly>2</readonly></reader><locked><readonly>1</readonly></locked>"
           "<careless><readonly>1</readonly><skip_unavailable_shards>1</skip_unavailable_shards></careless>"
           "<limited><max_rows_to_read>1000</max_rows_to_read></limited>"
           "<small><max_memory_usage>20000000</max_memory_usage></small></profiles><users>"_s.arg(
               m_keeping == Keeping::Briefly ? WithoutSync : QStringView())
        + userXml(u"push"_s, u"default"_s) + userXml(u"reader"_s, u"reader"_s)
        + userXml(u"locked"_s, u"locked"_s) + userXml(u"careless"_s, u"careless"_s)
        + userXml(u"limited"_s, u"limited"_s) + userXml(u"small"_s, u"small"_s)
        + userXml(u"stranger"_s, u"default"_s,
                  u"<allow_databases><database>other</database></allow_databases>"_s)
        + u"</users><quotas><default><interval><duration>3600</duration><queries>0</queries><errors>0</"
          u"errors>"
          "<result_rows>0</result_rows><read_rows>0</read_rows><execution_time>0</execution_time></interval>"
          "</default></quotas></yandex>\n"_s;
}

void ClickHouseServer::launch(Shard &shard)
{
    shard.process = std::make_unique<QProcess>();
    shard.process->setWorkingDirectory(shard.folder);
    shard.process->setStandardOutputFile(QProcess::nullDevice());
    shard.process->setStandardErrorFile(QProcess::nullDevice());
    // It dies with the test, however that ends.
    shard.process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    shard.process->start(executable(), {u"--config-file=%1/config.xml"_s.arg(shard.folder)});
}

bool ClickHouseServer::awaitStart(const Shard &shard)
{
    const QProcess &process = *shard.process;
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning || responds(shard); },
                           ServerStartTime)
        && process.state() == QProcess::Running;
}

bool ClickHouseServer::responds(const Shard &shard)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, shard.httpPort);
    if (!socket.waitForConnected(1'000) || socket.write("GET / HTTP/1.0\r\n\r\n") <= 0)
        return false;
    QByteArray response;
    while (socket.waitForReadyRead(1'000))
        response += socket.readAll();
    // Of this server, not of another that took the port.
    return response.contains(shard.folder.toUtf8());
}

} // namespace Trailglass::Testing
