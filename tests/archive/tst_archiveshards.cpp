// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveledger.h"
#include "models/archive/rowbinary.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// An archive on two servers.
class ArchiveShardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void pushesEveryEventOnce();
    void keepsABatchOnOneShard();
    void refusesToCountWithoutAShard();
    void refusesAUserWhoseShardsAreLeftOut();
    void pushesNothingWhileAShardIsDead();

private:
    ClickHouseServer m_server{2};
};

void ArchiveShardsTest::initTestCase()
{
    START_SERVER(m_server);
}

void ArchiveShardsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveShardsTest::pushesEveryEventOnce()
{
    ArchiveStage stage(m_server);
    VERIFY_RESULT(stage.create());
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 100);
    VERIFY_RESULT(stage.push(workspace));
    QCOMPARE(stage.difference(workspace), QString());
    workspace.change(source, 30, 40);
    workspace.add(source, 10);
    const auto report = stage.push(workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->takenBack, 40);
    QCOMPARE(stage.difference(workspace), QString());
}

void ArchiveShardsTest::keepsABatchOnOneShard()
{
    ArchiveStage stage(m_server);
    VERIFY_RESULT(stage.create());
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 200);
    VERIFY_RESULT(stage.push(workspace));
    const qint64 batches = stage.number("SELECT toInt64(uniqExact(batch)) FROM event");
    const qint64 here = stage.number("SELECT toInt64(uniqExact(batch)) FROM event_local");
    QVERIFY(here > 0 && here < batches);
    const auto other = stage.open(u"push"_s, m_server.portOf(1));
    VERIFY_RESULT(other);
    const auto rows = (*other)->ask("SELECT toInt64(uniqExact(batch)) FROM event_local", {});
    VERIFY_RESULT(rows);
    RowBinaryReader reader(*rows);
    QCOMPARE(reader.readInt64() + here, batches);
}

void ArchiveShardsTest::refusesToCountWithoutAShard()
{
    ArchiveStage stage(m_server);
    VERIFY_RESULT(stage.create());
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 100);
    VERIFY_RESULT(stage.push(workspace));
    m_server.killShard(1);
    const auto session = stage.open(u"reader"_s);
    VERIFY_RESULT(session); // the first server responds
    const auto count = (*session)->ask("SELECT toInt64(sum(sign)) FROM event", {});
    QVERIFY(!count);
    QCOMPARE(count.error().kind, ErrorKind::Network);
    QVERIFY2(count.error().message.contains(u"127.0.0.1:"_s), qPrintable(count.error().message)); // which one
    QVERIFY(!ArchiveLedger::state(**session, {}));
    QVERIFY(m_server.restartShard(1));
    QCOMPARE(stage.number("SELECT toInt64(sum(sign)) FROM event"), 100);
}

void ArchiveShardsTest::refusesAUserWhoseShardsAreLeftOut()
{
    ArchiveStage stage(m_server);
    VERIFY_RESULT(stage.create());
    const auto session = stage.open(u"careless"_s);
    QVERIFY(!session);
    QCOMPARE(session.error().kind, ErrorKind::Forbidden);
    QVERIFY(session.error().message.contains(u"skip_unavailable_shards=1"_s));
    VERIFY_RESULT(stage.open(u"locked"_s));
}

void ArchiveShardsTest::pushesNothingWhileAShardIsDead()
{
    ArchiveStage stage(m_server);
    VERIFY_RESULT(stage.create());
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 60);
    VERIFY_RESULT(stage.push(workspace));
    workspace.add(source, 60);
    m_server.killShard(1);
    QVERIFY(!stage.push(workspace));
    QVERIFY(m_server.restartShard(1));
    VERIFY_RESULT(stage.push(workspace));
    QCOMPARE(stage.difference(workspace), QString());
}

TRAILGLASS_TEST(ArchiveShardsTest)
#include "tst_archiveshards.moc"
