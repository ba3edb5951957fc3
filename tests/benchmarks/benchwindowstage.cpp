// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/benchwindowstage.h"

#include "tests/benchmarks/measuredprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace Trailglass::Benchmarks {

namespace {

constexpr int Patience = 60'000; // ms
constexpr int ServedEvents = 53'000; // of five vendors; some 20,000 of them are Asana's
constexpr int HugeElements = 1'000'000; // of the list in one event

QString program(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

/// Runs a program of this build to its end.
void run(const QString &name, const QStringList &arguments)
{
    MeasuredProgram(program(name), arguments).wait();
}

void importFile(const QString &workspace, const QString &file)
{
    run(u"trailglass-cli"_s, {u"--workspace"_s, workspace, u"import"_s, u"archive"_s, file});
}

/// One event whose JSON is a long list.
void importHugeEvent(const QString &workspace)
{
    QByteArray json =
        R"({"gid":"huge","created_at":"2020-01-01T00:00:00Z","event_type":"huge_event","list":[0)";
    for (int element = 1; element < HugeElements; ++element)
        json += ',' + QByteArray::number(element);
    QTemporaryFile file;
    if (!file.open() || file.write(json + "]}") < 0 || !file.flush())
        leave(u"The huge event cannot be written."_s);
    importFile(workspace, file.fileName());
}

QString copyOf(const QString &workspace)
{
    // Static, so that it is deleted when the program ends with a sentence, too.
    static const QTemporaryDir folder(workspace + "-XXXXXX"_L1);
    QString copy = folder.filePath(u"workspace"_s);
    std::error_code failure;
    std::filesystem::copy(workspace.toStdU16String(), copy.toStdU16String(),
                          std::filesystem::copy_options::recursive, failure);
    if (failure)
        leave(u"%1 cannot be copied: %2"_s.arg(workspace, QString::fromStdString(failure.message())));
    return copy;
}

} // namespace

BenchWindowStage::BenchWindowStage(const QString &filled, qint64 events)
{
    startServers();
    if (!QFile::exists(filled)) {
        // Under another name until it is complete: a run that was stopped leaves nothing that looks like it.
        const QString partial = filled + ".filling"_L1;
        QDir(partial).removeRecursively();
        fill(partial, events);
        if (!QDir().rename(partial, filled))
            leave(u"%1 cannot be renamed."_s.arg(partial));
    }
    m_workspace = copyOf(filled);
    saveSource(m_workspace, {u"set"_s, u"archive"_s}); // the servers of a run before had other ports
}

BenchWindowStage::~BenchWindowStage()
{
    m_servers.closeWriteChannel();
    m_servers.waitForFinished();
}

void BenchWindowStage::startServers()
{
    m_servers.start(program(u"trailglass-fakevendors"_s), {u"--events"_s, QString::number(ServedEvents)});
    QByteArray json;
    while (QJsonDocument::fromJson(json).isNull()) {
        if (!m_servers.waitForReadyRead(Patience))
            leave(u"The stand-in servers do not start."_s);
        json += m_servers.readAll();
    }
    m_asana = QJsonDocument::fromJson(json)[u"vendors"][u"asana"].toObject();
}

void BenchWindowStage::fill(const QString &workspace, qint64 events) const
{
    saveSource(workspace, {u"add"_s, u"asana"_s, u"archive"_s});
    const QString file = workspace + ".import"_L1;
    run(u"trailglass-fakevendors"_s, {u"--write-import"_s, u"asana"_s, QString::number(events), file});
    importFile(workspace, file);
    QFile::remove(file);
    importHugeEvent(workspace);
}

void BenchWindowStage::addSource(const QString &name) const
{
    saveSource(m_workspace, {u"add"_s, u"asana"_s, name});
}

/// Its key is in an environment variable.
/// \param command  of `source`, without settings and secrets
void BenchWindowStage::saveSource(const QString &workspace, const QStringList &command) const
{
    QStringList arguments = QStringList{u"--workspace"_s, workspace, u"source"_s} + command;
    const QJsonObject settings = m_asana[u"settings"].toObject();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        arguments << u"--set"_s << setting.key() + u'=' + setting->toString();
    const QJsonObject secrets = m_asana[u"secrets"].toObject();
    for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
        const QString variable = "BENCH_SECRET_"_L1 + secret.key().toUpper();
        qputenv(variable.toUtf8().constData(), secret->toString().toUtf8());
        arguments << u"--secret"_s << secret.key() + "=env:"_L1 + variable;
    }
    run(u"trailglass-cli"_s, arguments);
}

} // namespace Trailglass::Benchmarks
