// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/eventexporter.h"

#include <QObject>

namespace Trailglass {

class EventsView;
class MainWindow;
class Settings;

/// Opens the export dialog on what the table shows.
class ExportController : public QObject
{
    Q_OBJECT

public:
    /// Window, events and settings outlive the controller.
    ExportController(const QString &workspace, Settings &settings, EventsView &events, MainWindow &window,
                     QObject *parent = nullptr);

    void openDialog();

private:
    Settings &m_settings;
    EventsView &m_events;
    MainWindow &m_window;
    EventExporter m_exporter;
};

} // namespace Trailglass
