// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/keyplacedialog.h"

#include "views/common/dialogheight.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/progressrow.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"
#include "views/evidence/keychangequestions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

using KeyPlaceKind = SecretReference::Kind;

constexpr int MaxPlaceLines = 4;
constexpr int PlaceWidth = 620; // px

QString keyPlaceHelp(KeyPlaceKind kind)
{
    if (kind == KeyPlaceKind::Keychain) {
        return KeyPlaceDialog::tr("The present key moves into the keychain, and stays what it is. If there "
                                  "is none yet, a new one is made there.");
    }
    return kind == KeyPlaceKind::File
        ? KeyPlaceDialog::tr("A file that only you can read, with 32 random bytes in base64: “openssl rand "
                             "-base64 32” makes them.")
        : KeyPlaceDialog::tr("A variable that is set where Trailglass is started, with 32 random bytes in "
                             "base64: “openssl rand -base64 32” makes them.");
}

QLabel *keyPlaceLabel(QWidget *input, const QString &text)
{
    auto *label = new QLabel(text);
    label->setBuddy(input);
    return label;
}

} // namespace

KeyPlaceDialog::KeyPlaceDialog(Check check, QWidget *parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_strip(new MessageStrip)
    , m_kind(new QComboBox)
    , m_name(new QLineEdit)
    , m_browse(new QPushButton(tr("&Browse…")))
    , m_help(new WrappedLabel(MaxPlaceLines))
    , m_lost(new QCheckBox(tr("The present key is &lost: another one goes without its signature")))
    , m_progress(new ProgressRow(u"keyPlace"_s, tr("The key is being changed")))
{
    setObjectName("keyPlaceDialog"_L1);
    setWindowTitle(tr("Use another key"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &KeyPlaceDialog::placeChanged);
    connect(m_name, &QLineEdit::textChanged, this, &KeyPlaceDialog::placeChanged);
    connect(m_browse, &QPushButton::clicked, this, &KeyPlaceDialog::chooseFile);
    connect(m_use, &QPushButton::clicked, this, &KeyPlaceDialog::start);
    connect(m_progress, &ProgressRow::stopped, this, &KeyPlaceDialog::cancelRequested);
    placeChanged();
    resize(PlaceWidth, layout()->totalHeightForWidth(PlaceWidth));
    m_name->setFocus();
}

QWidget *KeyPlaceDialog::buildPlace()
{
    m_kind->setObjectName("keyPlaceKind"_L1);
    m_kind->setAccessibleName(tr("Place of the key"));
    m_kind->addItem(tr("Private file"), static_cast<int>(KeyPlaceKind::File));
    m_kind->addItem(tr("Environment variable"), static_cast<int>(KeyPlaceKind::Environment));
    m_kind->addItem(tr("Keychain"), static_cast<int>(KeyPlaceKind::Keychain));
    m_name->setObjectName("keyPlaceName"_L1);
    m_browse->setObjectName("keyPlaceBrowse"_L1);
    m_browse->setAutoDefault(false);
    m_help->setObjectName("keyPlaceHelp"_L1);
    auto *name = new QHBoxLayout;
    name->setSpacing(Spacing::Normal);
    name->addWidget(m_name, 1);
    name->addWidget(m_browse);
    auto *place = new QWidget;
    auto *form = new QFormLayout(place);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(keyPlaceLabel(m_kind, tr("&Kept in")), m_kind);
    form->addRow(keyPlaceLabel(m_name, tr("&Name or path")), name);
    return place;
}

void KeyPlaceDialog::build()
{
    auto *explanation = new WrappedLabel(MaxPlaceLines);
    PlainText::show(explanation,
                    tr("Trailglass reads the key from there each time it signs, and stores no copy of it. "
                       "If it is another key than the present one, the present one signs it, and then "
                       "leaves the keychain. Earlier checkpoints are verified with the key that has signed "
                       "them."));
    m_lost->setObjectName("keyPlaceLost"_L1);
    auto *meaning = new WrappedLabel(MaxPlaceLines);
    TextColour::set(*meaning, TextMeaning::Quiet);
    PlainText::show(meaning, lostKeyMeaning());
    m_lost->setAccessibleDescription(meaning->text());
    auto *lost = new QVBoxLayout;
    lost->setSpacing(Spacing::Tight);
    lost->addWidget(m_lost);
    lost->addWidget(meaning);
    auto *buttons = new QDialogButtonBox;
    m_use = buttons->addButton(tr("&Use this key"), QDialogButtonBox::ApplyRole);
    m_use->setObjectName("keyPlaceUse"_L1);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName("keyPlaceCancel"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_strip);
    layout->addWidget(explanation);
    layout->addWidget(buildPlace());
    layout->addWidget(m_help);
    layout->addLayout(lost);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addWidget(buttons);
    m_use->setDefault(true); // only now: outside a dialog it says nothing
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

SecretReference::Kind KeyPlaceDialog::kind() const
{
    return static_cast<KeyPlaceKind>(m_kind->currentData().toInt());
}

/// What was wrong is wrong no more, or is not known to be.
void KeyPlaceDialog::placeChanged()
{
    const bool isFile = kind() == KeyPlaceKind::File;
    const QString example = isFile ? tr("/path/to/a/file readable only by you") : tr("VARIABLE_NAME");
    m_name->setPlaceholderText(kind() == KeyPlaceKind::Keychain ? QString() : example);
    m_name->setAccessibleName(isFile ? tr("Path of the file with the key")
                                     : tr("Name of the variable with the key"));
    TextColour::set(*m_help, TextMeaning::Quiet);
    PlainText::show(m_help, keyPlaceHelp(kind()));
    updateInputs();
}

void KeyPlaceDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("File with the key"));
    dialog->setObjectName("keyFileDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_name, &QLineEdit::setText);
    dialog->open();
}

Result<SecretReference> KeyPlaceDialog::place() const
{
    const QString written = m_name->text().trimmed();
    if (kind() == KeyPlaceKind::Keychain)
        return SecretReference{};
    if (kind() == KeyPlaceKind::File && !written.startsWith(u'/'))
        return Error{ErrorKind::Usage, tr("Enter the absolute path of the file, or choose the file.")};
    const QString reference = printSecretReference({kind(), written});
    if (kind() == KeyPlaceKind::Environment && !parseSecretReference(reference)) {
        return Error{ErrorKind::Usage,
                     tr("Enter the name of a variable: letters, digits and _, not starting with a digit.")};
    }
    return m_check(reference);
}

void KeyPlaceDialog::start()
{
    if (m_isBusy)
        return;
    const auto chosen = place();
    if (!chosen) {
        TextColour::set(*m_help, TextMeaning::Error);
        PlainText::show(m_help, chosen.error().message);
        m_name->setFocus();
        return growToTexts(*this);
    }
    const KeyChoice choice{.place = *chosen,
                           .isFormerLost = kind() != KeyPlaceKind::Keychain && m_lost->isChecked()};
    m_isBusy = true;
    m_strip->hide();
    m_progress->begin();
    updateInputs();
    Q_EMIT keyRequested(choice);
}

void KeyPlaceDialog::endWork()
{
    m_isBusy = false;
    m_progress->end();
    updateInputs();
    // Not where the focus went meanwhile: Enter tries again.
    if (m_name->isEnabled())
        m_name->setFocus();
    else
        m_use->setFocus();
}

void KeyPlaceDialog::showFailure(const QString &sentence)
{
    endWork();
    m_strip->show(MessageStrip::Kind::Error, sentence);
    growToTexts(*this);
}

void KeyPlaceDialog::showChanged()
{
    m_isBusy = false;
    accept();
}

void KeyPlaceDialog::updateInputs()
{
    m_kind->setEnabled(!m_isBusy);
    m_name->setEnabled(!m_isBusy && kind() != KeyPlaceKind::Keychain);
    m_browse->setEnabled(!m_isBusy && kind() == KeyPlaceKind::File);
    m_lost->setEnabled(!m_isBusy && kind() != KeyPlaceKind::Keychain);
    m_use->setEnabled(!m_isBusy);
}

void KeyPlaceDialog::done(int result)
{
    if (m_isBusy)
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_keyplacedialog.cpp"
