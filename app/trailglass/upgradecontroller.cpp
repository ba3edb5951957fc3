// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/upgradecontroller.h"

#include "models/core/countargument.h"
#include "models/workspace/workspacewatch.h"
#include "views/common/messagestrip.h"
#include "views/window/mainwindow.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Trailglass {

UpgradeController::UpgradeController(WorkspaceUpgrade &upgrade, WorkspaceWatch &watch, MainWindow &window,
                                     QObject *parent)
    : QObject(parent)
    , m_upgrade(upgrade)
    , m_window(window)
{
    connect(&upgrade, &WorkspaceUpgrade::needed, this, &UpgradeController::offer);
    connect(&upgrade, &WorkspaceUpgrade::notNeeded, this, [this] {
        // The first sync or import upgrades too.
        if (!m_shown.isEmpty() && m_window.notice().text() == m_shown)
            m_window.notice().hide();
        m_shown.clear();
    });
    connect(&upgrade, &WorkspaceUpgrade::progressed, this, &UpgradeController::showProgress);
    connect(&upgrade, &WorkspaceUpgrade::hashed, this, &UpgradeController::showHashed);
    connect(&upgrade, &WorkspaceUpgrade::finished, this, [this] {
        showText(m_need.isBegun ? tr("The workspace was upgraded.")
                                : tr("The workspace was upgraded. A copy of it as it was is beside it: %1")
                                      .arg(QFileInfo(m_need.backup).fileName()));
        m_shown.clear(); // stays until it is closed
    });
    connect(&upgrade, &WorkspaceUpgrade::failed, this, [this](const Error &error) {
        m_window.notice().show(MessageStrip::Kind::Error, error.message, tr("Try again"));
        m_shown = m_window.notice().text();
    });
    connect(&window.notice(), &MessageStrip::acted, this, [this] {
        if (!m_shown.isEmpty())
            start();
    });
    connect(&watch, &WorkspaceWatch::changed, this, [this] {
        if (!m_shown.isEmpty())
            m_upgrade.check();
    });
}

void UpgradeController::offer(const UpgradeNeed &need)
{
    m_need = need;
    if (!m_shown.isEmpty())
        return; // once: it may say meanwhile that it failed
    showText(need.isBegun
                 ? tr("The upgrade of this workspace was interrupted. It goes on before the next change.")
                 : tr("This workspace was made by an earlier version of Trailglass. Before the first change "
                      "it is upgraded, and a copy of it (%1) is kept beside it.")
                       .arg(QLocale().formattedDataSize(need.bytes)),
             tr("Upgrade now"));
}

void UpgradeController::start()
{
    showText(tr("Upgrading the workspace…"));
    m_upgrade.start();
}

void UpgradeController::showProgress(qint64 bytes)
{
    const QLocale locale;
    m_window.notice().showProgress(tr("Upgrading the workspace: %1 of %2 copied")
                                       .arg(locale.formattedDataSize(std::min(bytes, m_need.bytes)),
                                            locale.formattedDataSize(m_need.bytes)));
    m_shown = m_window.notice().text();
}

void UpgradeController::showHashed(qint64 rows, qint64 ofRows)
{
    const QLocale locale;
    m_window.notice().showProgress(
        tr("Upgrading the workspace: %1 of %2 event(s) hashed", nullptr, countArgument(ofRows))
            .arg(locale.toString(rows), locale.toString(ofRows)));
    m_shown = m_window.notice().text();
}

void UpgradeController::showText(const QString &text, const QString &action)
{
    m_window.notice().show(MessageStrip::Kind::Information, text, action);
    m_shown = m_window.notice().text();
}

} // namespace Trailglass

#include "moc_upgradecontroller.cpp"
