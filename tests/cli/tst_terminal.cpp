// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/texttable.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

const QByteArray HostileAction = "a\xE2\x80\xAE"
                                 "b\xC2\x9B"
                                 "c\\u001b[2J\\nd";
const QByteArray HostileValue = "a\xE2\x80\xAE"
                                "b\xC2\x9B"
                                "c\x1b[2J\nd"; // the same, unescaped

QByteArray hostileEvent()
{
    return R"({"gid":"h1","created_at":"2026-10-01T08:00:00Z","event_type":")" + HostileAction + "\"}";
}

bool isTame(const QByteArray &text)
{
    return !text.contains("\xE2\x80\xAE") && !text.contains("\xC2\x9B") && !text.contains('\x1b');
}

} // namespace

/// What a person sees at a terminal, and what a pipe, a full disk or Ctrl+C does to the program.
class TerminalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(SampleWorkspace::addSource(m_prepared, u"asana"_s, u"work"_s).exitCode, 0);
        QCOMPARE(m_prepared.run({u"import"_s, u"work"_s, u"-"_s}, hostileEvent()).exitCode, 0);
        QCOMPARE(
            m_prepared.run({u"preset"_s, u"save"_s, u"hostile"_s, u"action:\"\u202e\u009b\""_s}).exitCode, 0);
    }
    void init()
    {
        m_cli = m_prepared.another();
        QVERIFY(m_cli->copyFrom(m_prepared));
    }

    void aTerminalIsShownTokensForControlAndBidiCharacters_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("showsTheValue");
        QTest::newRow("a table") << u"query"_s << true;
        QTest::newRow("a table of raw") << u"query --columns raw"_s << true;
        QTest::newRow("the fields of an event") << u"show work h1"_s << true;
        QTest::newRow("the stored bytes") << u"show work h1 --raw"_s << true;
        QTest::newRow("an event as JSON") << u"show work h1 --json"_s << true;
        QTest::newRow("CSV") << u"query --format csv"_s << true;
        QTest::newRow("CSV of raw") << u"query --format csv --columns raw"_s << true;
        QTest::newRow("CSV with a hostile title")
            << u"query --format csv --columns '@\"\u202e\u009b\"'"_s << true;
        QTest::newRow("NDJSON") << u"query --format ndjson"_s << true;
        QTest::newRow("an export") << u"export --output -"_s << true;
        QTest::newRow("an export as NDJSON") << u"export --output - --format ndjson"_s << true;
        QTest::newRow("facets") << u"facets --by action"_s << true;
        QTest::newRow("presets as JSON") << u"preset list --json"_s << true;
        QTest::newRow("presets as a file") << u"preset export -"_s << true;
        QTest::newRow("an error as JSON") << u"show '\u202e\u009b' x --json"_s << true;
        QTest::newRow("an error") << u"query 'action:\u202e\u009b('"_s << false;
        QTest::newRow("an unknown option") << u"query --\u202e\u009b"_s << false;
        QTest::newRow("an unknown name") << u"show '\u202e\u009b' x"_s << true;
        QTest::newRow("an unknown file") << u"import work '\u202e\u009b'"_s << true;
        QTest::newRow("an unknown output folder") << u"export --output '/\u202e\u009b/x'"_s << true;
    }
    void aTerminalIsShownTokensForControlAndBidiCharacters()
    {
        QFETCH(QString, command);
        QFETCH(bool, showsTheValue);
        const QByteArray shown = onTerminal(200, command).replace("\x1b[K", ""); // ends our own progress line
        QVERIFY2(isTame(shown), shown.constData());
        QVERIFY2(!showsTheValue || shown.contains("<U+202E>"), shown.constData());
    }

    void aTerminalIsShownARowOfCsvOnALine()
    {
        const QByteArray shown = onTerminal(200, u"query --format csv --columns id,action"_s);
        QVERIFY2(shown.contains("h1,a<U+202E>b<U+009B>c<U+001B>[2J<LF>d\r"), shown.constData());
    }

    void aTableFitsTheTerminalAndKeepsItsTimes()
    {
        const QByteArray shown = onTerminal(80, u"query"_s);
        for (const QByteArray &line : shown.split('\n'))
            QVERIFY2(CommandLine::displayWidth(QString::fromUtf8(line.trimmed())) <= 80, line.constData());
        QVERIFY(shown.contains("2026-10-01T08:00:00.000000Z"));
    }

    void progressStaysOnOneLine()
    {
        const QString file = m_cli->writeFile(QString(150, u'x') + u".json"_s, hostileEvent());
        const QByteArray shown = onTerminal(60, u"import work "_s + file);
        int lines = 0;
        for (const QByteArray &piece : shown.split('\r')) {
            if (!piece.startsWith("\x1b[K/"))
                continue;
            const QString line = QString::fromUtf8(piece.mid(3));
            QVERIFY2(CommandLine::displayWidth(line) < 60 && line.endsWith(u'…'), piece.constData());
            ++lines;
        }
        QVERIFY2(lines > 0, shown.constData());
    }

    void aLongTableShowsEveryEventOnceInOrder()
    {
        importMany();
        const QByteArray table = inShell(
            u"{cli} query --format table --columns id --sort created --offset 1 --limit 2500 2>/dev/null"_s);
        QByteArrayList shown;
        for (const QByteArray &line : table.split('\n')) {
            if (const QByteArray id = line.trimmed(); !id.isEmpty() && id.front() >= '0' && id.front() <= '9')
                shown.append(id);
        }
        QByteArrayList expected;
        for (int id = 0; id < 2500; ++id)
            expected.append(QByteArray::number(id));
        QCOMPARE(shown, expected);
    }

    void aPipeIsGivenTheValueAsItIs()
    {
        QCOMPARE(m_cli->run({u"query"_s, u"--columns"_s, u"action"_s, u"--format"_s, u"csv"_s}).output,
                 QByteArray("action\r\n\"" + HostileValue + "\"\r\n"));
        QVERIFY(m_cli->run({u"query"_s, u"--json"_s})
                    .output.endsWith(QByteArray(",\"raw\":" + hostileEvent() + "}\n")));
        QVERIFY(
            m_cli->run({u"show"_s, u"work"_s, u"h1"_s}).output.endsWith(QByteArray(hostileEvent() + '\n')));
        QCOMPARE(m_cli->run({u"show"_s, u"work"_s, u"h1"_s, u"--raw"_s}).output, hostileEvent());
    }

    void aReaderThatHasSeenEnoughIsNoFailure_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("table") << u"query"_s;
        QTest::newRow("csv") << u"query --format csv"_s;
        QTest::newRow("ndjson") << u"query --format ndjson"_s;
        QTest::newRow("export") << u"export --output -"_s;
    }
    void aReaderThatHasSeenEnoughIsNoFailure()
    {
        QFETCH(QString, command);
        importMany();
        const QByteArray all = inShell(u"{cli} "_s + command + u" 2>/dev/null"_s);
        QVERIFY(all.size() > 2 * 65'536); // more than a pipe holds
        // The status is printed after the pipe has ended: head closes its input before it flushes its output.
        const QByteArray piped =
            inShell(u"{cli} "_s + command + u" | head -n 1; echo left with ${PIPESTATUS[0]}"_s);
        QVERIFY2(piped.startsWith(all.left(all.indexOf('\n') + 1)), piped.left(200).constData());
        QVERIFY2(piped.endsWith("left with 0\n"), piped.right(200).constData());
        QCOMPARE(piped.count('\n'), 2);
    }

    void standardOutputOnAFullDiskIsAFailure_data() { aReaderThatHasSeenEnoughIsNoFailure_data(); }
    void standardOutputOnAFullDiskIsAFailure()
    {
        QFETCH(QString, command);
        const QByteArray told = inShell(u"{cli} "_s + command + u" >/dev/full; echo left with $?"_s);
        QVERIFY2(told.contains("left with 1") && told.size() > 30, told.constData());
    }

    void aClosedStandardOutputHarmsNoFile()
    {
        const QString fileName = m_cli->path(u"out.csv"_s);
        inShell(u"{cli} export --columns id --output "_s + fileName + u" >&- 2>&-"_s);
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("id\r\nh1\r\n"));
        QVERIFY(inShell(u"{cli} query --count >&-; echo left with $?"_s).contains("left with 1"));
        QCOMPARE(m_cli->run({u"doctor"_s}).exitCode, 0);
    }

    void ctrlCEndsASyncAndTheNextGoesOn()
    {
        CliRunner cli;
        const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
        FakeVendors servers(
            Company::Options{.seed = 3, .now = {now - now % UtcMicros::PerDay}, .events = 900});
        QVERIFY(servers.listen());
        NectedServer &server = servers.nected();
        QCOMPARE(cli.addSource(u"nected"_s, u"rules"_s, server.settings(), server.secrets()).exitCode, 0);
        QProcess process;
        process.setProcessEnvironment(cli.environment());
        QSignalSpy finished(&process, &QProcess::finished);
        server.beforePage(3, [&process] { ::kill(static_cast<pid_t>(process.processId()), SIGINT); });
        process.start(CliRunner::program(), cli.withWorkspace({u"sync"_s, u"--json"_s}));
        QVERIFY(finished.wait(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardOutput().contains("\"status\":\"cancelled\""));
        server.resetPages();
        QCOMPARE(cli.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(cli.run({u"query"_s, u"--count"_s}).output,
                 QByteArray(QByteArray::number(server.events().size()) + '\n'));
    }

private:
    /// Runs a line of the shell, `{cli}` being the program with its workspace.
    /// \returns both its outputs
    QByteArray inShell(QString line) const
    {
        line.replace("{cli}"_L1, CliRunner::program() + " --workspace "_L1 + m_cli->workspace());
        return outputOf(u"/bin/bash"_s, {u"-c"_s, line});
    }

    /// Runs a command of the program on a terminal of this width.
    QByteArray onTerminal(int width, const QString &command) const
    {
        const QString line = "stty cols %1; %2 --workspace %3 %4"_L1.arg(
            QString::number(width), CliRunner::program(), m_cli->workspace(), command);
        return outputOf(u"script"_s, {u"-qec"_s, line, u"/dev/null"_s});
    }

    QByteArray outputOf(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.closeWriteChannel();
        return process.waitForFinished(60'000) ? process.readAll()
                                               : QByteArray("did not end: " + program.toUtf8());
    }

    /// Three thousand events more, which are imported once and then copied.
    void importMany()
    {
        if (m_many) {
            QVERIFY(m_cli->copyFrom(*m_many));
            return;
        }
        QByteArray lines;
        for (int i = 0; i < 3000; ++i) {
            lines += "{\"gid\":\"" + QByteArray::number(i) + "\",\"created_at\":\"2026-10-01T08:00:00."
                + QByteArray::number(1000 + i) + "Z\",\"event_type\":\"user_login_succeeded\"}\n";
        }
        QCOMPARE(m_cli->run({u"import"_s, u"work"_s, u"-"_s}, lines).exitCode, 0);
        m_many = m_cli->another();
        QVERIFY(m_many->copyFrom(*m_cli));
    }

    CliRunner m_prepared;
    std::unique_ptr<CliRunner> m_many;
    std::unique_ptr<CliRunner> m_cli;
};

TRAILGLASS_TEST(TerminalTest)
#include "tst_terminal.moc"
