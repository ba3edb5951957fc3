// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/archiveform.h"

#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"
#include "views/sources/secreteditor.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxAddressNoteLines = 4;

SecretField keyField()
{
    return {.key = u"archive"_s,
            .label = ArchiveForm::tr("Key"),
            .help = ArchiveForm::tr("The password of the user at the server. Leave it empty if it is in the "
                                    "keychain, or if the user has none."),
            .required = false};
}

} // namespace

ArchiveForm::ArchiveForm(const QString &address, const std::optional<SecretReference> &key, Check check,
                         QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_address(new QLineEdit(address, this))
    , m_note(new WrappedLabel(MaxAddressNoteLines, this))
    , m_key(new SecretEditor(keyField(), key, this))
{
    m_address->setObjectName("archiveAddress"_L1);
    m_address->setPlaceholderText(u"https://user@archive.example:8443/trailglass"_s);
    m_note->setObjectName("archiveAddressNote"_L1);
    auto *label = new QLabel(tr("&Address of the archive, with the user"), this);
    label->setBuddy(m_address);
    auto *fields = new QVBoxLayout;
    fields->setSpacing(Spacing::Tight);
    fields->addWidget(label);
    fields->addWidget(m_address);
    fields->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(fields);
    layout->addWidget(m_key);
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        checkAddress();
        Q_EMIT edited();
    });
    checkAddress();
}

void ArchiveForm::checkAddress()
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
}

std::optional<EnteredArchive> ArchiveForm::input()
{
    const auto key = m_key->input(); // says in place what is wrong
    if (!key)
        return std::nullopt;
    return EnteredArchive{m_address->text().trimmed(), *key};
}

void ArchiveForm::setAddress(const QString &address)
{
    m_address->setText(address);
}

void ArchiveForm::forgetKey()
{
    m_key->forgetTyped();
}

void ArchiveForm::focusFirst()
{
    (m_isValid ? static_cast<QWidget *>(m_key) : m_address)->setFocus();
}

} // namespace Trailglass

#include "moc_archiveform.cpp"
