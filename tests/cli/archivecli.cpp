// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/archivecli.h"

#include "tests/archive/archiveserver.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Trailglass::Support {
namespace {

constexpr int LongestWait = 60'000; // ms; a guard against hanging, not a measure

QString keyVariable()
{
    return u"TRAILGLASS_TEST_ARCHIVE_KEY"_s;
}

} // namespace

ArchiveCli::ArchiveCli()
{
    setKey(Testing::ArchiveServer::keyText());
}

void ArchiveCli::setKey(const QString &key)
{
    environment().insert(keyVariable(), key);
}

QStringList ArchiveCli::withKey(const QStringList &arguments)
{
    return arguments + QStringList{u"--archive-key"_s, QString(u"env:"_s + keyVariable())};
}

CliResult ArchiveCli::create(const ArchivePlace &archive) const
{
    return run(withKey({u"archive"_s, u"create"_s, archive.text()}));
}

CliResult ArchiveCli::push(const ArchivePlace &archive, const QStringList &options) const
{
    return run(withKey(QStringList{u"archive"_s, u"push"_s, archive.text()} + options));
}

CliResult ArchiveCli::runAnywhere(const QStringList &arguments) const
{
    return runAsTyped(withKey(arguments));
}

QByteArray ArchiveCli::countIn(const ArchivePlace &archive) const
{
    return runAnywhere({u"query"_s, u"--count"_s, u"--archive"_s, archive.text()}).output;
}

CliResult ArchiveCli::runUntil(const QByteArray &text, const QStringList &arguments) const
{
    CliResult result;
    QProcess process;
    process.setProcessEnvironment(environment());
    const QSignalSpy finished(&process, &QProcess::finished);
    QObject::connect(&process, &QProcess::readyReadStandardError, &process,
                     [&] { result.errors += process.readAllStandardError(); });
    const auto hasEnded = [&finished] {
        return !finished.isEmpty();
    };
    process.start(executable(), withWorkspace(arguments));
    const bool hasText =
        QTest::qWaitFor([&] { return hasEnded() || result.errors.contains(text); }, LongestWait);
    if (hasText && !hasEnded())
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    if (!hasText || !QTest::qWaitFor(hasEnded, LongestWait)) {
        process.kill();
        process.waitForFinished();
        return result;
    }
    result.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.output = process.readAllStandardOutput();
    return result;
}

} // namespace Trailglass::Support
