// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/colourrulescontroller.h"

#include "models/config/settings.h"
#include "models/core/clock.h"
#include "models/filter/filter.h"
#include "models/filter/filterstate.h"
#include "models/filter/reviewstates.h"
#include "models/workspace/presetservice.h"
#include "models/workspace/reviewchoice.h"
#include "views/events/colourrulesdialog.h"
#include "views/events/eventsview.h"
#include "views/events/tablemenu.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace Trailglass {

ColourRulesController::ColourRulesController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_colouring(parts.fetcher)
{
    connect(&m_colouring, &RowColouring::problemFound, this, [this](int rule, const QString &sentence) {
        const ColourRule &broken = m_colouring.rules()[rule];
        if (broken.isOn)
            Q_EMIT message(ignoredRuleText(rule + 1, broken.name, sentence));
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
    QueryContext context{m_parts.clock.now(), m_parts.settings.displayZone()};
    if (m_parts.reviews)
        context.reviewed = m_parts.reviews->lastOf(Filter::makeNode(Filter::All{})).row;
    return context;
}

ParsedColourRules ColourRulesController::read() const
{
    const QString text = m_parts.settings.colourRules();
    if (text.isEmpty())
        return {};
    auto parsed = parseColourRules(text);
    return parsed ? *std::move(parsed) : ParsedColourRules{.leftOut = {parsed.error().message}};
}

void ColourRulesController::apply()
{
    const ParsedColourRules parsed = read();
    for (const QString &problem : parsed.leftOut)
        Q_EMIT message(problem);
    m_colouring.setRules(parsed.rules, context(), m_parts.presets.lookup());
}

void ColourRulesController::setRules(const QString &rules)
{
    const auto parsed = parseColourRules(rules);
    if (!parsed) {
        Q_EMIT message(parsed.error().message);
        return;
    }
    for (const QString &problem : parsed->leftOut)
        Q_EMIT message(problem);
    store(parsed->rules);
}

void ColourRulesController::readReviewsAgain()
{
    const auto asks = [](const ColourRule &rule) {
        const auto parsed = Filter::parse(rule.filter);
        const auto *tree = std::get_if<Filter::NodePointer>(&parsed);
        return tree && (Filter::asksForMarks(*tree) || Filter::asksForNew(*tree));
    };
    if (std::ranges::any_of(m_colouring.rules(), asks))
        apply();
}

void ColourRulesController::store(const QList<ColourRule> &rules)
{
    m_parts.settings.setColourRules(colourRulesText(rules));
    apply();
}

void ColourRulesController::openDialog()
{
    const auto check = [this](const QString &filter) {
        const auto compiled = compileRule(filter, context(), m_parts.presets.lookup());
        return compiled ? QString() : compiled.error().message;
    };
    auto *dialog = new ColourRulesDialog(rules(), check, m_parts.events.window());
    QString objection = check(m_parts.filter.text());
    if (const auto &mistake = m_parts.filter.error(); mistake && objection.isEmpty())
        objection = mistake->message; // only a filter of events is held to the sources that there are
    dialog->offerFilter(m_parts.filter.text(), objection);
    connect(dialog, &ColourRulesDialog::chosen, this, &ColourRulesController::store);
    dialog->open();
}

} // namespace Trailglass

#include "moc_colourrulescontroller.cpp"
