// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/presetcontroller.h"

#include "app/trailglass/colourrulescontroller.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "models/presets/presetcolours.h"
#include "models/presets/presetreferences.h"
#include "models/query/sortorder.h"
#include "models/workspace/presetservice.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/presets/presetdialog.h"
#include "views/presets/presetmenu.h"
#include "views/presets/presetnamedialog.h"
#include "views/window/mainwindow.h"

#include <memory>
#include <utility>

namespace Trailglass {

namespace {

constexpr qsizetype ShownWarnings = 3; // of an import; the command line shows more

} // namespace

PresetController::PresetController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.service, &PresetService::listed, this, [this](const QList<Preset> &presets) {
        m_parts.menu.setPresets(presets);
        if (m_dialog)
            m_dialog->setPresets(presets);
    });
    connect(&parts.menu, &PresetMenu::applied, this, &PresetController::apply);
    connect(&parts.menu, &PresetMenu::saveAsked, this, &PresetController::askForName);
    connect(&parts.menu, &PresetMenu::updateAsked, this, &PresetController::update);
    connect(&parts.menu, &PresetMenu::manageAsked, this, &PresetController::manage);
    connect(&parts.menu, &PresetMenu::importAsked, this, &PresetController::importFrom);
    connect(&parts.menu, &PresetMenu::exportAsked, this, &PresetController::exportTo);
}

void PresetController::apply(const Preset &preset)
{
    const auto look = std::make_shared<Look>();
    look->preset = preset.name;
    if (const auto columns = parseColumns(preset.columns); columns)
        look->columns = *columns;
    if (const auto order = parseSortOrder(preset.sort); order)
        look->order = *order;
    if (!preset.colourRules.isEmpty())
        look->colourRules = preset.colourRules;
    const auto swap = [self = QPointer(this), look] {
        if (self)
            self->exchange(*look);
    };
    m_parts.history.changeTogether({preset.expression, {}}, swap);
    m_parts.filter.remember();
}

/// Puts a look in place of the present one, which it is then.
void PresetController::exchange(Look &look)
{
    Look before{.preset = m_parts.menu.current(), .columns = {}, .order = {}, .colourRules = {}};
    if (look.columns) {
        before.columns = m_parts.events.columns();
        m_parts.events.setColumns(*look.columns);
    }
    if (look.order) {
        before.order = m_parts.events.sortOrder();
        m_parts.events.setSortOrder(*look.order);
    }
    if (look.colourRules) {
        before.colourRules = colourRulesText(m_parts.colours.rules());
        m_parts.colours.setRules(*look.colourRules);
    }
    m_parts.menu.setCurrent(look.preset);
    look = std::move(before);
    Q_EMIT applied();
}

Preset PresetController::current(const QString &name) const
{
    return {name, m_parts.filter.text(), columnsText(m_parts.events.columns()),
            sortOrderText(m_parts.events.sortOrder())};
}

void PresetController::askForName()
{
    Preset preset = current({});
    if (const QList<ColourRule> rules = m_parts.colours.rules(); !rules.isEmpty())
        preset.colourRules = colourRulesText(rules);
    auto *dialog =
        new PresetNameDialog(preset, m_parts.service.presets(), &m_parts.window, m_parts.service.further());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PresetNameDialog::named, this, &PresetController::save);
    dialog->open();
}

void PresetController::manage()
{
    if (m_dialog)
        return m_dialog->raise();
    m_dialog = new PresetDialog(&m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setPresets(m_parts.service.presets());
    m_dialog->choose(m_parts.menu.current());
    connect(m_dialog, &PresetDialog::applied, this, &PresetController::apply);
    connect(m_dialog, &PresetDialog::renameAsked, this, &PresetController::rename);
    connect(m_dialog, &PresetDialog::updateAsked, this, &PresetController::update);
    connect(m_dialog, &PresetDialog::deleteAsked, this, &PresetController::remove);
    connect(m_dialog, &PresetDialog::importAsked, this, &PresetController::importFrom);
    connect(m_dialog, &PresetDialog::exportAsked, this, &PresetController::exportTo);
    m_dialog->open();
}

void PresetController::save(const Preset &preset)
{
    m_parts.service.save(preset, [this, name = preset.name](const Result<void> &saved) {
        if (!saved)
            return show(saved.error());
        m_parts.menu.setCurrent(name);
        tell(tr("The preset “%1” is saved.").arg(name));
    });
}

void PresetController::update(const QString &name)
{
    Preset preset = current(name);
    const auto before = presetNamed(name, m_parts.service.presets());
    if (before && !before->colourRules.isEmpty())
        preset.colourRules = colourRulesText(m_parts.colours.rules());
    save(preset);
}

void PresetController::rename(const QString &from, const QString &to)
{
    m_parts.service.rename(from, to, [this, from, to](const Result<void> &renamed) {
        if (!renamed)
            return show(renamed.error());
        m_parts.filter.replaceText(withPresetsRenamed(m_parts.filter.text(), {{from, to}}));
        const QString rules = colourRulesText(m_parts.colours.rules());
        if (const QString followed = withPresetsRenamedInRules(rules, {{from, to}}); followed != rules)
            m_parts.colours.setRules(followed);
        if (m_parts.menu.current() == from)
            m_parts.menu.setCurrent(to);
    });
}

void PresetController::remove(const QString &name)
{
    m_parts.service.remove(name, [this](const Result<QStringList> &warnings) {
        if (!warnings)
            show(warnings.error());
        else if (!warnings->isEmpty())
            tell(warnings->join(u' '));
    });
}

void PresetController::importFrom(const QString &fileName)
{
    m_parts.service.importFrom(fileName, [this](const Result<PresetImport> &imported) {
        if (!imported)
            return show(imported.error());
        tellImported(*imported);
    });
}

void PresetController::tellImported(const PresetImport &import)
{
    if (import.warnings.isEmpty())
        return tell(import.sentence());
    QStringList sentences{QString(import.sentence() + u'.')};
    sentences += import.warnings.mid(0, ShownWarnings);
    if (import.warnings.size() > ShownWarnings)
        sentences += PresetImport::moreWarnings();
    strip().show(MessageStrip::Kind::Warning, sentences.join(u' '));
}

void PresetController::exportTo(const QString &fileName)
{
    m_parts.service.exportTo(fileName, [this, fileName](const Result<void> &exported) {
        if (!exported)
            return show(exported.error());
        tell(tr("The presets are in %1.").arg(fileName));
    });
}

void PresetController::tell(const QString &sentence)
{
    if (m_dialog)
        m_dialog->strip().show(MessageStrip::Kind::Information, sentence);
    else
        m_parts.window.tell(sentence);
}

MessageStrip &PresetController::strip()
{
    return m_dialog ? m_dialog->strip() : m_parts.window.strip();
}

void PresetController::show(const Error &error)
{
    strip().show(MessageStrip::Kind::Error, error.message);
}

} // namespace Trailglass

#include "moc_presetcontroller.cpp"
