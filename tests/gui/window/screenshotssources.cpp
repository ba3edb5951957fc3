// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/clock.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/workspace/archivetexts.h"
#include "tests/gui/window/screenshotscompany.h"
#include "tests/gui/window/screenshotsscenes.h"
#include "tests/gui/window/screenshotsstage.h"
#include "views/common/messagestrip.h"
#include "views/sources/archivequestions.h"
#include "views/sources/archivetaskdialog.h"
#include "views/sources/importdialog.h"
#include "views/sources/pushdialog.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QTableView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

using Support::Fault;

QWidget *sourceTypes(SceneStage &stage)
{
    stage.start();
    return stage.openDialog(u"addSource"_s, u"sourceDialog"_s);
}

QWidget *sourceForm(SceneStage &stage)
{
    QWidget *dialog = sourceTypes(stage);
    dialog->findChild<QAbstractButton *>(u"sourceType_asana"_s)->click();
    return dialog;
}

QWidget *testedSource(SceneStage &stage)
{
    QWidget *dialog = sourceTypes(stage);
    stage.fillForm(*dialog, Vendor::Secoda, u"catalogue"_s);
    dialog->findChild<QAbstractButton *>(u"test"_s)->click();
    const auto *strip = dialog->findChild<MessageStrip *>();
    stage.waitFor([strip] { return strip->text().contains(u"Connection works"_s); },
                  u"the result of the test"_s);
    return dialog;
}

/// Two sources that were never synced.
void addTwoSources(SceneStage &stage)
{
    stage.start();
    for (const auto &[vendor, name] :
         {std::pair(Vendor::Asana, u"asana"_s), std::pair(Vendor::Secoda, u"secoda"_s)}) {
        if (!stage.addSource(vendor, name))
            qWarning("%s was not added", qPrintable(name));
    }
    stage.waitFor([&stage] { return stage.window().page() == MainWindow::Page::Unsynced; },
                  u"the page of the first sync"_s);
}

QWidget *unsynced(SceneStage &stage)
{
    addTwoSources(stage);
    return &stage.window();
}

/// One source is done, of the other the second page never comes.
QWidget *syncing(SceneStage &stage)
{
    addTwoSources(stage);
    stage.servers.asana().faults().at(2, {.kind = Fault::Kind::Hang});
    stage.window().actions().syncAll->trigger();
    stage.waitFor([&stage] { return stage.window().page() == MainWindow::Page::Events; },
                  u"the first events"_s);
    return &stage.window();
}

QWidget *stoppedSync(SceneStage &stage)
{
    QWidget *window = syncing(stage);
    const QAction *cancel = stage.window().actions().cancelSync;
    stage.window().actions().cancelSync->trigger();
    stage.waitFor([cancel] { return !cancel->isEnabled(); }, u"the end of the sync"_s);
    return window;
}

/// Another workspace is to be opened meanwhile.
QWidget *switching(SceneStage &stage)
{
    QWidget *window = syncing(stage);
    const QString folder = stage.path(u"archive"_s);
    if (!EventWriter::open(folder))
        return window;
    stage.window().actions().openWorkspace->trigger();
    auto *dialog = stage.find<QFileDialog>(u"openWorkspaceDialog"_s);
    Q_EMIT dialog->fileSelected(folder);
    dialog->close();
    return stage.modal();
}

/// The company's sources, one of which failed, on their page.
QWidget *sources(SceneStage &stage)
{
    stage.bringCompany();
    stage.finishSync(
        u"paradime"_s,
        u"Paradime does not accept the credentials (HTTP 401): “API key expired”. Check the source's "
        "credentials: they may be mistyped, expired or revoked."_s);
    stage.openCompany();
    stage.showSources();
    stage.find<SourcesPane>(u"sourcesPane"_s)->setCurrentSource(u"paradime"_s);
    return &stage.window();
}

QWidget *sourcePopover(SceneStage &stage)
{
    stage.bringCompany();
    stage.finishSync(u"asana"_s, u"Asana is rate-limiting requests (HTTP 429). Try again later."_s);
    stage.openCompany(Story::Week);
    SceneStage::activate(stage.window());
    stage.find<QAbstractButton>(u"sourceChip_asana"_s)->click();
    stage.waitForMenu();
    return &stage.window();
}

QWidget *editedSource(SceneStage &stage)
{
    sources(stage);
    return stage.openDialog(u"editSource"_s, u"sourceDialog"_s);
}

QWidget *removal(SceneStage &stage)
{
    sources(stage);
    stage.find<QAction>(u"removeSource"_s)->trigger();
    return stage.modal();
}

QWidget *syncFrom(SceneStage &stage)
{
    sources(stage);
    QWidget *dialog = stage.openDialog(u"syncFromSource"_s, u"syncFromDialog"_s);
    dialog->findChild<QLineEdit *>(u"syncFrom"_s)->setText(u"2026-11-07"_s);
    return dialog;
}

