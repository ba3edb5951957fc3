// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/mainwindow.h"

#include "models/core/text.h"
#include "views/common/icons.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int TellingTime = 6000; // ms

} // namespace

MainWindow::MainWindow(const WindowPanes &panes, QWidget *parent)
    : QMainWindow(parent)
    , m_actions(this)
    , m_centre(new QStackedWidget)
    , m_notice(new MessageStrip)
    , m_strip(new MessageStrip)
    , m_queryBar(panes.queryBar)
    , m_histogram(panes.histogram)
    , m_events(panes.events)
    , m_firstRun(panes.firstRun)
    , m_filters(addDock(Qt::LeftDockWidgetArea, u"filtersDock"_s, tr("Filters"), panes.filters))
    , m_inspector(addDock(Qt::RightDockWidgetArea, u"inspectorDock"_s, tr("Inspector"), panes.inspector))
    , m_sources(addDock(Qt::BottomDockWidgetArea, u"sourcesDock"_s, tr("Sources"), panes.sources))
{
    setObjectName("mainWindow"_L1);
    m_notice->setObjectName("notice"_L1);
    auto *eventsPage = new QWidget;
    auto *pageLayout = new QVBoxLayout(eventsPage);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(m_histogram);
    pageLayout->addWidget(m_events, 1);
    m_centre->addWidget(eventsPage);
    m_centre->addWidget(m_firstRun);
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_strip);
    layout->addWidget(m_centre, 1);
    setCentralWidget(column);

    buildToolBar(panes.queryBar, panes.presets);
    buildMenus(panes.presets);
    buildStatusBar();
    paintIcons();
    connect(m_actions.nextPane, &QAction::triggered, this, [this] { moveFocus(1); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { moveFocus(-1); });
    setWorkspaceName({});
    resize(1440, 900);
    resizeDocks({m_filters, m_inspector}, {260, 360}, Qt::Horizontal);
    resizeDocks({m_sources}, {170}, Qt::Vertical);
}

QDockWidget *MainWindow::addDock(Qt::DockWidgetArea area, const QString &name, const QString &title,
                                 QWidget *content)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::buildToolBar(QWidget *queryBar, QMenu *presets)
{
    m_toolBar = addToolBar(tr("Main tool bar"));
    m_toolBar->setObjectName("mainToolBar"_L1);
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->setIconSize({18, 18});
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->addAction(m_actions.syncAll);
    m_toolBar->addWidget(queryBar);
    if (presets) {
        auto *button = new QToolButton;
        button->setObjectName("presetsButton"_L1);
        button->setText(tr("Presets"));
        button->setToolTip(tr("Saved filters"));
        m_presetsButton = button;
        button->setMenu(presets);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_toolBar->addWidget(button);
    }
    m_toolBar->addAction(m_actions.exportEvents);
}

void MainWindow::buildMenus(QMenu *presets)
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.addSource, m_actions.syncAll, m_actions.cancelSync});
    file->addSeparator();
    file->addActions({m_actions.importEvents, m_actions.exportEvents});
    file->addSeparator();
    file->addAction(m_actions.checkWorkspace);
    file->addSeparator();
    file->addAction(m_actions.quit);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.copy, m_actions.selectAll});
    edit->addSeparator();
    edit->addActions({m_actions.find, m_actions.clearFilter});

    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget *dock : {m_filters, m_inspector, m_sources})
        view->addAction(dock->toggleViewAction());
    view->addAction(m_actions.showHistogram);
    view->addSeparator();
    view->addActions({m_actions.chooseColumns, m_actions.chooseZone});
    view->addSeparator();
    view->addActions({m_actions.focusEvents, m_actions.nextPane, m_actions.previousPane});
    view->addSeparator();
    QMenu *appearance = view->addMenu(tr("&Appearance"));
    appearance->addActions(m_actions.appearances->actions());

    if (presets) {
        presets->setParent(this, presets->windowFlags()); // a menu bar does not own its menus
        presets->setTitle(tr("&Presets"));
        menuBar()->addMenu(presets);
    }
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.showShortcuts, m_actions.about});
}

void MainWindow::buildStatusBar()
{
    m_count = new QLabel;
    m_count->setObjectName("countText"_L1);
    m_count->setContentsMargins(8, 0, 0, 0);
    m_sync = new QLabel;
    m_sync->setObjectName("syncText"_L1);
    m_zone = new QToolButton;
    m_zone->setObjectName("zoneButton"_L1);
    m_zone->setAutoRaise(true);
    m_zone->setToolTip(tr("Time zone for displayed times"));
    connect(m_zone, &QToolButton::clicked, m_actions.chooseZone, &QAction::trigger);
    statusBar()->addWidget(m_count);
    statusBar()->addPermanentWidget(m_sync);
    statusBar()->addPermanentWidget(m_zone);
}

void MainWindow::showFirstRun(bool firstRun)
{
    m_centre->setCurrentWidget(firstRun ? m_firstRun : m_events->parentWidget());
    m_count->setVisible(!firstRun);
    m_toolBar->setVisible(!firstRun);
    if (firstRun && m_hiddenByFirstRun.isEmpty()) {
        for (QDockWidget *dock : {m_filters, m_inspector, m_sources}) {
            if (!dock->isHidden())
                m_hiddenByFirstRun.append(dock);
        }
    }
    for (QDockWidget *dock : std::as_const(m_hiddenByFirstRun))
        dock->setVisible(!firstRun);
    if (!firstRun)
        m_hiddenByFirstRun.clear();
}

bool MainWindow::showsFirstRun() const
{
    return m_centre->currentWidget() == m_firstRun;
}

QList<WindowPlace> MainWindow::places() const
{
    return {{tr("Query bar"), m_queryBar},
            {tr("Filters"), m_filters},
            {tr("Histogram"), m_histogram},
            {showsFirstRun() ? tr("First steps") : tr("Events"), showsFirstRun() ? m_firstRun : m_events},
            {tr("Inspector"), m_inspector},
            {tr("Sources"), m_sources}};
}

void MainWindow::moveFocus(int step)
{
    QWidget *target = nextTarget(places(), QApplication::focusWidget(), step);
    if (!target)
        return;
    target->window()->activateWindow(); // a pane may float
    target->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::focusEvents()
{
    if (QWidget *target = keyboardTarget(showsFirstRun() ? *m_firstRun : *m_events))
        target->setFocus(Qt::ShortcutFocusReason);
    else
        moveFocus(1);
}

void MainWindow::setWorkspaceName(const QString &workspace)
{
    setWindowTitle(workspace.isEmpty() ? tr("Trailglass")
                                       : tr("%1 – Trailglass").arg(visibleText(workspace)));
}

void MainWindow::setZoneName(const QString &zone)
{
    m_zone->setText(PlainText::caption(zone));
    m_zone->setAccessibleName(tr("Time zone: %1").arg(zone));
}

void MainWindow::setCountText(const QString &text)
{
    PlainText::show(m_count, text);
}

void MainWindow::setSyncText(const QString &text)
{
    PlainText::show(m_sync, text);
}

void MainWindow::tell(const QString &text)
{
    statusBar()->showMessage(visibleText(text), TellingTime);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::paintIcons()
{
    m_actions.paint(palette());
    if (m_presetsButton)
        m_presetsButton->setIcon(Icons::icon(Glyph::Preset, palette()));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QMainWindow::changeEvent(event);
}

} // namespace Trailglass
