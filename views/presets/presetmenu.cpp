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
    , m_sharedMenu(new QMenu(tr("S&hared in the archive"), this))
    , m_unshareMenu(new QMenu(tr("S&top sharing"), this))
    , m_end(addSeparator())
{
    setObjectName("presetMenu"_L1);
    setTitle(tr("&Presets"));
    setToolTipsVisible(true);
    addSharedMenu();
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

void PresetMenu::addSharedMenu()
{
    m_sharedMenu->setObjectName("sharedPresets"_L1);
    m_sharedMenu->setToolTipsVisible(true);
    m_sharedFailure = m_sharedMenu->addAction(tr("The shared presets could not be read."));
    m_sharedFailure->setObjectName("sharedFailure"_L1);
    m_sharedFailure->setEnabled(false);
    m_sharedFailure->setVisible(false);
    m_noShared = m_sharedMenu->addAction(tr("No presets are shared yet"));
    m_noShared->setEnabled(false);
    m_sharedMenu->addSeparator();
    m_share = m_sharedMenu->addAction(QString(), this, [this] { Q_EMIT shareAsked(m_current); });
    m_share->setObjectName("sharePreset"_L1);
    m_unshareMenu->setObjectName("unsharePresets"_L1);
    m_unshareMenu->setToolTipsVisible(true);
    m_sharedMenu->addMenu(m_unshareMenu);
    addMenu(m_sharedMenu)->setVisible(false);
}

/// Presets that come with the program, in a menu of their own: one's own presets stay in front.
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
    m_update->setText(tr("&Update “%1”").arg(PlainText::caption(m_current, fontMetrics(), WidestCaption)));
    // Without one of its own the text would be the tool tip, and a name could be markup there.
    m_update->setToolTip(PlainText::toolTip(tr("Replaces “%1” with the current filter").arg(m_current)));
    m_manage->setEnabled(!m_presets.isEmpty());
    m_export->setEnabled(!m_presets.isEmpty());
    fillShared();
}

void PresetMenu::setShared(const QList<Preset> &presets)
{
    const bool isNews = m_sharedFailure->isVisible() || presets != m_shared;
    if (m_sharedMenu->menuAction()->isVisible() && !isNews)
        return;
    m_shared = presets;
    m_sharedFailure->setVisible(false);
    m_sharedMenu->menuAction()->setVisible(true);
    fillShared();
}

void PresetMenu::setSharedFailure(const QString &reason)
{
    m_sharedFailure->setToolTip(PlainText::toolTip(reason));
    m_sharedFailure->setVisible(true);
    m_sharedMenu->menuAction()->setVisible(true);
    fillShared();
}

void PresetMenu::fillShared()
{
    // Not deleted at once: one of them may be signalling that it was chosen.
    for (QAction *entry : std::as_const(m_sharedEntries)) {
        m_sharedMenu->removeAction(entry);
        m_unshareMenu->removeAction(entry);
        entry->deleteLater();
    }
    m_sharedEntries.clear();
    for (const Preset &preset : std::as_const(m_shared))
        addShared(preset);
    m_noShared->setVisible(m_shared.isEmpty() && !m_sharedFailure->isVisible());
    m_unshareMenu->menuAction()->setVisible(!m_shared.isEmpty());
    const QString current = PlainText::caption(m_current, fontMetrics(), WidestCaption);
    m_share->setText(m_current.isEmpty() ? tr("&Share one of your own presets: choose it first")
                                         : tr("&Share “%1”").arg(current));
    m_share->setToolTip(PlainText::toolTip(tr("Puts it into the archive, for all who read that")));
    m_share->setEnabled(!m_current.isEmpty());
}

void PresetMenu::addShared(const Preset &preset)
{
    const QString caption = PlainText::caption(preset.name, fontMetrics(), WidestCaption);
    auto *entry = new QAction(caption, this);
    entry->setObjectName("shared:"_L1 + preset.name);
    entry->setToolTip(PlainText::toolTip(preset.expression));
    connect(entry, &QAction::triggered, this, [this, preset] { Q_EMIT applied(preset); });
    m_sharedMenu->insertAction(m_noShared, entry);
    auto *stop = new QAction(caption, this);
    stop->setObjectName("unshare:"_L1 + preset.name);
    stop->setToolTip(PlainText::toolTip(preset.expression));
    connect(stop, &QAction::triggered, this, [this, name = preset.name] { Q_EMIT unshareAsked(name); });
    m_unshareMenu->addAction(stop);
    m_sharedEntries += {entry, stop};
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
