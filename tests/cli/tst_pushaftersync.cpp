// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/clickhouseserver.h"
#include "tests/cli/archivecli.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QtTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using Trailglass::Testing::ClickHouseServer;

/// `archive push --after-sync`, and the syncs that follow it, through the real program, a vendor's and an archive's server.
class PushAfterSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_cli.reset(); }

    void aSyncPushesOnceThatIsTurnedOn();
    void aSyncPushesNoMoreOnceThatIsTurnedOff();
    void listsWhereItIsPushed();
    void saysWhichArchivesCouldNotBeAsked();
    void aPushThatFailsIsANotice();
    void whatCannotWorkIsNotKept();
    void watchingPushesAfterEachSync();
    void collectingPushesIntoTheOthersToo();
    void refusesWhatIsNoChoice();

private:
    [[nodiscard]] ArchivePlace archive(const QString &user = u"push"_s) const
    {
        return m_server.place(m_database, user);
    }
    [[nodiscard]] CliResult turn(const QString &choice, const ArchivePlace &where)
    {
        return m_cli->push(where, {u"--after-sync"_s, choice});
    }
    [[nodiscard]] CliResult listed(const QStringList &options = {}) const
    {
        return m_cli->run(QStringList{u"archive"_s, u"after-sync"_s} + options);
    }
    /// Without a workspace, as any reader.
    [[nodiscard]] QByteArray countIn(const QString &database)
    {
        return m_cli->countIn(m_server.place(database, u"reader"_s));
    }
    [[nodiscard]] QByteArray stored() { return m_cli->run({u"query"_s, u"--count"_s}).output; }
    [[nodiscard]] CliResult sync() { return m_cli->run({u"sync"_s, u"--trust"_s}); }

    ClickHouseServer m_server;
    std::unique_ptr<FakeVendors> m_vendors;
    std::unique_ptr<ArchiveCli> m_cli;
    QString m_database;
    int m_databases = 0;
};

void PushAfterSyncTest::initTestCase()
{
    START_SERVER(m_server);
    m_vendors = std::make_unique<FakeVendors>(Company::Options{.seed = 9, .now = today(), .events = 60});
    QVERIFY(m_vendors->listen());
}

/// A workspace with a source that was not synced, and an archive.
void PushAfterSyncTest::init()
{
    m_cli = std::make_unique<ArchiveCli>();
    QCOMPARE(
        m_cli->addSource(u"asana"_s, u"board"_s, m_vendors->asana().settings(), m_vendors->asana().secrets())
            .exitCode,
        0);
    m_database = u"after_%1"_s.arg(++m_databases);
    const CliResult created = m_cli->create(archive());
    QVERIFY2(created.exitCode == 0, created.errors.constData());
}

void PushAfterSyncTest::aSyncPushesOnceThatIsTurnedOn()
{
    const CliResult turned = turn(u"on"_s, archive());
    QVERIFY2(turned.exitCode == 0, turned.errors.constData());
    QVERIFY2(turned.errors.contains("after each sync"), turned.errors.constData());
    const CliResult status =
        m_cli->run(ArchiveCli::withKey({u"archive"_s, u"status"_s, archive().text(), u"--json"_s}));
    QVERIFY2(status.exitCode == 0, status.errors.constData());
    QVERIFY(status.jsonObject().value(u"after_sync"_s).toBool());

    const CliResult synced = m_cli->run({u"sync"_s, u"--trust"_s, u"--json"_s});

    QVERIFY2(synced.exitCode == 0, synced.errors.constData());
    QVERIFY2(synced.errors.contains(R"("void_numbers":0)"), synced.errors.constData());
    QVERIFY(stored().toInt() > 0);
    QCOMPARE(countIn(m_database), stored());
}

void PushAfterSyncTest::aSyncPushesNoMoreOnceThatIsTurnedOff()
{
    QCOMPARE(turn(u"on"_s, archive()).exitCode, 0);

    const CliResult turned = turn(u"off"_s, archive());

    QVERIFY2(turned.exitCode == 0, turned.errors.constData());
    QVERIFY2(turned.errors.contains("no longer"), turned.errors.constData());
    QCOMPARE(sync().exitCode, 0);
    QCOMPARE(countIn(m_database).trimmed(), QByteArray("0"));
    QVERIFY(turn(u"off"_s, archive()).errors.contains("was not pushed"));
}

