// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/facetcontroller.h"
#include "models/config/settings.h"
#include "models/filter/filterstate.h"
#include "models/workspace/facetrunner.h"
#include "models/workspace/pathlister.h"
#include "models/workspace/resultrunner.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"
#include "views/filters/filterpane.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// Whoever begins to count facets asks it once.
class FacetClock final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override
    {
        ++requests;
        if (requested)
            requested();
        return Noon;
    }

    mutable int requests = 0;
    std::function<void()> requested; ///< may be empty
};

} // namespace

/// How long the counts of the filter pane wait for the next key.
class FacetPauseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countsAtOnceWhereThatIsQuick();
    void waitsForTheNextKeyWhereAResultTakesItsTime();
    void aSlowTextDoesNotSlowAField();
    void waitsForTheNextKeyWhereCountsTakeTheirTime();
    void waitsForTheNextKeyOfAServer();
    void anEarlyResultBeginsNoCountsBesideThePane();

private:
    static constexpr int LessThanAPause = 100; ///< ms; the controller's is 150
    static constexpr std::chrono::milliseconds Quick{60'000}; ///< counts are quick on any machine
    /// \param quick  counts that take no longer are quick
    void makeController(std::chrono::milliseconds quick);
    /// As if a result had come: there is no table here.
    void finishAfter(std::chrono::milliseconds duration, const QString &expression = {},
                     const std::optional<QueryCost> &cost = {})
    {
        QueryResult result;
        result.expanded = filter(expression);
        result.duration = duration;
        result.cost = cost;
        m_pauses.note(result);
    }
    /// Waits until every field is counted under another filter.
    void countUnder(const QString &filter)
    {
        m_counted->clear();
        m_filter->setText(filter);
        QTRY_COMPARE(m_counted->size(), static_cast<qsizetype>(m_pane->expandedFields().size()));
    }

    /// Counts under another filter, and before most of a pause has passed.
    void countAtOnce();
    /// Counts under another filter, and not before most of a pause has passed.
    void countAfterAPause()
    {
        QElapsedTimer passed;
        passed.start();
        m_filter->setText(u"action:read"_s);
        QVERIFY(m_counted->wait());
        QCOMPARE_GE(passed.elapsed(), qint64{LessThanAPause});
    }

    NoonClock m_clock;
    FacetClock m_facetClock;
    std::optional<int> m_begun; ///< counts that a result has begun
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FilterState> m_filter;
    std::unique_ptr<ResultRunner> m_results;
    std::unique_ptr<FacetRunner> m_facets;
    std::unique_ptr<PathLister> m_paths;
    std::unique_ptr<FilterPane> m_pane;
    TypingPause m_pauses{Quick};
    std::unique_ptr<FacetController> m_controller;
    std::unique_ptr<QSignalSpy> m_counted;
};

void FacetPauseTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_workspace->fill(20);
    m_settings = std::make_unique<Settings>(m_workspace->folder() + "/settings.ini"_L1);
    m_filter = std::make_unique<FilterState>();
    m_results = std::make_unique<ResultRunner>(m_workspace->folder(), m_clock);
    m_facets = std::make_unique<FacetRunner>(m_workspace->folder(), m_facetClock);
    m_paths = std::make_unique<PathLister>(m_workspace->folder());
    m_pane = std::make_unique<FilterPane>(m_filter.get(), m_clock);
    m_pauses = TypingPause(Quick);
    makeController(Quick);
    m_counted = std::make_unique<QSignalSpy>(m_facets.get(), &FacetRunner::counted);
    m_pane->resize(280, 900);
    m_pane->show();
    QVERIFY(!m_pane->expandedFields().empty());
    QTRY_COMPARE(m_counted->size(), static_cast<qsizetype>(m_pane->expandedFields().size()));
    for (const QString &filter : {u"action:read"_s, u"action:write"_s}) // the index is there from now on
        countUnder(filter);
}

void FacetPauseTest::makeController(std::chrono::milliseconds quick)
{
    m_controller.reset(); // one at a time
    m_controller = std::make_unique<FacetController>(FacetController::Parts{
        *m_filter, *m_results, *m_facets, *m_paths, *m_settings, *m_pane, m_pauses, nullptr, quick});
    m_controller->begin();
}

void FacetPauseTest::cleanup()
{
    m_counted.reset();
    m_controller.reset();
    m_pane.reset();
    m_paths.reset();
    m_facets.reset();
    m_results.reset();
    m_filter.reset();
}

void FacetPauseTest::countAtOnce()
{
    const int before = m_facetClock.requests;
    std::optional<bool> isRequested; // when most of a pause has passed
    const QObject scope;
    // Begins after the controller's timer: however late both are, that one ends first.
    connect(m_pane.get(), &FilterPane::facetsRequested, &scope, [this, &scope, &isRequested, before] {
        QTimer::singleShot(LessThanAPause, Qt::PreciseTimer, &scope,
                           [this, &isRequested, before] { isRequested = m_facetClock.requests > before; });
    });
    m_filter->setText(u"action:write"_s);
    QTRY_VERIFY(isRequested.has_value());
    QVERIFY(*isRequested);
}

void FacetPauseTest::countsAtOnceWhereThatIsQuick()
{
    finishAfter(std::chrono::milliseconds(1));
    countUnder(u"action:read"_s);
    countAtOnce();
}

void FacetPauseTest::waitsForTheNextKeyWhereAResultTakesItsTime()
{
    finishAfter(Quick + std::chrono::seconds(1));
    countAfterAPause();
}

/// Such as for the beginning of the field's name.
void FacetPauseTest::aSlowTextDoesNotSlowAField()
{
    finishAfter(std::chrono::milliseconds(1));
    countUnder(u"action:read"_s);
    finishAfter(Quick + std::chrono::seconds(1), u"act"_s);
    countAtOnce();
}

void FacetPauseTest::waitsForTheNextKeyWhereCountsTakeTheirTime()
{
    makeController(std::chrono::milliseconds(-1)); // nothing is as quick as that
    finishAfter(std::chrono::milliseconds(1));
    countUnder({});
    countAfterAPause();
}

void FacetPauseTest::waitsForTheNextKeyOfAServer()
{
    finishAfter(std::chrono::milliseconds(1), {}, QueryCost{1'000, {}});
    countAfterAPause();
}

/// The result of a key may be there before the pane has requested the counts for it.
void FacetPauseTest::anEarlyResultBeginsNoCountsBesideThePane()
{
    finishAfter(std::chrono::milliseconds(1));
    countUnder(u"action:read"_s);
    m_begun.reset();
    const auto bringResult = [this] {
        if (m_begun)
            return;
        const int before = m_facetClock.requests;
        Q_EMIT m_results->pendingChanged(true); // another key
        Q_EMIT m_results->pendingChanged(false);
        m_begun = m_facetClock.requests - before;
    };
    // While counts are on their way: what they find comes later.
    m_facetClock.requested = [this, bringResult] {
        QMetaObject::invokeMethod(m_controller.get(), bringResult, Qt::QueuedConnection);
    };
    m_counted->clear();
    m_filter->setText(u"action:write"_s);
    QTRY_VERIFY(m_begun.has_value());
    QCOMPARE(*m_begun, 0);
    m_facetClock.requested = {};
    QTRY_VERIFY(m_counted->size() >= static_cast<qsizetype>(m_pane->expandedFields().size()));
}

TRAILGLASS_GUI_TEST(FacetPauseTest)
#include "tst_facetpause.moc"
