// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/neweventcounter.h"

#include "models/core/result.h"
#include "models/filter/surroundings.h"
#include "models/workspace/placethread.h"
#include "models/workspace/preparedquery.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

/// `is:new`
Filter::NodePointer isNewTerm()
{
    return Filter::makeNode(
        Filter::Term{Filter::ReviewField::Is, Filter::Comparison::Matches, {Filter::TextValue{"new", {}}}});
}

Result<qint64> countNew(OpenPlace &place, const Filter::NodePointer &filter,
                        const Filter::PresetLookup &presets, const QueryContext &context,
                        const CancelToken &cancel)
{
    TRY(const PreparedQuery query, prepareQuery(place, Filter::both(filter, isNewTerm()), presets, context));
    TRY(QueryEngine *const engine, place.engine());
    return engine->count(query.filter, query.context, cancel);
}

} // namespace

class NewEventCounter::Private
{
public:
    Private(NewEventCounter *counter, const Place &place, const Clock &machineClock)
        : q(counter)
        , clock(machineClock)
        , thread(place, u"newevents"_s)
    {
    }

    NewEventCounter *q;
    const Clock &clock;
    Filter::PresetLookup presets = [](const QString &) {
        return std::optional<QString>();
    };
    PlaceThread thread; // last: its work uses everything above
};

NewEventCounter::NewEventCounter(const Place &place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place, clock))
{
}

NewEventCounter::~NewEventCounter() = default;

void NewEventCounter::setPresets(Filter::PresetLookup lookup)
{
    d->presets = std::move(lookup);
}

void NewEventCounter::count(const ResultRequest &request)
{
    d->thread.cancel();
    const QueryContext context = request.contextAt(d->clock.now());
    d->thread.post([this, context, filter = request.filter, presets = d->presets](OpenPlace &place,
                                                                                  const CancelToken &token) {
        auto outcome = countNew(place, filter, presets, context, token);
        if (!outcome && outcome.error().kind == ErrorKind::NotFound)
            outcome = qint64{0};
        d->thread.postToOwner([this, outcome, token] {
            if (token.isCancelled())
                return;
            if (outcome)
                Q_EMIT counted(*outcome);
            else
                Q_EMIT failed(outcome.error());
        });
    });
}

void NewEventCounter::cancel()
{
    d->thread.cancel();
}

} // namespace Trailglass

#include "moc_neweventcounter.cpp"
