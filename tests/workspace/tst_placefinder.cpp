// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/surroundings.h"
#include "models/workspace/placefinder.h"
#include "models/workspace/resultrunner.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

using Places = std::vector<std::size_t>;

/// Places in a result that is shown, while events go on to arrive.
class PlaceFinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsTheRowsThatMatchToo();
    void findsOnlyRowsThatAreShown();
    void findsTheEndOfTheFirstRows();
    void reportsOnlyTheNewestRequest();
    void oneKindOfRequestDoesNotEndTheOther();
    void saysWhatIsWrong();
    void endsWhileItWorks();

private:
    [[nodiscard]] QueryResult resultOf(const QString &expression)
    {
        // Kept, as by a window: what it has read is what a result's places are counted in.
        m_runner = std::make_unique<ResultRunner>(m_workspace->folder(), m_clock);
        QSignalSpy finished(m_runner.get(), &ResultRunner::finished);
        m_runner->run(request(expression));
        if (finished.isEmpty() && !finished.wait())
            return {};
        return finished.at(0).at(0).value<QueryResult>();
    }

    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ResultRunner> m_runner;
    std::unique_ptr<PlaceFinder> m_finder;
    QList<Places> m_found;
    QList<std::size_t> m_ends;
    QList<Error> m_errors;
};

void PlaceFinderTest::init()
{
    failOnWarnings();
    m_workspace = std::make_unique<Workspace>();
    m_finder = std::make_unique<PlaceFinder>(m_workspace->folder());
    m_found.clear();
    m_ends.clear();
    m_errors.clear();
    connect(m_finder.get(), &PlaceFinder::found, this,
            [this](const Places &places) { m_found.append(places); });
    connect(m_finder.get(), &PlaceFinder::endFound, this,
            [this](std::size_t place) { m_ends.append(place); });
    connect(m_finder.get(), &PlaceFinder::failed, this,
            [this](const Error &error) { m_errors.append(error); });
}

void PlaceFinderTest::cleanup()
{
    m_finder.reset();
    m_runner.reset();
    m_workspace.reset();
}

void PlaceFinderTest::findsTheRowsThatMatchToo()
{
    m_workspace->fill(20); // newest first: e20, e19 … e1; each fifth by bob, each second a read
    const QueryResult shown = resultOf(u"action:read"_s);
    QCOMPARE(shown.snapshot->size(), 10U);

    m_finder->find(shown, filter(u"actor:~BOB"_s)); // e20 and e10
    QTRY_COMPARE(m_found.size(), 1);

    QCOMPARE(m_found.first(), (Places{0, 5}));
    m_finder->find(shown, filter(u"actor:~nobody"_s));
    QTRY_COMPARE(m_found.size(), 2);
    QVERIFY(m_found.last().empty());
}

void PlaceFinderTest::findsOnlyRowsThatAreShown()
{
    const SourceId source = m_workspace->fill(20);
    const QueryResult shown = resultOf({});
    m_workspace->add(source, 10);

    m_finder->find(shown, filter(u"actor:~bob"_s));

    QTRY_COMPARE(m_found.size(), 1);
    QCOMPARE(m_found.first(), (Places{0, 5, 10, 15}));
}

void PlaceFinderTest::findsTheEndOfTheFirstRows()
{
    const SourceId source = m_workspace->fill(20);
    const QueryResult shown = resultOf({});
    m_workspace->add(source, 10); // newer ones, which are not shown

    m_finder->findEnd(shown, Filter::sinceTime(Noon + 18));
    QTRY_COMPARE(m_ends.size(), 1);
    QCOMPARE(m_ends.first(), 3U); // e20, e19, e18
    m_finder->findEnd(shown, Filter::sinceTime(Noon + 100));
    QTRY_COMPARE(m_ends.size(), 2);
    QCOMPARE(m_ends.last(), 0U);
    m_finder->findEnd(shown, Filter::beforeTime(Noon + 5));
    QTRY_COMPARE(m_ends.size(), 3);
    QCOMPARE(m_ends.last(), 4U);
}

void PlaceFinderTest::reportsOnlyTheNewestRequest()
{
    m_workspace->fill(20);
    const QueryResult shown = resultOf({});
    for (int count = 0; count < 20; ++count)
        m_finder->find(shown, filter(u"id:e%1"_s.arg(count + 1)));

    QTRY_VERIFY(!m_found.isEmpty() && m_found.last() == Places{0});
    m_finder->find(shown, filter(u"id:e1"_s));
    m_finder->cancelFind();
    m_finder->findEnd(shown, Filter::sinceTime(Noon));
    QTRY_COMPARE(m_ends.size(), 1);
    QCOMPARE(m_found.last(), Places{0});
}

void PlaceFinderTest::oneKindOfRequestDoesNotEndTheOther()
{
    m_workspace->fill(20);
    const QueryResult shown = resultOf({});
    m_finder->find(shown, filter(u"id:e1"_s));
    m_finder->findEnd(shown, Filter::sinceTime(Noon + 18));
    QTRY_VERIFY(m_found.size() == 1 && m_ends.size() == 1);
    m_finder->findEnd(shown, Filter::sinceTime(Noon + 20));
    m_finder->find(shown, filter(u"id:e1"_s));
    m_finder->find(shown, filter(u"id:e2"_s));
    QTRY_VERIFY(m_found.size() == 2 && m_ends.size() == 2);
    QCOMPARE(m_found.last(), Places{18});
    QCOMPARE(m_ends.last(), 1U);
    m_finder->findEnd(shown, Filter::sinceTime(Noon + 18));
    m_finder->find(shown, filter(u"id:e1"_s));
    m_finder->cancelFind();
    QTRY_COMPARE(m_ends.size(), 3);
    QCOMPARE(m_found.size(), 2);
    QVERIFY(m_errors.isEmpty());
}

void PlaceFinderTest::saysWhatIsWrong()
{
    m_workspace->fill(20);
    const QueryResult shown = resultOf({});
    m_workspace->makeNewer();
    m_finder->find(shown, filter(u"id:e1"_s));
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_errors.first().kind, ErrorKind::NewerVersion);
    QSignalSpy endFailed(m_finder.get(), &PlaceFinder::endFailed);
    m_finder->findEnd(shown, Filter::sinceTime(Noon));
    QTRY_COMPARE(endFailed.size(), 1);
    QCOMPARE(m_errors.size(), 1);
}

void PlaceFinderTest::endsWhileItWorks()
{
    m_workspace->fill(20);
    m_finder->find(resultOf({}), filter(u"x"_s));
    m_finder.reset();
    QVERIFY(m_found.isEmpty());
}

TRAILGLASS_TEST(PlaceFinderTest)
#include "tst_placefinder.moc"
