// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspaceswitcher.h"

#include "models/config/settings.h"
#include "models/core/text.h"
#include "models/store/workspace.h"
#include "models/workspace/syncrunner.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int LongestPlace = 60; ///< characters of it in the menu

/// A folder that is remembered is absolute.
bool isAddress(const QString &place)
{
    return place.startsWith("https://"_L1) || place.startsWith("http://"_L1);
}

/// A folder without links, so that one is not taken for two.
QString plainPlace(const QString &place)
{
    if (place.isEmpty() || isAddress(place))
        return place;
    const QFileInfo info(place);
    return info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
}

/// The end of a long path, which tells more than its beginning.
QString shortPlace(const QString &place)
{
    return place.size() <= LongestPlace ? place : QString(u'…' + place.right(LongestPlace));
}

} // namespace

WorkspaceSwitcher::WorkspaceSwitcher(const Parts &parts, const QString &current, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_current(plainPlace(current))
    , m_recent(parts.window.recentPlaces())
{
    if (!m_current.isEmpty())
        parts.settings.addRecentPlace(m_current);
    connect(parts.window.actions().openWorkspace, &QAction::triggered, this, &WorkspaceSwitcher::browse);
    connect(parts.window.actions().openArchive, &QAction::triggered, this,
            [this] { endSyncAnd([this] { Q_EMIT archiveRequested({}); }); });
    connect(parts.window.actions().openBundle, &QAction::triggered, this,
            [this] { endSyncAnd([this] { Q_EMIT bundleRequested(); }); });
    connect(&m_recent, &QMenu::aboutToShow, this, &WorkspaceSwitcher::fillRecent);
    fillRecent();
}

void WorkspaceSwitcher::browse()
{
    const bool isFolder = !m_current.isEmpty() && !isAddress(m_current);
    const QString start = isFolder ? QFileInfo(m_current).absolutePath() : QDir::homePath();
    auto *dialog = new QFileDialog(&m_parts.window, tr("Open workspace"), start);
    dialog->setObjectName("openWorkspaceDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceSwitcher::choose);
    dialog->open();
}

void WorkspaceSwitcher::fillRecent()
{
    m_recent.clear();
    const QStringList places = m_parts.settings.recentPlaces();
    for (const QString &place : places) {
        QAction *action = m_recent.addAction(PlainText::caption(shortPlace(place)));
        action->setCheckable(true);
        action->setChecked(place == m_current);
        action->setStatusTip(visibleText(place));
        connect(action, &QAction::triggered, this, [this, place] { choose(place); });
    }
    m_recent.menuAction()->setEnabled(!places.isEmpty());
}

void WorkspaceSwitcher::choose(const QString &place)
{
    const QString plain = plainPlace(place);
    if (plain == m_current) {
        return m_parts.window.tell(isAddress(plain) ? tr("This archive is open.")
                                                    : tr("This workspace is open."));
    }
    if (isAddress(plain))
        return endSyncAnd([this, plain] { Q_EMIT archiveRequested(plain); });
    if (!QFileInfo(plain).isDir()) {
        return m_parts.window.strip().show(MessageStrip::Kind::Error,
                                           tr("The folder “%1” does not exist.").arg(plain));
    }
    if (!QFileInfo::exists(WorkspacePaths::of(plain).database)) {
        return askToCreate(plain);
    }
    open(plain);
}

void WorkspaceSwitcher::open(const QString &folder)
{
    endSyncAnd([this, folder] { Q_EMIT openRequested(folder); });
}

/// Nothing is cancelled yet: the sync ends with the window.
void WorkspaceSwitcher::endSyncAnd(const std::function<void()> &proceed)
{
    if (!m_parts.sync.isRunning())
        return proceed();
    QMessageBox *box =
        PlainText::question(&m_parts.window, tr("Open"), tr("A sync is running."),
                            tr("It is cancelled when another workspace or archive is opened. Events already "
                               "fetched are kept."));
    box->setObjectName("cancelSyncQuestion"_L1);
    QPushButton *yes = box->addButton(tr("&Cancel sync and open"), QMessageBox::AcceptRole);
    yes->setObjectName("cancelSyncAndOpen"_L1);
    box->addButton(tr("&Keep syncing"), QMessageBox::RejectRole)->setObjectName("keepSyncing"_L1);
    connect(yes, &QPushButton::clicked, this, [proceed] { proceed(); });
    box->open();
}

void WorkspaceSwitcher::askToCreate(const QString &folder)
{
    QMessageBox *box = PlainText::question(
        &m_parts.window, tr("Open workspace"), tr("There is no workspace in “%1”.").arg(folder),
        tr("If you open the folder, one is created there when a source is added."));
    box->setObjectName("createWorkspaceQuestion"_L1);
    QPushButton *yes = box->addButton(tr("&Open folder"), QMessageBox::AcceptRole);
    yes->setObjectName("openFolder"_L1);
    box->addButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, folder] { open(folder); });
    box->open();
}

} // namespace Trailglass

#include "moc_workspaceswitcher.cpp"
