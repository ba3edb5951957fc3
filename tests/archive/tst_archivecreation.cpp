// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archiveservice.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/network/manualclock.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

class ArchiveCreationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aClusterIsCompleteWithItsLastServer();
    void anArchiveOfBeforeGetsTheTablesOfNow();
};

void ArchiveCreationTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveCreationTest::aClusterIsCompleteWithItsLastServer()
{
    ClickHouseServer server(2);
    START_SERVER(server);
    const ManualClock clock("2026-11-30T12:00:00Z");
    const auto create = [&](int shard) {
        const ArchivePlace place = server.place(u"fresh"_s, u"push"_s, server.portOf(shard));
        return createArchive({place, ArchiveServer::key()}, false, clock, {});
    };

    const auto first = create(0);
    const auto second = create(1);
    const auto again = create(0);

    QVERIFY(!first);
    QVERIFY2(first.error().message.contains(u"not all servers of the cluster “shards”"_s),
             qPrintable(first.error().message));
    VERIFY_RESULT(second);
    QCOMPARE(*second, ArchiveCreation::Created);
    VERIFY_RESULT(again);
    QCOMPARE(*again, ArchiveCreation::Unchanged);
    const auto overview =
        lookAtArchive({server.place(u"fresh"_s, u"reader"_s, server.portOf(0)), ArchiveServer::key()}, {});
    VERIFY_RESULT(overview);
    QCOMPARE(overview->events, 0);
}

void ArchiveCreationTest::anArchiveOfBeforeGetsTheTablesOfNow()
{
    ClickHouseServer server;
    START_SERVER(server);
    const ManualClock clock("2026-11-30T12:00:00Z");
    const ArchiveAccess access{server.place(u"before"_s), ArchiveServer::key()};
    const auto created = createArchive(access, false, clock, {});
    VERIFY_RESULT(created);
    QCOMPARE(*created, ArchiveCreation::Created);
    const auto session = ArchiveSession::open(access, {});
    VERIFY_RESULT(session);
    VERIFY_RESULT((*session)->execute("DROP TABLE preset", {}));
    VERIFY_RESULT(lookAtArchive(access, {})); // it is one all the same

    const auto completed = createArchive(access, false, clock, {});

    VERIFY_RESULT(completed);
    QCOMPARE(*completed, ArchiveCreation::Completed);
    const auto again = createArchive(access, false, clock, {});
    VERIFY_RESULT(again);
    QCOMPARE(*again, ArchiveCreation::Unchanged);
}

TRAILGLASS_TEST(ArchiveCreationTest)
#include "tst_archivecreation.moc"
