// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/facetrunner.h"

#include "models/core/result.h"
#include "models/filter/edits.h"
#include "models/presets/preset.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/readerthread.h"

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Fields that are counted in one pass, over the events of one filter.
struct Pass
{
    Filter::NodePointer filter;
    std::vector<Filter::FieldReference> fields;
};

using Passes = std::vector<Pass>;

/// One pass for all fields that the filter does not choose values of, and one each for those that it does.
Passes passesFor(const ResultRequest &request, const std::vector<Filter::FieldReference> &fields)
{
    Pass common{request.filter, {}};
    Passes chosen;
    for (const Filter::FieldReference &field : fields) {
        if (Filter::choiceOf(request.filter, field) == Filter::FieldChoice())
            common.fields.push_back(field);
        else
            chosen.push_back({Filter::withChoice(request.filter, field, {}), {field}});
    }
    if (!common.fields.empty())
        chosen.insert(chosen.begin(), std::move(common));
    return chosen;
}

using Facets = Result<std::vector<Facet>>;

Facets countPass(OpenWorkspace &workspace, const Pass &pass, const Filter::PresetLookup &presets, int top,
                 const QueryContext &context, const CancelToken &token)
{
    TRY(const auto query, prepareQuery(workspace, pass.filter, presets, context));
    const auto engine = workspace.engine();
    if (engine)
        return (*engine)->facets(query.filter, pass.fields, top, context, token);
    if (engine.error().kind != ErrorKind::NotFound)
        return engine.error();
    std::vector<Facet> empty;
    for (const Filter::FieldReference &field : pass.fields)
        empty.push_back({field, {}});
    return empty;
}

} // namespace

class FacetRunner::Private
{
public:
    Private(FacetRunner *runner, QString workspace, const Clock &machineClock)
        : q(runner)
        , clock(machineClock)
        , thread(std::move(workspace), u"facet"_s)
    {
    }

    void deliver(const Facets &facets, const CancelToken &token);

    FacetRunner *q;
    const Clock &clock;
    Filter::PresetLookup presets = presetLookup({});
    ReaderThread thread; // last: its work uses everything above
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

FacetRunner::FacetRunner(QString workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), clock))
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
    const QueryContext context{d->clock.now(), request.displayZone};
    const auto work = [this, top, context, request, fields, presets = d->presets](OpenWorkspace &workspace,
                                                                                  const CancelToken &token) {
        for (const Pass &pass : passesFor(request, fields)) {
            auto facets = countPass(workspace, pass, presets, top, context, token);
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
