// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/placefinder.h"

#include "models/core/result.h"
#include "models/filter/surroundings.h"
#include "models/query/sortorder.h"
#include "models/workspace/readerthread.h"

#include <QLocale>

#include <optional>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

using Places = std::vector<std::size_t>;

/// Rows that match the filter of \a shown and \a more, of the events that \a shown is about and newer ones.
Result<ResultPointer> matching(const QueryResult &shown, const Filter::NodePointer &more,
                               OpenWorkspace &workspace, const CancelToken &token)
{
    TRY(const auto engine, workspace.engine());
    return engine->select(Filter::both(shown.expanded, more), defaultSortOrder(), shown.context, token);
}

Result<Places> placesOf(const ResultPointer &found, const ResultSnapshot &shown)
{
    if (found->size() > PlaceFinder::MaxRows) {
        return Error{ErrorKind::TooLarge,
                     PlaceFinder::tr("More than %1 rows. Filter for it instead.")
                         .arg(QLocale().toString(static_cast<qulonglong>(PlaceFinder::MaxRows)))};
    }
    TRY(auto rows, found->page(0, found->size()));
    return shown.placesOf(std::move(rows));
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

    Private(PlaceFinder *finder, QString workspace)
        : q(finder)
        , thread(std::move(workspace), u"places"_s)
    {
    }

    void start()
    {
        thread.cancel();
        if (end)
            thread.post([this, request = *end](OpenWorkspace &workspace, const CancelToken &token) {
                lookForEnd(request, workspace, token);
            });
        if (rows)
            thread.post([this, request = *rows](OpenWorkspace &workspace, const CancelToken &token) {
                lookForRows(request, workspace, token);
            });
    }

    void lookForRows(const Request &request, OpenWorkspace &workspace, const CancelToken &token)
    {
        const auto found = matching(request.shown, request.filter, workspace, token);
        auto places = found ? placesOf(*found, *request.shown.snapshot) : found.error();
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

    void lookForEnd(const Request &request, OpenWorkspace &workspace, const CancelToken &token)
    {
        const auto found = matching(request.shown, request.filter, workspace, token);
        const RowId last = request.shown.snapshot->lastRow();
        const auto place = found ? Result<std::size_t>((*found)->size() - (*found)->countAfter(last))
                                 : Result<std::size_t>(found.error());
        thread.postToOwner([this, token, place] {
            if (token.isCancelled())
                return;
            end.reset();
            if (place)
                Q_EMIT q->endFound(*place);
            else
                Q_EMIT q->endFailed(place.error());
        });
    }

    PlaceFinder *q;
    std::optional<Request> rows; ///< until it is answered
    std::optional<Request> end;
    ReaderThread thread; // last: its work uses everything above
};

PlaceFinder::PlaceFinder(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace)))
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
