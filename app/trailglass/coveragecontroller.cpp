// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/coveragecontroller.h"

#include "models/config/settings.h"
#include "models/workspace/coveragelister.h"
#include "views/sources/coveragedialog.h"
#include "views/sources/sourcespane.h"
#include "views/window/mainwindow.h"

#include <QAction>

namespace Trailglass {

CoverageController::CoverageController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.window.actions().showCoverage, &QAction::triggered, this, [this] { showDialog({}); });
    connect(&parts.pane, &SourcesPane::coverageRequested, this, &CoverageController::showDialog);
    connect(&parts.lister, &CoverageLister::listed, this, [this](const QList<SourceCoverage> &sources) {
        if (m_dialog)
            m_dialog->setCoverage(sources);
    });
    connect(&parts.lister, &CoverageLister::failed, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->setFailed(error.message);
    });
}

void CoverageController::showDialog(const QString &source)
{
    if (m_dialog)
        return m_dialog->activateWindow();
    m_dialog = new CoverageDialog(QTimeZone(m_parts.settings.displayZone()), &m_parts.window);
    m_dialog->setCurrentSource(source);
    m_dialog->open();
    m_parts.lister.list();
}

} // namespace Trailglass

#include "moc_coveragecontroller.cpp"
