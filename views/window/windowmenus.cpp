// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/windowmenus.h"

#include "models/core/translation.h"
#include "views/window/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace Trailglass {

QMenu *buildMenus(QMainWindow &window, const WindowActions &actions, const QList<QAction *> &panes,
                  const OtherMenus &others)
{
    QMenuBar *bar = window.menuBar();
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({actions.openWorkspace, actions.openArchive, actions.openBundle});
    QMenu *recent = file->addMenu(tr("Open &recent"));
    recent->setObjectName("recentPlaces"_L1);
    file->addSeparator();
    file->addActions({actions.addSource, actions.syncAll, actions.cancelSync, actions.pauseSchedule,
                      actions.pushAfterSync, actions.manageArchive, actions.showCoverage,
                      actions.showQuarantine});
    file->addSeparator();
    file->addActions({actions.importEvents, actions.exportEvents, actions.writeReport});
    file->addSeparator();
    file->addAction(actions.checkWorkspace);
    file->addSeparator();
    file->addAction(actions.quit);

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({actions.undoFilter, actions.redoFilter});
    edit->addSeparator();
    edit->addActions({actions.copy, actions.selectAll});
    edit->addSeparator();
    edit->addActions({actions.find, actions.goToTime, actions.previousEvent, actions.nextEvent});
    edit->addSeparator();
    edit->addActions({actions.focusFilter, actions.clearFilter});

    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions({actions.showEvents, actions.showSources});
    view->addSeparator();
    view->addActions(panes);
    view->addAction(actions.showHistogram);
    view->addAction(actions.resetLayout);
    view->addSeparator();
    view->addActions({actions.chooseColumns, actions.chooseZone});
    if (others.table)
        view->addMenu(others.table);
    view->addSeparator();
    view->addActions({actions.focusEvents, actions.nextPane, actions.previousPane});
    view->addSeparator();
    QMenu *appearance = view->addMenu(tr("&Appearance"));
    appearance->addActions(actions.appearances->actions());

    QMenu *evidence = bar->addMenu(tr("Evi&dence"));
    evidence->setObjectName("evidenceMenu"_L1);
    evidence->addActions({actions.markReviewed, actions.showReviewLog});
    evidence->addSeparator();
    evidence->addActions({actions.showOnlyNew, actions.showOnlyMarked});
    evidence->addSeparator();
    evidence->addActions({actions.showEvidence, actions.verifyWorkspace});

    if (others.presets) {
        others.presets->setParent(&window,
                                  others.presets->windowFlags()); // a menu bar does not own its menus
        others.presets->setTitle(tr("&Presets"));
        bar->addMenu(others.presets);
    }
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({actions.showFilterGuide, actions.showShortcuts, actions.about});
    return recent;
}

} // namespace Trailglass
