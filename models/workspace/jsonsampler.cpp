// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/jsonsampler.h"

#include "models/core/result.h"
#include "models/filter/fieldnames.h"
#include "models/filter/jsonpathcollector.h"
#include "models/filter/jsonpathreader.h"
#include "models/presets/preset.h"
#include "models/query/sortorder.h"
#include "models/workspace/placethread.h"
#include "models/workspace/preparedquery.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t SampledAtOnce = 50; ///< in memory with raw; one request to a server
constexpr std::size_t MaxValuesOfEvent = 1'000; ///< an array may have millions

/// Counts the texts at a path, each once an event.
class ValueCounter
{
public:
    void add(std::string_view raw, const Filter::JsonPath &path)
    {
        std::set<std::string> texts;
        Filter::visitElements(raw, path, [&texts](const JsonValueView &value) {
            if (value.isPresent() && value.token.size() <= JsonSampler::MaxValueBytes)
                texts.insert(value.text());
            return texts.size() < MaxValuesOfEvent;
        });
        for (const std::string &text : texts)
            ++m_counts[text];
    }

    /// Most first, then by value.
    [[nodiscard]] std::vector<FacetValue> values() const
    {
        std::vector<FacetValue> values;
        for (const auto &[text, count] : m_counts)
            values.push_back({text, count});
        std::ranges::stable_sort(values, std::greater<>(), &FacetValue::count);
        if (values.size() > JsonSampler::MaxValues)
            values.resize(JsonSampler::MaxValues);
        return values;
    }

private:
    std::map<std::string, qint64> m_counts;
};

std::vector<FacetValue> pathsOf(const Filter::JsonPathCollector &collector)
{
    std::vector<FacetValue> paths;
    for (const Filter::JsonPathCollector::CountedPath &counted : collector.counted()) {
        if (paths.size() == JsonSampler::MaxValues)
            break;
        paths.push_back({Filter::fieldReferenceName(counted.path).toStdString(), counted.values});
    }
    return paths;
}

using Look = std::function<void(const EventRecord &record)>;

/// \param isWhole  set to whether these were all events that the filter finds
Result<void> lookAtSome(OpenPlace &place, const PreparedQuery &query, const Look &look, bool &isWhole,
                        const CancelToken &token)
{
    TRY(const auto engine, place.engine());
    TRY(const auto records, place.records());
    TRY(const auto found, engine->select(query.filter, defaultSortOrder(), query.context, token));
    isWhole = found->size() <= JsonSampler::MaxEvents;
    if (!isWhole && std::holds_alternative<Filter::All>(query.filter->content))
        return records->sample(look, token);
    const auto take = [&look](std::size_t, EventRecord &&record) {
        look(record);
    };
    const std::size_t count = std::min(found->size(), JsonSampler::MaxEvents);
    for (std::size_t first = 0; first < count; first += SampledAtOnce) {
        TRY(records->read(*found, {first, std::min(SampledAtOnce, count - first)}, true, take, token));
    }
    return {};
}

Result<JsonSample> sampleOf(OpenPlace &place, const PreparedQuery &query,
                            const std::optional<Filter::JsonPath> &path, const CancelToken &token)
{
    JsonSample sample{path, {}, 0, true};
    Filter::JsonPathCollector paths;
    ValueCounter values;
    const auto look = [&](const EventRecord &record) {
        if (token.isCancelled()) // the next read says so
            return;
        ++sample.events;
        if (path)
            values.add(record.event.raw, *path);
        else
            paths.add(record.event.raw);
    };
    const auto looked = lookAtSome(place, query, look, sample.isWhole, token);
    if (!looked && looked.error().kind != ErrorKind::NotFound)
        return looked.error();
    sample.values = path ? values.values() : pathsOf(paths);
    return sample;
}

} // namespace

class JsonSampler::Private
{
public:
    Private(const Place &place, const Clock &machineClock)
        : clock(machineClock)
        , thread(place, u"sample"_s)
    {
    }

    const Clock &clock;
    Filter::PresetLookup presets = presetLookup({});
    PlaceThread thread; // last: its work uses everything above
};

JsonSampler::JsonSampler(const Place &place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(place, clock))
{
}

JsonSampler::~JsonSampler() = default;

void JsonSampler::setPresets(Filter::PresetLookup lookup)
{
    d->presets = std::move(lookup);
}

void JsonSampler::count(const ResultRequest &request, const std::optional<Filter::JsonPath> &path)
{
    d->thread.cancel();
    const QueryContext context = request.contextAt(d->clock.now());
    const auto work = [this, request, path, context, presets = d->presets](OpenPlace &place,
                                                                           const CancelToken &token) {
        const auto query = prepareQuery(place, request.filter, presets, context);
        auto sample = query ? sampleOf(place, *query, path, token) : Result<JsonSample>(query.error());
        d->thread.postToOwner([this, token, sample = std::move(sample)] {
            if (token.isCancelled())
                return;
            if (sample)
                Q_EMIT counted(*sample);
            else
                Q_EMIT failed(sample.error());
        });
    };
    d->thread.post(work);
}

} // namespace Trailglass

#include "moc_jsonsampler.cpp"
