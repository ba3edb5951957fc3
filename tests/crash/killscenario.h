// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/crash/killedprogram.h"
#include "tests/support/random.h"

#include <functional>
#include <memory>
#include <vector>

namespace Trailglass::Testing {

/// A command of the real program that is killed at random moments of its work, each time started again, and at last
/// left alone. It has to go on where it was, and end with exactly what it ends with when nobody kills it.
///
/// \thread one with a QCoreApplication; stand-in servers of it respond meanwhile
class KillScenario
{
public:
    virtual ~KillScenario() = default;
    Q_DISABLE_COPY_MOVE(KillScenario)

    /// Runs the command once without a kill, in a workspace of its own, then in another one with kills; in a further one
    /// where it has ended before the first kill.
    /// \param kills  how often, at most; fewer when it is done before
    /// \returns what does not hold; empty when everything does
    [[nodiscard]] QString live(Support::Random &random, int kills);

    [[nodiscard]] int kills() const { return m_kills; }

protected:
    KillScenario() = default;

    /// Fills the workspace, an empty folder.
    virtual void prepare() = 0;
    [[nodiscard]] virtual QStringList command() const = 0;
    /// After the run without a kill: what is to be remembered of it.
    virtual void noteWholeRun() { }
    /// \param contents  of the workspace
    [[nodiscard]] virtual QString checkAfterKill(const QByteArray &contents) = 0;
    /// \param contents  of the workspace
    [[nodiscard]] virtual QString checkAtEnd(const QByteArray &contents) = 0;

    /// The files that stand beside one that the command writes as a whole, under its name with a point and more after it. None
    /// is a part of it: a kill between the two system calls with which a file is replaced leaves the whole new one so.
    /// \returns paths; none where the file system has no files without a name, since parts are left there
    [[nodiscard]] static QStringList filesBeside(const QString &file);

    [[nodiscard]] Support::CliRunner &cli() { return *m_cli; }
    [[nodiscard]] const Support::CliRunner &cli() const { return *m_cli; }
    [[nodiscard]] QString workspace() const { return m_cli->workspace(); }
    /// Contents when the command has not run yet.
    [[nodiscard]] const QByteArray &before() const { return m_before; }
    /// Contents at the end of the run without a kill.
    [[nodiscard]] const QByteArray &after() const { return m_after; }

private:
    void startAgain();
    [[nodiscard]] QString runWhole(int &accesses);
    /// \param accesses  each kill comes after one of so many
    [[nodiscard]] QString runKilled(Support::Random &random, int accesses, int kills);
    [[nodiscard]] QString checkKilled();
    [[nodiscard]] QString checkEnded(const Support::CliResult &result);
    [[nodiscard]] QString afterKills(const QString &problem) const;

    std::unique_ptr<Support::CliRunner> m_cli;
    QByteArray m_before;
    QByteArray m_after;
    int m_kills = 0;
};

/// How to make a scenario, by name.
struct KillScenarioType
{
    QByteArray name;
    /// \param seed  varies sizes and versions
    std::function<std::unique_ptr<KillScenario>(quint64 seed)> make;
};

/// Sync of all vendors, migration, purge, repair, export, an import that saves the index, a retry of quarantined rows, and an
/// evidence bundle.
[[nodiscard]] const std::vector<KillScenarioType> &killScenarios();

/// The sync of them, declared apart because it needs servers.
[[nodiscard]] std::unique_ptr<KillScenario> makeSyncKills(quint64 seed);

/// The retry of them.
[[nodiscard]] std::unique_ptr<KillScenario> makeRetryKills();

/// The bundle of them.
[[nodiscard]] std::unique_ptr<KillScenario> makeBundleKills();

} // namespace Trailglass::Testing
