// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sourcescontroller.h"

#include "models/core/text.h"
#include "models/sources/source.h"
#include "models/workspace/sourceschedules.h"
#include "views/sources/removequestion.h"
#include "views/sources/sourcedialog.h"
#include "views/sources/sourcepopover.h"
#include "views/sources/sourcespane.h"
#include "views/sources/sourcestrip.h"

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

} // namespace

SourcesController::SourcesController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_approvals({parts.service, m_messages, parts.pane})
    , m_syncs({parts.service, parts.runner, parts.pane, m_messages, m_approvals, parts.scheduled,
               parts.pushes, parts.clock})
    , m_zone(QTimeZone::utc())
{
    m_messages.addPlace(parts.pane.strip());
    m_messages.addPlace(parts.strip.popover().strip());
    m_messages.addPlace(parts.message);
    connectViews();
    connect(&m_syncs, &SyncController::activityChanged, this, &SourcesController::refresh);
    connect(&m_syncs, &SyncController::addRequested, this, &SourcesController::addSource);
    connect(&m_syncs, &SyncController::editRequested, this, &SourcesController::editSource);
    connect(&parts.service, &SourceService::listed, this, &SourcesController::refresh);
    connect(&parts.service, &SourceService::approvalRequired, this,
            [this](const QList<ReferenceUse> &uses) { m_approvals.ask(uses, m_testAgain); });
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] { m_parts.pane.model().setNow(m_parts.clock.now()); });
    timer->start(AgoInterval);
    refresh();
}

SourcesController::~SourcesController()
{
    delete m_dialog;
}

void SourcesController::connectViews()
{
    const SourcesPane &pane = m_parts.pane;
    connect(&pane, &SourcesPane::addRequested, this, &SourcesController::addSource);
    connect(&pane, &SourcesPane::editRequested, this, &SourcesController::editSource);
    connect(&pane, &SourcesPane::testRequested, this, &SourcesController::testSource);
    connect(&pane, &SourcesPane::removeRequested, this, &SourcesController::removeSource);
    const SourcePopover &popover = m_parts.strip.popover();
    connect(&popover, &SourcePopover::editRequested, &pane, &SourcesPane::editRequested);
    connect(&popover, &SourcePopover::testRequested, &pane, &SourcesPane::testRequested);
    connect(&popover, &SourcePopover::removeRequested, &pane, &SourcesPane::removeRequested);
    connect(&popover, &SourcePopover::syncRequested, &pane, &SourcesPane::syncRequested);
}

void SourcesController::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_syncs.setDisplayZone(zone);
    m_parts.pane.model().setDisplayZone(zone);
    refresh();
}

void SourcesController::addSource()
{
    m_messages.hide(); // what was said is about the sources as they were
    openDialog({});
}

