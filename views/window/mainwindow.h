// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/window/windowactions.h"
#include "views/window/windowplaces.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace Trailglass {

class MessageStrip;

/// The panes of the window, made by the composition root; the window takes ownership of all.
struct WindowPanes
{
    QWidget *queryBar = nullptr; ///< in the tool bar
    QWidget *histogram = nullptr; ///< the centre, above the events
    QWidget *events = nullptr; ///< the centre
    QWidget *firstRun = nullptr; ///< the centre while there is nothing to show
    QWidget *filters = nullptr; ///< left dock
    QWidget *inspector = nullptr; ///< right dock
    QWidget *sources = nullptr; ///< bottom dock
    QMenu *presets = nullptr;
};

/// Layout, docks, menus, tool bar and status bar. Knows no engine: actions() report what is requested, what
/// is shown comes in through the setters.
/// \thread GUI
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowPanes &panes, QWidget *parent = nullptr);

    [[nodiscard]] WindowActions &actions() { return m_actions; }

    /// The first-run page in the centre, the docks and the query bar out of the way; or the events.
    void showFirstRun(bool firstRun);
    [[nodiscard]] bool showsFirstRun() const;

    /// \param workspace  shown in the title; empty for none
    void setWorkspaceName(const QString &workspace);
    void setZoneName(const QString &zone);
    void setCountText(const QString &text);
    /// What the sync does now; empty when none runs.
    void setSyncText(const QString &text);
    /// A passing remark, in the status bar for some seconds.
    void tell(const QString &text);

    /// The parts of the window in the order of F6, those out of sight too.
    [[nodiscard]] QList<WindowPlace> places() const;
    /// Moves the keyboard to the table, or to whatever stands in its place; to the next pane when there is
    /// nothing to press.
    void focusEvents();

    /// Above all: what the window shows, such as demo data. Until the user closes it.
    [[nodiscard]] MessageStrip &notice() { return *m_notice; }
    /// Above the panes: what concerns the whole window, such as a workspace that cannot be read.
    [[nodiscard]] MessageStrip &strip() { return *m_strip; }

Q_SIGNALS:
    /// The user closes the window; state can still be read.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QDockWidget *addDock(Qt::DockWidgetArea area, const QString &name, const QString &title,
                         QWidget *content);
    void buildMenus(QMenu *presets);
    void buildToolBar(QWidget *queryBar, QMenu *presets);
    void buildStatusBar();
    void paintIcons();
    void moveFocus(int step);

    WindowActions m_actions;
    QStackedWidget *m_centre;
    MessageStrip *m_notice;
    MessageStrip *m_strip;
    QWidget *m_queryBar;
    QWidget *m_histogram;
    QWidget *m_events;
    QWidget *m_firstRun;
    QDockWidget *m_filters;
    QDockWidget *m_inspector;
    QDockWidget *m_sources;
    QList<QDockWidget *> m_hiddenByFirstRun;
    QToolBar *m_toolBar = nullptr;
    QToolButton *m_presetsButton = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_sync = nullptr;
    QToolButton *m_zone = nullptr;
};

} // namespace Trailglass
