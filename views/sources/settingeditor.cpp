// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/settingeditor.h"

#include "models/sources/settingcheck.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/sources/fieldnote.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

SettingEditor::SettingEditor(const SettingField &field, const QString &value, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_note(new FieldNote(field.help, this))
{
    setObjectName("setting_"_L1 + field.key);
    auto *label = new QLabel(this);
    const bool optional = !field.required && !field.scope && field.defaultValue.isEmpty();
    PlainText::show(label, optional ? tr("%1 (optional)").arg(field.label) : field.label);
    QWidget *input = field.choices.isEmpty() ? makeInput(value) : makeChoices(value);
    input->setObjectName("input"_L1);
    input->setAccessibleName(field.label);
    input->setAccessibleDescription(field.help);
    label->setBuddy(input);
    setFocusProxy(input);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Tight);
    layout->addWidget(label);
    layout->addWidget(input);
    layout->addWidget(m_note);
    m_note->showInput(this->value());
}

QWidget *SettingEditor::makeInput(const QString &value)
{
    m_line = new QLineEdit(value, this);
    m_line->setPlaceholderText(m_field.defaultValue);
    connect(m_line, &QLineEdit::textChanged, this, &SettingEditor::noteEdit);
    return m_line;
}

QWidget *SettingEditor::makeChoices(const QString &value)
{
    m_choices = new QComboBox(this);
    m_choices->setEditable(m_field.choicesAreOpen);
    m_choices->setInsertPolicy(QComboBox::NoInsert);
    if (m_field.defaultValue.isEmpty())
        m_choices->addItem(m_field.choicesAreOpen ? QString() : tr("Any"), QString());
    for (const QString &choice : m_field.choices)
        m_choices->addItem(choice, choice);
    const QString shown = value.isEmpty() ? m_field.defaultValue : value;
    if (m_field.choicesAreOpen) {
        m_choices->setEditText(shown);
        m_choices->lineEdit()->setPlaceholderText(tr("Any"));
    } else {
        m_choices->setCurrentIndex(qMax(0, m_choices->findData(shown)));
    }
    connect(m_choices, &QComboBox::currentTextChanged, this, &SettingEditor::noteEdit);
    return m_choices;
}

QString SettingEditor::value() const
{
    const QString text = m_line  ? m_line->text()
        : m_field.choicesAreOpen ? m_choices->currentText()
                                 : m_choices->currentData().toString();
    return text.trimmed() == m_field.defaultValue ? QString() : text;
}

QString SettingEditor::problem() const
{
    const QString typed = value();
    if (typed.trimmed().isEmpty())
        return {};
    // A form speaks of a setting by its label: the message takes it in the key's place.
    SettingField named = m_field;
    named.key = m_field.label;
    const Result<QString> checked = checkedSetting(named, typed);
    return checked ? QString() : checked.error().message;
}

void SettingEditor::noteEdit()
{
    m_note->showError(problem());
    m_note->showInput(value());
    Q_EMIT edited();
}

bool SettingEditor::check()
{
    const bool missing = m_field.required && m_field.defaultValue.isEmpty() && value().trimmed().isEmpty();
    m_note->showError(missing ? tr("Required. %1").arg(m_field.help) : problem());
    return m_note->error().isEmpty();
}

void SettingEditor::showError(const QString &text)
{
    m_note->showError(text);
}

} // namespace Trailglass

#include "moc_settingeditor.cpp"
