// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/archivetaskcontroller.h"

#include "app/trailglass/archiveinput.h"
#include "app/trailglass/archivetasktext.h"
#include "models/config/settings.h"
#include "models/core/translation.h"
#include "models/workspace/archivetexts.h"
#include "models/workspace/sourceservice.h"
#include "views/sources/archivequestions.h"
#include "views/sources/claimdialog.h"
#include "views/sources/createarchivedialog.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QMessageBox>
#include <QTimeZone>

#include <utility>

namespace Trailglass {

namespace {

ArchiveCreationPlan planOf(const EnteredCreation &entered)
{
    return {.cluster = entered.cluster.isEmpty() ? std::nullopt : std::optional(entered.cluster),
            .hasKeeper = entered.hasKeeper};
}

} // namespace

ArchiveTaskController::ArchiveTaskController(const std::optional<QString> &workspace, QString address,
                                             const QString &settingsFile, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_address(std::move(address))
    , m_tasks(workspace, parts.keychain, parts.clock, settingsFile)
{
    connect(parts.window.actions().manageArchive, &QAction::triggered, this,
            [this] { open(m_address, {}, &m_parts.window); });
    connect(&m_tasks, &ArchiveTasks::warned, this, [this](const QString &warning) { m_warning = warning; });
    connect(&m_tasks, &ArchiveTasks::progress, this, [this](double part) {
        if (m_dialog && m_dialog->isBusy())
            m_dialog->showWork(tr("%1 % compared").arg(static_cast<int>(part * 100)), part);
    });
}

void ArchiveTaskController::open(const QString &address, const std::optional<SecretReference> &key,
                                 QWidget *over)
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    const auto known = key ? key : knownKeyOf(address, m_parts.settings);
    m_dialog = new ArchiveTaskDialog(address, known, archiveAddressText, over);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_tasks.hasWorkspace()) {
        m_dialog->disable(Task::Verify,
                          tr("An archive is compared with a workspace: open one that pushes into it."));
        m_dialog->disable(Task::Claim,
                          tr("Sources are claimed for a workspace: open the one that is to push them."));
    }
    connect(m_dialog, &ArchiveTaskDialog::taskRequested, this, &ArchiveTaskController::begin);
    connect(m_dialog, &ArchiveTaskDialog::cancelRequested, &m_tasks, &ArchiveTasks::cancel);
    m_dialog->open();
}

void ArchiveTaskController::begin(Task task, const EnteredArchive &entered)
{
    const auto place = ArchivePlace::parse(entered.address);
    if (!place)
        return m_dialog->showProblem(place.error().message);
    m_address = place->text();
    m_warning.clear();
    const Target target{*place, keyInputOf(entered)};
    switch (task) {
    case Task::Status:
        return look(target);
    case Task::Check:
        return check(target);
    case Task::Verify:
        return verify(target);
    case Task::Claim:
        return askForSource(target);
    case Task::Create:
        return askHowToCreate(target);
    case Task::RemoveKey:
        return askToRemoveKey(target.place);
    }
}

template <class Value>
std::function<void(const Result<Value> &)>
ArchiveTaskController::atEnd(const Target &target, std::function<void(const Value &value)> show)
{
    return [this, dialog = m_dialog, target, show = std::move(show)](const Result<Value> &result) {
        if (!dialog || dialog.data() != m_dialog.data()) { // it was closed
            m_warning.clear(); // which was of this task
            return;
        }
        if (!result)
            return fail(result.error());
        m_parts.settings.setArchiveKey(target.place.text(), rememberedKey(target.key.reference));
        show(*result);
    };
}

void ArchiveTaskController::look(const Target &target)
{
    m_dialog->showWork(tr("Reading what the archive holds…"));
    const auto show = [this, name = target.place.name()](const ArchiveStatus &status) {
        finish(MessageStrip::Kind::Information, tr("This is what the archive %1 holds.").arg(name),
               sectionsOf(status, QTimeZone(m_parts.settings.displayZone())));
    };
    m_tasks.look(target.place, target.key, atEnd<ArchiveStatus>(target, show));
}

void ArchiveTaskController::check(const Target &target)
{
    m_dialog->showWork(tr("Counting the events of each batch…"));
    const auto show = [this](const ArchiveDiagnosis &diagnosis) {
        finish(diagnosis.problems.isEmpty() ? MessageStrip::Kind::Information : MessageStrip::Kind::Error,
               summaryOf(diagnosis), sectionsOf(diagnosis, QTimeZone(m_parts.settings.displayZone())));
    };
    m_tasks.check(target.place, target.key, atEnd<ArchiveDiagnosis>(target, show));
}

