// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/savedindex.h"
#include "models/store/migrations.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/gui/window/screenshotscompany.h"
#include "tests/gui/window/screenshotsscenes.h"
#include "tests/gui/window/screenshotsstage.h"
#include "views/common/messagestrip.h"
#include "views/sources/archivedialog.h"
#include "views/window/workspacecheckdialog.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

const QString ArchiveAddress = u"https://analyst@archive.fjordlight.example:8443/audit"_s;

QWidget *firstRun(SceneStage &stage)
{
    stage.start();
    stage.waitFor([&stage] { return stage.window().showsFirstRun(); }, u"the first page"_s);
    // Not the folder of whoever takes the pictures.
    stage.find<QLabel>(u"workspacePath"_s)->setText(u"Workspace: ~/.local/share/trailglass"_s);
    return &stage.window();
}

/// What somebody sees who presses "Explore demo data".
QWidget *demo(SceneStage &stage)
{
    stage.start(); // for the size and the colours
    Options options;
    options.demo = true;
    const QSize size = stage.window().size();
    stage.open(options);
    stage.window().move(0, 0);
    stage.window().resize(size);
    stage.waitFor([&stage] { return stage.shownCount().contains(u" of "_s); }, u"the events of the demo"_s);
    return &stage.window();
}

/// A workspace of the first version, which had nothing but events.
QWidget *upgrade(SceneStage &stage)
{
    const WorkspacePaths paths = WorkspacePaths::of(stage.workspace());
    if (const auto prepared = prepareWorkspace(paths); !prepared)
        qFatal("%s", qPrintable(prepared.error().message));
    {
        const auto connection = SqlConnection::openForWriting(paths.database);
        const auto migrated = migrate(**connection, paths, migrations().first(1));
        const auto filled =
            (*connection)
                ->execute("PRAGMA journal_mode=WAL; INSERT INTO source (name, type, settings, secrets) "
                          "VALUES ('asana', 'asana', '{}', '{}')");
        if (!migrated || !filled)
            qFatal("no workspace of the first version");
    }
    stage.start();
    stage.waitFor([&stage] { return stage.window().notice().isVisible(); }, u"the offer to upgrade"_s);
    return &stage.window();
}

QWidget *check(SceneStage &stage)
{
    QWidget *dialog = stage.openDialog(u"checkWorkspace"_s, u"workspaceCheckDialog"_s);
    const auto *checking = stage.find<WorkspaceCheckDialog>(u"workspaceCheckDialog"_s);
    stage.waitFor([checking] { return !checking->isBusy(); }, u"the end of the check"_s);
    return dialog;
}

QWidget *soundWorkspace(SceneStage &stage)
{
    stage.openCompany();
    return check(stage);
}

/// A saved part of the index is damaged.
QWidget *damagedWorkspace(SceneStage &stage)
{
    stage.openCompany();
    const auto connection = SqlConnection::openForWriting(WorkspacePaths::of(stage.workspace()).database);
    // A segment is saved when it is full: as if its other rows had been given and removed.
    static_cast<void>((*connection)->execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'"));
    static_cast<void>(saveIndex(stage.workspace(), {}));
    static_cast<void>((*connection)->execute("UPDATE index_part SET data = x'00' WHERE key = 5"));
    return check(stage);
}

/// A folder without a workspace was chosen.
QWidget *newWorkspace(SceneStage &stage)
{
    stage.openCompany();
    const QString folder = stage.path(u"archive"_s);
    QDir().mkpath(folder);
    stage.window().actions().openWorkspace->trigger();
    auto *dialog = stage.find<QFileDialog>(u"openWorkspaceDialog"_s);
    Q_EMIT dialog->fileSelected(folder);
    dialog->close();
    return stage.modal();
}

/// A folder that is gone was chosen.
QWidget *missingWorkspace(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    stage.window().actions().openWorkspace->trigger();
    auto *dialog = stage.find<QFileDialog>(u"openWorkspaceDialog"_s);
    Q_EMIT dialog->fileSelected(u"/media/archive/2025"_s);
    dialog->close();
    return &stage.window();
}

/// What somebody sees who opens the archive of the company, with its events read from the workspace that pushes.
QWidget *archive(SceneStage &stage)
{
    stage.bringCompany();
    stage.start(); // for the size and the colours
    const QSize size = stage.window().size();
    stage.open({}, ShownArchive{ArchivePlace::parse(ArchiveAddress).value(), Place(stage.workspace())});
    stage.window().move(0, 0);
    stage.window().resize(size);
    stage.waitFor([&stage] { return stage.shownCount().contains(u" of "_s); },
                  u"the events of the archive"_s);
    return &stage.window();
}

/// An address that is being entered.
QWidget *openArchive(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    QWidget *dialog = stage.openDialog(u"openArchive"_s, u"archiveDialog"_s);
    dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->setText(ArchiveAddress);
    return dialog;
}

/// A server that does not let the user in, and a mistake in the address.
QWidget *archiveRefused(SceneStage &stage)
{
    QWidget *dialog = openArchive(stage);
    stage.find<ArchiveDialog>(u"archiveDialog"_s)
        ->showProblem(
            u"The archive at https://archive.fjordlight.example:8443 does not accept the user or its "
            "key: “analyst: Authentication failed”. Check both."_s);
    dialog->findChild<QLineEdit *>(u"archiveAddress"_s)
        ->setText(u"https://analyst:secret@archive.fjordlight.example/audit"_s);
    return dialog;
}

QWidget *zone(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    return stage.openDialog(u"chooseZone"_s, u"zoneDialog"_s);
}

QWidget *shortcuts(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    return stage.openDialog(u"showShortcuts"_s, u"shortcutsDialog"_s);
}

QWidget *about(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    stage.window().actions().about->trigger();
    return stage.modal();
}

} // namespace

QList<Scene> windowScenes()
{
    using enum Scene::Use;
    return {{u"first-run"_s, Review, firstRun},
            {u"demo"_s, Review, demo},
            {u"upgrade"_s, Review, upgrade},
            {u"check"_s, Review, soundWorkspace},
            {u"check-damaged"_s, Review, damagedWorkspace},
            {u"workspace-new"_s, Review, newWorkspace},
            {u"workspace-missing"_s, Review, missingWorkspace},
            {u"archive"_s, Review, archive},
            {u"archive-open"_s, Review, openArchive},
            {u"archive-refused"_s, Review, archiveRefused},
            {u"time-zone"_s, Review, zone},
            {u"shortcuts"_s, Review, shortcuts},
            {u"about"_s, Review, about}};
}

} // namespace Trailglass::Testing
