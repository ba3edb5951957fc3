// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sourcescontroller.h"

#include "app/trailglass/syncstart.h"
#include "models/core/text.h"
#include "models/sources/source.h"
#include "views/common/messagestrip.h"
#include "views/sources/approvalquestion.h"
#include "views/sources/removequestion.h"
#include "views/sources/sourcedialog.h"
#include "views/sources/sourcespane.h"

#include <QMessageBox>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int AgoInterval = 30'000; // milliseconds between looks at the clock

SourceInput inputOf(const EnteredSource &entered, const std::optional<SourceId> &id)
{
    SourceInput input{
        .id = id, .name = entered.name, .type = entered.type, .settings = entered.settings, .secrets = {}};
    for (auto secret = entered.secrets.cbegin(); secret != entered.secrets.cend(); ++secret)
        input.secrets.insert(secret.key(), {.reference = secret->reference, .value = secret->value});
    return input;
}

bool hasFailed(const SyncReport &report)
{
    return report.status == SyncReport::Status::Failed;
}

} // namespace

SourcesController::SourcesController(SourceService &service, SyncRunner &runner, SourcesPane &pane,
                                     const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_runner(runner)
    , m_pane(pane)
    , m_clock(clock)
    , m_zone(QTimeZone::utc())
{
    connectPane();
    connectRunner();
    connect(&service, &SourceService::listed, this, &SourcesController::refresh);
    connect(&service, &SourceService::approvalRequired, this,
            [this](const QList<ReferenceUse> &uses) { askApproval(uses, m_testAgain); });
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] { m_pane.model().setNow(m_clock.now()); });
    timer->start(AgoInterval);
    refresh();
}

SourcesController::~SourcesController()
{
    delete m_question;
    delete m_dialog;
}

void SourcesController::connectPane()
{
    connect(&m_pane, &SourcesPane::addRequested, this, &SourcesController::addSource);
    connect(&m_pane, &SourcesPane::editRequested, this, &SourcesController::editSource);
    connect(&m_pane, &SourcesPane::testRequested, this, &SourcesController::testSource);
    connect(&m_pane, &SourcesPane::removeRequested, this, &SourcesController::removeSource);
    connect(&m_pane, &SourcesPane::syncRequested, this, &SourcesController::syncSource);
    connect(&m_pane, &SourcesPane::fullSyncRequested, this, &SourcesController::syncSourceFully);
    connect(&m_pane, &SourcesPane::syncFromRequested, this, &SourcesController::syncSourceFrom);
    connect(&m_pane, &SourcesPane::syncAllRequested, this, &SourcesController::syncAll);
    connect(&m_pane, &SourcesPane::cancelRequested, this, &SourcesController::cancelSync);
    connect(&m_pane, &SourcesPane::currentChanged, this, &SourcesController::showDetails);
    connect(&m_pane.strip(), &MessageStrip::acted, this, &SourcesController::takeWay);
}

void SourcesController::connectRunner()
{
    connect(&m_runner, &SyncRunner::runningChanged, this, &SourcesController::showRunning);
    connect(&m_runner, &SyncRunner::progress, this, [this](const SyncProgress &progress) {
        m_runs[progress.source].progress = progress;
        refresh();
    });
    connect(&m_runner, &SyncRunner::sourceFinished, this, [this](const SyncReport &report) {
        m_runs[report.source] = {.waiting = false, .progress = {}, .report = report};
        m_service.reload();
    });
    connect(&m_runner, &SyncRunner::finished, this, &SourcesController::showFinished);
    connect(&m_runner, &SyncRunner::approvalRequired, this,
            [this](const QList<ReferenceUse> &uses) { askApproval(uses, [this] { startSync(m_asked); }); });
    connect(&m_runner, &SyncRunner::failed, this,
            [this](const Error &error) { showError(error, Way::SyncAgain); });
}

void SourcesController::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_pane.model().setDisplayZone(zone);
    showDetails();
}

void SourcesController::addSource()
{
    openDialog({});
}

void SourcesController::editSource(const QString &name)
{
    const SourceEntry *found = entry(name);
    if (!found || found->record.removed)
        return;
    if (!findSource(found->record.type)) {
        showError({ErrorKind::Usage,
                   tr("%1 has a source type that this version does not support.").arg(visibleText(name))});
        return;
    }
    openDialog(found->record);
}

