// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourceform.h"

#include "models/sources/sourcename.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/sources/fieldnote.h"
#include "views/sources/scheduleeditor.h"
#include "views/sources/secreteditor.h"
#include "views/sources/settingeditor.h"
#include "views/sources/sourcetypetext.h"

#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(textFont(TextStyle::Strong, label->font()));
    return label;
}

Qt::ArrowType scopeArrow(bool isOpen)
{
    if (isOpen)
        return Qt::DownArrow;
    return QGuiApplication::isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
}

} // namespace

SourceForm::SourceForm(const SourceType &type, const std::optional<ExistingSource> &existing, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_existing(existing)
    , m_name(new QLineEdit(this))
    , m_nameNote(new FieldNote(tr("A name for this source, for example %1-team.").arg(type.name), this))
{
    setObjectName("form_"_L1 + type.name);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    addName(layout);
    addSettings(layout);
    addSecrets(layout);
    addScope(layout);
    addSchedule(layout);
    layout->addStretch();
}

void SourceForm::addName(QVBoxLayout *layout)
{
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_name);
    m_name->setObjectName("sourceName"_L1);
    m_name->setAccessibleName(tr("Name of the source"));
    m_name->setText(m_existing ? m_existing->name : m_type.name);
    m_name->setReadOnly(m_existing.has_value());
    m_name->setEnabled(!m_existing);
    m_nameNote->setVisible(!m_existing);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        static_cast<void>(checkName());
        Q_EMIT edited();
    });
    auto *group = new QVBoxLayout;
    group->setSpacing(Spacing::Tight);
    group->addWidget(label);
    group->addWidget(m_name);
    group->addWidget(m_nameNote);
    layout->addLayout(group);
}

SettingEditor *SourceForm::addSetting(const SettingField &field, QVBoxLayout *layout)
{
    const QString value = m_existing ? m_existing->settings.value(field.key) : QString();
    auto *editor = new SettingEditor(field, value, this);
    connect(editor, &SettingEditor::edited, this, &SourceForm::edited);
    m_settings.append(editor);
    layout->addWidget(editor);
    return editor;
}

void SourceForm::addSettings(QVBoxLayout *layout)
{
    for (const SettingField &field : m_type.settings) {
        if (!field.scope)
            static_cast<void>(addSetting(field, layout));
    }
}

void SourceForm::addSecrets(QVBoxLayout *layout)
{
    layout->addSpacing(Spacing::Tight);
    layout->addWidget(heading(tr("Credentials"), this));
    if (const QString advice = credentialAdvice(m_type.name); !advice.isEmpty())
        layout->addWidget(new FieldNote(advice, this));
    for (const SecretField &field : m_type.secrets) {
        std::optional<SecretReference> kept;
        if (m_existing && m_existing->secrets.contains(field.key))
            kept = m_existing->secrets.value(field.key);
        auto *editor = new SecretEditor(field, kept, this);
        connect(editor, &SecretEditor::edited, this, &SourceForm::edited);
        m_secrets.append(editor);
        layout->addWidget(editor);
    }
}

void SourceForm::addScope(QVBoxLayout *layout)
{
    if (std::ranges::none_of(m_type.settings, &SettingField::scope))
        return;
    m_scopeButton = new QToolButton(this);
    m_scopeButton->setObjectName("scopeButton"_L1);
    m_scopeButton->setText(tr("Restrict what is fetched"));
    m_scopeButton->setCheckable(true);
    m_scopeButton->setAutoRaise(true);
    m_scopeButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *body = new QWidget(this);
    body->setObjectName("scope"_L1);
    auto *inner = new QVBoxLayout(body);
    inner->setContentsMargins(
        mirrored(layoutDirection(), {Spacing::Section, Spacing::None, Spacing::None, Spacing::None}));
    inner->setSpacing(Spacing::Wide);
    bool anySet = false;
    for (const SettingField &field : m_type.settings) {
        if (field.scope)
            anySet = !addSetting(field, inner)->value().isEmpty() || anySet;
    }
    connect(m_scopeButton, &QToolButton::toggled, body, [this, body](bool open) {
        m_scopeButton->setArrowType(scopeArrow(open));
        body->setVisible(open);
    });
    m_scopeButton->setChecked(anySet);
    m_scopeButton->setArrowType(scopeArrow(anySet));
    body->setVisible(anySet);
    layout->addWidget(m_scopeButton, 0, Qt::AlignLeft);
    layout->addWidget(body);
}