void PushAfterSyncTest::listsWhereItIsPushed()
{
    QCOMPARE(listed({u"--json"_s}).output, QByteArray("[]\n"));
    const CliResult none = listed();
    QCOMPARE(none.output, QByteArray());
    QVERIFY2(none.errors.contains("archive push URL --after-sync on"), none.errors.constData());
    QCOMPARE(none.exitCode, 0);
    QCOMPARE(turn(u"on"_s, archive()).exitCode, 0);

    const QJsonArray before = listed({u"--json"_s}).jsonArray();
    QCOMPARE(sync().exitCode, 0);
    const CliResult after = listed({u"--json"_s});

    QCOMPARE(before.size(), 1);
    QCOMPARE(before[0][u"archive"_s].toString(), archive().text());
    QCOMPARE(before[0][u"key"_s].toString(), u"env:TRAILGLASS_TEST_ARCHIVE_KEY"_s);
    QVERIFY(before[0][u"error"_s].isNull());
    const QJsonArray pushed = after.jsonArray();
    QCOMPARE(after.exitCode, 0);
    QVERIFY2(pushed[0][u"last_push"_s].toString().endsWith(u'Z'), after.output.constData());
    QVERIFY2(listed().output.contains(archive().text().toUtf8()), after.output.constData());
    QCOMPARE(turn(u"off"_s, archive()).exitCode, 0);
    QCOMPARE(listed({u"--json"_s}).output, QByteArray("[]\n"));
}

/// The list itself is of this machine.
void PushAfterSyncTest::saysWhichArchivesCouldNotBeAsked()
{
    QCOMPARE(turn(u"on"_s, archive()).exitCode, 0);
    m_cli->setKey(u"another-key-0815"_s);

    const CliResult told = listed();
    const CliResult json = listed({u"--json"_s});

    QCOMPARE(told.exitCode, 3);
    QVERIFY2(told.output.contains(archive().text().toUtf8()), told.output.constData());
    QVERIFY2(told.errors.contains("key"), told.errors.constData());
    QVERIFY(!told.errors.contains("0815"));
    const QJsonArray list = json.jsonArray();
    QCOMPARE(json.exitCode, 3);
    QVERIFY(list[0][u"last_push"_s].isNull());
    QVERIFY(!list[0][u"error"_s][u"kind"_s].toString().isEmpty());
}

void PushAfterSyncTest::aPushThatFailsIsANotice()
{
    QCOMPARE(turn(u"on"_s, archive()).exitCode, 0);
    m_cli->setKey(u"another-key-0815"_s);

    const CliResult synced = sync();

    QVERIFY2(synced.exitCode == 0, synced.errors.constData());
    QVERIFY2(synced.errors.contains(m_server.place(m_database).name().toUtf8()), synced.errors.constData());
    QVERIFY(!synced.errors.contains("0815"));
    QVERIFY(stored().toInt() > 0);
    m_cli->setKey(ClickHouseServer::keyText());
    QCOMPARE(sync().exitCode, 0); // brings what that one did not
    QCOMPARE(countIn(m_database), stored());
}

void PushAfterSyncTest::whatCannotWorkIsNotKept()
{
    QCOMPARE(turn(u"on"_s, archive(u"reader"_s)).exitCode, 1);

    const CliResult status = m_cli->run(
        ArchiveCli::withKey({u"archive"_s, u"status"_s, archive(u"reader"_s).text(), u"--json"_s}));

    QVERIFY2(status.exitCode == 0, status.errors.constData());
    QVERIFY(!status.jsonObject().value(u"after_sync"_s).toBool(true));
}

void PushAfterSyncTest::watchingPushesAfterEachSync()
{
    QCOMPARE(turn(u"on"_s, archive()).exitCode, 0);

    const CliResult watched = m_cli->runUntil("pushed: ", {u"sync"_s, u"--watch"_s, u"--trust"_s});

    QVERIFY2(watched.exitCode == 0, watched.errors.constData());
    QVERIFY(stored().toInt() > 0);
    QCOMPARE(countIn(m_database), stored());
}

/// And once into the archive that it is given.
void PushAfterSyncTest::collectingPushesIntoTheOthersToo()
{
    const QString other = m_database + u"_b"_s;
    QCOMPARE(m_cli->create(m_server.place(other)).exitCode, 0);
    QCOMPARE(turn(u"on"_s, archive()).exitCode, 0);
    QCOMPARE(turn(u"on"_s, m_server.place(other)).exitCode, 0);

    const CliResult collected = m_cli->run(
        ArchiveCli::withKey({u"collect"_s, archive().text(), u"--once"_s, u"--trust"_s, u"--json"_s}));

    QVERIFY2(collected.exitCode == 0, collected.errors.constData());
    QCOMPARE(collected.errors.count(R"("void_numbers":)"), 2);
    QVERIFY(stored().toInt() > 0);
    QCOMPARE(countIn(m_database), stored());
    QCOMPARE(countIn(other), stored());
}

void PushAfterSyncTest::refusesWhatIsNoChoice()
{
    QCOMPARE(turn(u"maybe"_s, archive()).exitCode, 2);
    QCOMPARE(m_cli->run({u"archive"_s, u"push"_s, u"ftp://nowhere"_s, u"--after-sync"_s, u"off"_s}).exitCode,
             2);
}

TRAILGLASS_TEST(PushAfterSyncTest)
#include "tst_pushaftersync.moc"