void ArchiveTaskController::verify(const Target &target)
{
    m_dialog->showWork(tr("Comparing the archive with this workspace…"));
    const auto show = [this](const ArchiveCheckReport &report) {
        finish(report.faults.empty() ? MessageStrip::Kind::Information : MessageStrip::Kind::Error,
               summaryOf(report), sectionsOf(report));
    };
    m_tasks.verify(target.place, target.key, atEnd<ArchiveCheckReport>(target, show));
}

void ArchiveTaskController::askForSource(const Target &target)
{
    QStringList names;
    for (const SourceEntry &entry : m_parts.sources.entries())
        names += entry.record.name;
    if (names.isEmpty())
        return m_dialog->showProblem(tr("This workspace has no source that it could claim."));
    auto *dialog = new ClaimDialog(names, m_dialog);
    connect(dialog, &ClaimDialog::claimRequested, this,
            [this, target](const QString &source) { claim(target, {.source = source}); });
    dialog->open();
}

void ArchiveTaskController::claim(const Target &target, const SourceClaim &wanted)
{
    m_dialog->showWork(tr("Claiming the source…"));
    const auto show = [this, target, source = wanted.source](const ClaimReport &report) {
        if (report.heldBy)
            askToTakeOver(target, source, *report.heldBy);
        else
            finish(MessageStrip::Kind::Information, claimText(source, report));
    };
    m_tasks.claim(target.place, target.key, wanted, atEnd<ClaimReport>(target, show));
}

void ArchiveTaskController::askToTakeOver(const Target &target, const QString &source,
                                          const SourceHolder &holder)
{
    finish(MessageStrip::Kind::Warning, tr("The source belongs to another workspace. Nothing was changed."));
    QMessageBox *box =
        takeOverQuestion(m_dialog, source, holder.name, takeoverWarning(source, holder),
                         [this, target, source] { claim(target, {.source = source, .takesOver = true}); });
    box->open();
}

void ArchiveTaskController::askHowToCreate(const Target &target)
{
    const auto describe = [place = target.place](const EnteredCreation &entered) -> Result<QString> {
        TRY(const auto planned, plannedArchive(place, planOf(entered)));
        return archiveAddressText(planned.text());
    };
    auto *dialog = new CreateArchiveDialog(describe, m_dialog);
    connect(dialog, &CreateArchiveDialog::createRequested, this,
            [this, target](const EnteredCreation &entered) {
                const auto planned = plannedArchive(target.place, planOf(entered));
                if (planned)
                    create({*planned, target.key}, entered.hasKeeper);
                else
                    fail(planned.error());
            });
    dialog->open();
}

void ArchiveTaskController::create(const Target &target, bool hasKeeper)
{
    m_dialog->showWork(tr("Creating the archive…"));
    const auto show = [this, place = target.place](ArchiveCreation created) {
        m_address = place.text();
        m_dialog->setAddress(m_address); // with its cluster: it belongs to the address from now on
        finish(MessageStrip::Kind::Information, creationText(created, place));
    };
    m_tasks.create(target.place, target.key, hasKeeper, atEnd<ArchiveCreation>(target, show));
}

void ArchiveTaskController::askToRemoveKey(const ArchivePlace &place)
{
    removeKeyQuestion(m_dialog, place.user(), place.server(), [this, place] { removeKey(place); })->open();
}

void ArchiveTaskController::removeKey(const ArchivePlace &place)
{
    m_dialog->showWork(tr("Taking the key out of the keychain…"));
    m_tasks.removeKey(place, [this, dialog = m_dialog, place](const Result<void> &removed) {
        if (!dialog || dialog.data() != m_dialog.data())
            return;
        if (!removed)
            return fail(removed.error());
        m_dialog->forgetKey(); // else the next task put it back
        finish(MessageStrip::Kind::Information,
               tr("The key of the user “%1” at %2 is not in the keychain any more.")
                   .arg(place.user(), place.server()));
    });
}

void ArchiveTaskController::finish(MessageStrip::Kind kind, const QString &sentence,
                                   const QList<ArchiveSection> &found)
{
    const QString warning = std::exchange(m_warning, QString());
    if (warning.isEmpty())
        return m_dialog->showResult(kind, sentence, found);
    const bool isMoreThanWarned = kind == MessageStrip::Kind::Error;
    m_dialog->showResult(isMoreThanWarned ? kind : MessageStrip::Kind::Warning, inSequence(sentence, warning),
                         found);
}

void ArchiveTaskController::fail(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        m_dialog->showResult(MessageStrip::Kind::Information,
                             tr("Cancelled. What was done until then stays."));
    else
        m_dialog->showProblem(error.message);
}

} // namespace Trailglass

#include "moc_archivetaskcontroller.cpp"