QWidget *coverage(SceneStage &stage)
{
    stage.openCompany();
    QWidget *dialog = stage.openDialog(u"showCoverage"_s, u"coverageDialog"_s);
    const auto *tree = dialog->findChild<QTreeWidget *>(u"coverageTree"_s);
    stage.waitFor([tree] { return tree->topLevelItemCount() > 0; }, u"the coverage"_s);
    return dialog;
}

/// A row that could not be read.
QWidget *quarantine(SceneStage &stage)
{
    stage.bringCompany();
    {
        const auto writer = EventWriter::open(stage.workspace());
        const auto reader = EventReader::open(stage.workspace());
        const auto stored = (*reader)->source(u"asana"_s);
        const QByteArray row(
            R"({"gid":"1208765432109876","created_at":"yesterday","event_type":"user_logged_in"})");
        PageCommit page;
        page.source = stored->id;
        page.received = SystemClock().now();
        page.unreadable.push_back({.bytes = row,
                                   .length = row.size(),
                                   .offset = 0,
                                   .reason = u"“created_at” is not a time: “yesterday”."_s});
        static_cast<void>((*writer)->commit(page));
    }
    stage.openCompany();
    stage.showSources();
    stage.find<SourcesPane>(u"sourcesPane"_s)->setCurrentSource(u"asana"_s);
    QWidget *dialog = stage.openDialog(u"sourceQuarantine"_s, u"quarantineDialog"_s);
    const auto *table = dialog->findChild<QTableView *>(u"quarantineTable"_s);
    stage.waitFor([table] { return table->model()->rowCount() > 0; }, u"the quarantined row"_s);
    return dialog;
}

/// The last push into one of two archives failed.
QWidget *pushes(SceneStage &stage)
{
    stage.openCompany();
    QWidget *dialog = stage.openDialog(u"pushAfterSync"_s, u"pushDialog"_s);
    const auto *details = dialog->findChild<QLabel *>(u"pushDetails"_s);
    stage.waitFor([details] { return !details->text().startsWith(u"Reading"_s); },
                  u"what the workspace is pushed into"_s);
    stage.find<PushDialog>(u"pushDialog"_s)
        ->setRows({{.archive = u"https://archive.fjordlight.example:8443/audit"_s,
                    .last = u"complete, 2026-11-20 09:15:02"_s,
                    .details = u"6,370 events were pushed."_s},
                   {.archive = u"https://mirror.fjordlight.example:8443/audit"_s,
                    .last = u"failed, 2026-11-20 09:15:04"_s,
                    .details = u"The archive at https://mirror.fjordlight.example:8443 cannot be reached."_s,
                    .isFault = true}});
    return dialog;
}

/// The dialog in which an archive is managed, with its address.
ArchiveTaskDialog *managedArchive(SceneStage &stage)
{
    stage.openCompany();
    stage.openDialog(u"manageArchive"_s, u"archiveTaskDialog"_s);
    auto *dialog = stage.find<ArchiveTaskDialog>(u"archiveTaskDialog"_s);
    dialog->setAddress(u"https://push@archive.fjordlight.example:8443/audit"_s);
    return dialog;
}

QWidget *archiveStatus(SceneStage &stage)
{
    ArchiveTaskDialog *dialog = managedArchive(stage);
    dialog->showResult(
        MessageStrip::Kind::Information,
        u"This is what the archive archive.fjordlight.example:8443/audit holds."_s,
        {{u"Archive"_s,
          {{u"ClickHouse"_s, u"26.7.2.1"_s},
           {u"Events"_s, u"6,370"_s},
           {u"First event"_s, u"2026-09-01 06:12:44 UTC"_s},
           {u"Last event"_s, u"2026-11-20 09:14:31 UTC"_s},
           {u"This workspace is pushed after each sync"_s, u"Yes"_s}}},
         {u"Workspaces that push"_s,
          {{u"collector"_s, u"events: 4,870 · last push: 2026-11-20 09:15:02 UTC · number: 1"_s},
           {u"laptop of ingrid"_s, u"events: 1,500 · last push: 2026-11-19 17:03:40 UTC · number: 2"_s}}},
         {u"Sources"_s,
          {{u"asana"_s, u"asana · pushed"_s},
           {u"secoda"_s, u"secoda · pushed"_s},
           {u"trial"_s, u"nected · not pushed any more"_s}}}});
    return dialog;
}

QWidget *archiveProblems(SceneStage &stage)
{
    ArchiveTaskDialog *dialog = managedArchive(stage);
    const auto problem = [](const QString &sentence) {
        return ArchiveFact{.name = sentence, .isProblem = true};
    };
    dialog->showResult(
        MessageStrip::Kind::Error, u"2 problems were found."_s,
        {{u"Problems"_s,
          {problem(u"Batch 3: events pushed: 412, in the archive: 409."_s),
           problem(u"Rows 1 to 65536: events in the workspace: 6,370, in the archive: 6,367."_s)}},
         {u"Compared"_s,
          {{u"Batches"_s, u"9"_s},
           {u"Events"_s, u"6,370"_s},
           {u"Rows that are not pushed yet"_s, u"12"_s}}}});
    return dialog;
}

