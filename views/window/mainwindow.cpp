// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/mainwindow.h"

#include "models/core/text.h"
#include "views/common/icons.h"
#include "views/common/messagestrip.h"
#include "views/common/spacing.h"
#include "views/window/eventspage.h"
#include "views/window/inspectordock.h"
#include "views/window/windowmenus.h"
#include "views/window/windowplacement.h"
#include "views/window/windowstatus.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int FiltersWidth = 208; // px
constexpr int MinFiltersWidth = 196; // px; where another pane opens, a preset of the time keeps its text
// Of the docks and bars; another version's state does not fit, nor that of the other direction.
constexpr int StateVersion = 2;
constexpr int MirroredStateVersion = 1'002;

QList<QRect> availableAreas()
{
    QList<QRect> areas;
    const auto screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) // the primary one is first
        areas.append(screen->availableGeometry());
    return areas;
}

} // namespace

/// What is made first comes first for the Tab key: from the query bar to the events, then the inspector, the filters and
/// the status bar.
MainWindow::MainWindow(const WindowPanes &panes, QWidget *parent)
    : QMainWindow(parent)
    , m_actions(this)
    , m_panes(panes)
    , m_toolBar(addToolBar(tr("Main tool bar")))
    , m_notice(new MessageStrip)
    , m_strip(new MessageStrip)
    , m_sourceMessage(new MessageStrip)
    , m_centre(new QStackedWidget)
    , m_eventsPage(new EventsPage(panes.histogram, panes.events))
    , m_pages(new WindowPages(*m_centre, this))
{
    setObjectName("mainWindow"_L1);
    resize(fittingSize(DefaultSize, QGuiApplication::primaryScreen()->availableSize()));
    buildToolBar();
    buildCentre();
    buildDocks();
    m_pages->setCompanions({m_filters, m_inspector}, m_toolBar);
    connect(m_pages, &WindowPages::leavingEvents, this, [this] { m_dockState = saveState(stateVersion()); });
    m_recent = buildMenus(*this, m_actions, {m_filters->toggleViewAction(), m_inspector->toggleViewAction()},
                          {.presets = panes.presets, .table = panes.table});
    m_status = std::make_unique<WindowStatus>(*statusBar(), *m_actions.chooseZone, *m_actions.pauseSchedule,
                                              panes.sourceStrip);
    paintIcons();
    connect(m_actions.nextPane, &QAction::triggered, this, [this] { moveFocus(1); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { moveFocus(-1); });
    connect(m_actions.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    setPlaceName({});
    resizeDocks({m_filters}, {FiltersWidth}, Qt::Horizontal);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildDocks()
{
    m_inspector = addDock(m_isMirrored ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, u"inspectorDock"_s,
                          tr("Inspector"), m_panes.inspector);
    m_filters = addDock(firstArea(), u"filtersDock"_s, tr("Filters"), m_panes.filters);
    m_panes.filters->setMinimumWidth(MinFiltersWidth);
    m_inspectorDock = new InspectorDock(*this, *m_inspector, this);
    m_inspectorDock->keepWidthOf(*m_filters);
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

void MainWindow::buildCentre()
{
    m_notice->setObjectName("notice"_L1);
    m_sourceMessage->setObjectName("sourceMessage"_L1);
    m_pages->add(Page::Events, m_eventsPage);
    m_pages->add(Page::Unsynced, m_panes.unsynced);
    m_pages->add(Page::Sources, m_panes.sources);
    m_pages->add(Page::FirstRun, m_panes.firstRun);
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::None);
    layout->addWidget(m_notice);
    layout->addWidget(m_centre, 1);
    // They come while somebody reads: above the page they would move every row of it.
    layout->addWidget(m_strip);
    layout->addWidget(m_sourceMessage);
    setCentralWidget(column);
}

void MainWindow::buildToolBar()
{
    m_toolBar->setObjectName("mainToolBar"_L1);
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->setIconSize({18, 18});
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->addAction(m_actions.syncAll);
    m_toolBar->addWidget(m_panes.queryBar);
    if (m_panes.presets) {
        m_presetsButton = new QToolButton;
        m_presetsButton->setObjectName("presetsButton"_L1);
        m_presetsButton->setText(tr("Presets"));
        m_presetsButton->setToolTip(tr("Saved filters"));
        m_presetsButton->setMenu(m_panes.presets);
        m_presetsButton->setPopupMode(QToolButton::InstantPopup);
        m_presetsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_toolBar->addWidget(m_presetsButton);
    }
    m_toolBar->addAction(m_actions.exportEvents);
}

void MainWindow::showPage(Page page)
{
    m_pages->show(page);
    m_status->setCountShown(page != Page::FirstRun);
    m_actions.resetLayout->setEnabled(page == Page::Events);
}

WindowLayout MainWindow::windowLayout() const
{
    return {.geometry = saveGeometry(),
            .isMaximised = isMaximized(),
            .docks = page() == Page::Events ? saveState(stateVersion()) : m_dockState,
            .histogramHeight = m_eventsPage->histogramHeight(),
            .inspectorOpensItself = m_inspectorDock->opensItself(),
            .isInspectorMoved = m_inspectorDock->isMoved()};
}

void MainWindow::setWindowLayout(const WindowLayout &layout)
{
    place(layout);
    restoreState(layout.docks, stateVersion());
    if (layout.histogramHeight > 0)
        m_eventsPage->setHistogramHeight(layout.histogramHeight);
    m_inspectorDock->settle(layout.inspectorOpensItself, layout.isInspectorMoved);
}

void MainWindow::place(const WindowLayout &layout)
{
    if (restoreGeometry(layout.geometry)) {
        // Its normal place first: a maximised window goes back to it.
        const Qt::WindowStates states = windowState();
        const QRect normal = isMaximized() || isFullScreen() ? normalGeometry() : geometry();
        setWindowState(states & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
        setGeometry(placedOnScreens(normal, availableAreas()));
        setWindowState(states);
    } else if (layout.isMaximised) {
        // Qt takes no place from a screen of quite another size.
        setWindowState(windowState() | Qt::WindowMaximized);
    }
}

/// The side where lines begin: a main window mirrors its bars, and leaves its docks where they are.
Qt::DockWidgetArea MainWindow::firstArea() const
{
    return m_isMirrored ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea;
}

int MainWindow::stateVersion() const
{
    return m_isMirrored ? MirroredStateVersion : StateVersion;
}

void MainWindow::resetLayout()
{
    m_filters->setFloating(false);
    addDockWidget(firstArea(), m_filters);
    m_filters->show();
    resizeDocks({m_filters}, {FiltersWidth}, Qt::Horizontal);
    m_inspectorDock->reset();
    m_actions.showHistogram->setChecked(true);
    m_eventsPage->setHistogramHeight(EventsPage::DefaultHistogramHeight);
}

void MainWindow::showFilters()
{
    m_filters->show();
    m_filters->raise();
}

QList<WindowPlace> MainWindow::places() const
{
    const WindowPlace centre = page() == Page::FirstRun ? WindowPlace{tr("First steps"), m_panes.firstRun}
        : page() == Page::Unsynced                      ? WindowPlace{tr("First sync"), m_panes.unsynced}
                                                        : WindowPlace{tr("Events"), m_panes.events};
    return {{tr("Query bar"), m_panes.queryBar},  {tr("Filters"), m_filters},
            {tr("Histogram"), m_panes.histogram}, centre,
            {tr("Inspector"), m_inspector},       {tr("Sources"), m_panes.sources},
            {tr("Status bar"), statusBar()}};
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
    QWidget *place = page() == Page::Events ? m_panes.events : m_pages->widget(page());
    if (QWidget *target = keyboardTarget(*place))
        target->setFocus(Qt::ShortcutFocusReason);
    else
        moveFocus(1);
}

void MainWindow::setPlaceName(const QString &place)
{
    setWindowTitle(place.isEmpty() ? tr("Trailglass") : tr("%1 – Trailglass").arg(visibleText(place)));
}

void MainWindow::setServerText(const QString &server)
{
    m_status->setServer(server);
}

void MainWindow::setCostText(const QString &text)
{
    m_status->setCost(text);
}

void MainWindow::setZoneName(const QString &zone)
{
    m_status->setZone(zone);
}

void MainWindow::setCountText(const QString &text)
{
    m_status->setCount(text);
}

void MainWindow::setSelectionText(const QString &text)
{
    m_status->setSelection(text);
}

void MainWindow::setReviewText(const QString &text)
{
    m_status->setReview(text);
}

void MainWindow::setSyncText(const QString &text)
{
    m_status->setSync(text);
}

void MainWindow::tell(const QString &text)
{
    m_status->tell(text);
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

#include "moc_mainwindow.cpp"
