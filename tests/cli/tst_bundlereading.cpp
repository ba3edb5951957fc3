// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/ed25519.h"
#include "tests/cli/refusedcommands.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr int LongestWait = 60'000; // ms; a guard against hanging, not a measure

/// More of them than fit into a pipe.
QByteArray manyEvents()
{
    QByteArray lines;
    for (int number = 0; number < 1'000; ++number)
        lines += "{\"gid\":\"m" + QByteArray::number(number)
            + "\",\"created_at\":\"2026-10-05T10:00:00Z\",\"event_type\":\"x\",\"details\":{\"old\":\"a\","
              "\"new\":\"b\"}}\n";
    return lines;
}

/// A named pipe that nobody reads.
class UnreadPipe
{
public:
    explicit UnreadPipe(const QString &path)
        : m_path(QFile::encodeName(path))
    {
        if (::mkfifo(m_path.constData(), 0600) != 0)
            return;
        m_reader = ::open(m_path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        m_writer = ::open(m_path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    }
    ~UnreadPipe()
    {
        ::close(m_writer);
        ::close(m_reader);
    }
    Q_DISABLE_COPY(UnreadPipe)

    /// Whether nothing more goes into it.
    [[nodiscard]] bool isFull() const
    {
        pollfd room{m_writer, POLLOUT, 0};
        return ::poll(&room, 1, 0) == 0;
    }

private:
    const QByteArray m_path;
    int m_reader = -1;
    int m_writer = -1;
};

} // namespace

/// The commands that read events, with `--bundle` in place of a workspace, through the real program.
class BundleReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QCOMPARE(unpacked(), QStringList()); }

    void aBundleAnswersAsTheWorkspaceThatItIsOf_data();
    void aBundleAnswersAsTheWorkspaceThatItIsOf();
    void countsTheEventsOfTheBundle();
    void saysWhetherTheKeyIsKnown();
    void anExportDoesNotReplaceTheBundle();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void aSignalLeavesNothing_data();
    void aSignalLeavesNothing();

private:
    [[nodiscard]] QString bundle() const { return m_cli.path(u"b.zip"_s); }
    /// As on the machine of somebody who got the bundle: without a workspace.
    /// \param options  besides `--bundle`
    [[nodiscard]] CliResult read(const QStringList &command, const QStringList &options = {}) const
    {
        return m_cli.runAsTyped(command + QStringList{u"--bundle"_s, bundle()} + options);
    }
    /// What is left of bundles that were opened.
    [[nodiscard]] QStringList unpacked() const
    {
        return QDir(m_cli.path(u"tmp"_s)).entryList({u"trailglass-bundle-*"_s}, QDir::Dirs);
    }

    CliRunner m_cli;
};

void BundleReadingTest::initTestCase()
{
    QVERIFY(SampleWorkspace().fill(m_cli));
    QCOMPARE(m_cli.run({u"import"_s, u"work"_s, u"-"_s}, manyEvents()).exitCode, 0);
    for (const QString &name : {u"key"_s, u"otherkey"_s})
        QVERIFY(!m_cli.writeFile(name, SigningKey::generate()->seed().reveal()).isEmpty());
    const QString file = u"file:"_s + m_cli.path(u"key"_s);
    QCOMPARE(m_cli.run({u"checkpoint"_s, u"key"_s, u"set"_s, file}).exitCode, 0);
    const CliResult created = m_cli.run({u"evidence"_s, u"create"_s, u"--output"_s, bundle()});
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    QCOMPARE(m_cli.run({u"checkpoint"_s, u"key"_s, u"export"_s, m_cli.path(u"public.pem"_s)}).exitCode, 0);

    const QByteArray bytes = contentOf(bundle());
    QVERIFY(!m_cli.writeFile(u"cut.zip"_s, bytes.first(bytes.size() / 2)).isEmpty());
    QVERIFY(!m_cli.writeFile(u"text.zip"_s, "not a bundle\n").isEmpty());
    const QString otherFile = u"file:"_s + m_cli.path(u"otherkey"_s);
    QCOMPARE(m_cli.run({u"checkpoint"_s, u"key"_s, u"set"_s, otherFile}).exitCode, 0);
    QCOMPARE(m_cli.run({u"checkpoint"_s, u"key"_s, u"export"_s, m_cli.path(u"other.pem"_s)}).exitCode, 0);
}

void BundleReadingTest::aBundleAnswersAsTheWorkspaceThatItIsOf_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("query") << QStringList{u"query"_s, u"outcome:success"_s};
    QTest::newRow("query, sorted, as NDJSON")
        << QStringList{u"query"_s, u"--sort"_s, u"actor,-created,id"_s, u"--json"_s, u"--limit"_s, u"20"_s};
    QTest::newRow("query, counted") << QStringList{u"query"_s, u"created:2026-10"_s, u"--count"_s};
    QTest::newRow("facets") << QStringList{u"facets"_s, u"--by"_s, u"vendor,op,actor,@details.new"_s};
    QTest::newRow("histogram") << QStringList{u"histogram"_s, u"--interval"_s, u"1d"_s};
    QTest::newRow("export") << QStringList{u"export"_s, u"source:catalog"_s, u"--output"_s, u"-"_s};
    QTest::newRow("show") << QStringList{u"show"_s, u"runs"_s, u"1"_s};
    QTest::newRow("show, raw") << QStringList{u"show"_s, u"runs"_s, u"1"_s, u"--raw"_s};
    QTest::newRow("show, changes") << QStringList{u"show"_s, u"work"_s, u"m7"_s, u"--changes"_s};
    QTest::newRow("show, compared") << QStringList{u"show"_s, u"work"_s, u"m7"_s, u"--compare-with"_s,
                                                   u"runs/1"_s};
    QTest::newRow("an event that is not there") << QStringList{u"show"_s, u"work"_s, u"none"_s};
    QTest::newRow("a source that is not there") << QStringList{u"query"_s, u"source:wrok"_s};
}

