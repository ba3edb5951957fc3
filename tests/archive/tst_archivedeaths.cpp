// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/archivestage.h"
#include "tests/archive/enginerows.h"
#include "tests/archive/flakyproxy.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/support/sanitizers.h"

#include <QRegularExpression>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// Pushes until something fails, and then sends nothing any more, as after SIGKILL.
/// \returns whether nothing failed
bool pushesUntilFailure(const ArchiveStage &stage, const PushWorkspace &workspace, PushPlan plan,
                        const FlakyProxy &proxy)
{
    CancelSource death;
    plan.wait = [&death](std::chrono::milliseconds, const CancelToken &) {
        death.cancel();
    };
    return stage.push(workspace, plan, proxy.port(), death.token()).hasValue();
}

/// Lets the last request that gets through meet a fate; nothing arrives of those after it.
FlakyProxy::Fates endingAt(int last, Fate fate)
{
    return [last, fate](int request) {
        if (request == last)
            return fate;
        return request < last ? Fate::Whole : Fate::Refused;
    };
}

/// The first push is over; the one that follows has something of everything to send, in two groups.
void fillForDeaths(PushWorkspace &workspace, const ArchiveStage &stage)
{
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 3);
    if (!stage.push(workspace))
        qFatal("the first push fails");
    workspace.add(workspace.addSource(u"asana-more"_s), 2);
    workspace.change(source, 2, 1);
    PageCommit page = Testing::page(source, {});
    page.covered = {{.window = {.from = Noon, .to = {}}, .answered = Noon, .pages = 1}};
    page.unreadable = {{.bytes = "[", .length = 1, .offset = 40, .reason = u"no object"_s}};
    workspace.commit(page);
}

/// What is wrong once a push that nothing breaks has followed, and all that was late has arrived; empty if nothing is.
QString faultAfterNextPush(const ArchiveStage &stage, const PushWorkspace &workspace, const FlakyProxy &proxy)
{
    // Lines that arrive late can look like another push.
    if (stage.pushUntilDone(workspace, 0, 3) == 0)
        return u"the next push fails"_s;
    if (!QTest::qWaitFor([&proxy] { return proxy.late() == 0; }))
        return u"something does not arrive"_s;
    return stage.difference(workspace);
}

} // namespace

/// Pushes that die: as after SIGKILL nothing is sent from some request on.
class ArchiveDeathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theNextPushCompletesAPushThatDiedAtAnyRequest_data();
    void theNextPushCompletesAPushThatDiedAtAnyRequest();
    void theFirstPushMayDieAtAnyRequestToo();

private:
    EngineRows m_engines;
};

void ArchiveDeathsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveDeathsTest::theNextPushCompletesAPushThatDiedAtAnyRequest_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("step"); // the newest engine takes longer
    // Together the four rows of the old engine meet every request; each meets every fourth one, with optimised code every
    // second one.
    constexpr int Step = generatedCases(2, 4);
    QTest::newRow("18.16, nothing arrives") << u"18.16"_s << Fate::Refused << 0 << Step;
    QTest::newRow("18.16, a part arrives") << u"18.16"_s << Fate::CutRequest << 1 % Step << Step;
    QTest::newRow("18.16, all arrives") << u"18.16"_s << Fate::CutResponse << 2 % Step << Step;
    QTest::newRow("18.16, all arrives later") << u"18.16"_s << Fate::Late << 3 % Step << Step;
    QTest::newRow("chdb, all arrives") << u"chdb"_s << Fate::CutResponse << 0 << 2 * Step;
    QTest::newRow("chdb, all arrives later") << u"chdb"_s << Fate::Late << Step << 2 * Step;
}

/// Each request of a push is the last one in turn.
void ArchiveDeathsTest::theNextPushCompletesAPushThatDiedAtAnyRequest()
{
    QFETCH(const Fate, fate);
    QFETCH(const int, first);
    QFETCH(const int, step);
    bool isComplete = false;
    for (int last = first; !isComplete; last += step) {
        ARCHIVE_STAGE(m_engines);
        PushWorkspace workspace;
        fillForDeaths(workspace, stage);
        FlakyProxy proxy(archiveServer->port(), static_cast<quint64>(last), endingAt(last, fate));
        QVERIFY(proxy.listen());
        PushPlan plan = ArchiveStage::plan(workspace);
        plan.groupRows = 2;
        isComplete = pushesUntilFailure(stage, workspace, plan, proxy);
        QCOMPARE(isComplete, proxy.broken() == 0);
        const QString fault = faultAfterNextPush(stage, workspace, proxy);
        QVERIFY2(fault.isEmpty(), qPrintable(u"request %1: %2"_s.arg(QString::number(last), fault)));
        QCOMPARE(stage.number("SELECT toInt64(sum(sign)) FROM (SELECT DISTINCT * FROM coverage WHERE batch "
                              "IN (SELECT batch FROM "
                              "commit GROUP BY batch HAVING max(state = 1) AND NOT max(state = 0)))"),
                 1);
    }
}

void ArchiveDeathsTest::theFirstPushMayDieAtAnyRequestToo()
{
    bool isComplete = false;
    for (int last = 0; !isComplete; last += generatedCases(1, 3)) {
        ARCHIVE_STAGE_ON(m_engines, u"18.16"_s);
        PushWorkspace workspace;
        workspace.add(workspace.addSource(u"asana-main"_s), 2);
        FlakyProxy proxy(archiveServer->port(), static_cast<quint64>(last), endingAt(last, Fate::Late));
        QVERIFY(proxy.listen());
        isComplete = pushesUntilFailure(stage, workspace, ArchiveStage::plan(workspace), proxy);
        const QString fault = faultAfterNextPush(stage, workspace, proxy);
        QVERIFY2(fault.isEmpty(), qPrintable(u"request %1: %2"_s.arg(QString::number(last), fault)));
    }
}

TRAILGLASS_TEST(ArchiveDeathsTest)
#include "tst_archivedeaths.moc"
