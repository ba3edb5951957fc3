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
        return Noon;
    }

    mutable int requests = 0;
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
    void waitsForTheNextKeyOfAServer();

private:
    static constexpr int LessThanAPause = 100; ///< ms; the controller's is 150
    static constexpr std::chrono::minutes Quick{1}; ///< so long that counts are quick on any machine
    /// As if a result had come: there is no table here.
    void finishAfter(std::chrono::milliseconds duration, const std::optional<QueryCost> &cost = {})
    {
        QueryResult result;
        result.duration = duration;
        result.cost = cost;
        Q_EMIT m_results->finished(result);
    }
    /// Waits until every field is counted under another filter.
    void countUnder(const QString &filter)
    {
        m_counted->clear();
        m_filter->setText(filter);
        QTRY_COMPARE(m_counted->size(), static_cast<qsizetype>(m_pane->expandedFields().size()));
    }

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
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FilterState> m_filter;
    std::unique_ptr<ResultRunner> m_results;
    std::unique_ptr<FacetRunner> m_facets;
    std::unique_ptr<PathLister> m_paths;
    std::unique_ptr<FilterPane> m_pane;
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
    m_controller = std::make_unique<FacetController>(FacetController::Parts{
        *m_filter, *m_results, *m_facets, *m_paths, *m_settings, *m_pane, nullptr, Quick});
    m_counted = std::make_unique<QSignalSpy>(m_facets.get(), &FacetRunner::counted);
    m_pane->resize(280, 900);
    m_pane->show();
    m_controller->begin();
    QVERIFY(!m_pane->expandedFields().empty());
    QTRY_COMPARE(m_counted->size(), static_cast<qsizetype>(m_pane->expandedFields().size()));
    for (const QString &filter : {u"action:read"_s, u"action:write"_s}) // the index is there from now on
        countUnder(filter);
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

void FacetPauseTest::countsAtOnceWhereThatIsQuick()
{
    finishAfter(std::chrono::milliseconds(1));
    countUnder(u"action:read"_s);
    const int before = m_facetClock.requests;
    std::optional<bool> isRequested; // when most of a pause has passed
    const QObject scope;
    // Begins after the controller's timer: however late both are, that one ends first.
    connect(m_pane.get(), &FilterPane::facetsWanted, &scope, [this, &scope, &isRequested, before] {
        QTimer::singleShot(LessThanAPause, Qt::PreciseTimer, &scope,
                           [this, &isRequested, before] { isRequested = m_facetClock.requests > before; });
    });
    m_filter->setText(u"action:write"_s);
    QTRY_VERIFY(isRequested.has_value());
    QVERIFY(*isRequested);
}

void FacetPauseTest::waitsForTheNextKeyWhereAResultTakesItsTime()
{
    finishAfter(Quick + std::chrono::seconds(1));
    countAfterAPause();
}

void FacetPauseTest::waitsForTheNextKeyOfAServer()
{
    finishAfter(std::chrono::milliseconds(1), QueryCost{1'000, {}});
    countAfterAPause();
}

TRAILGLASS_GUI_TEST(FacetPauseTest)
#include "tst_facetpause.moc"
