// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/clirunner.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

constexpr int LongestWait = 60'000; // ms; a guard against hanging, not a measure

/// The real program with streams that this test holds.
class Child
{
public:
    Child(const CliRunner &cli, const QStringList &arguments, int input, int output)
    {
        QList<QByteArray> words{CliRunner::program().toLocal8Bit()};
        for (const QString &argument : cli.withWorkspace(arguments))
            words.append(argument.toLocal8Bit());
        std::vector<char *> pointers;
        for (QByteArray &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        m_process = ::fork();
        if (m_process == 0) {
            ::dup2(input, STDIN_FILENO);
            ::dup2(output, STDOUT_FILENO);
            ::execv(pointers[0], pointers.data());
            ::_exit(127);
        }
    }
    ~Child()
    {
        if (!hasEnded()) {
            ::kill(m_process, SIGKILL);
            ::waitpid(m_process, nullptr, 0);
        }
    }
    Q_DISABLE_COPY(Child)

    void signal(int number) const { ::kill(m_process, number); }

    [[nodiscard]] bool hasEnded()
    {
        if (!m_hasEnded)
            m_hasEnded = ::waitpid(m_process, &m_status, WNOHANG) == m_process;
        return m_hasEnded;
    }

    /// The exit code, 128 + signal when one ended it.
    [[nodiscard]] int exitCode() const
    {
        return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : 128 + WTERMSIG(m_status);
    }

private:
    pid_t m_process = -1;
    int m_status = 0;
    bool m_hasEnded = false;
};

/// Both ends of a pipe, closed at its end; no other process gets them by itself.
struct Pipe
{
    Pipe() { static_cast<void>(::pipe2(ends, O_CLOEXEC)); }
    ~Pipe()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    Q_DISABLE_COPY(Pipe)

    int ends[2] = {-1, -1};
};

/// Whether nothing more goes into a pipe.
/// \param descriptor  its writing end
bool isFull(int descriptor)
{
    pollfd room{descriptor, POLLOUT, 0};
    return ::poll(&room, 1, 0) == 0;
}

/// What is in a pipe now.
/// \param descriptor  its reading end
QByteArray contentOf(int descriptor)
{
    pollfd content{descriptor, POLLIN, 0};
    QByteArray bytes(64 * 1024, '\0');
    const ssize_t count = ::poll(&content, 1, 0) == 1
        ? ::read(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()))
        : 0;
    return bytes.first(std::max<ssize_t>(0, count));
}

} // namespace

/// Ctrl+C and SIGTERM where a command waits for somebody who does not come.
class SignalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(SampleWorkspace::addSource(m_cli, u"asana"_s, u"work"_s).exitCode, 0);
        QByteArray lines;
        for (int number = 0; number < 4000; ++number)
            lines += "{\"gid\":\"" + QByteArray::number(number)
                + "\",\"created_at\":\"2026-10-01T10:00:00Z\",\"event_type\":\"task_done\",\"details\":{"
                  "\"x\":\""
                + QByteArray(100, 'x') + "\"}}\n";
        QCOMPARE(m_cli.run({u"import"_s, u"work"_s, u"-"_s}, lines).exitCode, 0);
    }

    void anOutputThatNobodyReadsIsGivenUp_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("signal");

        QTest::newRow("query, Ctrl+C") << QStringList{u"query"_s, u"--format"_s, u"ndjson"_s} << SIGINT;
        QTest::newRow("query, SIGTERM") << QStringList{u"query"_s} << SIGTERM;
        QTest::newRow("export, SIGTERM") << QStringList{u"export"_s, u"--output"_s, u"-"_s} << SIGTERM;
        QTest::newRow("facets, SIGTERM")
            << QStringList{u"facets"_s, u"--by"_s, u"id,@details.x"_s} << SIGTERM;
    }

    void anOutputThatNobodyReadsIsGivenUp()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, signal);
        Pipe output;
        Pipe input;
        Child child(m_cli, arguments, input.ends[0], output.ends[1]);
        QTRY_VERIFY_WITH_TIMEOUT(isFull(output.ends[1]), LongestWait);

        child.signal(signal);

        QTRY_VERIFY_WITH_TIMEOUT(child.hasEnded(), LongestWait);
        QCOMPARE(child.exitCode(), 130);
    }

    void aPipeAsAFileThatNobodyReadsIsGivenUp()
    {
        const QString path = m_cli.path(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const int reader = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        Pipe streams;
        Child child(m_cli, {u"export"_s, u"--output"_s, path}, streams.ends[0], streams.ends[1]);
        const int writer = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(writer >= 0);
        QTRY_VERIFY_WITH_TIMEOUT(isFull(writer), LongestWait);

        child.signal(SIGTERM);

        QTRY_VERIFY_WITH_TIMEOUT(child.hasEnded(), LongestWait);
        QCOMPARE(child.exitCode(), 130);
        ::close(writer);
        ::close(reader);
    }

    void anInputThatNeverComesIsGivenUp_data()
    {
        QTest::addColumn<int>("signal");

        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void anInputThatNeverComesIsGivenUp()
    {
        QFETCH(const int, signal);
        Pipe input;
        Pipe output;
        Child child(m_cli, {u"import"_s, u"work"_s, u"-"_s, u"--json"_s}, input.ends[0], output.ends[1]);
        // It says so in the lock before it reads.
        QFile lock(m_cli.workspace() + u"/trailglass.lock"_s);
        const auto isImporting = [&lock] {
            const bool isOpen = lock.open(QIODevice::ReadOnly);
            const bool says = isOpen && lock.readAll().contains("import");
            lock.close();
            return says;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isImporting(), LongestWait);

        child.signal(signal);

        QTRY_VERIFY_WITH_TIMEOUT(child.hasEnded(), LongestWait);
        QCOMPARE(child.exitCode(), 130);
        // Which a process that outlives its time of grace does not print.
        QVERIFY(contentOf(output.ends[0]).contains("\"status\":\"cancelled\""));
    }

private:
    CliRunner m_cli;
};

TRAILGLASS_TEST(SignalsTest)
#include "tst_signals.moc"
