// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/archivetaskdialog.h"

#include "views/common/progressrow.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

ArchiveTaskDialog::ArchiveTaskDialog(const QString &address, const std::optional<SecretReference> &key,
                                     ArchiveForm::Check check, QWidget *parent)
    : QDialog(parent)
    , m_strip(new MessageStrip(this))
    , m_form(new ArchiveForm(address, key, std::move(check), this))
{
    setObjectName("archiveTaskDialog"_L1);
    setWindowTitle(tr("Manage archive"));
    m_strip->setObjectName("archiveTaskMessage"_L1);
    build();
    connect(m_form, &ArchiveForm::edited, this, &ArchiveTaskDialog::updateButtons);
    updateButtons();
    m_form->focusFirst();
}

void ArchiveTaskDialog::addButton(QHBoxLayout &row, Task task, const QString &name, const QString &text,
                                  const QString &help)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(help);
    connect(button, &QPushButton::clicked, this, [this, task] { request(task); });
    row.addWidget(button);
    m_buttons.emplace(task, button);
}

void ArchiveTaskDialog::addButtons(QHBoxLayout &row)
{
    addButton(row, Task::Status, u"archiveStatus"_s, tr("&Status"),
              tr("Shows what the archive holds, and which workspaces push into it"));
    addButton(row, Task::Check, u"archiveCheck"_s, tr("Chec&k"),
              tr("Counts the events of each batch in the archive"));
    addButton(row, Task::Verify, u"archiveVerify"_s, tr("&Verify"),
              tr("Compares counts and hashes of every batch with this workspace"));
    addButton(row, Task::Claim, u"archiveClaim"_s, tr("C&laim a source…"),
              tr("Makes a source of the archive belong to this workspace, which then pushes its events"));
    addButton(row, Task::Create, u"archiveCreate"_s, tr("C&reate archive…"),
              tr("Creates the database and its tables; what is there already stays"));
    addButton(row, Task::RemoveKey, u"archiveRemoveKey"_s, tr("Re&move key…"),
              tr("Takes the key of the user out of the keychain"));
    row.addStretch();
    m_buttons.at(Task::Status)->setDefault(true); // of Enter in the address: it changes nothing
}

/// In the order of Tab.
void ArchiveTaskDialog::build()
{
    auto *tasks = new QHBoxLayout;
    addButtons(*tasks);
    m_found = new ArchiveFactList(tr("What was found in the archive"),
                                  tr("“Status” shows what the archive holds, “Check” whether its batches are "
                                     "whole, “Verify” whether they are what this workspace pushed. None of "
                                     "these changes anything."),
                                  this);
    m_progress = new ProgressRow(u"archiveTask"_s, tr("Progress of the task on the archive"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_strip);
    layout->addWidget(m_form);
    layout->addLayout(tasks);
    layout->addWidget(m_found, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resize(820, 560);
    connect(m_progress, &ProgressRow::stopped, this, &ArchiveTaskDialog::cancelRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ArchiveTaskDialog::disable(Task task, const QString &reason)
{
    m_impossible.insert(task);
    m_buttons.at(task)->setToolTip(reason);
    m_buttons.at(task)->setAccessibleDescription(reason);
    updateButtons();
}

void ArchiveTaskDialog::setAddress(const QString &address)
{
    m_form->setAddress(address);
}

void ArchiveTaskDialog::forgetKey()
{
    m_form->forgetKey();
}

void ArchiveTaskDialog::request(Task task)
{
    if (const auto entered = m_form->input())
        Q_EMIT taskRequested(task, *entered);
}

void ArchiveTaskDialog::showWork(const QString &sentence, std::optional<double> part)
{
    if (!std::exchange(m_isBusy, true)) {
        m_found->list({});
        m_progress->begin();
        m_form->setEnabled(false);
        updateButtons();
    }
    m_progress->setPart(part);
    m_strip->showProgress(sentence);
}

void ArchiveTaskDialog::end()
{
    m_isBusy = false;
    m_progress->end();
    m_form->setEnabled(true);
    updateButtons();
}

void ArchiveTaskDialog::showResult(MessageStrip::Kind kind, const QString &sentence,
                                   const QList<ArchiveSection> &found)
{
    end();
    m_strip->show(kind, sentence);
    m_found->list(found);
}

void ArchiveTaskDialog::showProblem(const QString &sentence)
{
    end();
    m_strip->show(MessageStrip::Kind::Error, sentence);
}

void ArchiveTaskDialog::updateButtons()
{
    for (const auto &[task, button] : m_buttons)
        button->setEnabled(m_form->isValid() && !m_isBusy && !m_impossible.contains(task));
}

void ArchiveTaskDialog::done(int result)
{
    if (m_isBusy)
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_archivetaskdialog.cpp"
