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

constexpr int LongestFolder = 60; ///< characters of it in the menu

/// Without links, so that one folder is not taken for two.
QString plainFolder(const QString &folder)
{
    const QFileInfo info(folder);
    return info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
}

/// The end of a long path, which tells more than its beginning.
QString shortFolder(const QString &folder)
{
    return folder.size() <= LongestFolder ? folder : QString(u'…' + folder.right(LongestFolder));
}

} // namespace

WorkspaceSwitcher::WorkspaceSwitcher(const Parts &parts, const QString &current, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_current(current.isEmpty() ? QString() : plainFolder(current))
    , m_recent(parts.window.recentWorkspaces())
{
    if (!m_current.isEmpty())
        parts.settings.addRecentWorkspace(m_current);
    connect(parts.window.actions().openWorkspace, &QAction::triggered, this, &WorkspaceSwitcher::browse);
    connect(&m_recent, &QMenu::aboutToShow, this, &WorkspaceSwitcher::fillRecent);
    fillRecent();
}

void WorkspaceSwitcher::browse()
{
    const QString start = m_current.isEmpty() ? QDir::homePath() : QFileInfo(m_current).absolutePath();
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
    const QStringList folders = m_parts.settings.recentWorkspaces();
    for (const QString &folder : folders) {
        QAction *action = m_recent.addAction(PlainText::caption(shortFolder(folder)));
        action->setCheckable(true);
        action->setChecked(folder == m_current);
        action->setStatusTip(visibleText(folder));
        connect(action, &QAction::triggered, this, [this, folder] { choose(folder); });
    }
    m_recent.menuAction()->setEnabled(!folders.isEmpty());
}

void WorkspaceSwitcher::choose(const QString &folder)
{
    const QString plain = plainFolder(folder);
    if (plain == m_current)
        return m_parts.window.tell(tr("This workspace is open."));
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
    if (!m_parts.sync.isRunning()) {
        Q_EMIT openWanted(folder);
        return;
    }
    QMessageBox *box =
        PlainText::question(&m_parts.window, tr("Open workspace"), tr("A sync is running."),
                            tr("It is cancelled when another workspace is opened. Events already "
                               "fetched are kept."));
    box->setObjectName("cancelSyncQuestion"_L1);
    QPushButton *yes = box->addButton(tr("&Cancel sync and open"), QMessageBox::AcceptRole);
    yes->setObjectName("cancelSyncAndOpen"_L1);
    box->addButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, folder] { Q_EMIT openWanted(folder); });
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
