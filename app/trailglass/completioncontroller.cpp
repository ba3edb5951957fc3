// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/completioncontroller.h"

#include "models/config/settings.h"
#include "models/presets/builtinpresets.h"
#include "models/store/schema.h"
#include "models/workspace/facetrunner.h"
#include "models/workspace/jsonsampler.h"
#include "models/workspace/presetservice.h"
#include "models/workspace/reviewchoice.h"
#include "views/filters/querycompleter.h"

#include <utility>

namespace Trailglass {

namespace {

constexpr int MaxValues = 1'000;
constexpr std::size_t MaxKept = 20; // counts; more are rarely requested again

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
    connect(&parts.completer, &QueryCompleter::valuesRequested, this, &CompletionController::want);
    connect(&parts.counts, &FacetRunner::counted, this,
            [this](const FacetResult &result) { keep(result.facet); });
    // The window says elsewhere what is wrong; with the next change it is tried again.
    connect(&parts.counts, &FacetRunner::failed, this, [this] { m_awaited.reset(); });
    connect(&parts.completer, &QueryCompleter::sampleRequested, this, &CompletionController::wantSample);
    connect(&parts.samples, &JsonSampler::counted, this, [this](const JsonSample &sample) {
        m_awaitedSample.reset();
        if (std::exchange(m_isSampleStale, false))
            m_parts.completer.setOutdated(); // good enough to show until the next key
        m_parts.completer.setSample(sample);
    });
    connect(&parts.samples, &JsonSampler::failed, this, [this] { m_awaitedSample.reset(); });
    connect(&parts.presets, &PresetService::listed, this, &CompletionController::offerPresets);
    offerPresets({});
}

void CompletionController::forgetCounts()
{
    m_known.clear();
    m_isStale = m_awaited.has_value();
    m_isSampleStale = m_awaitedSample.has_value();
    m_parts.completer.setOutdated();
}

void CompletionController::offerPresets(const QList<Preset> &presets)
{
    QStringList names;
    for (const Preset &preset : withBuiltInPresets(withSharedPresets(presets, m_parts.presets.further())))
        names << preset.name;
    m_parts.completer.setPresetNames(names);
}

void CompletionController::want(const Filter::FieldReference &field, const Filter::NodePointer &rest)
{
    const auto counted = countedField(field);
    m_wanted = field;
    m_wantedRequest.reset();
    if (!counted)
        return;
    const Filter::NodePointer filter = rest ? rest : Filter::makeNode(Filter::All{});
    const Request request(*counted, Filter::print(filter));
    m_wantedRequest = request;
    if (const auto known = m_known.find(request); known != m_known.end()) {
        m_parts.completer.setValues({field, known->second.values});
    } else if (m_awaited != request) { // else a stream of new events could keep the counts from ever coming
        m_awaited = request;
        m_isStale = false;
        m_parts.counts.count(requestFor(filter), {*counted}, MaxValues);
    }
}

void CompletionController::wantSample(const std::optional<Filter::JsonPath> &path,
                                      const Filter::NodePointer &rest)
{
    const Filter::NodePointer filter = rest ? rest : Filter::makeNode(Filter::All{});
    const SampleRequest request(path, Filter::print(filter));
    if (m_awaitedSample == request) // else a stream of new events could keep it from ever coming
        return;
    m_awaitedSample = request;
    m_isSampleStale = false;
    m_parts.samples.count(requestFor(filter), path);
}

ResultRequest CompletionController::requestFor(const Filter::NodePointer &filter) const
{
    ResultRequest request{filter, {}, m_parts.settings.displayZone()};
    if (m_parts.reviews)
        request.review = m_parts.reviews->of(filter);
    return request;
}

void CompletionController::keep(const Facet &facet)
{
    if (!m_awaited || facet.field != Filter::FieldReference(m_awaited->first))
        return;
    const Request request = *std::exchange(m_awaited, std::nullopt);
    if (std::exchange(m_isStale, false)) {
        m_parts.completer.setOutdated(); // good enough to show, not to keep
    } else {
        if (m_known.size() >= MaxKept)
            m_known.clear();
        m_known[request] = facet;
    }
    if (m_wanted && m_wantedRequest == request)
        m_parts.completer.setValues({*m_wanted, facet.values});
}

} // namespace Trailglass

#include "moc_completioncontroller.cpp"
