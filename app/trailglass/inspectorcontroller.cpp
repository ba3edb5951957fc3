// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/inspectorcontroller.h"

#include "app/trailglass/filteredit.h"
#include "models/config/settings.h"
#include "models/filter/filterstate.h"
#include "models/table/recordfetcher.h"
#include "models/workspace/relatedrunner.h"
#include "views/events/eventsview.h"
#include "views/inspector/inspectorpane.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// In the order of InspectorPane::Tab.
constexpr std::array TabNames{"fields"_L1, "changes"_L1, "related"_L1, "json"_L1, "raw"_L1};
static_assert(TabNames.size() == InspectorPane::RawTab + 1);

} // namespace

InspectorController::InspectorController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.events, &EventsView::currentEventChanged, this, &InspectorController::showEvent);
    connect(&parts.events, &EventsView::currentEventHeld, &parts.inspector, &InspectorPane::setOutsideResult);
    connect(&parts.inspector, &InspectorPane::columnRequested, this, [this](const QString &column) {
        if (!m_isLoading)
            m_parts.events.addColumn(column);
    });
    connect(&parts.inspector, &InspectorPane::facetRequested, this, [this](const QString &field) {
        if (!m_isLoading)
            Q_EMIT facetRequested(field);
    });
    connect(&m_changes, &ChangeRunner::found, &parts.inspector, &InspectorPane::showChanges);
    const auto applyZone = [this] {
        m_parts.inspector.setDisplayZone(QTimeZone(m_parts.settings.displayZone()));
    };
    connect(&parts.settings, &Settings::displayZoneChanged, this, applyZone);
    applyZone();
    rememberTab();
    rememberChoices();
    connectFilters();
    connectRelated();
}

void InspectorController::rememberTab()
{
    const QString tab = m_parts.settings.inspectorTab();
    const auto found = std::ranges::find_if(TabNames, [&tab](QLatin1StringView name) { return name == tab; });
    if (found != TabNames.end())
        m_parts.inspector.setTab(static_cast<InspectorPane::Tab>(found - TabNames.begin()));
    connect(&m_parts.inspector, &InspectorPane::tabChanged, this, [this] {
        m_parts.settings.setInspectorTab(TabNames.at(static_cast<std::size_t>(m_parts.inspector.tab())));
    });
}

void InspectorController::rememberChoices()
{
    Settings &settings = m_parts.settings;
    const InspectorPane &inspector = m_parts.inspector;
    m_parts.inspector.setChoices({.showsEmptyFields = settings.showsEmptyFields(),
                                  .isSideBySide = settings.areChangesSideBySide(),
                                  .showsUnchanged = settings.showsUnchangedValues(),
                                  .isJsonFormatted = settings.isJsonFormatted()});
    connect(&inspector, &InspectorPane::choicesChanged, this, [&settings, &inspector] {
        const InspectorPane::Choices choices = inspector.choices();
        settings.setShowsEmptyFields(choices.showsEmptyFields);
        settings.setChangesSideBySide(choices.isSideBySide);
        settings.setShowsUnchangedValues(choices.showsUnchanged);
        settings.setJsonFormatted(choices.isJsonFormatted);
    });
}

void InspectorController::connectFilters()
{
    const auto change = [this](FilterEdit edit, const Filter::FieldReference &field,
                               const Filter::FieldValue &value) {
        m_parts.filter.setTree(edited(m_parts.filter.tree(), edit, field, value));
        m_parts.filter.remember();
    };
    connect(&m_parts.inspector, &InspectorPane::filterRequested, this,
            [this, change](FilterEdit edit, const Filter::FieldReference &field,
                           const Filter::FieldValue &value) {
                if (!m_isLoading)
                    change(edit, field, value);
            });
    connect(&m_parts.events, &EventsView::filterRequested, this, change);
}

void InspectorController::connectRelated()
{
    InspectorPane &inspector = m_parts.inspector;
    RelatedRunner &related = m_parts.related;
    connect(&inspector, &InspectorPane::relatedRequested, this, &InspectorController::countRelated);
    connect(&related, &RelatedRunner::counted, &inspector, &InspectorPane::showRelatedCounts);
    connect(&related, &RelatedRunner::failed, &inspector,
            [&inspector](const Error &error) { inspector.showRelatedProblem(error.message); });
    const auto replace = [this](const Filter::NodePointer &filter) {
        m_parts.filter.remember();
        m_parts.filter.setTree(filter);
        m_parts.filter.remember();
    };
    connect(&inspector, &InspectorPane::replaceRequested, this, replace);
    connect(&m_parts.events, &EventsView::replaceRequested, this, replace);
    connect(&inspector, &InspectorPane::addRequested, this, [this](const Filter::NodePointer &filter) {
        m_parts.filter.setTree(bothOf(m_parts.filter.tree(), filter));
        m_parts.filter.remember();
    });
}

void InspectorController::countRelated()
{
    const std::vector<RelatedQuery> queries = relatedQueries(*m_parts.inspector.record());
    m_parts.inspector.showRelated(queries);
    m_parts.related.count(queries, m_parts.inspector.record()->event.created);
}

void InspectorController::showEvent(RowId id)
{
    m_current = id;
    m_isLoading = static_cast<bool>(id);
    m_changes.cancel();
    m_parts.related.cancel();
    if (!id)
        return m_parts.inspector.clear();
    m_parts.inspector.setLoading();
    fetch(m_parts.events.model().snapshot(), id);
}

void InspectorController::fetch(const ResultPointer &result, RowId id)
{
    const auto show = [this, result, id](const Result<std::vector<EventRecord>> &records) {
        if (m_current != id)
            return; // the reader has gone on
        // Pages of a table that is scrolled pushed it out.
        if (!records && records.error().kind == ErrorKind::Cancelled)
            return fetch(result, id);
        m_isLoading = false;
        if (!records)
            return m_parts.inspector.showError(records.error().message);
        if (records->empty())
            return m_parts.inspector.showError(tr("This event was removed."));
        m_parts.inspector.showRecord(records->front());
        m_changes.find({m_parts.inspector.record(), &m_parts.inspector.record()->event.raw});
    };
    m_parts.fetcher.fetch(result, {id}, RecordFetcher::WithRaw::Yes, this, show);
}

} // namespace Trailglass

#include "moc_inspectorcontroller.cpp"
