// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/archivelimits.h"

#include "models/core/translation.h"
#include "views/window/mainwindow.h"

#include <QAction>

namespace Trailglass {

void limitToArchive(MainWindow &window)
{
    const auto disable = [](QAction *action, const QString &reason) {
        action->setEnabled(false);
        action->setToolTip(reason);
        action->setStatusTip(reason);
    };
    const WindowActions &actions = window.actions();
    disable(actions.syncAll, tr("An archive is not synced: workspaces push their events into it."));
    disable(actions.addSource, tr("Sources are added to the workspaces that push into the archive."));
    disable(actions.pushAfterSync, tr("Only a workspace is pushed into archives."));
    disable(actions.importEvents,
            tr("Files are imported into a workspace, which pushes the events into the archive."));
    disable(actions.writeReport,
            tr("Reports are written of a workspace: it has the marks, notes and checkpoints."));
    disable(actions.showQuarantine, tr("Quarantined rows are listed in the workspace that received them."));
    disable(actions.checkWorkspace, tr("An archive is checked with “Manage archive…”."));
    const QString reviews = tr("Reviews, marks and notes are of a workspace: events are reviewed in those "
                               "that push into the archive.");
    for (QAction *action :
         {actions.markReviewed, actions.showReviewLog, actions.showOnlyNew, actions.showOnlyMarked})
        disable(action, reviews);
    disable(actions.showEvidence,
            tr("Checkpoints and their key are of a workspace: an archive has no hash tree to sign."));
    disable(actions.verifyWorkspace,
            tr("Only a workspace has hashes and checkpoints that its events can be compared with."));
    for (QAction *action :
         {actions.cancelSync, actions.pauseSchedule, actions.showEvents, actions.showSources})
        action->setVisible(false);
}

} // namespace Trailglass
