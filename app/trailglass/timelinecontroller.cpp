// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/timelinecontroller.h"

#include "app/trailglass/filteredit.h"
#include "models/config/settings.h"
#include "models/core/text.h"
#include "models/query/filter/createdvalue.h"
#include "models/query/filter/edits.h"
#include "models/session/filterstate.h"
#include "models/session/resultrunner.h"
#include "models/session/timelinerunner.h"
#include "views/histogram/timelineview.h"

#include <QAction>

namespace Trailglass {

namespace {

constexpr std::size_t MostSteps = 100;

} // namespace

TimelineController::TimelineController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    if (const auto split = fieldFromName(toUtf8(parts.settings.timelineSplit())))
        parts.view.setSplitBy(*split);
    parts.shown.setChecked(parts.settings.isTimelineShown());
    parts.view.setVisible(parts.shown.isChecked());

    connect(&parts.results, &ResultRunner::answered, this, [this](const Answer &answer) {
        m_answered = answer.question;
        count();
    });
    // What the next result searches is not to be searched beside it; its answer is counted anew.
    connect(&parts.results, &ResultRunner::answeringChanged, this, [this](bool isAnswering) {
        if (isAnswering)
            m_parts.timelines.cancel();
    });
    connect(&parts.results, &ResultRunner::failed, &parts.view, &TimelineView::setProblem);
    connect(&parts.timelines, &TimelineRunner::counted, this, [this](const TimelineAnswer &answer) {
        const auto &boundaries = answer.timeline.boundaries;
        m_shown.reset();
        if (!boundaries.empty())
            m_shown = TimeWindow{boundaries.front(), boundaries.back()};
        m_parts.view.setAnswer(answer);
    });
    connect(&parts.timelines, &TimelineRunner::failed, &parts.view, &TimelineView::setProblem);
    connect(&parts.view, &TimelineView::answerWanted, this, &TimelineController::count);
    connect(&parts.view, &TimelineView::splitChosen, this, [this](Field field) {
        m_parts.settings.setTimelineSplit(toQString(name(field)));
        count();
    });
    connect(&parts.view, &TimelineView::intervalChosen, this, &TimelineController::choose);
    connect(&parts.view, &TimelineView::valueChosen, this, &TimelineController::edit);
    connect(&parts.view, &TimelineView::backRequested, this, &TimelineController::goBack);
    connect(&parts.shown, &QAction::toggled, this, &TimelineController::show);
}

void TimelineController::show(bool isShown)
{
    m_parts.settings.setTimelineShown(isShown);
    m_parts.view.setVisible(isShown);
    if (isShown)
        count();
    else
        m_parts.timelines.cancel();
}

void TimelineController::count()
{
    if (m_answered && m_parts.shown.isChecked())
        m_parts.timelines.count(*m_answered, m_parts.view.splitBy(), m_parts.view.mostBins());
}

void TimelineController::choose(UtcMicros from, UtcMicros to)
{
    const Filter::NodePointer tree = m_parts.filter.tree();
    const auto calendar = Filter::ZoneCalendar::open(m_parts.settings.displayZone());
    if (!calendar || from >= to)
        return;
    auto before = Filter::createdTerms(tree);
    // Without a term on the time every event is in sight: more of it has nothing to show.
    if (before.empty() && m_shown && from <= *m_shown->from && to >= *m_shown->to)
        return;
    m_parts.filter.setTree(Filter::withCreated(tree, Filter::createdValue(from, to, *calendar)));
    if (Filter::sameTree(m_parts.filter.tree(), tree))
        return;
    m_before.push_back(std::move(before));
    if (m_before.size() > MostSteps)
        m_before.erase(m_before.begin());
    m_parts.view.setBackEnabled(true);
}

void TimelineController::edit(const Filter::FieldValue &value, FilterEdit edit)
{
    m_parts.filter.setTree(edited(m_parts.filter.tree(), edit, m_parts.view.splitBy(), value));
}

void TimelineController::goBack()
{
    if (m_before.empty())
        return;
    const auto terms = std::move(m_before.back());
    m_before.pop_back();
    m_parts.view.setBackEnabled(!m_before.empty());
    m_parts.filter.setTree(Filter::withCreatedTerms(m_parts.filter.tree(), terms));
}

} // namespace Trailglass
