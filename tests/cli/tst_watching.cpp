// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"
#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QDateTime>
#include <QProcess>
#include <QRegularExpression>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr int LongestWait = 60'000; // ms; a guard against hanging, not a measure

} // namespace

/// `sync --watch` as a process: its first sync and its end. The rounds in between are those of workspace.scheduledsync.
class WatchingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = std::make_unique<FakeVendors>(Company::Options{.seed = 7, .now = today(), .events = 100});
        QVERIFY(m_servers->listen());
        QCOMPARE(
            m_cli
                .addSource(u"asana"_s, u"work"_s, m_servers->asana().settings(), m_servers->asana().secrets())
                .exitCode,
            0);
    }
    void init()
    {
        m_servers->asana().faults().clear();
        m_servers->asana().http().clearRequests();
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(m_cli.environment());
        m_output.clear();
        m_errors.clear();
    }
    void cleanup() { m_process.reset(); }

    void anInterruptBetweenTwoSyncsIsTheRegularEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("SIGTERM, as systemd sends it") << SIGTERM;
    }

    void anInterruptBetweenTwoSyncsIsTheRegularEnd()
    {
        QFETCH(const int, signal);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(output().endsWith('\n'), LongestWait); // the report of the first sync
        QVERIFY2(m_output.contains("work") && m_output.contains("ok"), m_output.constData());
        QCOMPARE(m_process->state(), QProcess::Running);

        ::kill(static_cast<pid_t>(m_process->processId()), signal);

        QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, LongestWait);
        QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_process->exitCode(), 0);
        QCOMPARE(output().count("work"), 1);
        QVERIFY2(!errors().contains("Next sync"), m_errors.constData()); // for terminals
    }

    void anInterruptThatStopsASyncEndsAsWithoutWatch()
    {
        m_servers->asana().faults().every(1, {.kind = Fault::Kind::Hang});
        start();
        QTRY_VERIFY_WITH_TIMEOUT(!m_servers->asana().http().requests().isEmpty(), LongestWait);

        ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);

        QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, LongestWait);
        QCOMPARE(m_process->exitCode(), 130);
        QVERIFY2(output().contains("cancelled"), m_output.constData());
    }

    void anotherProgramsLockIsReportedAndWaitedFor()
    {
        const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(m_cli.workspace()), u"import"_s);
        QVERIFY(lock);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(errors().contains("is importing"), LongestWait);
        QVERIFY(m_servers->asana().http().requests().isEmpty());
        QCOMPARE(m_process->state(), QProcess::Running);

        ::kill(static_cast<pid_t>(m_process->processId()), SIGINT);

        QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, LongestWait);
        QCOMPARE(m_process->exitCode(), 0);
    }

    void aLockIsTriedAgainAfterTheIntervalOnly()
    {
        const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(m_cli.workspace()), u"import"_s);
        QVERIFY(lock);
        startOnTerminal();
        const QRegularExpression announced(u"Next sync: ([0-9]+-[0-9]+-[0-9]+ [0-9]+:[0-9]+:[0-9]+) UTC"_s);
        QTRY_VERIFY_WITH_TIMEOUT(announced.match(QString::fromUtf8(output())).hasMatch(), LongestWait);
        QDateTime next = QDateTime::fromString(announced.match(QString::fromUtf8(m_output)).captured(1),
                                               u"yyyy-MM-dd hh:mm:ss"_s);
        next.setTimeSpec(Qt::UTC);
        QCOMPARE_GT(QDateTime::currentDateTimeUtc().secsTo(next), 4 * 60);
        QCOMPARE(m_output.count("is importing"), 1);

        m_process->write("\x03");

        QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, LongestWait);
        QCOMPARE(m_process->exitCode(), 0);
        QCOMPARE(output().count("is importing"), 1);
    }

    void aLockThatHidesAWrongNameIsNoSuccess()
    {
        const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(m_cli.workspace()), u"import"_s);
        QVERIFY(lock);

        start({u"wrok"_s});

        QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, LongestWait);
        QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_process->exitCode(), 1);
        QVERIFY(m_servers->asana().http().requests().isEmpty());
    }

private:
    [[nodiscard]] QStringList arguments(const QStringList &names = {}) const
    {
        return m_cli.withWorkspace(QStringList{u"sync"_s} + names
                                   + QStringList{u"--watch"_s, u"--every"_s, u"5"_s});
    }
    void start(const QStringList &names = {}) { m_process->start(CliRunner::program(), arguments(names)); }
    /// Everything it shows is output() then, and what is written to the process is typed.
    void startOnTerminal()
    {
        const QString line = "stty cols 200; exec "_L1 + CliRunner::program() + u' ' + arguments().join(u' ');
        m_process->start(u"script"_s, {u"-qec"_s, line, u"/dev/null"_s});
    }
    [[nodiscard]] const QByteArray &output() { return m_output += m_process->readAllStandardOutput(); }
    [[nodiscard]] const QByteArray &errors() { return m_errors += m_process->readAllStandardError(); }

    CliRunner m_cli;
    std::unique_ptr<FakeVendors> m_servers;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

TRAILGLASS_TEST(WatchingTest)
#include "tst_watching.moc"
