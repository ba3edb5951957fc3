// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/presets/presetnamedialog.h"

#include "views/common/formlabels.h"
#include "views/common/plaintext.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"
#include "views/presets/presetfacts.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxPresetNoteLines = 4;

} // namespace

PresetNameDialog::PresetNameDialog(Preset preset, QList<Preset> existing, QWidget *parent,
                                   QList<Preset> further)
    : QDialog(parent)
    , m_preset(std::move(preset))
    , m_existing(std::move(existing))
    , m_further(std::move(further))
    , m_name(new QLineEdit)
    , m_note(new WrappedLabel(MaxPresetNoteLines))
    , m_facts(new PresetFacts)
    , m_withRules(new QCheckBox(tr("With the &colour rules of the table")))
{
    setObjectName("presetNameDialog"_L1);
    setWindowTitle(tr("Save filter as preset"));
    m_name->setObjectName("presetName"_L1);
    m_name->setText(m_preset.name);
    m_name->selectAll();
    m_note->setObjectName("presetNameNote"_L1);
    m_withRules->setObjectName("withColourRules"_L1);
    m_withRules->setToolTip(tr("Applying the preset then replaces the colour rules of the table"));
    m_facts->show(presetToSave());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName("saveButton"_L1);

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(QString(), m_note);
    form->addRow(m_facts);
    form->addRow(QString(), m_withRules);
    form->setRowVisible(m_withRules, !m_preset.colourRules.isEmpty());
    form->addRow(buttons);
    alignFormLabels(*this);
    m_save->setDefault(true); // only now: outside a dialog it says nothing
    resize(460, sizeHint().height());

    connect(m_name, &QLineEdit::textChanged, this, &PresetNameDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_withRules, &QCheckBox::toggled, this, [this] { m_facts->show(presetToSave()); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT named(presetToSave());
    });
    check();
    m_name->setFocus();
}

Preset PresetNameDialog::presetToSave() const
{
    Preset preset = m_preset;
    preset.name = m_name->text().trimmed();
    if (!m_withRules->isChecked())
        preset.colourRules.clear();
    return preset;
}

void PresetNameDialog::check()
{
    const Preset saved = presetToSave();
    const bool isEmpty = saved.name.isEmpty();
    const Result<void> checked =
        isEmpty ? Result<void>() : checkPresetAmong(saved, withSharedPresets(m_existing, m_further));
    const bool replaces = hasPresetNamed(saved.name, m_existing);
    m_save->setEnabled(!isEmpty && checked);
    m_save->setText(replaces ? tr("&Replace") : tr("&Save"));
    if (!checked)
        showNote(checked.error().message, true);
    else
        showNote(replaces ? tr("A preset with this name already exists. Saving replaces it.")
                          : tr("Usable in filters as preset:name"),
                 false);
}

void PresetNameDialog::showNote(const QString &note, bool isError)
{
    TextColour::set(*m_note, isError ? TextMeaning::Error : TextMeaning::Quiet);
    PlainText::show(m_note, note);
}

} // namespace Trailglass

#include "moc_presetnamedialog.cpp"
