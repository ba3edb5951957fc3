// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/facetcontroller.h"

#include "models/config/settings.h"
#include "models/session/facetrunner.h"
#include "models/session/filterstate.h"
#include "views/filters/filterpane.h"

namespace Trailglass {

namespace {

constexpr int TypingPause = 150; // ms, as for the result

} // namespace

FacetController::FacetController(const FilterState &filter, Settings &settings, FacetRunner &facets,
                                 FilterPane &pane, QObject *parent)
    : QObject(parent)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&pane, &FilterPane::facetsWanted, this,
            [this](const std::vector<Filter::FieldReference> &fields, int top) {
                m_fields = fields;
                m_top = top;
                m_typing.start();
            });
    // As with the result: what a key press breaks is not counted for.
    connect(&filter, &FilterState::textChanged, this, [this, &filter] {
        if (!filter.error() && m_isUncounted)
            m_typing.start();
    });
    connect(&m_typing, &QTimer::timeout, this, [this, &filter, &settings, &facets] {
        m_isUncounted = !m_hasBegun || filter.error();
        if (!m_isUncounted)
            facets.count({filter.tree(), {}, settings.displayZone()}, m_fields, m_top);
    });
    connect(&facets, &FacetRunner::counted, &pane, &FilterPane::setFacet);
    connect(&facets, &FacetRunner::failed, &pane, &FilterPane::setFacetsFailed);
    connect(&settings, &Settings::displayZoneChanged, &pane, &FilterPane::setDisplayZone);
    pane.setDisplayZone(settings.displayZone());
}

void FacetController::begin()
{
    m_hasBegun = true;
    countAgain();
}

void FacetController::countAgain()
{
    if (!m_fields.empty())
        m_typing.start();
}

} // namespace Trailglass
