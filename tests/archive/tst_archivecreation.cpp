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
};

void ArchiveCreationTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    if (const QString reason = ClickHouseServer::reasonMissing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void ArchiveCreationTest::aClusterIsCompleteWithItsLastServer()
{
    ClickHouseServer server(2);
    QVERIFY2(server.start(), qPrintable(server.errors()));
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
    QVERIFY(*second);
    VERIFY_RESULT(again);
    QVERIFY(!*again);
    const auto overview =
        lookAtArchive({server.place(u"fresh"_s, u"reader"_s, server.portOf(0)), ArchiveServer::key()}, {});
    VERIFY_RESULT(overview);
    QCOMPARE(overview->events, 0);
}

TRAILGLASS_TEST(ArchiveCreationTest)
#include "tst_archivecreation.moc"
