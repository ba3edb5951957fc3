// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/inspectorcontroller.h"

#include "app/trailglass/filteredit.h"
#include "models/config/settings.h"
#include "models/filter/filterstate.h"
#include "models/table/recordfetcher.h"
#include "views/events/eventsview.h"
#include "views/inspector/inspectorpane.h"

#include <QTimeZone>

namespace Trailglass {

InspectorController::InspectorController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.events, &EventsView::currentEventChanged, this, &InspectorController::showEvent);
    connect(&parts.inspector, &InspectorPane::columnRequested, this, [this](const QString &text) {
        const auto columns = parseColumns(text);
        if (m_isLoading)
            return;
        if (!columns)
            Q_EMIT message(columns.error().message);
        else
            m_parts.events.addColumn(columns->front());
    });
    const auto applyZone = [this] {
        m_parts.inspector.setDisplayZone(QTimeZone(m_parts.settings.displayZone()));
    };
    connect(&parts.settings, &Settings::displayZoneChanged, this, applyZone);
    applyZone();
    connectFilters();
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

void InspectorController::showEvent(RowId id)
{
    m_current = id;
    m_isLoading = static_cast<bool>(id);
    if (!id)
        return m_parts.inspector.clear();
    m_parts.inspector.setLoading();
    fetch(id);
}

void InspectorController::fetch(RowId id)
{
    const auto show = [this, id](const Result<std::vector<EventRecord>> &records) {
        if (m_current != id)
            return; // the reader has gone on
        // Pages of a table that is scrolled pushed it out.
        if (!records && records.error().kind == ErrorKind::Cancelled)
            return fetch(id);
        m_isLoading = false;
        if (!records)
            m_parts.inspector.showError(records.error().message);
        else if (records->empty())
            m_parts.inspector.showError(tr("This event was removed."));
        else
            m_parts.inspector.showRecord(records->front());
    };
    m_parts.fetcher.fetch({id}, RecordFetcher::WithRaw::Yes, this, show);
}

} // namespace Trailglass
