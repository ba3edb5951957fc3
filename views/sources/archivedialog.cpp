// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/archivedialog.h"

#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"
#include "views/sources/secreteditor.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxAddressNoteLines = 4;

SecretField keyField()
{
    return {.key = u"archive"_s,
            .label = ArchiveDialog::tr("Key"),
            .help =
                ArchiveDialog::tr("The password of the user at the server. Leave it empty if it is in the "
                                  "keychain, or if the user has none."),
            .required = false};
}

} // namespace

ArchiveDialog::ArchiveDialog(const QString &address, const std::optional<SecretReference> &key, Check check,
                             QWidget *parent, Purpose purpose)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_strip(new MessageStrip(this))
    , m_address(new QLineEdit(address, this))
    , m_note(new WrappedLabel(MaxAddressNoteLines, this))
    , m_key(new SecretEditor(keyField(), key, this))
{
    setObjectName("archiveDialog"_L1);
    setWindowTitle(purpose == Purpose::Open ? tr("Open archive") : tr("Push into an archive"));
    m_strip->setObjectName("archiveProblem"_L1);
    m_address->setObjectName("archiveAddress"_L1);
    m_address->setPlaceholderText(u"https://user@archive.example:8443/trailglass"_s);
    m_note->setObjectName("archiveAddressNote"_L1);
    build(purpose);
    connect(m_address, &QLineEdit::textChanged, this, &ArchiveDialog::checkAddress);
    checkAddress();
    (m_isValid ? static_cast<QWidget *>(m_key) : m_address)->setFocus();
}

void ArchiveDialog::build(Purpose purpose)
{
    const bool isPush = purpose == Purpose::Push;
    auto *label = new QLabel(tr("&Address of the archive, with the user"), this);
    label->setBuddy(m_address);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_open = buttons->addButton(isPush ? tr("&Push") : tr("&Open"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName("openArchiveButton"_L1);
    auto *address = new QVBoxLayout;
    address->setSpacing(Spacing::Tight);
    address->addWidget(label);
    address->addWidget(m_address);
    address->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_strip);
    if (isPush) {
        auto *explanation = new WrappedLabel(MaxAddressNoteLines, this);
        PlainText::show(explanation,
                        tr("The workspace is pushed into this archive now, and after each of its syncs once "
                           "that has gone through. The user needs the right to insert."));
        layout->addWidget(explanation);
    }
    layout->addLayout(address);
    layout->addWidget(m_key);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(600, isPush ? 320 : 280);
    connect(buttons, &QDialogButtonBox::accepted, this, &ArchiveDialog::request);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ArchiveDialog::checkAddress()
{
    const QString address = m_address->text().trimmed();
    const Result<QString> said = m_check(address);
    m_isValid = bool(said);
    const bool isMistake = !m_isValid && !address.isEmpty();
    TextColour::set(*m_note, isMistake ? TextMeaning::Error : TextMeaning::Quiet);
    if (address.isEmpty())
        PlainText::show(m_note, tr("As its administrator gives it: https://user@host:8443/database."));
    else
        PlainText::show(m_note, said ? *said : said.error().message);
    setConnecting(m_isConnecting);
}

void ArchiveDialog::request()
{
    const auto key = m_key->input(); // says in place what is wrong
    if (key)
        Q_EMIT openRequested({m_address->text().trimmed(), *key});
}

void ArchiveDialog::setConnecting(bool isConnecting)
{
    m_isConnecting = isConnecting;
    m_address->setEnabled(!isConnecting);
    m_key->setEnabled(!isConnecting);
    m_open->setEnabled(m_isValid && !isConnecting);
}

void ArchiveDialog::showConnecting()
{
    showWork(tr("Connecting to the archive…"));
}

void ArchiveDialog::showWork(const QString &sentence)
{
    setConnecting(true);
    m_strip->showProgress(sentence);
}

void ArchiveDialog::showProblem(const QString &sentence)
{
    setConnecting(false);
    m_strip->show(MessageStrip::Kind::Error, sentence);
}

} // namespace Trailglass

#include "moc_archivedialog.cpp"