void BundleReadingTest::aBundleAnswersAsTheWorkspaceThatItIsOf()
{
    QFETCH(const QStringList, arguments);
    const CliResult expected = m_cli.run(arguments);

    const CliResult found = read(arguments, {u"--key"_s, m_cli.path(u"public.pem"_s)});

    QCOMPARE(found.output, expected.output);
    QVERIFY2(found.exitCode == expected.exitCode, found.errors.constData());
    QCOMPARE(found.errors, expected.errors);
}

void BundleReadingTest::countsTheEventsOfTheBundle()
{
    const CliResult counted = read({u"stats"_s, u"--json"_s});
    QVERIFY2(counted.exitCode == 0, counted.errors.constData());
    QCOMPARE(counted.jsonObject()[u"events"_s].toInt(), 1'007);
}

void BundleReadingTest::saysWhetherTheKeyIsKnown()
{
    const QStringList count{u"query"_s, u"--count"_s};
    const CliResult unknown = read(count);
    QCOMPARE(unknown.output, QByteArray("1007\n"));
    QVERIFY2(unknown.errors.contains("Whose key"), unknown.errors.constData());
    QCOMPARE(unknown.exitCode, 0);
    const CliResult known = read(count, {u"--key"_s, m_cli.path(u"public.pem"_s)});
    QCOMPARE(known.output, QByteArray("1007\n"));
    QCOMPARE(known.errors, QByteArray());
}

void BundleReadingTest::anExportDoesNotReplaceTheBundle()
{
    const QByteArray before = contentOf(bundle());
    const CliResult refused = read({u"export"_s, u"--output"_s, bundle()});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("b.zip"), refused.errors.constData());
    QVERIFY(contentOf(bundle()) == before);
}

void BundleReadingTest::saysWhatIsWrong_data()
{
    addRefused({
        {"query --bundle {folder}/cut.zip", 1, "The bundle is not verified."},
        {"export --output {folder}/out.csv --bundle {folder}/cut.zip", 1, "The bundle is not verified."},
        {"stats --bundle {folder}/text.zip", 1, "The bundle is not verified."},
        {"query --bundle {folder}/text.zip --json", 1, R"("kind":"rejected")"},
        {"show runs 1 --bundle {folder}/b.zip --key {folder}/other.pem", 1, "by another key"},
        {"query --bundle {folder}/missing.zip", 1, "There is no file"},
        {"query --bundle {folder}", 1, "is a folder"},
        {"query --bundle {folder}/workspace/trailglass.sqlite", 2, "Give a bundle"},
        {"query --bundle {folder}/b.zip --key nonsense", 2, "neither a public key"},
        {"query --bundle {folder}/b.zip --workspace {folder}/workspace", 2, "either --workspace or --bundle"},
        {"stats --bundle {folder}/b.zip --workspace {folder}/workspace", 2, "either --workspace or --bundle"},
        {"query --bundle {folder}/b.zip --archive https://a@b/c", 2, "either --archive or --bundle"},
        {"query --key {folder}/public.pem --workspace {folder}/workspace", 2, "--key goes with --bundle"},
        {"query --bundle", 2, "--bundle"},
        {"query op:nothing --bundle {folder}/b.zip", 2, "nothing"},
        {"show work none --bundle {folder}/b.zip", 1, "none"},
        {"show wrok a1 --bundle {folder}/b.zip", 2, "“work”"},
        {"show runs 1 --related --bundle {folder}/b.zip", 2, "--bundle"},
        {"doctor --bundle {folder}/b.zip", 2, "--bundle"},
    });
}

void BundleReadingTest::saysWhatIsWrong()
{
    verifyRefused(m_cli.runAsTyped(refusedArguments(m_cli)));
    QVERIFY(!QFile::exists(m_cli.path(u"out.csv"_s)));
}

void BundleReadingTest::aSignalLeavesNothing_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("a terminal that is closed") << SIGHUP;
}

/// While the command waits for a reader.
void BundleReadingTest::aSignalLeavesNothing()
{
    QFETCH(const int, signal);
    const QString path = m_cli.path(u"pipe%1"_s.arg(signal));
    const UnreadPipe output(path);
    QProcess process;
    process.setProcessEnvironment(m_cli.environment());
    // Whoever runs the tests may have this one ignored.
    process.setChildProcessModifier([] { ::signal(SIGHUP, SIG_DFL); });
    const QSignalSpy finished(&process, &QProcess::finished);
    process.start(m_cli.executable(),
                  {u"export"_s, u"--format"_s, u"ndjson"_s, u"--output"_s, path, u"--bundle"_s, bundle()});
    QTRY_VERIFY_WITH_TIMEOUT(output.isFull(), LongestWait);
    QCOMPARE(unpacked().size(), 1);

    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);

    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, LongestWait);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(unpacked(), QStringList());
}

TRAILGLASS_TEST(BundleReadingTest)
#include "tst_bundlereading.moc"
