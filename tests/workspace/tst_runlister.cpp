// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/runhistory.h"
#include "models/workspace/runlister.h"

#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// What command line and window show of the history of runs.
class RunListerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void showsWhatARunDid();
    void aRunWithoutAnEndIsRunningOnlyWhileTheLockIsHeldForIt_data();
    void aRunWithoutAnEndIsRunningOnlyWhileTheLockIsHeldForIt();
    void namesTheLastCompleteSync();
    void aSyncThatLeftAGapIsNotComplete();
    void mixesAllSourcesAndKeepsToTheLimit();
    void deliversTheNewestRequestAlone();
    void saysWhatIsWrong();

private:
    /// A run that is over.
    static void add(Workspace &workspace, RunRecord run)
    {
        const auto id = workspace.writer().beginRun(run.source, run.kind, run.started);
        VERIFY_RESULT(id);
        run.id = *id;
        VERIFY_RESULT(workspace.writer().finishRun(run));
    }
    static RunHistory historyOf(const Workspace &workspace, const QString &source)
    {
        OpenWorkspace open(workspace.folder());
        const auto history = runHistory(open, source, 0);
        return history ? *history : RunHistory();
    }
};

void RunListerTest::showsWhatARunDid()
{
    Workspace workspace;
    const SourceId source = workspace.addSource(u"work"_s);
    RunRecord run = endedSync(source, Noon, u"Asana: not now."_s);
    run.kind = RunKind::FullSync;
    run.end->at = Noon + UtcMicros::PerMinute;
    run.figures.error->httpStatus = 503;
    run.figures.requests = 9;
    run.figures.retries = 2;
    run.figures.pages = 7;
    run.figures.bytes = 5'000;
    run.figures.waited = 30 * UtcMicros::PerSecond;
    run.figures.counts = {
        .received = 21, .added = 11, .updated = 4, .duplicate = 3, .conflict = 2, .unreadable = 1};
    run.figures.warnings = {u"One event came again."_s};
    add(workspace, run);

    const RunHistory history = historyOf(workspace, u"work"_s);

    RunRow wanted{.number = 1,
                  .source = u"work"_s,
                  .kind = RunRow::Kind::FullSync,
                  .state = RunRow::State::Failed,
                  .started = Noon,
                  .ended = Noon + UtcMicros::PerMinute};
    wanted.figures = RunRow::Figures{.requests = 9,
                                     .retries = 2,
                                     .pages = 7,
                                     .bytes = 5'000,
                                     .waited = 30 * UtcMicros::PerSecond,
                                     .received = 21,
                                     .added = 11,
                                     .updated = 4,
                                     .duplicate = 3,
                                     .conflict = 2,
                                     .unreadable = 1};
    wanted.warnings = {u"One event came again."_s};
    wanted.error = RunRow::Failure{u"network"_s, 503, u"Asana: not now."_s};
    QVERIFY(history == (RunHistory{.source = u"work"_s, .lastComplete = {}, .runs = {wanted}}));
}

void RunListerTest::aRunWithoutAnEndIsRunningOnlyWhileTheLockIsHeldForIt_data()
{
    QTest::addColumn<RunKind>("kind");
    QTest::addColumn<QString>("purpose"); // of the lock; empty: nobody holds it
    QTest::addColumn<RunRow::State>("state");
    using State = RunRow::State;
    QTest::newRow("a sync that was killed") << RunKind::Sync << QString() << State::Interrupted;
    QTest::newRow("a sync") << RunKind::Sync << u"sync"_s << State::Running;
    QTest::newRow("a sync of everything") << RunKind::FullSync << u"sync"_s << State::Running;
    QTest::newRow("an import") << RunKind::Import << u"import"_s << State::Running;
    QTest::newRow("a sync that was killed before an import")
        << RunKind::Sync << u"import"_s << State::Interrupted;
    QTest::newRow("an import that was killed before a purge")
        << RunKind::Import << u"purge"_s << State::Interrupted;
}

void RunListerTest::aRunWithoutAnEndIsRunningOnlyWhileTheLockIsHeldForIt()
{
    QFETCH(const RunKind, kind);
    QFETCH(const QString, purpose);
    QFETCH(const RunRow::State, state);
    Workspace workspace;
    const SourceId source = workspace.addSource(u"work"_s);
    for (int run = 0; run < 2; ++run)
        VERIFY_RESULT(workspace.writer().beginRun(source, kind, Noon));
    std::unique_ptr<WorkspaceLock> lock;
    if (!purpose.isEmpty())
        lock = std::move(*WorkspaceLock::acquire(WorkspacePaths::of(workspace.folder()), purpose));

    const QList<RunRow> runs = historyOf(workspace, u"work"_s).runs;

    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs[0].state, state);
    QCOMPARE(runs[1].state, RunRow::State::Interrupted); // a later one has begun
    for (const RunRow &run : runs)
        QVERIFY(!run.ended && !run.figures);
}

