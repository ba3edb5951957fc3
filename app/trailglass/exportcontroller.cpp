// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/exportcontroller.h"

#include "app/trailglass/bundlesession.h"
#include "models/config/settings.h"
#include "models/filter/filterstate.h"
#include "models/workspace/evidencecreator.h"
#include "models/workspace/resultrunner.h"
#include "views/events/eventsview.h"
#include "views/exporting/exportdialog.h"
#include "views/window/mainwindow.h"

#include <QAction>

#include <utility>

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

void ExportController::offerBundles(const Bundles &bundles)
{
    m_bundles.emplace(bundles);
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
    // Rows that are not in memory are those of an archive, all of which would come over the network once more.
    const ExportOffer offer{.resultRows = static_cast<qint64>(rows.result->size()),
                            .selectedRows = rows.selection ? static_cast<qint64>(rows.selection->size()) : 0,
                            .shownColumns = m_events.columns(),
                            .hasBundles = m_bundles.has_value(),
                            .caseLimit = EvidenceLimits::MaxCase,
                            .noteLimit = EvidenceLimits::MaxNote,
                            .byteOrderMark = m_settings.exportsByteOrderMark(),
                            .hasSurvey = shown->list() != nullptr};
    auto *dialog = new ExportDialog(offer, m_settings.exportFolder(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_bundles)
        makeBundles(rows, *dialog);
    const auto *session = new ExportSession(m_exporter, m_settings, std::move(rows), *dialog);
    connect(session, &ExportSession::exported, this, &ExportController::tellExported);
    dialog->open();
}

void ExportController::makeBundles(const ExportSession::Rows &rows, ExportDialog &dialog)
{
    const Filter::NodePointer &shown = m_result.request.filter;
    const bool isTyped = Filter::sameTree(m_bundles->filter.tree(), shown) && !m_bundles->filter.error();
    BundleSession::Question question{.typed = isTyped ? m_bundles->filter.text() : Filter::print(shown),
                                     .filter = shown,
                                     .order = m_result.request.order,
                                     .by = m_bundles->by};
    const auto *session = new BundleSession({m_bundles->runner, m_bundles->signing, m_settings}, rows,
                                            std::move(question), dialog);
    connect(session, &BundleSession::exported, this, &ExportController::tellExported);
}

void ExportController::tellExported(const QString &fileName)
{
    m_window.tell(tr("Exported to %1.").arg(fileName));
}

} // namespace Trailglass

#include "moc_exportcontroller.cpp"