void SourcesController::openDialog(const std::optional<SourceRecord> &record)
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_service.cancelTest(); // one at a time: the dialog may need its own
    std::optional<ExistingSource> existing;
    std::optional<SourceId> id;
    if (record) {
        existing = ExistingSource{record->name, record->type, record->settings, record->secrets};
        id = record->id;
    }
    m_dialog = new SourceDialog(existing, m_pane.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<SourceDialog> dialog = m_dialog;
    connect(dialog, &SourceDialog::testRequested, this, [this, dialog, id](const EnteredSource &entered) {
        m_testAgain = [dialog] {
            if (dialog)
                dialog->testAgain();
        };
        m_service.test(inputOf(entered, id), [dialog, zone = m_zone](const ConnectionReport &report) {
            if (dialog)
                dialog->showTested(connectionResult(report, zone));
        });
    });
    connect(dialog, &SourceDialog::testCancelled, &m_service, &SourceService::cancelTest);
    connect(dialog, &SourceDialog::saveRequested, this,
            [this, dialog, id](const EnteredSource &entered) { save(dialog, inputOf(entered, id)); });
    m_dialog->open();
}

void SourcesController::save(SourceDialog *dialog, const SourceInput &input)
{
    const auto done = [self = QPointer(this),
                       dialog = QPointer(dialog)](const Result<QStringList> &warnings) {
        // The dialog may have been closed while the keychain was asking.
        const bool isOpen = dialog && dialog->isVisible();
        if (isOpen)
            dialog->showSaved(warnings ? Result<void>() : warnings.error());
        if (!self)
            return;
        if (warnings) {
            self->m_service.reload();
            self->showWarnings(*warnings);
        } else if (!isOpen) {
            self->showError(warnings.error());
        }
    };
    m_service.save(input, done);
}

void SourcesController::testSource(const QString &name)
{
    const SourceEntry *found = entry(name);
    if (!found || found->record.removed)
        return;
    m_way = Way::CancelTest;
    m_testAgain = [this, name] {
        testSource(name);
    };
    m_pane.strip().show(MessageStrip::Kind::Information, tr("Testing %1…").arg(visibleText(name)),
                        tr("Cancel the test"));
    const auto done = [self = QPointer(this), number = ++m_testNumber](const ConnectionReport &report) {
        if (self && self->m_testNumber == number)
            self->showTest(report);
    };
    m_service.test(SourceInput::of(found->record), done);
}

void SourcesController::showTest(const ConnectionReport &report)
{
    if (m_way == Way::CancelTest)
        m_way = Way::None;
    const ConnectionResult result = connectionResult(report, m_zone);
    if (result.kind == ConnectionResult::Kind::Dismissed) {
        // Another message may be shown by now.
        if (m_way == Way::None)
            m_pane.strip().hide();
        return;
    }
    const QString text = tr("%1: %2").arg(report.source, result.text);
    if (report.error)
        return showError({report.error->kind, text}, Way::EditSource, report.source);
    m_way = Way::None;
    m_pane.strip().show(result.kind == ConnectionResult::Kind::Works ? MessageStrip::Kind::Information
                                                                     : MessageStrip::Kind::Warning,
                        text);
}

void SourcesController::removeSource(const QString &name)
{
    const SourceEntry *found = entry(name);
    if (!found)
        return;
    const SourceRow row = sourceRow(*found, {});
    QMessageBox *box = removeQuestion(&m_pane, row, [this, id = found->record.id](bool withEvents) {
        m_service.remove(id, withEvents, [self = QPointer(this)](const Result<QStringList> &warnings) {
            if (!self)
                return;
            self->m_service.reload();
            if (warnings)
                self->showWarnings(*warnings);
            else
                self->showError(warnings.error());
        });
    });
    connect(this, &QObject::destroyed, box, &QObject::deleteLater);
    box->open();
}

void SourcesController::syncAll()
{
    startSync({});
}

void SourcesController::syncSource(const QString &name)
{
    startSync({.names = {name}});
}

void SourcesController::syncSourceFully(const QString &name)
{
    startSync({.names = {name}, .full = true});
}

