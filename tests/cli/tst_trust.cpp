// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/store/othertool.h"
#include "tests/support/fakevendors.h"

#include <QDateTime>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

/// A workspace that came from somebody else, or was in his hands, through the real program.
class TrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        const UtcMicros now{QDateTime::currentMSecsSinceEpoch() * 1000};
        m_servers = std::make_unique<FakeVendors>(Company::Options{.seed = 7, .now = now, .events = 200});
        QVERIFY(m_servers->listen());
        QVERIFY(m_elsewhere.listen());
        QCOMPARE(m_cli
                     ->addSource(u"datafold"_s, u"work"_s, m_servers->datafold().settings(),
                                 m_servers->datafold().secrets())
                     .exitCode,
                 0);
    }
    void cleanup()
    {
        m_elsewhere.close();
        m_elsewhere.clearRequests();
    }

    void whatIsTypedHereNeedsNoQuestion()
    {
        QCOMPARE(run("sync").exitCode, 0);
        QCOMPARE(run("source test work").exitCode, 0);
        QVERIFY(!requests().isEmpty());
    }

    void aWorkspaceFromElsewhereAsksOnce()
    {
        becomeSomebodyElse();
        for (const char *command : {"sync", "sync work", "sync --json", "source test work"}) {
            const CliResult refused = run(command);
            QVERIFY2(refused.exitCode == 2, refused.errors.constData());
            QCOMPARE(refused.output, QByteArray());
            for (const QByteArray &part : {QByteArray("work"), variable(), address(), QByteArray("--trust")})
                QVERIFY2(refused.errors.contains(part), refused.errors.constData());
        }
        QVERIFY(requests().isEmpty());

        const CliResult trusted = run("sync --trust");
        QVERIFY2(trusted.exitCode == 0, trusted.errors.constData());
        QVERIFY2(trusted.errors.contains("Approved: "), trusted.errors.constData());
        QVERIFY(trusted.errors.contains(variable()) && trusted.errors.contains(address()));
        QVERIFY(!requests().isEmpty());
        const CliResult again = run("sync --trust");
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(!again.errors.contains("Approved"), again.errors.constData());
        QCOMPARE(run("sync").exitCode, 0);
        QCOMPARE(run("source test work").exitCode, 0);
    }

    void testingCanBeTrustedToo()
    {
        becomeSomebodyElse();
        QCOMPARE(run("source test work --trust").exitCode, 0);
        QCOMPARE(run("sync").exitCode, 0);
    }

    void doesNotRequestApprovalForTheVariableOfAnEditedAddress()
    {
        const auto reader = EventReader::open(m_cli->workspace());
        SourceRecord record = (*reader)->source(u"work"_s).value();
        record.settings.insert(u"base_url"_s, m_elsewhere.url().toString());
        QVERIFY((*EventWriter::open(m_cli->workspace()))->updateSource(record, {}));
        const CliResult refused = run("sync");
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains(m_elsewhere.url().toEncoded()), refused.errors.constData());
        QCOMPARE(run("source test work").exitCode, 2);
        QVERIFY(m_elsewhere.requests().isEmpty());
        QVERIFY(requests().isEmpty());
    }

    void allThatIsNotApprovedIsNamedBeforeAnythingIsSent()
    {
        const QString file = m_cli->writeFile(u"key"_s, "made-up\n");
        QCOMPARE(m_cli
                     ->run({u"source"_s, u"add"_s, u"secoda"_s, u"more"_s, u"--set"_s,
                            QString("base_url="_L1 + m_elsewhere.url().toString()), u"--secret"_s,
                            QString("api_key=file:"_L1 + file)})
                     .exitCode,
                 0);
        becomeSomebodyElse();
        const CliResult refused = run("sync");
        QCOMPARE(refused.exitCode, 2);
        for (const QByteArray &part : {variable(), address(), QFile::encodeName(file), QByteArray("more")})
            QVERIFY2(refused.errors.contains(part), refused.errors.constData());
        QVERIFY(requests().isEmpty() && m_elsewhere.requests().isEmpty());
        // What is not requested delays nothing.
        QCOMPARE(run("sync work --trust").exitCode, 0);
        QCOMPARE(run("sync").exitCode, 2);
    }

    void aNewAddressIsApprovedByNamingTheReferenceAgain_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("sync"); // exit code
        QTest::newRow("the address alone") << QStringList() << 2;
        QTest::newRow("with the reference")
            << QStringList{u"--secret"_s, u"api_key=env:TEST_WORK_API_KEY"_s} << 1;
        QTest::newRow("with --trust") << QStringList{u"--trust"_s} << 1;
    }
    void aNewAddressIsApprovedByNamingTheReferenceAgain()
    {
        QFETCH(QStringList, more);
        QFETCH(int, sync);
        const CliResult set = m_cli->run(QStringList{u"source"_s, u"set"_s, u"work"_s, u"--set"_s,
                                                     QString("base_url="_L1 + m_elsewhere.url().toString())}
                                         + more);
        QVERIFY2(set.exitCode == 0, set.errors.constData());
        QCOMPARE(set.errors.contains("--trust"), sync == 2);
        // What was not typed is listed when it is approved.
        const bool isListed = set.errors.contains("Approved: ") && set.errors.contains(variable())
            && set.errors.contains(m_elsewhere.url().toEncoded());
        QCOMPARE(isListed, more.contains(u"--trust"_s));
        QCOMPARE(run("sync").exitCode, sync);
        QCOMPARE(m_elsewhere.requests().isEmpty(), sync == 2);
    }

    void anApprovalThatCannotBeStoredIsAnErrorAndNothingIsSent()
    {
        becomeSomebodyElse();
        QFile inTheWay(m_cli->path(u"other"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const CliResult refused = run("sync --trust");
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("approvals.json"), refused.errors.constData());
        QVERIFY(requests().isEmpty());
        const CliResult set = run("source set work --secret api_key=env:TEST_WORK_API_KEY");
        QCOMPARE(set.exitCode, 3);
        QVERIFY2(set.errors.contains("approvals.json"), set.errors.constData());
    }

    void aTriggerInADatabaseIsNamedAndDoesNothing()
    {
        const QString database = m_cli->workspace() + u"/trailglass.sqlite"_s;
        Testing::runFreely(database,
                           "CREATE TRIGGER moved AFTER INSERT ON source BEGIN UPDATE source SET settings = "
                           "'{\"base_url\":\"https://evil.example\"}' WHERE id = new.id; END");
        for (const char *command :
             {"sync", "sync --trust", "query", "source list", "source test work", "stats", "doctor",
              "doctor --repair", "source add secoda mine --secret api_key=env:TEST_WORK_API_KEY"}) {
            const CliResult refused = run(command);
            QVERIFY2(refused.exitCode == 1, command);
            const QByteArray said = refused.errors + refused.output;
            QVERIFY2(said.contains("trigger moved"), command);
        }
        QVERIFY(requests().isEmpty());
        Testing::runFreely(database, "DROP TRIGGER moved");
        QCOMPARE(run("sync").exitCode, 0);
    }

private:
    CliResult run(const char *line) const { return m_cli->run(QString::fromLatin1(line).split(u' ')); }
    /// The same workspace, in front of a user who has approved nothing.
    void becomeSomebodyElse() { m_cli->environment().insert(u"XDG_CONFIG_HOME"_s, m_cli->path(u"other"_s)); }
    [[nodiscard]] const QList<Request> &requests() const { return m_servers->datafold().http().requests(); }
    [[nodiscard]] static QByteArray variable() { return "TEST_WORK_API_KEY"; }
    [[nodiscard]] QByteArray address() const { return m_servers->datafold().http().url().toEncoded(); }

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<FakeVendors> m_servers;
    FakeHttpServer m_elsewhere;
};

TRAILGLASS_TEST(TrustTest)
#include "tst_trust.moc"
