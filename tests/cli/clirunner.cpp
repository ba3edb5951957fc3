// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/clirunner.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace Trailglass::Support {
namespace {

constexpr int LongestRun = 60'000; // ms; a guard against hanging, not a measure

} // namespace

QJsonObject CliResult::jsonObject() const
{
    return QJsonDocument::fromJson(output).object();
}

QJsonArray CliResult::jsonArray() const
{
    return QJsonDocument::fromJson(output).array();
}

QList<QByteArray> CliResult::lines() const
{
    QList<QByteArray> lines = output.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

CliRunner::CliRunner(const QString &program)
    : CliRunner(program, QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    m_environment.remove(u"DISPLAY"_s);
}

CliRunner::CliRunner(QString program, QProcessEnvironment environment)
    : m_program(std::move(program))
    , m_environment(std::move(environment))
{
    for (const QString &name : {u"home"_s, u"runtime"_s, u"tmp"_s})
        QDir(m_folder.path()).mkdir(name);
    m_environment.insert(u"HOME"_s, path(u"home"_s));
    m_environment.insert(u"XDG_DATA_HOME"_s, path(u"home/share"_s));
    m_environment.insert(u"XDG_CONFIG_HOME"_s, path(u"home/config"_s));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"runtime"_s));
    m_environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
}

std::unique_ptr<CliRunner> CliRunner::another() const
{
    return std::unique_ptr<CliRunner>(new CliRunner(m_program, m_environment));
}

bool CliRunner::copyFrom(const CliRunner &other)
{
    const auto native = [](const QString &name) {
        return std::filesystem::path(QFile::encodeName(name).toStdString());
    };
    // Not QFile::copy(): permissions of folders count, too.
    std::error_code failure;
    std::filesystem::copy(native(other.folder()), native(folder()),
                          std::filesystem::copy_options::recursive
                              | std::filesystem::copy_options::overwrite_existing,
                          failure);
    for (const QString &name : other.m_environment.keys()) {
        if (!m_environment.contains(name))
            m_environment.insert(name, other.m_environment.value(name));
    }
    return !failure;
}

QString CliRunner::program()
{
    return QStringLiteral(TRAILGLASS_BINARIES "/trailglass-cli");
}

QStringList CliRunner::withWorkspace(const QStringList &arguments) const
{
    return QStringList{u"--workspace"_s, workspace()} + arguments;
}

CliResult CliRunner::run(const QStringList &arguments, const QByteArray &input) const
{
    return runAsTyped(withWorkspace(arguments), input);
}

CliResult CliRunner::runAsTyped(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(m_program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!finished.wait(LongestRun)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), "did not end: " + process.readAllStandardError()};
    }
    const bool crashed = process.exitStatus() == QProcess::CrashExit;
    return {crashed ? 128 + process.exitCode() : process.exitCode(), process.readAllStandardOutput(),
            process.readAllStandardError()};
}

CliResult CliRunner::addSource(const QString &type, const QString &name,
                               const QMap<QString, QString> &settings, const QMap<QString, QString> &secrets)
{
    QStringList arguments{u"source"_s, u"add"_s, type, name};
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting)
        arguments += {u"--set"_s, QString(setting.key() + u'=' + setting.value())};
    for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret) {
        const QString variable =
            QString("TEST_"_L1 + name + u'_' + secret.key()).replace(u'-', u'_').toUpper();
        m_environment.insert(variable, secret.value());
        arguments += {u"--secret"_s, QString(secret.key() + "=env:"_L1 + variable)};
    }
    return run(arguments);
}

QString CliRunner::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.fileName();
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace Trailglass::Support
