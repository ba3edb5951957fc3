// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/histogramcontroller.h"

#include "app/trailglass/filteredit.h"
#include "models/config/settings.h"
#include "models/core/text.h"
#include "models/filter/createdvalue.h"
#include "models/filter/edits.h"
#include "models/filter/filterstate.h"
#include "models/table/recordfetcher.h"
#include "models/workspace/histogramrunner.h"
#include "models/workspace/resultrunner.h"
#include "views/events/eventsview.h"
#include "views/histogram/histogramview.h"

#include <QAction>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

constexpr std::size_t MaxSteps = 100;
constexpr int IntervalPause = 2'000; ///< ms; as long as for a step of undo

bool areSameTerms(const std::vector<Filter::NodePointer> &one, const std::vector<Filter::NodePointer> &other)
{
    return std::ranges::equal(one, other, Filter::sameTree);
}

} // namespace

HistogramController::HistogramController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    if (const auto split = fieldFromName(toUtf8(parts.settings.histogramSplit())))
        parts.view.setSplitBy(*split);
    parts.shown.setChecked(parts.settings.isHistogramShown());
    parts.view.setVisible(parts.shown.isChecked());

    m_typing.setSingleShot(true);
    m_typing.setInterval(IntervalPause);
    connect(&parts.filter, &FilterState::treeChanged, this, &HistogramController::noteInterval);
    connect(&parts.results, &ResultRunner::finished, this, [this](const QueryResult &result) {
        m_request = result.request;
        m_request->state = result.snapshot->state();
        count();
    });
    // A new query makes this count outdated; its result is counted again.
    connect(&parts.results, &ResultRunner::pendingChanged, this, [this](bool isPending) {
        if (isPending)
            m_parts.histograms.cancel();
    });
    connect(&parts.results, &ResultRunner::failed, &parts.view, &HistogramView::setProblem);
    connect(&parts.histograms, &HistogramRunner::counted, this, [this](const HistogramResult &result) {
        const auto &bins = result.histogram.bins;
        m_shown.reset();
        if (!bins.empty())
            m_shown = TimeWindow{bins.front().start, bins.back().end};
        m_parts.view.setResult(result);
    });
    connect(&parts.histograms, &HistogramRunner::failed, &parts.view, &HistogramView::setProblem);
    connect(&parts.view, &HistogramView::resultRequested, this, &HistogramController::count);
    connect(&parts.view, &HistogramView::splitChosen, this, [this](Field field) {
        m_parts.settings.setHistogramSplit(toQString(name(field)));
        count();
    });
    connect(&parts.view, &HistogramView::intervalChosen, this, &HistogramController::choose);
    connect(&parts.view, &HistogramView::valueChosen, this, &HistogramController::edit);
    connect(&parts.view, &HistogramView::columnRequested, &parts.events, &EventsView::addColumn);
    connect(&parts.view, &HistogramView::backRequested, this, &HistogramController::goBack);
    connect(&parts.view, &HistogramView::closeRequested, this, [this] { m_parts.shown.setChecked(false); });
    connect(&parts.shown, &QAction::toggled, this, &HistogramController::show);
    connect(&parts.events, &EventsView::currentEventChanged, this, &HistogramController::mark);
}

void HistogramController::show(bool isShown)
{
    m_parts.settings.setHistogramShown(isShown);
    m_parts.view.setVisible(isShown);
    if (isShown)
        count();
    else
        m_parts.histograms.cancel();
}

void HistogramController::mark(RowId event)
{
    m_current = event;
    if (!event)
        return m_parts.view.setMarkedTime({});
    const auto show = [this, event](const Result<std::vector<EventRecord>> &records) {
        if (m_current != event)
            return; // the reader has gone on
        const bool isThere = records && !records->empty();
        m_parts.view.setMarkedTime(isThere ? std::optional(records->front().event.created) : std::nullopt);
    };
    m_parts.fetcher.fetch(m_parts.events.model().snapshot(), {event}, RecordFetcher::WithRaw::No, this, show);
}

void HistogramController::count()
{
    if (m_request && m_parts.shown.isChecked())
        m_parts.histograms.count(*m_request, m_parts.view.splitBy(), m_parts.view.maxBins());
}

void HistogramController::choose(UtcMicros from, UtcMicros to)
{
    const Filter::NodePointer tree = m_parts.filter.tree();
    const auto calendar = Filter::ZoneCalendar::open(m_parts.settings.displayZone());
    if (!calendar || from >= to)
        return;
    // Without a term on the time every event is shown already.
    if (Filter::createdTerms(tree).empty() && m_shown && from <= *m_shown->from && to >= *m_shown->to)
        return;
    m_parts.filter.setTree(Filter::withCreated(tree, Filter::createdValue(from, to, *calendar)));
}

void HistogramController::noteInterval()
{
    auto terms = Filter::createdTerms(m_parts.filter.tree());
    if (areSameTerms(terms, m_terms))
        return;
    const bool isTyped = m_parts.filter.isTyped();
    const bool goesOn = isTyped && m_typing.isActive();
    // What is there at the start was chosen by nobody here.
    if (m_request && !m_isGoingBack && !goesOn)
        m_before.push_back(std::move(m_terms));
    if (m_before.size() > MaxSteps)
        m_before.erase(m_before.begin());
    m_terms = std::move(terms);
    if (isTyped)
        m_typing.start();
    else
        m_typing.stop();
    m_parts.view.setBackEnabled(!m_before.empty());
}

void HistogramController::edit(const Filter::FieldValue &value, FilterEdit edit)
{
    m_parts.filter.setTree(edited(m_parts.filter.tree(), edit, m_parts.view.splitBy(), value));
}

void HistogramController::goBack()
{
    while (!m_before.empty() && areSameTerms(m_before.back(), m_terms))
        m_before.pop_back(); // typing came back to it
    if (!m_before.empty()) {
        const auto terms = std::move(m_before.back());
        m_before.pop_back();
        const QScopedValueRollback goingBack(m_isGoingBack, true);
        m_parts.filter.setTree(Filter::withCreatedTerms(m_parts.filter.tree(), terms));
    }
    m_parts.view.setBackEnabled(!m_before.empty());
}

} // namespace Trailglass

#include "moc_histogramcontroller.cpp"
