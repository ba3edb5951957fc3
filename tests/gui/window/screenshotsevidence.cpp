// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"
#include "models/core/localaccount.h"
#include "models/core/text.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "models/workspace/bundlerunner.h"
#include "models/workspace/reviews.h"
#include "tests/gui/window/screenshotscompany.h"
#include "tests/gui/window/screenshotsscenes.h"
#include "tests/gui/window/screenshotsstage.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/evidence/verdictlist.h"
#include "views/evidence/verifydialog.h"
#include "views/inspector/inspectorpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

#include <tuple>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// Marks some of the events in sight, each in another colour, and notes two.
void markSome(SceneStage &stage)
{
    const ReviewerAction ann{u"ann"_s, SystemClock().now()};
    const EventTableModel &model = stage.find<EventsView>(u"eventsView"_s)->model();
    stage.waitFor([&model] { return model.record(0) != nullptr; }, u"the first rows"_s);
    for (int place = 0; place < 6; ++place) {
        const EventRecord *record = model.record(3 * place);
        if (!record)
            continue;
        const NamedEvent key{toQString(record->source), record->event.id};
        static_cast<void>(changeMarks(stage.workspace(), {key}, static_cast<MarkColour>(place), ann));
        if (place < 2)
            static_cast<void>(changeNote(stage.workspace(), key, u"The owner knows nothing of it."_s, ann));
    }
    const auto isMarked = [&model] {
        return model.record(0) && model.record(0)->mark && !model.record(0)->note.empty();
    };
    stage.waitFor(isMarked, u"the marks"_s);
}

