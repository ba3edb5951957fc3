// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/demolimits.h"

#include "app/trailglass/sourcescontroller.h"
#include "views/common/messagestrip.h"
#include "views/sources/sourcespane.h"
#include "views/window/mainwindow.h"

#include "models/core/translation.h"

#include <QAction>

namespace Trailglass {

void limitToDemo(SourcesPane &pane, SourcesController &controller, MainWindow &window)
{
    const auto decline = [&pane, &controller](auto request, const QString &sentence) {
        QObject::disconnect(&pane, request, &controller, nullptr);
        QObject::disconnect(&pane, request, &controller.syncs(), nullptr);
        QObject::connect(&pane, request, &controller, [&controller, sentence] {
            controller.messages().show(MessageStrip::Kind::Information, sentence);
        });
    };
    const QString fixed = tr("The sources of the demo data stay as they are. Connect yours in your own "
                             "workspace.");
    const QString noServer = tr("The demo data has no servers.");
    decline(&SourcesPane::addRequested, fixed);
    decline(&SourcesPane::editRequested, fixed);
    decline(&SourcesPane::removeRequested, fixed);
    decline(&SourcesPane::testRequested, noServer);
    decline(&SourcesPane::syncRequested, noServer);
    decline(&SourcesPane::fullSyncRequested, noServer);
    decline(&SourcesPane::syncFromRequested, noServer);
    decline(&SourcesPane::syncAllRequested, noServer);
    const WindowActions &actions = window.actions();
    actions.addSource->setEnabled(false);
    actions.addSource->setToolTip(fixed);
    actions.pushAfterSync->setEnabled(false);
    actions.pushAfterSync->setToolTip(tr("The demo data is not pushed into archives."));
    actions.manageArchive->setEnabled(false);
    actions.manageArchive->setToolTip(noServer);
    actions.importEvents->setVisible(false);
    actions.syncAll->setEnabled(false);
    actions.syncAll->setToolTip(noServer);
    window.notice().show(MessageStrip::Kind::Information,
                         tr("This is demo data, gone when the window closes."), tr("Open my workspace"));
}

} // namespace Trailglass
