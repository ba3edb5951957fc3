// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/secreteditor.h"

#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/sources/fieldnote.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// The entry of an optional credential that is kept and shall go.
constexpr int NoPlace = -1;

bool isTypedIn(SecretReference::Kind kind)
{
    return kind == SecretReference::Kind::Keychain || kind == SecretReference::Kind::Session;
}

} // namespace

SecretEditor::SecretEditor(const SecretField &field, const std::optional<SecretReference> &kept,
                           QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_kept(kept)
    , m_place(new QComboBox(this))
    , m_secret(new QLineEdit(this))
    , m_reference(new QLineEdit(this))
    , m_browse(new QToolButton(this))
    , m_note(new FieldNote(field.help, this))
{
    setObjectName("secret_"_L1 + field.key);
    auto *label = new QLabel(this);
    PlainText::show(label, field.required ? field.label : tr("%1 (optional)").arg(field.label));
    label->setBuddy(m_secret);
    m_secret->setObjectName("secret"_L1);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_secret->setAccessibleName(field.label);
    m_secret->setAccessibleDescription(field.help);
    m_reference->setObjectName("reference"_L1);
    m_place->setObjectName("place"_L1);
    m_place->setAccessibleName(tr("Storage: %1").arg(field.label));
    m_browse->setObjectName("browse"_L1);
    m_browse->setText(tr("Choose…"));
    m_browse->setAccessibleName(tr("Choose the file"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_secret, 1);
    row->addWidget(m_reference, 1);
    row->addWidget(m_browse);
    row->addWidget(m_place);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Tight);
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(m_note);
    setTabOrder(m_browse, m_place); // as they stand in the row
    fillPlaces();
    connect(m_place, &QComboBox::currentIndexChanged, this, &SecretEditor::placeChanged);
    connect(m_browse, &QToolButton::clicked, this, &SecretEditor::chooseFile);
    for (QLineEdit *line : {m_secret, m_reference}) {
        connect(line, &QLineEdit::textChanged, this, [this] {
            m_note->showError({});
            showReference();
            Q_EMIT edited();
        });
    }
    placeChanged();
}

SecretEditor::~SecretEditor()
{
    m_secret->blockSignals(true);
    m_secret->clear();
}

void SecretEditor::fillPlaces()
{
    m_place->addItem(tr("Keep in the keychain"), int(Kind::Keychain));
    m_place->addItem(tr("For this session only"), int(Kind::Session));
    m_place->addItem(tr("Environment variable"), int(Kind::Environment));
    m_place->addItem(tr("Private file"), int(Kind::File));
    if (!m_kept)
        return;
    if (!m_field.required)
        m_place->addItem(tr("Not used"), NoPlace);
    m_place->setCurrentIndex(m_place->findData(int(m_kept->kind)));
    m_reference->setText(m_kept->place);
}

std::optional<SecretReference::Kind> SecretEditor::place() const
{
    const int chosen = m_place->currentData().toInt();
    return chosen == NoPlace ? std::nullopt : std::optional(static_cast<Kind>(chosen));
}

bool SecretEditor::isKept() const
{
    return m_kept && place() == m_kept->kind;
}

QString SecretEditor::placeholder() const
{
    if (!isKept())
        return {};
    return place() == Kind::Keychain ? tr("Kept in the keychain – type to replace")
                                     : tr("Kept for this session – type to replace");
}

void SecretEditor::placeChanged()
{
    const std::optional<Kind> kind = place();
    const bool isFile = kind == Kind::File;
    m_secret->setVisible(!kind || isTypedIn(*kind));
    m_secret->setEnabled(kind.has_value());
    m_secret->setPlaceholderText(placeholder());
    m_reference->setVisible(!m_secret->isVisibleTo(this));
    m_browse->setVisible(isFile);
    m_reference->setPlaceholderText(isFile ? tr("/path/to/a/file readable only by you")
                                           : tr("VARIABLE_NAME"));
    m_reference->setAccessibleName(isFile ? tr("Path of the file with: %1").arg(m_field.label)
                                          : tr("Variable with: %1").arg(m_field.label));
    setFocusProxy(m_secret->isVisibleTo(this) ? m_secret : m_reference);
    m_note->showError({});
    showReference();
    Q_EMIT edited();
}

void SecretEditor::showReference()
{
    // Of the place only: what is secret is shown nowhere.
    m_note->showInput(m_reference->isVisibleTo(this) ? m_reference->text() : QString());
}

void SecretEditor::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("File with the credential"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_reference, &QLineEdit::setText);
    dialog->open();
}

bool SecretEditor::goesToKeychain() const
{
    return place() == Kind::Keychain && !m_secret->text().isEmpty();
}

void SecretEditor::keepForSession()
{
    m_place->setCurrentIndex(m_place->findData(int(Kind::Session)));
}

void SecretEditor::forgetTyped()
{
    m_secret->clear();
}

Result<std::optional<EnteredSecret>> SecretEditor::input()
{
    Result<std::optional<EnteredSecret>> result = read();
    m_note->showError(result ? QString() : result.error().message);
    return result;
}

Result<std::optional<EnteredSecret>> SecretEditor::read() const
{
    const std::optional<Kind> kind = place();
    if (!kind)
        return std::optional<EnteredSecret>();
    if (isTypedIn(*kind))
        return readTyped(*kind);
    const QString written = m_reference->text().trimmed();
    if (written.isEmpty() && !m_field.required)
        return std::optional<EnteredSecret>();
    if (*kind == Kind::File && !written.startsWith(u'/'))
        return Error{ErrorKind::Usage, tr("Enter the absolute path of the file, or choose the file.")};
    const auto reference = parseSecretReference(printSecretReference({*kind, written}));
    if (!reference && *kind == Kind::Environment) {
        return Error{ErrorKind::Usage,
                     tr("Enter the name of a variable: letters, digits and _, not starting with a digit.")};
    }
    if (!reference)
        return reference.error();
    return std::optional(EnteredSecret{*reference, {}});
}

Result<std::optional<EnteredSecret>> SecretEditor::readTyped(Kind kind) const
{
    QByteArray typed = m_secret->text().toUtf8();
    if (typed.isEmpty()) {
        if (isKept())
            return std::optional(EnteredSecret{*m_kept, {}});
        if (!m_field.required)
            return std::optional<EnteredSecret>();
        return Error{ErrorKind::Usage, tr("Required. %1").arg(m_field.help)};
    }
    Result<Secret> secret = Secret::fromText(typed);
    wipe(typed);
    if (!secret)
        return secret.error();
    return std::optional(EnteredSecret{{kind, {}}, *std::move(secret)});
}

} // namespace Trailglass

#include "moc_secreteditor.cpp"
