// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspacewatch.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The interval is a day, unless said otherwise: only look() looks.
class WorkspaceWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tellsOfEventsAndOfSources();
    void tellsOfEventsThatAreRemoved();
    void tellsOfTheFirstDatabase();
    void looksByItself();
    void isSilentAboutAWorkspaceItCannotRead();
    void tellsWhenTheWorkspaceCanBeReadAgain();
    void endsWhileItWorks();

private:
    void watch(int interval = 86'400'000);
    void awaitFirstLook(SourceId source);

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<WorkspaceWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_events;
    std::unique_ptr<QSignalSpy> m_changes;
};

void WorkspaceWatchTest::init()
{
    failOnWarnings();
    m_watch.reset();
    m_workspace = std::make_unique<Workspace>();
}

void WorkspaceWatchTest::watch(int interval)
{
    m_watch = std::make_unique<WorkspaceWatch>(m_workspace->folder(), interval);
    m_events = std::make_unique<QSignalSpy>(m_watch.get(), &WorkspaceWatch::eventsChanged);
    m_changes = std::make_unique<QSignalSpy>(m_watch.get(), &WorkspaceWatch::changed);
}

/// Waits until the first look is over, which says nothing; the next one to find something does.
void WorkspaceWatchTest::awaitFirstLook(SourceId source)
{
    // Another time in each: SQLite does not count a commit that changes nothing.
    UtcMicros at = Noon;
    const auto commitAndLook = [&] {
        at = at + 1;
        QVERIFY(m_workspace->writer().finishRun(endedSync(source, at)));
        m_watch->look();
    };
    QTRY_VERIFY((commitAndLook(), !m_changes->isEmpty()));
    QVERIFY(m_events->isEmpty());
}

void WorkspaceWatchTest::tellsOfEventsAndOfSources()
{
    const SourceId source = m_workspace->fill(3);
    watch();
    awaitFirstLook(source);
    m_workspace->add(source, 2);
    m_watch->look();
    QTRY_COMPARE(m_events->size(), 1);

    qsizetype before = m_changes->size();
    QVERIFY(m_workspace->writer().finishRun(endedSync(source, Noon, u"no route"_s)));
    m_watch->look();
    QTRY_COMPARE(m_changes->size(), before + 1);
    before = m_changes->size();
    m_workspace->addSource(u"other"_s);
    m_watch->look();
    QTRY_COMPARE(m_changes->size(), before + 1);
    QCOMPARE(m_events->size(), 1);
}

void WorkspaceWatchTest::tellsOfEventsThatAreRemoved()
{
    const SourceId source = m_workspace->fill(3);
    watch();
    awaitFirstLook(source);
    m_workspace->remove(source, EventWriter::Purge::Yes);
    m_watch->look();
    QTRY_VERIFY(!m_events->isEmpty());
}

void WorkspaceWatchTest::tellsOfTheFirstDatabase()
{
    watch();
    m_workspace->addSource(u"work"_s);
    m_watch->look();
    QTRY_VERIFY(!m_events->isEmpty());
    QTRY_VERIFY(!m_changes->isEmpty());
}

void WorkspaceWatchTest::looksByItself()
{
    const SourceId source = m_workspace->fill(1);
    watch(10);
    // The first look may see what is added before it; so events keep coming until it tells.
    QTRY_VERIFY((m_workspace->add(source, 1), !m_events->isEmpty()));
}

void WorkspaceWatchTest::isSilentAboutAWorkspaceItCannotRead()
{
    m_workspace->fill(1);
    m_workspace->makeNewer();
    watch(1);
    QVERIFY(!m_events->wait(50)); // some fifty looks
    QVERIFY(m_events->isEmpty() && m_changes->isEmpty());
}

void WorkspaceWatchTest::tellsWhenTheWorkspaceCanBeReadAgain()
{
    m_workspace->fill(1);
    // Nothing tells that a look failed, and on a busy machine there may be none in a short time: so again,
    // with a longer one.
    bool isTold = false;
    for (int patience = 50; !isTold && patience < 30'000; patience *= 2) {
        m_workspace->makeNewer();
        watch(1);
        QVERIFY(!m_changes->wait(patience));
        m_workspace->makeOurs();
        isTold = m_events->wait(patience);
    }
    QVERIFY(isTold);
    QTRY_VERIFY(!m_changes->isEmpty());
}

void WorkspaceWatchTest::endsWhileItWorks()
{
    const SourceId source = m_workspace->fill(100);
    int changes = 0;
    for (int i = 0; i < 30; ++i) {
        WorkspaceWatch watch(m_workspace->folder(), 1);
        connect(&watch, &WorkspaceWatch::changed, this, [&changes] { ++changes; });
        watch.look();
        m_workspace->add(source, 1);
        watch.look();
    }
    QCoreApplication::sendPostedEvents();
    QCOMPARE(changes, 0); // a watch that is gone reports nothing
    watch();
    awaitFirstLook(source); // and nothing is left in the way of the next
}

TRAILGLASS_TEST(WorkspaceWatchTest)
#include "tst_workspacewatch.moc"
