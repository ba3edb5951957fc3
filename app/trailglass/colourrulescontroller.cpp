// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/colourrulescontroller.h"

#include "models/config/settings.h"
#include "models/core/clock.h"
#include "models/workspace/presetservice.h"
#include "views/events/colourrulesdialog.h"
#include "views/events/eventsview.h"
#include "views/events/tablemenu.h"

namespace Trailglass {

ColourRulesController::ColourRulesController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_colouring(parts.fetcher)
{
    connect(&m_colouring, &RowColouring::problemFound, this, [this](int rule, const QString &sentence) {
        const ColourRule &broken = m_colouring.rules()[rule];
        if (broken.isOn)
            Q_EMIT message(tr("The colour rule “%1” is ignored: %2").arg(broken.name, sentence));
    });
    connect(&parts.events.tableMenu(), &TableMenu::colourRulesRequested, this,
            &ColourRulesController::openDialog);
    // Filters may name presets, and have times without a zone.
    connect(&parts.presets, &PresetService::listed, this, &ColourRulesController::apply);
    connect(&parts.presets, &PresetService::failed, this, &ColourRulesController::apply);
    connect(&parts.settings, &Settings::displayZoneChanged, this, &ColourRulesController::apply);
    parts.events.model().setColouring(&m_colouring);
}

ColourRulesController::~ColourRulesController()
{
    m_parts.events.model().setColouring(nullptr);
}

QueryContext ColourRulesController::context() const
{
    return {m_parts.clock.now(), m_parts.settings.displayZone()};
}

void ColourRulesController::apply()
{
    m_colouring.setRules(readColourRules(m_parts.settings.colourRules()), context(),
                         m_parts.presets.lookup());
}

void ColourRulesController::openDialog()
{
    const auto check = [this](const QString &filter) {
        const auto compiled = compileRule(filter, context(), m_parts.presets.lookup());
        return compiled ? QString() : compiled.error().message;
    };
    auto *dialog = new ColourRulesDialog(readColourRules(m_parts.settings.colourRules()), check,
                                         m_parts.events.window());
    connect(dialog, &ColourRulesDialog::chosen, this, [this](const QList<ColourRule> &rules) {
        m_parts.settings.setColourRules(colourRulesText(rules));
        apply();
    });
    dialog->open();
}

} // namespace Trailglass
