// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/killscenario.h"

#include "models/store/integrity.h"
#include "models/store/workspace.h"
#include "tests/crash/plaindatabase.h"
#include "tests/crash/samples.h"
#include "tests/support/unnamedfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// Of getting a kill in before the program ends. The last ones come with its first access.
constexpr int MaxAttempts = 12;

/// What SQLite finds in the databases of a copy of the workspace: what a crash has left there is for the program to
/// recover, not for this check.
QString damageIn(const QString &workspace)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy"_s);
    copyFolder(workspace, copy);
    const QStringList names =
        QDir(copy).entryList({u"trailglass.sqlite"_s, u"*.backup"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QByteArray damage = PlainDatabase(copy + u'/' + name).damage();
        if (!damage.isEmpty())
            return u"SQLite finds damage in %1: %2"_s.arg(name, QString::fromUtf8(damage));
    }
    return {};
}

} // namespace

QString KillScenario::live(Support::Random &random, int kills)
{
    int accesses = 0;
    if (const QString problem = runWhole(accesses); !problem.isEmpty())
        return u"without a kill, "_s + problem;
    // A program that has ended before its kill is killed earlier the next time.
    for (int attempt = 0; attempt < MaxAttempts && m_kills == 0; ++attempt) {
        startAgain();
        const QString problem = runKilled(random, std::max(1, accesses >> attempt), kills);
        if (!problem.isEmpty())
            return afterKills(problem);
    }
    return {};
}

QString KillScenario::runKilled(Support::Random &random, int accesses, int kills)
{
    for (int kill = 0; kill < kills; ++kill) {
        const WatchedRun run = runWatched(cli(), command(), 1 + static_cast<int>(random.below(accesses)));
        if (!run.wasKilled)
            return checkEnded(run.result);
        ++m_kills;
        if (const QString problem = checkKilled(); !problem.isEmpty())
            return problem;
    }
    return checkEnded(runWatched(cli(), command()).result);
}

QString KillScenario::afterKills(const QString &problem) const
{
    return problem.isEmpty() ? QString() : QString(u"after %1 kills, "_s.arg(m_kills) + problem);
}

QStringList KillScenario::filesBeside(const QString &file)
{
    const QFileInfo info(file);
    QStringList files;
    if (!Support::hasUnnamedFiles(info.path()))
        return files;
    const QString pattern = info.fileName() + u".*"_s;
    for (const QString &name : QDir(info.path()).entryList({pattern}, QDir::Files | QDir::Hidden))
        files.append(info.path() + u'/' + name);
    return files;
}

void KillScenario::startAgain()
{
    m_cli = std::make_unique<Support::CliRunner>();
    needed(prepareWorkspace(WorkspacePaths::of(workspace())));
    prepare();
    m_before = needed(contentsOf(workspace()));
}

QString KillScenario::runWhole(int &accesses)
{
    startAgain();
    const WatchedRun run = runWatched(cli(), command());
    if (run.accesses == 0)
        return u"it does nothing to its workspace"_s;
    accesses = run.accesses;
    m_after = needed(contentsOf(workspace()));
    noteWholeRun();
    return checkEnded(run.result);
}

QString KillScenario::checkKilled()
{
    const Result<QByteArray> contents = contentsOf(workspace());
    if (!contents)
        return u"it cannot be read: %1 | %2"_s.arg(contents.error().message, contents.error().detail);
    const QString damage = damageIn(workspace());
    return damage.isEmpty() ? checkAfterKill(*contents) : damage;
}

QString KillScenario::checkEnded(const Support::CliResult &result)
{
    if (result.exitCode != 0)
        return u"it ends with %1: %2"_s.arg(result.exitCode).arg(QString::fromUtf8(result.errors));
    const QString damage = damageIn(workspace());
    if (!damage.isEmpty())
        return damage;
    const QStringList problems = needed(checkIntegrity(workspace(), {})) + treeProblemsOf(workspace());
    if (!problems.isEmpty())
        return problems.join(u'\n');
    const QStringList left = QDir(workspace()).entryList({u"*.part"_s}, QDir::Files | QDir::Hidden);
    if (!left.isEmpty())
        return u"a file is left over: "_s + left.first();
    return checkAtEnd(needed(contentsOf(workspace())));
}

} // namespace Trailglass::Testing
