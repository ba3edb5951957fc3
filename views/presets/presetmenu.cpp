// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/presets/presetmenu.h"

#include "models/presets/builtinpresets.h"
#include "views/common/plaintext.h"
#include "views/presets/presetfiles.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// A name of a hundred wide letters would make the menu as wide as the screen.
constexpr int WidestCaption = 360; // pixels

} // namespace

PresetMenu::PresetMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName("presetMenu"_L1);
    setTitle(tr("&Presets"));
    setToolTipsVisible(true);
    m_end = addSeparator();
    addBuiltIns();
    QAction *save = addAction(tr("&Save filter as preset…"), this, &PresetMenu::saveAsked);
    save->setObjectName("savePreset"_L1);
    m_update = addAction(QString(), this, [this] { Q_EMIT updateAsked(m_current); });
    m_update->setObjectName("updatePreset"_L1);
    addSeparator();
    m_manage = addAction(tr("&Manage presets…"), this, &PresetMenu::manageAsked);
    m_manage->setObjectName("managePresets"_L1);
    QAction *import = addAction(tr("&Import presets…"), this, [this] {
        PresetFiles::askForImport(parentWidget(),
                                  [this](const QString &fileName) { Q_EMIT importAsked(fileName); });
    });
    import->setObjectName("importPresets"_L1);
    m_export = addAction(tr("&Export presets…"), this, [this] {
        PresetFiles::askForExport(parentWidget(),
                                  [this](const QString &fileName) { Q_EMIT exportAsked(fileName); });
    });
    m_export->setObjectName("exportPresets"_L1);
    fill();
}

/// Questions that come with the program, in a menu of their own: one's own presets stay in front.
void PresetMenu::addBuiltIns()
{
    QMenu *builtIns = addMenu(tr("&Built in"));
    builtIns->setObjectName("builtInPresets"_L1);
    builtIns->setToolTipsVisible(true);
    for (const BuiltInPreset &builtIn : builtInPresets()) {
        QAction *entry = builtIns->addAction(PlainText::caption(builtIn.title), this,
                                             [this, preset = builtIn.preset] { Q_EMIT applied(preset); });
        entry->setObjectName("builtIn:"_L1 + builtIn.preset.name);
        entry->setToolTip(PlainText::toolTip(builtIn.preset.expression));
    }
}

void PresetMenu::setPresets(const QList<Preset> &presets)
{
    if (presets == m_presets)
        return;
    m_presets = presets;
    fill();
}

void PresetMenu::setCurrent(const QString &name)
{
    if (name == m_current)
        return;
    m_current = name;
    fill();
}

void PresetMenu::fill()
{
    // Not deleted at once: one of them may be signalling that it was chosen.
    for (QAction *entry : std::as_const(m_entries)) {
        removeAction(entry);
        entry->deleteLater();
    }
    m_entries.clear();
    if (!hasPresetNamed(m_current, m_presets))
        m_current.clear();
    for (const Preset &preset : std::as_const(m_presets))
        addPreset(preset);
    if (m_presets.isEmpty()) {
        auto *none = new QAction(tr("No presets yet"), this);
        none->setEnabled(false);
        insertAction(m_end, none);
        m_entries.append(none);
    }
    m_update->setVisible(!m_current.isEmpty());
    m_update->setText(tr("&Update “%1”").arg(PlainText::caption(m_current)));
    // Without one of its own the text would be the tool tip, and a name could be markup there.
    m_update->setToolTip(PlainText::toolTip(tr("Replaces “%1” with the current filter").arg(m_current)));
    m_manage->setEnabled(!m_presets.isEmpty());
    m_export->setEnabled(!m_presets.isEmpty());
}

void PresetMenu::addPreset(const Preset &preset)
{
    const QString caption = fontMetrics().elidedText(preset.name, Qt::ElideMiddle, WidestCaption);
    auto *entry = new QAction(PlainText::caption(caption), this);
    entry->setObjectName("preset:"_L1 + preset.name);
    entry->setToolTip(PlainText::toolTip(preset.expression));
    entry->setCheckable(true);
    entry->setChecked(preset.name == m_current);
    connect(entry, &QAction::triggered, this, [this, preset] {
        Q_EMIT applied(preset);
        setCurrent(preset.name);
    });
    insertAction(m_end, entry);
    m_entries.append(entry);
}

} // namespace Trailglass

#include "moc_presetmenu.cpp"
