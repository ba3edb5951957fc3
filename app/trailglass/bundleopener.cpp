// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/bundleopener.h"

#include "app/trailglass/evidencetext.h"
#include "models/config/settings.h"
#include "views/evidence/openbundledialog.h"
#include "views/window/mainwindow.h"

#include <QDir>
#include <QLocale>

namespace Trailglass {

BundleOpener::BundleOpener(Settings &settings, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
{
    connectRunner();
}

void BundleOpener::ask()
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    const QString folder = m_settings.exportFolder();
    m_dialog = new OpenBundleDialog(folder.isEmpty() ? QDir::homePath() : folder, &m_window);
    connect(m_dialog, &OpenBundleDialog::openRequested, &m_runner, &BundleRunner::open);
    connect(m_dialog, &OpenBundleDialog::cancelRequested, &m_runner, &BundleRunner::cancel);
    m_dialog->open();
}

void BundleOpener::connectRunner()
{
    connect(&m_runner, &BundleRunner::verifying, this, [this](qint64 events) {
        if (m_dialog)
            m_dialog->showProgress(tr("Verifying the events: %1").arg(QLocale().toString(events)));
    });
    connect(&m_runner, &BundleRunner::importing, this, [this](qint64 events) {
        if (m_dialog)
            m_dialog->showProgress(tr("Opening the events: %1").arg(QLocale().toString(events)));
    });
    connect(&m_runner, &BundleRunner::refused, this, [this](const BundleVerdict &verdict) {
        if (m_dialog)
            m_dialog->showRefused(problemLines(verdict));
    });
    connect(&m_runner, &BundleRunner::failed, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->showFailure(error.kind == ErrorKind::Cancelled ? tr("Stopped.") : error.message);
    });
    connect(&m_runner, &BundleRunner::opened, this, [this](const OpenedBundle &bundle) {
        // First the window, then the dialog: the program ends with the last one that is closed.
        Q_EMIT opened(bundle);
        if (m_dialog)
            m_dialog->accept();
    });
}

} // namespace Trailglass

#include "moc_bundleopener.cpp"
