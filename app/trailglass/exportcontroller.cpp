// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/exportcontroller.h"

#include "app/trailglass/exportsession.h"
#include "models/config/settings.h"
#include "models/workspace/resultrunner.h"
#include "views/events/eventsview.h"
#include "views/exporting/exportdialog.h"
#include "views/window/mainwindow.h"

#include <QAction>

namespace Trailglass {

ExportController::ExportController(const Place &place, ResultRunner &results, Settings &settings,
                                   EventsView &events, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_events(events)
    , m_window(window)
    , m_exporter(place)
{
    connect(&results, &ResultRunner::finished, this,
            [this](const QueryResult &result) { m_result = result; });
    connect(window.actions().exportEvents, &QAction::triggered, this, &ExportController::openDialog);
}

void ExportController::openDialog()
{
    // After a refresh the table may still show the rows from before; what is on screen is what is exported.
    const ResultPointer &shown = m_events.model().snapshot();
    if (!shown || !m_result.snapshot)
        return; // no result yet
    ExportSession::Rows rows{
        .query = {m_result.expanded, m_result.context},
        .result = shown,
        .selection = {},
    };
    if (m_events.selectedRowCount() > 0)
        rows.selection = m_events.selectedRows();
    const ExportOffer offer{.resultRows = static_cast<qint64>(rows.result->size()),
                            .selectedRows = rows.selection ? static_cast<qint64>(rows.selection->size()) : 0,
                            .shownColumns = m_events.columns()};
    auto *dialog = new ExportDialog(offer, m_settings.exportFolder(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto *session = new ExportSession(m_exporter, m_settings, std::move(rows), *dialog);
    connect(session, &ExportSession::exported, &m_window,
            [this](const QString &fileName) { m_window.tell(tr("Exported to %1.").arg(fileName)); });
    dialog->open();
}

} // namespace Trailglass

#include "moc_exportcontroller.cpp"
