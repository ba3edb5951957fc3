// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/archivestage.h"
#include "tests/archive/enginerows.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Queries that real servers take long for.
class ArchiveLongQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCancelEndsTheQueryAtTheServer_data();
    void aCancelEndsTheQueryAtTheServer();
    void saysHowFarTheServerIs_data() { EngineRows::add(); }
    void saysHowFarTheServerIs();

private:
    EngineRows m_engines;
};

void ArchiveLongQueriesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveLongQueriesTest::aCancelEndsTheQueryAtTheServer_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("user");
    QTest::newRow("18.16") << u"18.16"_s << u"reader"_s;
    QTest::newRow("18.16, a user who may not send settings") << u"18.16"_s << u"locked"_s;
    QTest::newRow("chdb") << u"chdb"_s << u"reader"_s;
}

void ArchiveLongQueriesTest::aCancelEndsTheQueryAtTheServer()
{
    ARCHIVE_STAGE(m_engines);
    QFETCH(const QString, user);
    const auto session = stage.open(user);
    VERIFY_RESULT(session);
    const auto running = [&stage] {
        // The text is in two parts, so that this query does not have it.
        return stage.number("SELECT toInt64(count()) FROM system.processes WHERE position(query, "
                            "concat('sum(num', 'ber)')) > 0");
    };
    CancelSource cancel;
    std::optional<Result<QByteArray>> result;
    const std::unique_ptr<QThread> thread(QThread::create(
        [&] { result.emplace((*session)->ask("SELECT sum(number) FROM system.numbers", cancel.token())); }));
    thread->start();
    const bool hasBegun = QTest::qWaitFor([&] { return running() == 1; });

    cancel.cancel();

    thread->wait();
    QVERIFY2(hasBegun, result->hasValue() ? "" : qPrintable(result->error().message));
    QCOMPARE(result->error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(running(), 0);
}

void ArchiveLongQueriesTest::saysHowFarTheServerIs()
{
    ARCHIVE_STAGE(m_engines);
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 100);
    PushPlan plan = ArchiveStage::plan(workspace);
    plan.groupRows = 100; // one block a month
    VERIFY_RESULT(stage.push(workspace, plan));
    const auto session = stage.open(u"reader"_s);
    VERIFY_RESULT(session);
    std::vector<double> shares;

    const auto sum = (*session)->ask("SELECT toInt64(sum(created + sleep(0.8))) FROM event", {}, // each block
                                     [&shares](double share) { shares.push_back(share); });

    VERIFY_RESULT(sum);
    QVERIFY(!shares.empty());
    QVERIFY(std::ranges::all_of(shares, [](double share) { return share >= 0 && share <= 1; }));
    QVERIFY(shares.back() > 0);
}

TRAILGLASS_TEST(ArchiveLongQueriesTest)
#include "tst_archivelongqueries.moc"
