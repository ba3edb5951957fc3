// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/bundlecontroller.h"

#include "app/trailglass/evidencetext.h"
#include "models/config/settings.h"
#include "models/core/text.h"
#include "views/common/messagestrip.h"
#include "views/evidence/bundledialog.h"
#include "views/presets/presetmenu.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QFileInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Trailglass {

BundleController::BundleController(const OpenedBundle &bundle, Settings &settings, PresetMenu &presets,
                                   MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_bundle(bundle)
    , m_settings(settings)
    , m_window(window)
{
    window.setPlaceName(tr("%1 (evidence bundle)").arg(QFileInfo(bundle.fileName).fileName()));
    limitWindow(presets);
    showVerdict();
    connect(&window.notice(), &MessageStrip::acted, this, [this] {
        if (m_window.notice().text() == m_shown)
            openDetails();
    });
    connect(window.actions().showEvidence, &QAction::triggered, this, &BundleController::openDetails);
}

void BundleController::limitWindow(PresetMenu &presets)
{
    const auto disable = [](QAction *action, const QString &reason) {
        action->setEnabled(false);
        action->setToolTip(reason);
        action->setStatusTip(reason);
    };
    const QString fixed = tr("An evidence bundle is shown as it is: nothing in it can be changed.");
    const WindowActions &actions = m_window.actions();
    for (QAction *action :
         {actions.syncAll, actions.addSource, actions.pushAfterSync, actions.importEvents,
          actions.markReviewed, actions.showReviewLog, actions.showOnlyNew, actions.showOnlyMarked})
        disable(action, fixed);
    disable(actions.manageArchive, tr("Archives are managed in the window of a workspace or of an archive."));
    disable(actions.showQuarantine, tr("quarantine.ndjson of the bundle lists the quarantined rows."));
    disable(actions.checkWorkspace, tr("The bundle was verified when it was opened."));
    disable(actions.verifyWorkspace, tr("The bundle was verified when it was opened."));
    disable(actions.writeReport, tr("A report is made of the workspace that the bundle is from."));
    for (QAction *action :
         {actions.cancelSync, actions.pauseSchedule, actions.showEvents, actions.showSources})
        action->setVisible(false);
    for (const QString &name : {u"savePreset"_s, u"importPresets"_s})
        disable(presets.findChild<QAction *>(name), fixed);
}

void BundleController::showVerdict()
{
    // Whoever has no key from elsewhere knows that it was not changed, and not whose it is.
    const bool isOfGivenKey = m_bundle.verdict.isOfGivenKey;
    m_window.notice().show(
        isOfGivenKey ? MessageStrip::Kind::Information : MessageStrip::Kind::Warning,
        isOfGivenKey
            ? tr("This evidence bundle is verified, and signed by the key that you gave. It is shown "
                 "read-only.")
            : tr("This evidence bundle is verified: it was not changed since it was signed. Whose key "
                 "signed it is not verified. It is shown read-only."),
        tr("Details…"));
    m_shown = m_window.notice().text();
}

void BundleController::openDetails()
{
    auto *dialog = new BundleDialog(
        detailsOf(m_bundle.verdict, m_bundle.imported.leftOut, QTimeZone(m_settings.displayZone())),
        &m_window);
    dialog->open();
}

} // namespace Trailglass

#include "moc_bundlecontroller.cpp"
