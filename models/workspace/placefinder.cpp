// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/placefinder.h"

#include "models/core/result.h"
#include "models/filter/surroundings.h"
#include "models/workspace/placethread.h"

#include <QLocale>

#include <optional>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

using Places = std::vector<std::size_t>;

Result<Places> foundPlaces(const QueryResult &shown, const Filter::NodePointer &what, OpenPlace &place,
                           const CancelToken &token)
{
    TRY(const auto engine, place.engine());
    TRY(auto found,
        engine->placesIn(*shown.snapshot, Filter::both(shown.expanded, what), shown.context,
                         PlaceFinder::MaxRows, token));
    if (!found) {
        return Error{ErrorKind::TooLarge,
                     PlaceFinder::tr("More than %1 rows. Filter for it instead.")
                         .arg(QLocale().toString(static_cast<qulonglong>(PlaceFinder::MaxRows)))};
    }
    return *std::move(found);
}

Result<std::size_t> endOf(const QueryResult &shown, const Filter::NodePointer &before, OpenPlace &place,
                          const CancelToken &token)
{
    TRY(const auto engine, place.engine());
    QueryContext context = shown.context;
    context.state = shown.snapshot->state();
    TRY(const auto count, engine->count(Filter::both(shown.expanded, before), context, token));
    return static_cast<std::size_t>(count);
}

} // namespace

/// One thread does both kinds of request, and ends all of its work at once: what is not done goes on with the next.
class PlaceFinder::Private
{
public:
    struct Request
    {
        QueryResult shown;
        Filter::NodePointer filter;
    };

    Private(PlaceFinder *finder, const Place &place)
        : q(finder)
        , thread(place, u"places"_s)
    {
    }

    void start()
    {
        thread.cancel();
        if (end)
            thread.post([this, request = *end](OpenPlace &place, const CancelToken &token) {
                lookForEnd(request, place, token);
            });
        if (rows)
            thread.post([this, request = *rows](OpenPlace &place, const CancelToken &token) {
                lookForRows(request, place, token);
            });
    }

    void lookForRows(const Request &request, OpenPlace &place, const CancelToken &token)
    {
        auto places = foundPlaces(request.shown, request.filter, place, token);
        thread.postToOwner([this, token, places = std::move(places)] {
            if (token.isCancelled())
                return;
            rows.reset();
            if (places)
                Q_EMIT q->found(*places);
            else
                Q_EMIT q->failed(places.error());
        });
    }

    void lookForEnd(const Request &request, OpenPlace &place, const CancelToken &token)
    {
        const auto last = endOf(request.shown, request.filter, place, token);
        thread.postToOwner([this, token, last] {
            if (token.isCancelled())
                return;
            end.reset();
            if (last)
                Q_EMIT q->endFound(*last);
            else
                Q_EMIT q->endFailed(last.error());
        });
    }

    PlaceFinder *q;
    std::optional<Request> rows; ///< until there is a result
    std::optional<Request> end;
    PlaceThread thread; // last: its work uses everything above
};

PlaceFinder::PlaceFinder(const Place &place, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place))
{
}

PlaceFinder::~PlaceFinder() = default;

void PlaceFinder::find(const QueryResult &shown, const Filter::NodePointer &what)
{
    d->rows = Private::Request{shown, what};
    d->start();
}

void PlaceFinder::findEnd(const QueryResult &shown, const Filter::NodePointer &before)
{
    d->end = Private::Request{shown, before};
    d->start();
}

void PlaceFinder::cancelFind()
{
    if (!d->rows)
        return;
    d->rows.reset();
    d->start();
}

} // namespace Trailglass

#include "moc_placefinder.cpp"
