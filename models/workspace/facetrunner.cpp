// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/facetrunner.h"

#include "models/core/result.h"
#include "models/filter/edits.h"
#include "models/filter/rangechoice.h"
#include "models/filter/surroundings.h"
#include "models/filter/timereference.h"
#include "models/presets/preset.h"
#include "models/store/schema.h"
#include "models/workspace/placethread.h"
#include "models/workspace/preparedquery.h"

#include <algorithm>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// More distinct values of a field that is not coded are not counted: each takes some hundred bytes.
constexpr std::size_t MaxDistinct = 1'000'000;

/// Fields that are counted in one pass, over the events of one filter.
struct Pass
{
    Filter::NodePointer filter;
    std::vector<Filter::FieldReference> fields;
};

using Passes = std::vector<Pass>;

Filter::NodePointer withoutOwnChoice(const Filter::NodePointer &filter, const Filter::FieldReference &field)
{
    return Filter::withRangeChoice(Filter::withChoice(filter, field, {}), field, {});
}

/// Whether values are read from each event: they are not in the columns of the index.
bool isRead(const Filter::FieldReference &field)
{
    const auto *stored = std::get_if<Field>(&field);
    return std::holds_alternative<Filter::JsonPath>(field)
        || (stored && Schema::storage(*stored) != Schema::Storage::Code);
}

bool takesRanges(const Filter::FieldReference &field)
{
    return std::holds_alternative<Filter::JsonPath>(field) || Filter::isTime(field);
}

/// One pass for all fields that the filter does not choose values of, and one each for those that it does.
/// Those that are read come apart and last.
Passes passesFor(const ResultRequest &request, const std::vector<Filter::FieldReference> &fields)
{
    Pass common{request.filter, {}};
    Pass read{request.filter, {}};
    Passes chosen;
    for (const Filter::FieldReference &field : fields) {
        const auto others = withoutOwnChoice(request.filter, field);
        if (Filter::sameTree(others, request.filter))
            (isRead(field) ? read : common).fields.push_back(field);
        else
            chosen.push_back({others, {field}});
    }
    Passes passes;
    if (!common.fields.empty())
        passes.push_back(std::move(common));
    passes.insert(passes.end(), chosen.begin(), chosen.end());
    if (!read.fields.empty())
        passes.push_back(std::move(read));
    std::stable_partition(passes.begin(), passes.end(),
                          [](const Pass &pass) { return !isRead(pass.fields.front()); });
    return passes;
}

/// Counts the events in each bin where counting values is not enough: an event may have several in one.
Result<void> recount(QueryEngine &engine, const PreparedQuery &query, FacetResult &result,
                     const CancelToken &token)
{
    qint64 counted = 0;
    for (const FacetValue &value : result.facet.values)
        counted += value.count;
    TRY(const qint64 events, engine.count(query.filter, query.context, token));
    if (counted == events)
        return {};
    for (FacetBin &bin : result.bins->bins) {
        // Beside what the filter has of this field, which may be a preset's.
        const auto inRange =
            Filter::withRangeChoice(Filter::makeNode(Filter::All{}), result.facet.field, {{bin.range}, {}});
        TRY(bin.count, engine.count(Filter::both(query.filter, inRange), query.context, token));
    }
    return {};
}

using Facets = Result<std::vector<FacetResult>>;

Facets countFields(QueryEngine &engine, const PreparedQuery &query,
                   const std::vector<Filter::FieldReference> &fields, int top, const CancelToken &token)
{
    const bool needsAll = std::ranges::any_of(fields, takesRanges);
    const FacetRequest request{fields, needsAll ? 0 : top, MaxDistinct};
    TRY(auto facets, engine.facets(query.filter, request, query.context, token));
    TRY(const auto calendar, Filter::ZoneCalendar::open(query.context.displayZone));
    std::vector<FacetResult> results;
    for (Facet &facet : facets) {
        FacetResult result{std::move(facet)};
        if (takesRanges(result.facet.field))
            result.bins = facetBins(result.facet.values, calendar);
        if (result.bins) {
            TRY(recount(engine, query, result, token));
        }
        if (top > 0 && result.facet.values.size() > static_cast<std::size_t>(top))
            result.facet.values.resize(static_cast<std::size_t>(top));
        results.push_back(std::move(result));
    }
    return results;
}

Facets countPass(OpenPlace &place, const Pass &pass, const Filter::PresetLookup &presets, int top,
                 const QueryContext &context, const CancelToken &token)
{
    TRY(const auto query, prepareQuery(place, pass.filter, presets, context));
    const auto engine = place.engine();
    if (engine)
        return countFields(**engine, query, pass.fields, top, token);
    if (engine.error().kind != ErrorKind::NotFound)
        return engine.error();
    std::vector<FacetResult> empty;
    for (const Filter::FieldReference &field : pass.fields)
        empty.push_back({{field, {}}});
    return empty;
}

} // namespace

class FacetRunner::Private
{
public:
    Private(FacetRunner *runner, const Place &place, const Clock &machineClock)
        : q(runner)
        , clock(machineClock)
        , thread(place, u"facet"_s, WorkerThread::Urgency::Later)
    {
    }

    void deliver(const Facets &facets, const CancelToken &token);

    FacetRunner *q;
    const Clock &clock;
    Filter::PresetLookup presets = presetLookup({});
    PlaceThread thread; // last: its work uses everything above
};

void FacetRunner::Private::deliver(const Facets &facets, const CancelToken &token)
{
    if (token.isCancelled())
        return;
    if (!facets)
        Q_EMIT q->failed(facets.error());
    for (std::size_t i = 0; facets && i < facets->size() && !token.isCancelled(); ++i)
        Q_EMIT q->counted((*facets)[i]);
}

FacetRunner::FacetRunner(const Place &place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place, clock))
{
}

FacetRunner::~FacetRunner() = default;

void FacetRunner::setPresets(Filter::PresetLookup lookup)
{
    d->presets = std::move(lookup);
}

void FacetRunner::count(const ResultRequest &request, const std::vector<Filter::FieldReference> &fields,
                        int top)
{
    d->thread.cancel();
    const QueryContext context = request.contextAt(d->clock.now());
    const auto work = [this, top, context, request, fields, presets = d->presets](OpenPlace &place,
                                                                                  const CancelToken &token) {
        for (const Pass &pass : passesFor(request, fields)) {
            auto facets = countPass(place, pass, presets, top, context, token);
            const bool failed = !facets;
            d->thread.postToOwner([this, token, facets = std::move(facets)] { d->deliver(facets, token); });
            if (failed)
                return;
        }
    };
    d->thread.post(work);
}

void FacetRunner::cancel()
{
    d->thread.cancel();
}

} // namespace Trailglass

#include "moc_facetrunner.cpp"
