// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/neweventcounter.h"

#include "models/workspace/reviews.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// How many events are new, for the status bar.
class NewEventCounterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_workspace = std::make_unique<Workspace>();
        m_source = m_workspace->fill(10);
    }

    void countsWhatCameAfterTheReview()
    {
        QCOMPARE(count({}), 10); // nobody has looked
        review({});
        QCOMPARE(count({}), 0);
        m_workspace->add(m_source, 6); // three of them read
        QCOMPARE(count({}), 6);
        QCOMPARE(count(u"action:read"_s), 3);
    }

    void countsForTheReviewThatIsNamed()
    {
        review({.expression = u"action:read"_s});
        QCOMPARE(count(u"action:read"_s), 5);
        QCOMPARE(count(u"action:read"_s, u"action:read"_s), 0);
    }

    void aFilterThatAsksForNewEventsCountsThemOnce()
    {
        review({});
        m_workspace->add(m_source, 4);
        QCOMPARE(count(u"is:new action:read"_s), 2);
    }

    void nothingIsNewWhereNothingIs()
    {
        const QTemporaryDir empty;
        NewEventCounter counter(empty.path(), m_clock);
        QSignalSpy counted(&counter, &NewEventCounter::counted);
        counter.count(request());
        QVERIFY(counted.wait());
        QCOMPARE(counted.constFirst().constFirst().toLongLong(), 0);
    }

    void saysWhyItCannotCount()
    {
        NewEventCounter counter(m_workspace->folder(), m_clock);
        QSignalSpy failed(&counter, &NewEventCounter::failed);
        counter.count(request(u"preset:gone"_s));
        QVERIFY(failed.wait());
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::Usage);
    }

    void onlyTheNewestRequestIsCounted()
    {
        NewEventCounter counter(m_workspace->folder(), m_clock);
        QSignalSpy counted(&counter, &NewEventCounter::counted);
        counter.count(request());
        counter.count(request(u"action:read"_s));
        QVERIFY(counted.wait());
        QVERIFY(!counted.wait(100)); // what is late has had its time
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counted.constFirst().constFirst().toLongLong(), 5);
    }

private:
    void review(const ReviewRequest &what)
    {
        VERIFY_RESULT(finishReview(m_workspace->folder(), what, {u"ann"_s, Noon}, {}));
    }
    /// -1: it failed
    [[nodiscard]] qint64 count(const QString &expression, const QString &name = u"default"_s) const
    {
        NewEventCounter counter(m_workspace->folder(), m_clock);
        QSignalSpy counted(&counter, &NewEventCounter::counted);
        ResultRequest wanted = request(expression);
        wanted.review = {u"ann"_s, name};
        counter.count(wanted);
        return counted.wait() ? counted.constFirst().constFirst().toLongLong() : -1;
    }

    std::unique_ptr<Workspace> m_workspace;
    SourceId m_source;
    NoonClock m_clock;
};

TRAILGLASS_TEST(NewEventCounterTest)
#include "tst_neweventcounter.moc"
