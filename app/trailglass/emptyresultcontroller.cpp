// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/emptyresultcontroller.h"

#include "models/config/settings.h"
#include "models/filter/filterstate.h"
#include "models/workspace/emptyresultrunner.h"
#include "models/workspace/resultrunner.h"
#include "views/events/eventsview.h"
#include "views/filters/emptyresulttext.h"

namespace Trailglass {

EmptyResultController::EmptyResultController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.results, &ResultRunner::finished, this, &EmptyResultController::look);
    connect(&parts.filter, &FilterState::treeChanged, this, &EmptyResultController::followFilter);
    connect(&parts.results, &ResultRunner::pendingChanged, this, [this](bool isPending) {
        if (isPending)
            stop();
    });
    connect(&parts.runner, &EmptyResultRunner::explained, this, &EmptyResultController::show);
    connect(&parts.events, &EventsView::suggestionChosen, this, &EmptyResultController::apply);
    connect(&parts.events, &EventsView::sourcesRequested, this, [this] {
        if (!m_report.unsynced.isEmpty())
            Q_EMIT sourceRequested(m_report.unsynced.constFirst());
    });
}

void EmptyResultController::look(const QueryResult &result)
{
    stop();
    const bool hasTerms = !std::holds_alternative<Filter::All>(result.request.filter->content);
    if (!result.snapshot->isEmpty() || result.total == 0 || !hasTerms)
        return;
    ResultRequest request = result.request;
    request.state = result.snapshot->state();
    m_explained = request;
    m_parts.runner.explain(request);
}

/// Another filter ends what is explained. It goes on where the filter is the same again before another result is shown: the
/// text that was typed cannot be read then.
void EmptyResultController::followFilter()
{
    if (isOfFilter())
        m_parts.runner.explain(*m_explained);
    else
        m_parts.runner.cancel();
}

bool EmptyResultController::isOfFilter() const
{
    return m_explained && Filter::sameTree(m_explained->filter, m_parts.filter.tree());
}

void EmptyResultController::stop()
{
    m_parts.runner.cancel();
    m_report = {};
    m_explained.reset();
}

void EmptyResultController::show(const EmptyResultReport &report)
{
    m_report = report;
    const QueryContext context{{}, m_parts.settings.displayZone()};
    m_parts.events.setEmptyResultHelp(
        EmptyResultText::reason(report, context), EmptyResultText::suggestions(report),
        m_parts.hasSources ? EmptyResultText::sourcesAction(report) : QString());
}

void EmptyResultController::apply(int number)
{
    const auto place = static_cast<std::size_t>(number);
    if (isOfFilter() && place < m_report.alternatives.size())
        m_parts.filter.setTree(m_report.alternatives[place].alternative.filter);
}

} // namespace Trailglass

#include "moc_emptyresultcontroller.cpp"
