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
#include <QThread>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// An archive of all shards, and a workspace that has pushed into it.
struct ShardedArchive
{
    explicit ShardedArchive(ClickHouseServer &server)
        : stage(server)
    {
    }

    /// \param events  of the workspace
    [[nodiscard]] Result<void> begin(int events)
    {
        TRY(stage.create());
        workspace.add(source, events);
        TRY(stage.push(workspace));
        return {};
    }

    /// The result of a query with one Int64, requested from a shard.
    [[nodiscard]] Result<qint64> numberAt(quint16 port, const ArchiveSql &sql) const
    {
        TRY(const auto session, stage.open(u"push"_s, port));
        TRY(const QByteArray rows, session->ask(sql, {}));
        RowBinaryReader reader(rows);
        const qint64 number = reader.readInt64();
        TRY(reader.check());
        return number;
    }

    ArchiveStage stage;
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
};

} // namespace

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
    void aCancelEndsAQueryOnAllShards();
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
    ShardedArchive archive(m_server);
    VERIFY_RESULT(archive.begin(100));
    QCOMPARE(archive.stage.difference(archive.workspace), QString());
    archive.workspace.change(archive.source, 30, 40);
    archive.workspace.add(archive.source, 10);
    const auto report = archive.stage.push(archive.workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->takenBack, 40);
    QCOMPARE(archive.stage.difference(archive.workspace), QString());
}

void ArchiveShardsTest::keepsABatchOnOneShard()
{
    ShardedArchive archive(m_server);
    VERIFY_RESULT(archive.begin(200));
    const qint64 batches = archive.stage.number("SELECT toInt64(uniqExact(batch)) FROM event");
    const ArchiveSql ofShard = "SELECT toInt64(uniqExact(batch)) FROM event_local";
    const auto first = archive.numberAt(m_server.portOf(0), ofShard);
    const auto second = archive.numberAt(m_server.portOf(1), ofShard);
    VERIFY_RESULT(first);
    VERIFY_RESULT(second);
    QVERIFY(*first > 0 && *second > 0);
    QCOMPARE(*first + *second, batches);
}

/// As an export does, in any order, and for users who may not have responses packed.
void ArchiveShardsTest::readsTheRecordsOfAllShards()
{
    ShardedArchive archive(m_server);
    VERIFY_RESULT(archive.begin(200));
    archive.workspace.change(archive.source, 30, 40);
    VERIFY_RESULT(archive.stage.push(archive.workspace));
    std::set<std::string> ids;
    int read = 0;
    const auto take = [&](std::vector<EventRecord> &&page) -> Result<void> {
        for (const EventRecord &record : page)
            ids.insert(record.event.id);
        read += static_cast<int>(page.size());
        return {};
    };
    for (const QString &user : {u"reader"_s, u"locked"_s}) {
        const auto session = archive.stage.open(user);
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

void ArchiveShardsTest::aCancelEndsAQueryOnAllShards()
{
    ShardedArchive archive(m_server);
    VERIFY_RESULT(archive.stage.create());
    const auto session = archive.stage.open();
    VERIFY_RESULT(session);
    const auto isRunning = [&](int shard) {
        // The text is in two parts, so that this query does not have it.
        const auto queries =
            archive.numberAt(m_server.portOf(shard),
                             "SELECT toInt64(count()) FROM system.processes WHERE position(query, "
                             "concat('sum(num', 'ber)')) > 0");
        return queries && *queries > 0;
    };
    CancelSource cancel;
    std::optional<Result<QByteArray>> result;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        result.emplace(
            (*session)->ask("SELECT sum(number) FROM cluster('shards', system.numbers)", cancel.token()));
    }));
    thread->start();
    const bool hasBegun = QTest::qWaitFor([&] { return isRunning(0) && isRunning(1); });

    cancel.cancel();

    thread->wait();
    QVERIFY2(hasBegun, result->hasValue() ? "" : qPrintable(result->error().message));
    QCOMPARE(result->error().kind, ErrorKind::Cancelled);
    QTRY_VERIFY(!isRunning(0) && !isRunning(1));
}

void ArchiveShardsTest::refusesToCountWithoutAShard()
{
    ShardedArchive archive(m_server);
    VERIFY_RESULT(archive.begin(100));
    RowTimes times;
    const auto before = archive.stage.open(u"reader"_s);
    VERIFY_RESULT(before);
    const auto found = ArchiveQueryEngine(**before, times)
                           .select(Filter::makeNode(Filter::All{}), defaultSortOrder(), {Noon, "UTC"}, {});
    VERIFY_RESULT(found);
    m_server.killShard(1);
    const auto session = archive.stage.open(u"reader"_s);
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
    QCOMPARE(archive.stage.number("SELECT toInt64(sum(sign)) FROM event"), 100);
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
    ShardedArchive archive(m_server);
    VERIFY_RESULT(archive.begin(60));
    archive.workspace.add(archive.source, 60);
    m_server.killShard(1);
    QVERIFY(!archive.stage.push(archive.workspace));
    QVERIFY(m_server.restartShard(1));
    VERIFY_RESULT(archive.stage.push(archive.workspace));
    QCOMPARE(archive.stage.difference(archive.workspace), QString());
}

TRAILGLASS_TEST(ArchiveShardsTest)
#include "tst_archiveshards.moc"
