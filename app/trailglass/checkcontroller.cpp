// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/checkcontroller.h"

#include "models/core/translation.h"
#include "views/window/mainwindow.h"
#include "views/window/workspacecheckdialog.h"

#include <QAction>

namespace Trailglass {

namespace {

QString summaryOf(const Diagnosis &diagnosis)
{
    QString summary = diagnosis.problems.isEmpty()
        ? tr("No problems were found.")
        : tr("%Ln problem(s) were found.", nullptr, static_cast<int>(diagnosis.problems.size()));
    if (diagnosis.repaired) {
        const QStringList sentences = diagnosis.repaired->sentences();
        for (const QString &sentence : sentences)
            summary = inSequence(summary, sentence);
    }
    return summary;
}

CheckResult resultOf(const QString &workspace, const Diagnosis &diagnosis)
{
    CheckResult result{
        .summary = summaryOf(diagnosis), .problems = diagnosis.problems, .details = {}, .report = {}};
    result.details += tr("workspace: %1").arg(workspace);
    result.details +=
        tr("keychain: %1").arg(diagnosis.keychainError ? diagnosis.keychainError->message : tr("ok"));
    for (const auto &[label, value] : diagnosis.figures)
        result.details += tr("%1: %2").arg(label, value);
    if (diagnosis.report)
        result.report = diagnosis.report->text();
    return result;
}

} // namespace

CheckController::CheckController(QString workspace, QString settingsFile, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_settingsFile(std::move(settingsFile))
    , m_parts(parts)
{
    connect(parts.window.actions().checkWorkspace, &QAction::triggered, this, &CheckController::openDialog);
}

void CheckController::openDialog()
{
    auto *dialog = new WorkspaceCheckDialog(&m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *doctor = new WorkspaceDoctor(m_workspace, m_parts.keychain, m_parts.clock, m_settingsFile, dialog);
    connect(dialog, &WorkspaceCheckDialog::checkRequested, doctor,
            [doctor] { doctor->start({.repairs = false, .reports = true, .counts = true}); });
    connect(dialog, &WorkspaceCheckDialog::repairRequested, doctor,
            [doctor] { doctor->start({.repairs = true, .reports = true, .counts = true}); });
    connect(dialog, &WorkspaceCheckDialog::cancelRequested, doctor, &WorkspaceDoctor::cancel);
    connect(doctor, &WorkspaceDoctor::progress, dialog, &WorkspaceCheckDialog::showProgress);
    connect(doctor, &WorkspaceDoctor::finished, dialog, [this, dialog](const Diagnosis &diagnosis) {
        dialog->showResult(resultOf(m_workspace, diagnosis));
        if (diagnosis.repaired)
            Q_EMIT repaired();
    });
    connect(doctor, &WorkspaceDoctor::failed, dialog,
            [dialog](const Error &error) { dialog->showFailure(error.message); });
    dialog->open();
}

} // namespace Trailglass

#include "moc_checkcontroller.cpp"
