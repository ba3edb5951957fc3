// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/completioncontroller.h"

#include "models/config/settings.h"
#include "models/presets/builtinpresets.h"
#include "models/store/schema.h"
#include "models/workspace/facetrunner.h"
#include "models/workspace/presetservice.h"
#include "models/workspace/workspacewatch.h"
#include "views/filters/querycompleter.h"

namespace Trailglass {

namespace {

constexpr int MaxValues = 1'000;

/// The field whose values complete \a field: one that is counted without reading a text a row. Nothing where
/// there is none.
std::optional<Field> countedField(const Filter::FieldReference &field)
{
    const auto *stored = std::get_if<Field>(&field);
    if (!stored)
        return std::nullopt;
    // A target is its name where it has one.
    const Field counted = *stored == Field::Target ? Field::TargetName : *stored;
    return Schema::storage(counted) == Schema::Storage::Code ? std::optional(counted) : std::nullopt;
}

} // namespace

CompletionController::CompletionController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.completer, &QueryCompleter::valuesWanted, this, &CompletionController::want);
    connect(&parts.counts, &FacetRunner::counted, this, &CompletionController::keep);
    // The window says elsewhere what is wrong; with the next change it is tried again.
    connect(&parts.counts, &FacetRunner::failed, this, [this] { m_awaited.reset(); });
    connect(&parts.watch, &WorkspaceWatch::eventsChanged, this, [this] {
        m_known.clear();
        m_isStale = m_awaited.has_value();
        m_parts.completer.setOutdated();
    });
    connect(&parts.presets, &PresetService::listed, this, &CompletionController::offerPresets);
    offerPresets({});
}

void CompletionController::offerPresets(const QList<Preset> &presets)
{
    QStringList names;
    for (const Preset &preset : withBuiltInPresets(presets))
        names << preset.name;
    m_parts.completer.setPresetNames(names);
}

void CompletionController::want(const Filter::FieldReference &field)
{
    m_wanted = field;
    const auto counted = countedField(field);
    if (!counted)
        return;
    if (const auto known = m_known.find(*counted); known != m_known.end()) {
        m_parts.completer.setValues({field, known->second.values});
    } else if (m_awaited != counted) { // else a stream of new events could keep the counts from ever coming
        m_awaited = counted;
        m_isStale = false;
        m_parts.counts.count({Filter::makeNode(Filter::All{}), {}, m_parts.settings.displayZone()},
                             {*counted}, MaxValues);
    }
}

void CompletionController::keep(const Facet &facet)
{
    const auto *counted = std::get_if<Field>(&facet.field);
    if (!counted)
        return;
    m_awaited.reset();
    if (std::exchange(m_isStale, false))
        m_parts.completer.setOutdated(); // good enough to show, not to keep
    else
        m_known[*counted] = facet;
    if (m_wanted && countedField(*m_wanted) == *counted)
        m_parts.completer.setValues({*m_wanted, facet.values});
}

} // namespace Trailglass