QWidget *archiveWork(SceneStage &stage)
{
    ArchiveTaskDialog *dialog = managedArchive(stage);
    dialog->showWork(u"40 % compared"_s, 0.4);
    return dialog;
}

QWidget *archiveCreation(SceneStage &stage)
{
    managedArchive(stage)->findChild<QAbstractButton *>(u"archiveCreate"_s)->click();
    QWidget *dialog = stage.modal();
    if (auto *keeper = dialog->findChild<QAbstractButton *>(u"archiveKeeper"_s))
        keeper->click();
    return dialog;
}

QWidget *archiveClaim(SceneStage &stage)
{
    managedArchive(stage)->findChild<QAbstractButton *>(u"archiveClaim"_s)->click();
    return stage.modal();
}

QWidget *archiveTakeover(SceneStage &stage)
{
    ArchiveTaskDialog *dialog = managedArchive(stage);
    const SourceHolder holder{u"laptop of ingrid"_s, 1'500};
    takeOverQuestion(dialog, u"asana"_s, holder.name, takeoverWarning(u"asana"_s, holder), [] {})->open();
    return stage.modal();
}

/// Variables of the environment that a workspace names, and nobody has allowed.
QWidget *approval(SceneStage &stage)
{
    stage.bringCompany();
    {
        const auto writer = EventWriter::open(stage.workspace());
        const auto reader = EventReader::open(stage.workspace());
        const auto stored = (*reader)->source(u"asana"_s);
        SourceRecord record = *stored;
        record.secrets = {{u"access_token"_s, {SecretReference::Kind::Environment, u"ASANA_TOKEN"_s}}};
        static_cast<void>((*writer)->updateSource(record, {}));
    }
    stage.openCompany();
    stage.window().actions().syncAll->trigger();
    return stage.modal();
}

QWidget *importDialog(SceneStage &stage)
{
    stage.openCompany();
    QWidget *dialog = stage.openDialog(u"importEvents"_s, u"importDialog"_s);
    stage.find<ImportDialog>(u"importDialog"_s)
        ->setFiles({u"/media/archive/asana-2026-06.ndjson"_s, u"/media/archive/asana-2026-07.ndjson"_s,
                    u"/media/archive/asana-2026-08.ndjson"_s});
    return dialog;
}

/// A line of the file is no JSON.
QWidget *imported(SceneStage &stage)
{
    QWidget *dialog = importDialog(stage);
    QFile file(stage.path(u"asana-2026-08.ndjson"_s));
    if (!file.open(QIODevice::WriteOnly))
        return dialog;
    file.write("{\"gid\":\"1\",\"created_at\":\"2026-08-20T10:00:00Z\",\"event_type\":\"user_logged_out\"}"
               "\nno JSON\n");
    file.close();
    auto *importing = stage.find<ImportDialog>(u"importDialog"_s);
    importing->setFiles({file.fileName()});
    stage.find<QAbstractButton>(u"importButton"_s)->click();
    stage.waitFor([importing] { return !importing->isBusy(); }, u"the end of the import"_s);
    return dialog;
}

} // namespace

QList<Scene> sourceScenes()
{
    using enum Scene::Use;
    return {{u"source-types"_s, Review, sourceTypes},
            {u"source"_s, Review, sourceForm},
            {u"source-tested"_s, Review, testedSource},
            {u"unsynced"_s, Review, unsynced},
            {u"syncing"_s, Review, syncing},
            {u"sync-stopped"_s, Review, stoppedSync},
            {u"workspace-switch"_s, Review, switching},
            {u"sources"_s, Review, sources},
            {u"source-popover"_s, Review, sourcePopover},
            {u"source-edit"_s, Review, editedSource},
            {u"source-removal"_s, Review, removal},
            {u"sync-from"_s, Review, syncFrom},
            {u"coverage"_s, Review, coverage},
            {u"quarantine"_s, Review, quarantine},
            {u"pushes"_s, Review, pushes},
            {u"archive-status"_s, Review, archiveStatus},
            {u"archive-problems"_s, Review, archiveProblems},
            {u"archive-work"_s, Review, archiveWork},
            {u"archive-create"_s, Review, archiveCreation},
            {u"archive-claim"_s, Review, archiveClaim},
            {u"archive-takeover"_s, Review, archiveTakeover},
            {u"approval"_s, Review, approval},
            {u"import"_s, Review, importDialog},
            {u"imported"_s, Review, imported}};
}

} // namespace Trailglass::Testing
