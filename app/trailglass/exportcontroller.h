// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/eventexporter.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

namespace Trailglass {

class EventsView;
class MainWindow;
class ResultRunner;
class Settings;

/// Opens the export dialog for the result that the table shows.
class ExportController : public QObject
{
    Q_OBJECT

public:
    /// Results, settings, events and window outlive the controller.
    ExportController(const Place &place, ResultRunner &results, Settings &settings, EventsView &events,
                     MainWindow &window, QObject *parent = nullptr);

    void openDialog();

private:
    Settings &m_settings;
    EventsView &m_events;
    MainWindow &m_window;
    EventExporter m_exporter;
    QueryResult m_result; ///< the last complete one: its filter is that of the rows that the table shows
};

} // namespace Trailglass
