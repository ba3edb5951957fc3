// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/coveragelister.h"

#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

UtcMicros hour(int hours)
{
    return Noon + hours * UtcMicros::PerHour;
}

} // namespace

class CoverageListerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void listsIntervalsByTurns_data();
    void listsIntervalsByTurns();
    void leavesOutRemovedSources();
    void listsNothingWithoutADatabase();
    void saysWhatIsWrong();

private:
    static void cover(Workspace &workspace, SourceId source, const std::vector<TimeWindow> &windows)
    {
        PageCommit commit = page(source, {});
        for (const TimeWindow &window : windows)
            commit.covered.push_back({window, hour(-1), 1});
        QVERIFY(workspace.writer().commit(commit));
    }
    QList<SourceCoverage> list(const Workspace &workspace)
    {
        CoverageLister lister(workspace.folder(), m_clock);
        QList<SourceCoverage> sources;
        connect(&lister, &CoverageLister::listed, this,
                [&sources](const QList<SourceCoverage> &said) { sources = said; });
        QSignalSpy listed(&lister, &CoverageLister::listed);
        lister.list();
        return listed.wait() ? sources : QList<SourceCoverage>{{u"nothing came"_s}};
    }

    NoonClock m_clock;
};

void CoverageListerTest::listsIntervalsByTurns_data()
{
    QTest::addColumn<std::vector<TimeWindow>>("windows");
    QTest::addColumn<std::vector<CoverageInterval>>("intervals");

    using Windows = std::vector<TimeWindow>;
    using Intervals = std::vector<CoverageInterval>;
    QTest::newRow("nothing synced") << Windows() << Intervals();
    QTest::newRow("up to now") << Windows{{hour(-5), hour(0)}} << Intervals{{{hour(-5), hour(0)}, true}};
    QTest::newRow("a while ago") << Windows{{hour(-5), hour(-2)}}
                                 << Intervals{{{hour(-5), hour(-2)}, true}, {{hour(-2), hour(0)}, false}};
    QTest::newRow("with a gap, out of order")
        << Windows{{hour(-2), hour(0)}, {hour(-9), hour(-5)}, {hour(-6), hour(-4)}}
        << Intervals{
               {{hour(-9), hour(-4)}, true}, {{hour(-4), hour(-2)}, false}, {{hour(-2), hour(0)}, true}};
    QTest::newRow("from the beginning")
        << Windows{{std::nullopt, hour(-2)}}
        << Intervals{{{std::nullopt, hour(-2)}, true}, {{hour(-2), hour(0)}, false}};
    QTest::newRow("beyond now") << Windows{{hour(-2), hour(3)}} << Intervals{{{hour(-2), hour(3)}, true}};
}

void CoverageListerTest::listsIntervalsByTurns()
{
    QFETCH(const std::vector<TimeWindow>, windows);
    QFETCH(const std::vector<CoverageInterval>, intervals);
    Workspace workspace;
    const SourceId source = workspace.fill(3);
    cover(workspace, source, windows);
    const QList<SourceCoverage> sources = list(workspace);
    QCOMPARE(sources.size(), 1);
    QCOMPARE(sources.first().source, u"work"_s);
    QCOMPARE(sources.first().lastAnswered.has_value(), !windows.empty());
    QVERIFY(sources.first().intervals == intervals);
}

void CoverageListerTest::leavesOutRemovedSources()
{
    Workspace workspace;
    workspace.remove(workspace.addSource(u"gone"_s), EventWriter::Purge::No);
    workspace.addSource(u"there"_s);
    const QList<SourceCoverage> sources = list(workspace);
    QCOMPARE(sources.size(), 1);
    QCOMPARE(sources.first().source, u"there"_s);
}

void CoverageListerTest::listsNothingWithoutADatabase()
{
    const Workspace workspace;
    QVERIFY(list(workspace).isEmpty());
}

void CoverageListerTest::saysWhatIsWrong()
{
    Workspace workspace;
    workspace.fill(1);
    workspace.makeNewer();
    CoverageLister lister(workspace.folder(), m_clock);
    QSignalSpy failed(&lister, &CoverageLister::failed);
    lister.list();
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NewerVersion);
}

TRAILGLASS_TEST(CoverageListerTest)
#include "tst_coveragelister.moc"
