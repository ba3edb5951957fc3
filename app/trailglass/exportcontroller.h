// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/exportsession.h"
#include "models/workspace/eventexporter.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <optional>

namespace Trailglass {

class EventsView;
class EvidenceRunner;
class FilterState;
class MainWindow;
class ResultRunner;
class Settings;
class SigningAccess;

/// Opens the export dialog for the result that the table shows.
class ExportController : public QObject
{
    Q_OBJECT

public:
    /// Results, settings, events and window outlive the controller.
    ExportController(const Place &place, ResultRunner &results, Settings &settings, EventsView &events,
                     MainWindow &window, QObject *parent = nullptr);

    /// What makes evidence bundles. All outlive the controller.
    struct Bundles
    {
        EvidenceRunner &runner;
        SigningAccess &signing;
        const FilterState &filter;
        QString by; ///< name of the local account
    };
    /// From now on the dialog offers evidence bundles.
    void offerBundles(const Bundles &bundles);

    void openDialog();

private:
    void makeBundles(const ExportSession::Rows &rows, ExportDialog &dialog);
    void tellExported(const QString &fileName);

    Settings &m_settings;
    EventsView &m_events;
    MainWindow &m_window;
    EventExporter m_exporter;
    std::optional<Bundles> m_bundles; ///< nothing: none are offered
    QueryResult m_result; ///< the last complete one: its filter is that of the rows that the table shows
};

} // namespace Trailglass