/// Marks of every colour, and the note on one event.
QWidget *marks(SceneStage &stage)
{
    stage.openCompany(Story::Night);
    markSome(stage);
    auto *table = stage.find<QTableView>(u"eventTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto *inspector = stage.find<InspectorPane>(u"inspector"_s);
    stage.waitFor([inspector] { return inspector->record() != nullptr; }, u"the event"_s);
    SceneStage::activate(stage.window());
    table->setFocus();
    return &stage.window();
}

QWidget *noteEditor(SceneStage &stage)
{
    QWidget *window = marks(stage);
    stage.find<QAction>(u"writeNote"_s)->trigger();
    auto *edit = stage.find<QPlainTextEdit>(u"eventNoteText"_s);
    stage.waitFor([edit] { return edit->isVisible(); }, u"the editor"_s);
    return window;
}

QWidget *markMenu(SceneStage &stage)
{
    marks(stage);
    auto *table = stage.find<QTableView>(u"eventTable"_s);
    Q_EMIT table->customContextMenuRequested(table->visualRect(table->currentIndex()).center());
    stage.waitForMenu();
    auto *menu = stage.find<QMenu>(u"markMenu"_s);
    menu->popup(table->viewport()->mapToGlobal(table->visualRect(table->currentIndex()).bottomLeft()));
    return &stage.window();
}

/// As much as half of the events is new, in the order of their arrival.
QWidget *boundary(SceneStage &stage)
{
    stage.bringCompany();
    static_cast<void>(finishReview(stage.workspace(), {.note = u"nothing unusual"_s, .upTo = RowId{100}},
                                   {localAccountName(), SystemClock().now()}, {}));
    stage.openCompany({}, [](Settings &settings) { settings.setSortOrder(u"-received"_s); });
    stage.find<EventsView>(u"eventsView"_s)
        ->goToRow(stage.find<EventsView>(u"eventsView"_s)->model().snapshot()->size() - 100);
    const auto *status = stage.find<QLabel>(u"reviewText"_s);
    stage.waitFor([status] { return status->isVisible(); }, u"what is new"_s);
    return &stage.window();
}

QWidget *review(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    QWidget *dialog = stage.openDialog(u"markReviewed"_s, u"reviewDialog"_s);
    const auto *count = dialog->findChild<QLabel *>(u"reviewCount"_s);
    stage.waitFor([count] { return count->text().endsWith(u"new."_s); }, u"the count"_s);
    dialog->findChild<QPlainTextEdit *>(u"reviewNoteText"_s)
        ->setPlainText(u"One account made itself super_admin; see the marked events."_s);
    return dialog;
}

QWidget *reviewLog(SceneStage &stage)
{
    stage.bringCompany();
    for (const auto &[reviewer, filter, note] :
         {std::tuple(u"ann"_s, QString(), u"nothing unusual"_s),
          std::tuple(u"bob"_s, u"op:grant"_s, QString()),
          std::tuple(u"ann"_s, QString(),
                     u"One account made itself super_admin.\nSee the marked events."_s)}) {
        static_cast<void>(finishReview(stage.workspace(), {.expression = filter, .note = note},
                                       {reviewer, SystemClock().now()}, {}));
    }
    stage.openCompany(Story::Week);
    QWidget *dialog = stage.openDialog(u"showReviewLog"_s, u"reviewLogDialog"_s);
    const auto *details = dialog->findChild<QPlainTextEdit *>(u"reviewLogDetails"_s);
    stage.waitFor([details] { return details->isVisible(); }, u"the log"_s);
    return dialog;
}

/// A checkpoint was just written.
QWidget *checkpoints(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    QWidget *dialog = stage.openDialog(u"showEvidence"_s, u"evidenceDialog"_s);
    dialog->findChild<QAbstractButton *>(u"makeCheckpoint"_s)->click();
    const auto *strip = dialog->findChild<MessageStrip *>();
    const auto *last = dialog->findChild<QLabel *>(u"evidenceLast"_s);
    stage.waitFor([strip, last] { return strip->isVisible() && last->text().contains(u"of all"_s); },
                  u"the checkpoint"_s);
    return dialog;
}

/// A new key is to replace the one that signs.
QWidget *keyQuestions(SceneStage &stage, const QString &button)
{
    QWidget *dialog = checkpoints(stage);
    dialog->findChild<QAbstractButton *>(button)->click();
    return stage.modal();
}

QWidget *keyRotation(SceneStage &stage)
{
    return keyQuestions(stage, u"rotateKey"_s);
}

QWidget *keyLoss(SceneStage &stage)
{
    return keyQuestions(stage, u"keyIsLost"_s);
}

/// It was replaced: by one that it has not signed.
QWidget *keyReplaced(SceneStage &stage)
{
    QWidget *dialog = checkpoints(stage);
    dialog->findChild<QAbstractButton *>(u"keyIsLost"_s)->click();
    stage.find<QAbstractButton>(u"confirmKeyChange"_s)->click();
    const auto *strip = dialog->findChild<MessageStrip *>();
    stage.waitFor([strip] { return strip->isVisible() && strip->text().contains(u"from now on"_s); },
                  u"the new key"_s);
    return dialog;
}

QWidget *keyPlace(SceneStage &stage)
{
    QWidget *evidence = checkpoints(stage);
    evidence->findChild<QAbstractButton *>(u"useAnotherKey"_s)->click();
    auto *dialog = stage.find<QWidget>(u"keyPlaceDialog"_s);
    dialog->findChild<QLineEdit *>(u"keyPlaceName"_s)->setText(u"/home/ann/signing-key"_s);
    return dialog;
}

/// The file is not there.
QWidget *keyPlaceRefused(SceneStage &stage)
{
    QWidget *dialog = keyPlace(stage);
    dialog->findChild<QLineEdit *>(u"keyPlaceName"_s)->setText(u"/media/ann/signing-key"_s);
    dialog->findChild<QAbstractButton *>(u"keyPlaceUse"_s)->click();
    const auto *strip = dialog->findChild<MessageStrip *>();
    stage.waitFor([strip] { return strip->isVisible(); }, u"the reason"_s);
    return dialog;
}

QWidget *evidenceHistory(SceneStage &stage)
{
    QWidget *evidence = keyReplaced(stage);
    evidence->findChild<QAbstractButton *>(u"evidenceHistory"_s)->click();
    const auto isOpen = [evidence] {
        return evidence->findChild<QWidget *>(u"evidenceHistoryDialog"_s) != nullptr;
    };
    stage.waitFor(isOpen, u"the history"_s);
    return stage.modal();
}

QWidget *verify(SceneStage &stage)
{
    QWidget *dialog = stage.openDialog(u"verifyWorkspace"_s, u"verifyDialog"_s);
    const auto *verifying = stage.find<VerifyDialog>(u"verifyDialog"_s);
    stage.waitFor([verifying] { return !verifying->isBusy(); }, u"the verdict"_s);
    return dialog;
}

QWidget *soundTree(SceneStage &stage)
{
    checkpoints(stage)->close();
    return verify(stage);
}

QWidget *soundHashes(SceneStage &stage)
{
    QWidget *dialog = soundTree(stage);
    dialog->findChild<QAbstractButton *>(u"verifyHashesOnly"_s)->click();
    const auto *verifying = stage.find<VerifyDialog>(u"verifyDialog"_s);
    stage.waitFor([verifying] { return !verifying->isBusy(); }, u"the verdict on the hashes"_s);
    return dialog;
}

QWidget *alteredTree(SceneStage &stage)
{
    checkpoints(stage)->close();
    const auto connection = SqlConnection::openForWriting(WorkspacePaths::of(stage.workspace()).database);
    static_cast<void>((*connection)->execute("UPDATE event SET created = created + 1 WHERE row IN (7, 70)"));
    return verify(stage);
}

QWidget *report(SceneStage &stage)
{
    stage.openCompany(Story::Night);
    QWidget *dialog = stage.openDialog(u"writeReport"_s, u"reportDialog"_s);
    dialog->findChild<QLineEdit *>(u"reportTitle"_s)->setText(u"The night of 7 November"_s);
    dialog->findChild<QLineEdit *>(u"reportCase"_s)->setText(u"2026-11-08/1"_s);
    dialog->findChild<QLineEdit *>(u"exportFile"_s)->setText(u"~/the-night.pdf"_s);
    return dialog;
}

QWidget *bundleExport(SceneStage &stage)
{
    stage.openCompany(Story::Night);
    QWidget *dialog = stage.openDialog(u"exportEvents"_s, u"exportDialog"_s);
    dialog->findChild<QComboBox *>(u"exportFormat"_s)->setCurrentIndex(2);
    dialog->findChild<QLineEdit *>(u"bundleCase"_s)->setText(u"2026-11-08/1"_s);
    dialog->findChild<QPlainTextEdit *>(u"bundleNoteText"_s)->setPlainText(u"The night of the incident."_s);
    const auto *button = stage.find<QAbstractButton>(u"exportButton"_s);
    stage.waitFor([button] { return button->isEnabled(); }, u"the count of what is exported"_s);
    return dialog;
}

/// \returns its file
QString makeBundle(SceneStage &stage)
{
    QWidget *dialog = bundleExport(stage);
    const QString fileName = stage.path(u"the-night.zip"_s);
    dialog->findChild<QLineEdit *>(u"exportFile"_s)->setText(fileName);
    stage.find<QAbstractButton>(u"exportButton"_s)->click();
    const auto *strip = dialog->findChild<MessageStrip *>();
    stage.waitFor([strip] { return strip->isVisible(); }, u"the end of the export"_s);
    return fileName;
}

QWidget *bundleExported(SceneStage &stage)
{
    makeBundle(stage);
    return stage.find<QWidget>(u"exportDialog"_s);
}

QWidget *openBundle(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    QWidget *dialog = stage.openDialog(u"openBundle"_s, u"openBundleDialog"_s);
    dialog->findChild<QLineEdit *>(u"bundleFile"_s)->setText(u"/media/case/the-night.zip"_s);
    return dialog;
}

QWidget *bundleRefused(SceneStage &stage)
{
    const QString fileName = makeBundle(stage);
    stage.find<QWidget>(u"exportDialog"_s)->close();
    QFile file(fileName);
    if (!file.open(QIODevice::ReadWrite) || !file.resize(file.size() / 2))
        return &stage.window();
    file.close();
    QWidget *dialog = stage.openDialog(u"openBundle"_s, u"openBundleDialog"_s);
    dialog->findChild<QLineEdit *>(u"bundleFile"_s)->setText(fileName);
    stage.find<QAbstractButton>(u"openBundleButton"_s)->click();
    const auto *list = dialog->findChild<VerdictList *>(u"bundleProblems"_s);
    stage.waitFor([list] { return list->count() > 0; }, u"the verdict"_s);
    return dialog;
}

/// What a recipient sees.
QWidget *bundle(SceneStage &stage)
{
    const QString fileName = makeBundle(stage);
    stage.find<QWidget>(u"exportDialog"_s)->close();
    const QSize size = stage.window().size();
    BundleRunner runner;
    QSignalSpy opened(&runner, &BundleRunner::opened);
    runner.open(fileName, {});
    stage.waitFor([&opened] { return !opened.isEmpty(); }, u"the bundle"_s);
    if (opened.isEmpty())
        return &stage.window();
    stage.openBundle(opened.constFirst().constFirst().value<OpenedBundle>());
    stage.window().move(0, 0);
    stage.window().resize(size);
    stage.waitFor([&stage] { return stage.shownCount().contains(u" of "_s); }, u"the events of the bundle"_s);
    return &stage.window();
}

QWidget *bundleDetails(SceneStage &stage)
{
    bundle(stage);
    return stage.openDialog(u"showEvidence"_s, u"bundleDialog"_s);
}

} // namespace