void SourceForm::addSchedule(QVBoxLayout *layout)
{
    layout->addSpacing(Spacing::Tight);
    layout->addWidget(heading(tr("Sync"), this));
    m_schedule = new ScheduleEditor(m_existing ? m_existing->schedule : SyncSchedule(), this);
    layout->addWidget(m_schedule);
    layout->addWidget(new FieldNote(
        tr("While this window is open. It belongs to your settings and is not stored in the workspace."),
        this));
}

bool SourceForm::checkName()
{
    const Result<void> checked = m_existing ? Result<void>() : checkSourceName(m_name->text());
    m_nameNote->showError(checked ? QString() : checked.error().message);
    m_nameNote->setVisible(!m_existing);
    return checked.hasValue();
}

Result<EnteredSource> SourceForm::input()
{
    QWidget *first = checkName() ? nullptr : m_name;
    QString message = m_nameNote->error();
    const auto problem = [&](QWidget *place, const QString &text) {
        if (!first) {
            first = place;
            message = text;
        }
    };
    EnteredSource input{.name = name(),
                        .type = m_type.name,
                        .settings = {},
                        .secrets = {},
                        .schedule = m_schedule->schedule()};
    for (SettingEditor *editor : std::as_const(m_settings)) {
        if (!editor->check())
            problem(editor, tr("Check %1.").arg(editor->field().label));
        else if (const QString value = editor->value().trimmed(); !value.isEmpty())
            input.settings.insert(editor->field().key, value);
    }
    for (SecretEditor *editor : std::as_const(m_secrets)) {
        const Result<std::optional<EnteredSecret>> secret = editor->input();
        if (!secret)
            problem(editor, tr("Check %1.").arg(editor->field().label));
        else if (*secret)
            input.secrets.insert(editor->field().key, **secret);
    }
    if (first) {
        showProblem(first);
        return Error{ErrorKind::Usage, message};
    }
    const Result<SourceSettings> together = SourceSettings::fromValues(m_type, input.settings);
    if (!together)
        return Error{ErrorKind::Usage, withLabels(together.error().message, m_type)};
    input.settings = together->values();
    return input;
}

void SourceForm::showProblem(QWidget *place)
{
    const auto *setting = qobject_cast<const SettingEditor *>(place);
    if (setting && setting->field().scope)
        m_scopeButton->setChecked(true);
    place->setFocus(Qt::OtherFocusReason);
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above)) {
            area->ensureWidgetVisible(place);
            return;
        }
    }
}

bool SourceForm::goesToKeychain() const
{
    return std::ranges::any_of(m_secrets, &SecretEditor::goesToKeychain);
}

void SourceForm::keepSecretsForSession()
{
    for (SecretEditor *editor : std::as_const(m_secrets)) {
        if (editor->goesToKeychain())
            editor->keepForSession();
    }
}

QString SourceForm::name() const
{
    return m_existing ? m_existing->name : m_name->text();
}

QString withLabels(QString message, const SourceType &type)
{
    for (const SettingField &field : type.settings) {
        const bool isWord = std::ranges::all_of(field.key, [](QChar letter) { return letter.isLower(); });
        if (isWord)
            continue;
        const QRegularExpression key(u"\\b%1\\b"_s.arg(QRegularExpression::escape(field.key)));
        message.replace(key, u"“%1”"_s.arg(field.label));
    }
    return message;
}

} // namespace Trailglass

#include "moc_sourceform.cpp"