void SourcesController::syncSourceFrom(const QString &name)
{
    askSyncStart(m_pane.window(), name, m_clock, m_zone, [self = QPointer(this), name](UtcMicros start) {
        if (self)
            self->startSync({.names = {name}, .since = start});
    });
}

void SourcesController::startSync(const SyncRequest &request)
{
    if (m_runner.isRunning())
        return;
    m_asked = request;
    m_way = Way::None;
    m_pane.strip().hide();
    m_runner.start(request);
}

/// Nothing was sent, and nothing is unless the user allows it.
/// \param goOn  repeats the request
void SourcesController::askApproval(const QList<ReferenceUse> &uses, const std::function<void()> &goOn)
{
    if (m_question) {
        m_question->raise();
        return;
    }
    QStringList sentences;
    for (const ReferenceUse &use : uses)
        sentences.append(use.sentence());
    const auto approve = [this, uses, goOn](qsizetype shown) {
        m_service.approve(uses.first(shown), [self = QPointer(this), goOn](const Result<void> &approved) {
            if (!self)
                return;
            if (approved)
                goOn();
            else
                self->showError(approved.error());
        });
    };
    m_question = approvalQuestion(m_dialog ? static_cast<QWidget *>(m_dialog) : &m_pane, sentences, approve);
    m_question->open();
}

void SourcesController::cancelSync()
{
    m_runner.cancel();
}

void SourcesController::showRunning(bool running)
{
    for (const SourceEntry &each : m_service.entries()) {
        SourceActivity &run = m_runs[each.record.name];
        run.progress.reset();
        run.waiting = running && (m_asked.names.isEmpty() || m_asked.names.contains(each.record.name));
    }
    m_pane.setSyncing(running);
    refresh();
}

void SourcesController::showFinished(const QList<SyncReport> &reports)
{
    m_service.reload();
    const auto failures = std::ranges::count_if(reports, hasFailed);
    if (failures == 0)
        return;
    const auto first = std::ranges::find_if(reports, hasFailed);
    m_pane.setCurrentSource(first->source);
    if (failures == 1 && first->error) {
        const QString text = tr("%1: %2").arg(first->source, first->error->message);
        return showError({first->error->kind, text}, Way::EditSource, first->source);
    }
    showError(
        {ErrorKind::Vendor, tr("%1 sources could not be synced. See their rows for details.").arg(failures)});
}

void SourcesController::showError(const Error &error, Way way, const QString &source)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_way = way;
    m_waySource = source;
    QString action;
    if (way == Way::EditSource)
        action = tr("Edit…");
    else if (way == Way::SyncAgain)
        action = tr("Try again");
    m_pane.strip().show(MessageStrip::Kind::Error, error.message, action);
}

void SourcesController::showWarnings(const QStringList &warnings)
{
    if (warnings.isEmpty())
        return;
    m_way = Way::None;
    m_pane.strip().show(MessageStrip::Kind::Warning, warnings.join(u' '));
}

void SourcesController::takeWay()
{
    const Way way = std::exchange(m_way, Way::None);
    m_pane.strip().hide();
    switch (way) {
    case Way::None:
        break;
    case Way::CancelTest:
        m_service.cancelTest();
        break;
    case Way::EditSource:
        editSource(m_waySource);
        break;
    case Way::SyncAgain:
        startSync(m_asked);
        break;
    }
}

void SourcesController::refresh()
{
    QList<SourceRow> rows;
    for (const SourceEntry &each : m_service.entries())
        rows.append(sourceRow(each, m_runs.value(each.record.name)));
    m_pane.model().setNow(m_clock.now());
    m_pane.model().setRows(rows);
    showDetails();
}

void SourcesController::showDetails()
{
    const QString name = m_pane.currentSource();
    const auto row = m_pane.model().rowOf(name);
    if (!row)
        return m_pane.setDetails({}, {});
    const SourceRow &current = m_pane.model().rows().at(*row);
    m_pane.setDetails(tr("%1 (%2)").arg(current.name, current.displayName),
                      detailText(current, m_runs.value(name), m_zone));
}

const SourceEntry *SourcesController::entry(const QString &name) const
{
    const QList<SourceEntry> &entries = m_service.entries();
    const auto found =
        std::ranges::find_if(entries, [&](const SourceEntry &each) { return each.record.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace Trailglass