QList<Scene> evidenceScenes()
{
    using enum Scene::Use;
    return {{u"marks"_s, Review, marks},
            {u"note"_s, Review, noteEditor},
            {u"mark-menu"_s, Review, markMenu},
            {u"review-boundary"_s, Review, boundary},
            {u"review"_s, Review, review},
            {u"review-log"_s, Review, reviewLog},
            {u"evidence"_s, Review, checkpoints},
            {u"evidence-history"_s, Review, evidenceHistory},
            {u"key-rotate"_s, Review, keyRotation},
            {u"key-lost"_s, Review, keyLoss},
            {u"key-replaced"_s, Review, keyReplaced},
            {u"key-place"_s, Review, keyPlace},
            {u"key-place-refused"_s, Review, keyPlaceRefused},
            {u"verify"_s, Review, soundTree},
            {u"verify-hashes"_s, Review, soundHashes},
            {u"verify-altered"_s, Review, alteredTree},
            {u"report"_s, Review, report},
            {u"export-bundle"_s, Review, bundleExport},
            {u"exported-bundle"_s, Review, bundleExported},
            {u"bundle-open"_s, Review, openBundle},
            {u"bundle-refused"_s, Review, bundleRefused},
            {u"bundle"_s, Review, bundle},
            {u"bundle-details"_s, Review, bundleDetails}};
}

} // namespace Trailglass::Testing
