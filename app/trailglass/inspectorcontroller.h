// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <QObject>

namespace Trailglass {

class EventsView;
class FilterState;
class InspectorPane;
class RecordFetcher;
class Settings;

/// Shows the current event in the inspector, and lets both change filter and columns.
class InspectorController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        RecordFetcher &fetcher;
        FilterState &filter;
        Settings &settings;
        EventsView &events;
        InspectorPane &inspector;
    };
    /// All parts outlive the controller.
    explicit InspectorController(const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    /// A passing remark for the status bar.
    void message(const QString &text);

private:
    void showEvent(RowId id);
    void fetch(RowId id);
    void connectFilters();

    Parts m_parts;
    RowId m_current;
    bool m_isLoading = false; ///< the inspector still shows the event before
};

} // namespace Trailglass
