// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/exportcontroller.h"

#include "views/events/eventsview.h"
#include "views/exporting/exportdialog.h"
#include "views/window/mainwindow.h"

#include <QAction>

namespace Trailglass {

ExportController::ExportController(const QString &workspace, Settings &settings, EventsView &events,
                                   MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_events(events)
    , m_window(window)
    , m_exporter(workspace)
{
    connect(window.actions().exportEvents, &QAction::triggered, this, &ExportController::openDialog);
}

void ExportController::openDialog()
{
    const auto result = m_events.model().snapshot();
    if (!result)
        return; // nothing was answered yet
    ExportOffer offer{.result = result, .selection = {}, .shownColumns = m_events.columns()};
    // One row is current rather than selected; all rows are the result.
    if (m_events.selectedRowCount() > 1 && !m_events.model().isAllSelected())
        offer.selection = m_events.selectedRows();
    auto *dialog = new ExportDialog(m_exporter, m_settings, std::move(offer), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, &m_window,
            [this](const QString &fileName) { m_window.tell(tr("Exported to %1.").arg(fileName)); });
    dialog->open();
}

} // namespace Trailglass
