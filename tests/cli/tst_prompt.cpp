// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <csignal>

#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

/// The real program on a terminal of its own.
class Terminal
{
public:
    Terminal(const QString &program, const QStringList &arguments)
    {
        QList<QByteArray> words{program.toLocal8Bit()};
        for (const QString &argument : arguments)
            words.append(argument.toLocal8Bit());
        std::vector<char *> pointers;
        for (QByteArray &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        m_child = ::forkpty(&m_side, nullptr, nullptr, nullptr);
        if (m_child == 0) {
            ::execv(pointers[0], pointers.data());
            ::_exit(127);
        }
    }
    ~Terminal() { ::close(m_side); }
    Q_DISABLE_COPY(Terminal)

    /// Reads what the program shows.
    /// \returns false when it ended first
    bool waitFor(const QByteArray &text)
    {
        while (!m_shown.contains(text)) {
            char byte = 0;
            if (::read(m_side, &byte, 1) != 1)
                return false;
            m_shown += byte;
        }
        return true;
    }

    void type(QByteArrayView text) const
    {
        QCOMPARE(::write(m_side, text.data(), static_cast<std::size_t>(text.size())), text.size());
    }

    void signal(int number) const { ::kill(m_child, number); }

    [[nodiscard]] bool echoes() const
    {
        termios settings{};
        return ::tcgetattr(m_side, &settings) == 0 && (settings.c_lflag & ECHO) != 0;
    }

    /// The exit code, 128 + signal when one ended it.
    [[nodiscard]] int wait()
    {
        waitFor("no such text"); // to the end
        int status = 0;
        ::waitpid(m_child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

    [[nodiscard]] const QByteArray &shown() const { return m_shown; }

private:
    int m_side = -1;
    pid_t m_child = -1;
    QByteArray m_shown;
};

} // namespace

/// What a person at the question for a key meets.
class PromptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The program on the terminal inherits these: no keychain of whoever runs the tests.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        qputenv("LC_ALL", "C.UTF-8");
    }

    void aKeyIsNotShownWhileItIsTyped()
    {
        Terminal terminal(CliRunner::program(), addSource());
        QVERIFY(terminal.waitFor("(access_token) for https://app.asana.com: "));
        QVERIFY(!terminal.echoes());
        terminal.type("made-up\n");
        QCOMPARE(terminal.wait(), 1); // there is no keychain here
        QVERIFY2(!terminal.shown().contains("made-up"), terminal.shown().constData());
    }

    void ctrlCLeavesAtOnceWithTheTerminalAsItWasAndNothingStored()
    {
        Terminal terminal(CliRunner::program(), addSource());
        QVERIFY(terminal.waitFor("(access_token) for https://app.asana.com: "));
        terminal.type("\x03");
        QVERIFY2(terminal.waitFor("Interrupted."), terminal.shown().constData());
        QVERIFY(terminal.echoes());
        QCOMPARE(terminal.wait(), 130);
        QCOMPARE(m_cli.run({u"source"_s, u"list"_s, u"--json"_s}).output, QByteArray("[]\n"));
    }

    void sigtermLeavesLikewise()
    {
        Terminal terminal(CliRunner::program(), addSource());
        QVERIFY(terminal.waitFor("(access_token) for https://app.asana.com: "));
        terminal.signal(SIGTERM);
        QVERIFY2(terminal.waitFor("Interrupted."), terminal.shown().constData());
        QVERIFY(terminal.echoes());
        QCOMPARE(terminal.wait(), 130);
    }

private:
    [[nodiscard]] QStringList addSource() const
    {
        return m_cli.withWorkspace({u"source"_s, u"add"_s, u"asana"_s, u"work"_s, u"--set"_s,
                                    u"workspace_gid=1200"_s, u"--secret"_s, u"access_token=keychain"_s});
    }

    CliRunner m_cli;
};

TRAILGLASS_TEST(PromptTest)
#include "tst_prompt.moc"
