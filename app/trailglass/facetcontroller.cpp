// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/facetcontroller.h"

#include "models/config/settings.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filterstate.h"
#include "models/workspace/facetrunner.h"
#include "models/workspace/pathlister.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/reviewchoice.h"
#include "views/filters/filterpane.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::chrono::milliseconds ShortestPause{1}; // the result of the same key begins before

} // namespace

FacetController::FacetController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_countPauses(parts.quick)
{
    m_typing.setSingleShot(true);
    connect(&parts.pane, &FilterPane::facetsRequested, this,
            [this](const std::vector<Filter::FieldReference> &fields, int top) {
                m_fields = fields;
                m_top = top;
                m_requestedText = m_parts.filter.text();
                countSoon();
            });
    connect(&parts.filter, &FilterState::textChanged, this, &FacetController::followText);
    connect(&m_typing, &QTimer::timeout, this, &FacetController::count);
    connect(&parts.results, &ResultRunner::pendingChanged, this, &FacetController::waitForResult);
    connect(&parts.facets, &FacetRunner::counted, this, &FacetController::take);
    connect(&parts.facets, &FacetRunner::failed, this, [this](const Error &error) {
        m_awaited = 0;
        m_parts.pane.setFacetsFailed(error);
    });
    connect(&parts.pane, &FilterPane::pathsRequested, &parts.paths, &PathLister::list);
    connect(&parts.paths, &PathLister::listed, &parts.pane, &FilterPane::setPaths);
    // A path can be typed all the same; the window says elsewhere what is wrong.
    connect(&parts.paths, &PathLister::failed, &parts.pane, [this] { m_parts.pane.setPaths({}); });
    connect(&parts.settings, &Settings::displayZoneChanged, &parts.pane, &FilterPane::setDisplayZone);
    parts.pane.setDisplayZone(parts.settings.displayZone());
}

/// As with the result: what a key press breaks is counted when the pane requests it again.
bool FacetController::isBreaking() const
{
    return m_parts.filter.error() && m_requestedText != m_parts.filter.text();
}

void FacetController::followText()
{
    if (isBreaking() && m_awaited > 0 && !Filter::sameTree(m_counted, m_parts.filter.tree())) {
        m_parts.facets.cancel();
        m_awaited = 0;
        m_isUncounted = true;
    } else if (!m_parts.filter.error() && m_isUncounted) {
        countSoon();
    }
}

void FacetController::countSoon()
{
    const Filter::NodePointer &tree = m_parts.filter.tree();
    m_typing.start(std::max(
        {ShortestPause, m_parts.resultPauses.before(tree, nullptr), m_countPauses.before(tree, nullptr)}));
}

void FacetController::take(const FacetResult &result)
{
    if (m_awaited > 0 && --m_awaited == 0)
        m_countPauses.note(m_counted, std::chrono::milliseconds(m_counting.elapsed()));
    m_parts.pane.setFacet(result);
}

void FacetController::count()
{
    m_isUncounted = !m_hasBegun || isBreaking() || m_parts.results.isPending();
    if (m_isUncounted)
        return;
    m_awaited = m_fields.size();
    m_counting.start();
    m_counted = m_parts.filter.tree();
    ResultRequest request{m_counted, {}, m_parts.settings.displayZone(), m_parts.results.state()};
    if (m_parts.reviews)
        request.review = m_parts.reviews->of(request.filter);
    m_parts.facets.count(request, m_fields, m_top);
}

void FacetController::waitForResult(bool isPending)
{
    if (isPending && m_awaited > 0) {
        m_parts.facets.cancel();
        m_awaited = 0;
        m_isUncounted = true;
        // A result that comes at once must not begin what the pane is about to request for the same key.
        if (!m_typing.isActive())
            m_typing.start(ShortestPause);
    } else if (!isPending && m_isUncounted && !m_typing.isActive()) {
        count();
    }
}

void FacetController::begin()
{
    m_hasBegun = true;
    countAgain();
}

void FacetController::addGroup(const QString &field)
{
    const auto reference = Filter::parseFieldReference(field);
    const auto *found = std::get_if<Filter::FieldReference>(&reference);
    if (found && Filter::canBeCounted(*found))
        m_parts.pane.addGroup(*found);
}

void FacetController::countAgain()
{
    m_requestedText = m_parts.filter.text();
    if (!m_fields.empty())
        countSoon();
}

} // namespace Trailglass

#include "moc_facetcontroller.cpp"