void RunListerTest::namesTheLastCompleteSync()
{
    Workspace workspace;
    const SourceId source = workspace.addSource(u"work"_s);
    QVERIFY(!historyOf(workspace, u"work"_s).lastComplete);
    // Before runs were noted: only its end is known.
    VERIFY_RESULT(workspace.writer().finishRun(endedSync(source, Noon)));
    QVERIFY(historyOf(workspace, u"work"_s).lastComplete == (CompleteSync{.started = {}, .ended = Noon}));
    RunRecord complete = endedSync(source, Noon + 1);
    complete.end->at = Noon + 9;
    add(workspace, complete);
    add(workspace, endedSync(source, Noon + 20, u"no route"_s));

    const auto found = historyOf(workspace, u"work"_s).lastComplete;

    QVERIFY(found == (CompleteSync{.started = Noon + 1, .ended = Noon + 9}));
}

void RunListerTest::aSyncThatLeftAGapIsNotComplete()
{
    Workspace workspace;
    const SourceId source = workspace.addSource(u"work"_s);
    RunRecord withGap = endedSync(source, Noon);
    withGap.end->status = RunStatus::OkWithGap;
    add(workspace, withGap);

    const RunHistory first = historyOf(workspace, u"work"_s);

    QVERIFY(!first.lastComplete); // though the source has a last success
    QCOMPARE(first.runs.first().state, RunRow::State::WithGap);

    add(workspace, endedSync(source, Noon + 1));
    add(workspace, withGap);
    QVERIFY(historyOf(workspace, u"work"_s).lastComplete
            == (CompleteSync{.started = Noon + 1, .ended = Noon + 1}));
}

void RunListerTest::mixesAllSourcesAndKeepsToTheLimit()
{
    Workspace workspace;
    const SourceId work = workspace.addSource(u"work"_s);
    const SourceId chat = workspace.addSource(u"chat"_s);
    for (const SourceId source : {work, chat, work, chat})
        add(workspace, endedSync(source, Noon));
    workspace.remove(chat, EventWriter::Purge::No);
    OpenWorkspace open(workspace.folder());

    const auto all = allRuns(open, 3);
    VERIFY_RESULT(all);
    QStringList sources;
    for (const RunRow &run : *all)
        sources += run.source;
    QCOMPARE(sources, (QStringList{u"chat"_s, u"work"_s, u"chat"_s})); // a removed one too
    QCOMPARE(allRuns(open, 0)->size(), 4);
    QCOMPARE(runHistory(open, u"chat"_s, 1)->runs.size(), 1);
    const auto unknown = runHistory(open, u"chst"_s, 1);
    QVERIFY(!unknown && unknown.error().kind == ErrorKind::Usage);
    QVERIFY2(unknown.error().message.contains(u"“chat”"_s), qPrintable(unknown.error().message));
}

void RunListerTest::deliversTheNewestRequestAlone()
{
    Workspace workspace;
    add(workspace, endedSync(workspace.addSource(u"work"_s), Noon));
    workspace.addSource(u"chat"_s);
    RunLister lister(workspace.folder());
    QList<RunHistory> said;
    connect(&lister, &RunLister::listed, this, [&said](const RunHistory &history) { said += history; });
    QSignalSpy listed(&lister, &RunLister::listed);

    lister.list(u"chat"_s);
    lister.list(u"work"_s);

    QVERIFY(listed.wait());
    QCOMPARE(said.size(), 1);
    QVERIFY(said.first() == historyOf(workspace, u"work"_s));
    QCOMPARE(said.first().runs.size(), 1);
}

void RunListerTest::saysWhatIsWrong()
{
    Workspace workspace;
    const SourceId source = workspace.addSource(u"work"_s);
    VERIFY_RESULT(workspace.writer().beginRun(source, RunKind::Sync, Noon));
    workspace.execute("UPDATE sync_run SET requests = -1");
    RunLister lister(workspace.folder());
    QSignalSpy failed(&lister, &RunLister::failed);

    lister.list(u"work"_s);

    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().toString(), u"work"_s);
    const auto error = failed.first().at(1).value<Error>();
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY2(error.message.contains(u"sync_run"_s), qPrintable(error.message));
}

TRAILGLASS_TEST(RunListerTest)
#include "tst_runlister.moc"
