// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/presets/presetdialog.h"

#include "models/core/text.h"
#include "models/presets/presetplan.h"
#include "models/presets/presetreferences.h"
#include "views/common/emptystate.h"
#include "views/common/formlabels.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"
#include "views/presets/presetfacts.h"
#include "views/presets/presetfiles.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxNameNoteLines = 4;

QPushButton *button(const QString &text, const QString &name)
{
    auto *made = new QPushButton(text);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

} // namespace

PresetDialog::PresetDialog(QWidget *parent)
    : QDialog(parent)
    , m_strip(new MessageStrip)
    , m_list(new QListWidget)
    , m_pages(new QStackedWidget)
    , m_export(button(tr("&Export…"), u"exportPresets"_s))
{
    setObjectName("presetDialog"_L1);
    setWindowTitle(tr("Presets"));
    m_list->setObjectName("presetList"_L1);
    m_list->setAccessibleName(tr("Presets"));
    m_list->setMinimumWidth(180);
    m_list->setMaximumWidth(280);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *none = new EmptyState;
    none->show(Glyph::Preset, tr("No presets yet"),
               tr("Save the current filter from the Presets menu, or import a preset file."));
    m_pages->addWidget(none);
    m_pages->addWidget(buildDetails());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *import = button(tr("&Import…"), u"importPresets"_s);
    buttons->addButton(import, QDialogButtonBox::ActionRole);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addWidget(m_pages, 2);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_strip);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    resize(720, 380);

    connect(m_list, &QListWidget::currentRowChanged, this, &PresetDialog::showChosen);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (const Preset *preset = chosen())
            Q_EMIT applied(*preset);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(import, &QPushButton::clicked, this, [this] {
        PresetFiles::askForImport(this, [this](const QString &fileName) { Q_EMIT importAsked(fileName); });
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        PresetFiles::askForExport(this, [this](const QString &fileName) { Q_EMIT exportAsked(fileName); });
    });
    setPresets({});
}

QWidget *PresetDialog::buildDetails()
{
    m_name = new QLineEdit;
    m_name->setObjectName("presetName"_L1);
    m_name->setMaxLength(static_cast<int>(2 * LongestPresetName));
    m_rename = button(tr("&Rename"), u"renamePreset"_s);
    m_note = new WrappedLabel(MaxNameNoteLines);
    m_note->setObjectName("presetNameNote"_L1);
    TextColour::set(*m_note, TextMeaning::Error);
    m_facts = new PresetFacts;
    QPushButton *apply = button(tr("&Apply"), u"applyPreset"_s);
    QPushButton *update = button(tr("&Update to current filter"), u"updatePreset"_s);
    update->setToolTip(
        tr("Replaces the preset's filter, columns and order, and its colour rules where it has "
           "any, with those of the window"));
    QPushButton *remove = button(tr("&Delete…"), u"deletePreset"_s);

    auto *nameLabel = new QLabel(tr("&Name"));
    nameLabel->setBuddy(m_name);
    auto *nameLine = new QHBoxLayout;
    nameLine->addWidget(m_name, 1);
    nameLine->addWidget(m_rename);
    auto *nameRow = new QFormLayout;
    nameRow->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    nameRow->addRow(nameLabel, nameLine);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(apply);
    buttons->addWidget(update);
    buttons->addStretch();
    buttons->addWidget(remove);
    auto *details = new QWidget;
    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins(Spacing::Normal, Spacing::None, Spacing::None, Spacing::None);
    layout->addLayout(nameRow);
    layout->addWidget(m_note);
    layout->addWidget(m_facts);
    layout->addStretch();
    layout->addLayout(buttons);
    alignFormLabels(*details);

    connect(m_name, &QLineEdit::textChanged, this, &PresetDialog::checkName);
    connect(m_name, &QLineEdit::returnPressed, this, &PresetDialog::rename);
    connect(m_rename, &QPushButton::clicked, this, &PresetDialog::rename);
    connect(apply, &QPushButton::clicked, this, [this] { Q_EMIT applied(*chosen()); });
    connect(update, &QPushButton::clicked, this, [this] { Q_EMIT updateAsked(chosen()->name); });
    connect(remove, &QPushButton::clicked, this, &PresetDialog::askToDelete);
    return details;
}

void PresetDialog::setPresets(const QList<Preset> &presets)
{
    const Preset *before = chosen();
    QString wanted = before ? before->name : QString();
    if (!m_renamedTo.isEmpty() && hasPresetNamed(m_renamedTo, presets))
        wanted = m_renamedTo;
    m_renamedTo.clear();
    const int row = m_list->currentRow();
    m_presets = presets;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Preset &preset : presets)
            m_list->addItem(visibleText(preset.name));
        m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    }
    m_pages->setCurrentIndex(presets.isEmpty() ? 0 : 1);
    m_export->setEnabled(!presets.isEmpty());
    choose(wanted);
    showChosen();
}

void PresetDialog::choose(const QString &name)
{
    const auto found = std::ranges::find(m_presets, name, &Preset::name);
    if (found != m_presets.end())
        m_list->setCurrentRow(static_cast<int>(found - m_presets.begin()));
}

const Preset *PresetDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_presets.size() ? &m_presets[row] : nullptr;
}

void PresetDialog::showChosen()
{
    const Preset *preset = chosen();
    if (!preset) {
        m_named.clear();
        return;
    }
    // The list may be updated while another name is being typed.
    if (preset->name != m_named)
        m_name->setText(preset->name);
    m_named = preset->name;
    m_facts->show(*preset);
    checkName();
}

void PresetDialog::checkName()
{
    const Preset *preset = chosen();
    const QString name = m_name->text();
    const bool changed = preset && name != preset->name;
    const Result<void> checked = changed ? checkNewName(preset->name, name, m_presets) : Result<void>();
    m_rename->setEnabled(changed && checked);
    PlainText::show(m_note, checked ? QString() : checked.error().message);
}

void PresetDialog::rename()
{
    if (!m_rename->isEnabled())
        return;
    m_renamedTo = m_name->text();
    Q_EMIT renameAsked(chosen()->name, m_renamedTo);
}

void PresetDialog::askToDelete()
{
    const QString name = chosen()->name;
    QStringList users;
    for (const Preset &preset : std::as_const(m_presets)) {
        if (preset.name != name && isPresetNamedIn(preset.expression, name))
            users.append(u'“' + preset.name + u'”');
    }
    const QString explanation = users.isEmpty()
        ? QString()
        : tr("These presets refer to it and cannot run without it: %1").arg(users.join(u", "_s));
    QMessageBox *box =
        PlainText::question(this, tr("Delete preset"), tr("Delete the preset “%1”?").arg(name), explanation);
    box->setObjectName("deleteQuestion"_L1);
    QPushButton *go = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    go->setObjectName("confirm"_L1);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(go, &QPushButton::clicked, this, [this, name] { Q_EMIT deleteAsked(name); });
    box->open();
}

} // namespace Trailglass

#include "moc_presetdialog.cpp"
