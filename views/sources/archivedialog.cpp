// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/archivedialog.h"

#include "views/common/dialogheight.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxPurposeLines = 4;
constexpr int MaxKnownTitleLines = 2;

} // namespace

ArchiveDialog::ArchiveDialog(const QString &address, const std::optional<SecretReference> &key,
                             ArchiveForm::Check check, QWidget *parent, Purpose purpose)
    : QDialog(parent)
    , m_strip(new MessageStrip(this))
    , m_form(new ArchiveForm(address, key, std::move(check), this))
    , m_knownTitle(new WrappedLabel(MaxKnownTitleLines, this))
    , m_known(new ArchiveFactList(tr("Last known state of the archive"), {}, this))
{
    setObjectName("archiveDialog"_L1);
    setWindowTitle(purpose == Purpose::Open ? tr("Open archive") : tr("Push into an archive"));
    m_strip->setObjectName("archiveProblem"_L1);
    m_knownTitle->setObjectName("archiveKnownTitle"_L1);
    m_knownTitle->setFont(textFont(TextStyle::Strong, font()));
    build(purpose);
    hideLastKnown();
    connect(m_form, &ArchiveForm::edited, this, [this] {
        hideLastKnown();
        updateButton();
        growToTexts(*this);
    });
    updateButton();
    growToTexts(*this);
    m_form->focusFirst();
}

void ArchiveDialog::build(Purpose purpose)
{
    const bool isPush = purpose == Purpose::Push;
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_open = buttons->addButton(isPush ? tr("&Push") : tr("&Open"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName("openArchiveButton"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_strip);
    if (isPush) {
        auto *explanation = new WrappedLabel(MaxPurposeLines, this);
        PlainText::show(explanation,
                        tr("The workspace is pushed into this archive now, and after each of its syncs once "
                           "that has gone through. The user needs the right to insert."));
        layout->addWidget(explanation);
    }
    layout->addWidget(m_form);
    layout->addWidget(m_knownTitle);
    layout->addWidget(m_known, 1);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(600, 240);
    connect(m_strip, &MessageStrip::acted, m_open, &QPushButton::click);
    connect(buttons, &QDialogButtonBox::accepted, this, &ArchiveDialog::request);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ArchiveDialog::request()
{
    if (const auto entered = m_form->input())
        Q_EMIT openRequested(*entered);
    else
        growToTexts(*this); // for what is wrong with the key
}

void ArchiveDialog::setConnecting(bool isConnecting)
{
    m_isConnecting = isConnecting;
    m_form->setEnabled(!isConnecting);
    updateButton();
}

void ArchiveDialog::updateButton()
{
    const bool isValid = m_form->isValid();
    m_open->setEnabled(isValid && !m_isConnecting);
    m_strip->setActionEnabled(isValid); // what is wrong stands below the address
}

void ArchiveDialog::showConnecting()
{
    showWork(tr("Connecting to the archive…"));
}

void ArchiveDialog::showWork(const QString &sentence)
{
    setConnecting(true);
    m_strip->showProgress(sentence);
    growToTexts(*this);
}

void ArchiveDialog::showProblem(const QString &sentence)
{
    setConnecting(false);
    hideLastKnown();
    m_strip->show(MessageStrip::Kind::Error, sentence);
    growToTexts(*this);
}

void ArchiveDialog::showLastKnown(const QString &sentence, const QString &title,
                                  const QList<ArchiveSection> &known)
{
    setConnecting(false);
    m_strip->show(MessageStrip::Kind::Error, sentence, tr("Try again"));
    PlainText::show(m_knownTitle, title);
    m_known->list(known);
    m_knownTitle->show();
    m_known->show();
    growToTexts(*this);
}

void ArchiveDialog::hideLastKnown()
{
    m_knownTitle->hide();
    m_known->hide();
}

} // namespace Trailglass

#include "moc_archivedialog.cpp"
