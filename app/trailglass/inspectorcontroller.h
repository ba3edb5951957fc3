// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/query/resultsnapshot.h"
#include "models/workspace/changerunner.h"

#include <QObject>

namespace Trailglass {

class EventsView;
class FilterState;
class InspectorPane;
class RecordFetcher;
class RelatedRunner;
class Settings;

/// Shows the current event in the inspector, with its changes and the counts of related events, and lets both
/// change filter and columns. The settings keep how the inspector shows an event.
class InspectorController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        RecordFetcher &fetcher;
        RelatedRunner &related;
        FilterState &filter;
        Settings &settings;
        EventsView &events;
        InspectorPane &inspector;
    };
    /// All parts outlive the controller.
    explicit InspectorController(const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    /// Count the events by the values of a field, in the filter pane.
    /// \param field  a field's canonical name or an `@path`
    void facetRequested(const QString &field);

private:
    void showEvent(RowId id);
    /// \param result  that the event is in
    void fetch(const ResultPointer &result, RowId id);
    void rememberTab();
    void rememberChoices();
    void connectFilters();
    void connectRelated();
    void countRelated();

    Parts m_parts;
    ChangeRunner m_changes;
    RowId m_current;
    bool m_isLoading = false; ///< the inspector still shows the event before
};

} // namespace Trailglass
