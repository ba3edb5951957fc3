// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/windowcommands.h"

#include "app/trailglass/pagecontroller.h"
#include "app/trailglass/sourcescontroller.h"
#include "models/config/settings.h"
#include "models/core/countargument.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "views/common/plaintext.h"
#include "views/events/eventsview.h"
#include "views/events/tablefinder.h"
#include "views/filters/filterguidedialog.h"
#include "views/filters/querybar.h"
#include "views/settings/zonedialog.h"
#include "views/window/mainwindow.h"
#include "views/window/panecopy.h"
#include "views/window/shortcutsdialog.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QMessageBox>

namespace Trailglass {

WindowCommands::WindowCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connectActions();
    connectHistory();
}

void WindowCommands::connectActions()
{
    const WindowActions &actions = m_parts.window.actions();
    connect(actions.addSource, &QAction::triggered, &m_parts.sources, &SourcesController::addSource);
    connect(actions.syncAll, &QAction::triggered, &m_parts.sources.syncs(), &SyncController::syncAll);
    connect(actions.cancelSync, &QAction::triggered, &m_parts.sources.syncs(), &SyncController::cancelSync);
    connect(&m_parts.sources.syncs(), &SyncController::canSyncChanged, actions.syncAll, &QAction::setEnabled);
    connect(actions.quit, &QAction::triggered, &m_parts.window, &QWidget::close);
    connect(actions.copy, &QAction::triggered, this, &WindowCommands::copy);
    connect(actions.selectAll, &QAction::triggered, &m_parts.events, &EventsView::selectAll);
    connect(actions.find, &QAction::triggered, this, [this] {
        m_parts.pages.showEvents();
        m_parts.events.finder().open();
    });
    connect(actions.previousEvent, &QAction::triggered, &m_parts.events,
            [this] { m_parts.events.stepRow(-1); });
    connect(actions.nextEvent, &QAction::triggered, &m_parts.events, [this] { m_parts.events.stepRow(1); });
    connect(actions.focusFilter, &QAction::triggered, this, [this] {
        m_parts.pages.showEvents();
        m_parts.queryBar.focusText();
    });
    connect(actions.clearFilter, &QAction::triggered, this, [this] { m_parts.filter.replaceText({}); });
    connect(&m_parts.events, &EventsView::selectedCountChanged, this, [this](qint64 count) {
        // One row is where the reader is.
        m_parts.window.setSelectionText(count > 1 ? tr("%1 selected").arg(QLocale().toString(count))
                                                  : QString());
    });
    connect(actions.chooseColumns, &QAction::triggered, &m_parts.events, &EventsView::chooseColumns);
    connect(actions.chooseZone, &QAction::triggered, this, &WindowCommands::chooseZone);
    connect(actions.focusEvents, &QAction::triggered, &m_parts.window, &MainWindow::focusEvents);
    connect(&m_parts.queryBar, &QueryBar::left, &m_parts.window, &MainWindow::focusEvents);
    connect(actions.showFilterGuide, &QAction::triggered, this, &WindowCommands::showFilterGuide);
    connect(actions.showShortcuts, &QAction::triggered, this,
            [this] { (new ShortcutsDialog(&m_parts.window))->open(); });
    connect(actions.about, &QAction::triggered, this, &WindowCommands::showAbout);
}

void WindowCommands::connectHistory()
{
    const WindowActions &actions = m_parts.window.actions();
    connect(actions.undoFilter, &QAction::triggered, &m_parts.history, &FilterHistory::undo);
    connect(actions.redoFilter, &QAction::triggered, &m_parts.history, &FilterHistory::redo);
    connect(&m_parts.history, &FilterHistory::changed, this, [this] {
        const WindowActions &current = m_parts.window.actions();
        current.undoFilter->setEnabled(m_parts.history.steps().canUndo());
        current.redoFilter->setEnabled(m_parts.history.steps().canRedo());
    });
}

void WindowCommands::copy()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && m_parts.window.isAncestorOf(focus))
        copyFrom(*focus);
    else
        m_parts.events.copyRows();
}

void WindowCommands::showProgress(const SyncProgress &progress)
{
    m_progress.insert(progress.source, progress);
    qint64 added = 0;
    qint64 received = 0;
    for (const SyncProgress &each : std::as_const(m_progress)) {
        added += each.added;
        received += each.received;
    }
    m_parts.window.setSyncText(
        tr("Syncing: %Ln event(s), %1 new", nullptr, countArgument(received)).arg(QLocale().toString(added)));
}

void WindowCommands::showRunning(bool running)
{
    m_progress.clear();
    m_parts.window.actions().cancelSync->setEnabled(running);
    m_parts.window.setSyncText(running ? tr("Syncing…") : QString());
}

void WindowCommands::chooseZone()
{
    auto *dialog = new ZoneDialog(m_parts.settings.displayZone(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_parts.settings.setDisplayZone(dialog->zone()); });
    dialog->open();
}

/// Beside the window, so that one can read and type.
void WindowCommands::showFilterGuide()
{
    if (!m_guide) {
        m_guide = new FilterGuideDialog(&m_parts.window);
        connect(m_guide, &FilterGuideDialog::exampleChosen, this, [this](const QString &filter) {
            m_parts.pages.showEvents();
            m_parts.filter.replaceText(filter);
        });
    }
    m_guide->show();
    m_guide->raise();
    m_guide->activateWindow();
}

void WindowCommands::showAbout()
{
    QMessageBox *box = PlainText::question(
        &m_parts.window, tr("About Trailglass"), tr("Trailglass %1").arg(QStringLiteral(TRAILGLASS_VERSION)),
        tr("Audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally. MIT licence, "
           "Trailglass authors."));
    box->setIconPixmap(m_parts.window.windowIcon().pixmap(64));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace Trailglass

#include "moc_windowcommands.cpp"
