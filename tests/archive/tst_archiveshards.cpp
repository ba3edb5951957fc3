// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveledger.h"
#include "models/archive/archivequeryengine.h"
#include "models/archive/archiverecords.h"
#include "models/archive/rowbinary.h"
#include "models/archive/rowtimes.h"
#include "models/query/sortorder.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

#include <set>
#include <string>
#include <vector>

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
    void readsTheRecordsOfAllShards();
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

/// As an export does, in any order, and for users who may not have responses packed.
void ArchiveShardsTest::readsTheRecordsOfAllShards()
{
    ArchiveStage stage(m_server);
    VERIFY_RESULT(stage.create());
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 200);
    VERIFY_RESULT(stage.push(workspace));
    workspace.change(source, 30, 40);
    VERIFY_RESULT(stage.push(workspace));
    std::set<std::string> ids;
    int read = 0;
    const auto take = [&](std::vector<EventRecord> &&page) -> Result<void> {
        for (const EventRecord &record : page)
            ids.insert(record.event.id);
        read += static_cast<int>(page.size());
        return {};
    };
    for (const QString &user : {u"reader"_s, u"locked"_s}) {
        const auto session = stage.open(user);
        VERIFY_RESULT(session);
        RowTimes times;
        ArchiveQueryEngine engine(**session, times);
        ArchiveRecords records(**session, times,
                               {.rows = 60, .firstRows = 30, .fewRows = 2, .shortRange = 2});
        for (const QString &order : {u"-created"_s, u"message,-created"_s}) {
            const auto found =
                engine.select(Filter::makeNode(Filter::All{}), *parseSortOrder(order), {Noon, "UTC"}, {});
            VERIFY_RESULT(found);
            ids.clear();
            read = 0;
            VERIFY_RESULT(records.readPages(**found, true, take, {}));
            QCOMPARE(read, 200);
            QCOMPARE(ids.size(), 200U);
        }
    }
}

void ArchiveShardsTest::refusesToCountWithoutAShard()
{
    ArchiveStage stage(m_server);
    VERIFY_RESULT(stage.create());
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 100);
    VERIFY_RESULT(stage.push(workspace));
    RowTimes times;
    const auto before = stage.open(u"reader"_s);
    VERIFY_RESULT(before);
    const auto found = ArchiveQueryEngine(**before, times)
                           .select(Filter::makeNode(Filter::All{}), defaultSortOrder(), {Noon, "UTC"}, {});
    VERIFY_RESULT(found);
    m_server.killShard(1);
    const auto session = stage.open(u"reader"_s);
    VERIFY_RESULT(session); // the first server responds
    const auto count = (*session)->ask("SELECT toInt64(sum(sign)) FROM event", {});
    QVERIFY(!count);
    QCOMPARE(count.error().kind, ErrorKind::Network);
    QVERIFY2(count.error().message.contains(u"127.0.0.1:"_s), qPrintable(count.error().message)); // which one
    QVERIFY(!ArchiveLedger::state(**session, {}));
    ArchiveRecords records(**session, times, {.shortRange = 2});
    const auto take = [](std::vector<EventRecord> &&) -> Result<void> {
        return Error{.kind = ErrorKind::Internal, .message = u"rows of one shard"_s};
    };
    VERIFY_REFUSED(records.readPages(**found, true, take, {}), ErrorKind::Network, u"127.0.0.1:"_s);
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
