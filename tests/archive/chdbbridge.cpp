// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/chdbbridge.h"

#include "tests/archive/serverfolder.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

#include <sys/prctl.h>

#include <csignal>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int BridgeStartTime = 60'000; // ms; a guard against hanging, not a measure

/// Where bridge/install.sh put chdb.
const QString Modules = QStringLiteral(TRAILGLASS_BRIDGE_MODULES);

} // namespace

QString ChdbBridge::reasonMissing()
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"node is not installed; scripts/setup --tests installs it."_s;
    QFile reason(Modules + u"/reason"_s);
    if (reason.open(QIODevice::ReadOnly))
        return QString::fromUtf8(reason.readAll()).trimmed();
    return QFile::exists(Modules + u"/installed"_s)
        ? QString()
        : u"chdb is not installed; tests/archive/bridge/install.sh %1 installs it."_s.arg(Modules);
}

ChdbBridge::ChdbBridge(Keeping keeping)
    : m_folder(serverFolder(keeping))
{
}

bool ChdbBridge::start()
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"UV_THREADPOOL_SIZE"_s, u"16"_s); // each query that is running takes a thread
    environment.insert(u"TZ"_s, zone());
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(m_folder.filePath(u"errors.log"_s));
    // It dies with the test, however that ends.
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QStringList arguments{QStringLiteral(TRAILGLASS_BRIDGE_SOURCE) + u"/bridge.mjs"_s, u"--modules"_s,
                          Modules, u"--path"_s, m_folder.filePath(u"data"_s)};
    for (const QString &user : {u"push:%1:0"_s, u"reader:%1:2"_s, u"locked:%1:1"_s})
        arguments << u"--user"_s << user.arg(keyText());
    m_process->start(u"node"_s, arguments);
    const bool isThere = QTest::qWaitFor(
        [this] { return m_process->canReadLine() || m_process->state() == QProcess::NotRunning; },
        BridgeStartTime);
    if (!isThere || !m_process->canReadLine())
        return false;
    m_port = static_cast<quint16>(
        QJsonDocument::fromJson(m_process->readLine()).object().value("port"_L1).toInt());
    return m_port != 0;
}

void ChdbBridge::kill9()
{
    if (const auto process = std::move(m_process)) {
        process->kill();
        process->waitForFinished(BridgeStartTime);
    }
}

QString ChdbBridge::errors() const
{
    QFile file(m_folder.filePath(u"errors.log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().right(10'000)) : QString();
}

} // namespace Trailglass::Testing