void SourcesController::editSource(const QString &name)
{
    const SourceEntry *found = entry(name);
    if (!found || found->record.removed)
        return;
    if (!findSource(found->record.type)) {
        m_messages.showError(
            {ErrorKind::Usage,
             tr("%1 has a source type that this version does not support. Update Trailglass.")
                 .arg(visibleText(name))});
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
    m_parts.service.cancelTest(); // one at a time: the dialog may need its own
    std::optional<ExistingSource> existing;
    std::optional<SourceId> id;
    if (record) {
        existing = ExistingSource{record->name, record->type, record->settings, record->secrets,
                                  m_parts.schedules.of(record->name)};
        id = record->id;
    }
    m_dialog = new SourceDialog(existing, m_parts.pane.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_approvals.setDialog(m_dialog);
    const QPointer<SourceDialog> dialog = m_dialog;
    connect(dialog, &SourceDialog::testRequested, this, [this, dialog, id](const EnteredSource &entered) {
        m_testAgain = [dialog] {
            if (dialog)
                dialog->testAgain();
        };
        const SourceEntry *known = entry(entered.name);
        m_parts.service.test(inputOf(entered, id),
                             [dialog, stored = known ? known->state.events : 0,
                              zone = m_zone](const ConnectionReport &report) {
                                 if (dialog)
                                     dialog->showTested(connectionResult(report, stored, zone));
                             });
    });
    connect(dialog, &SourceDialog::testCancelled, &m_parts.service, &SourceService::cancelTest);
    connect(dialog, &SourceDialog::saveRequested, this, [this, dialog, id](const EnteredSource &entered) {
        save(dialog, inputOf(entered, id), entered.schedule);
    });
    m_dialog->open();
}

void SourcesController::save(SourceDialog *dialog, const SourceInput &input, const SyncSchedule &schedule)
{
    const auto done = [self = QPointer(this), dialog = QPointer(dialog), name = input.name,
                       schedule](const Result<QStringList> &warnings) {
        // The dialog may have been closed while the keychain was asking.
        const bool isOpen = dialog && dialog->isVisible();
        if (isOpen)
            dialog->showSaved(warnings ? Result<void>() : warnings.error());
        if (!self)
            return;
        if (warnings) {
            self->m_parts.schedules.set(name, schedule);
            self->m_parts.service.reload();
            self->showWarnings(*warnings);
        } else if (!isOpen) {
            self->m_messages.showError(warnings.error());
        }
    };
    m_parts.service.save(input, done);
}

void SourcesController::testSource(const QString &name)
{
    const SourceEntry *found = entry(name);
    if (!found || found->record.removed)
        return;
    m_testAgain = [this, name] {
        testSource(name);
    };
    m_testMessage = m_messages.show(MessageStrip::Kind::Information, tr("Testing %1…").arg(visibleText(name)),
                                    tr("Cancel the test"), [this] { m_parts.service.cancelTest(); });
    const auto done = [self = QPointer(this), number = ++m_testNumber](const ConnectionReport &report) {
        if (self && self->m_testNumber == number)
            self->showTest(report);
    };
    m_parts.service.test(SourceInput::of(found->record), done);
}

void SourcesController::showTest(const ConnectionReport &report)
{
    const SourceEntry *tested = entry(report.source);
    const ConnectionResult result = connectionResult(report, tested ? tested->state.events : 0, m_zone);
    if (result.kind == ConnectionResult::Kind::Dismissed)
        return m_messages.hide(m_testMessage);
    const QString text = tr("%1: %2").arg(report.source, result.text);
    if (report.error) {
        return m_messages.showError({report.error->kind, text}, tr("Edit…"),
                                    [this, name = report.source] { editSource(name); });
    }
    m_messages.show(result.kind == ConnectionResult::Kind::Works ? MessageStrip::Kind::Information
                                                                 : MessageStrip::Kind::Warning,
                    text);
}

void SourcesController::removeSource(const QString &name)
{
    const SourceEntry *found = entry(name);
    if (!found)
        return;
    const SourceRow row = sourceRow(*found, {}, m_zone);
    QMessageBox *box =
        removeQuestion(m_parts.pane.window(), row, [this, name, id = found->record.id](bool withEvents) {
            const quint64 message = withEvents
                ? m_messages.show(MessageStrip::Kind::Information, tr("Deleting the events of %1…").arg(name))
                : 0;
            m_parts.service.remove(id, withEvents,
                                   [self = QPointer(this), message](const Result<QStringList> &warnings) {
                                       if (!self)
                                           return;
                                       self->m_messages.hide(message);
                                       self->m_parts.service.reload();
                                       if (warnings)
                                           self->showWarnings(*warnings);
                                       else
                                           self->m_messages.showError(warnings.error());
                                   });
        });
    connect(this, &QObject::destroyed, box, &QObject::deleteLater);
    box->open();
}

void SourcesController::showWarnings(const QStringList &warnings)
{
    if (!warnings.isEmpty())
        m_messages.show(MessageStrip::Kind::Warning, warnings.join(u' '));
}

void SourcesController::refresh()
{
    QList<SourceRow> rows;
    for (const SourceEntry &each : m_parts.service.entries())
        rows.append(sourceRow(each, m_syncs.activity(each.record.name), m_zone));
    m_parts.pane.model().setNow(m_parts.clock.now());
    m_parts.pane.model().setRows(rows);
    Q_EMIT refreshed();
}

const SourceEntry *SourcesController::entry(const QString &name) const
{
    const QList<SourceEntry> &entries = m_parts.service.entries();
    const auto found =
        std::ranges::find_if(entries, [&](const SourceEntry &each) { return each.record.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace Trailglass

#include "moc_sourcescontroller.cpp"
