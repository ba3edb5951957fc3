// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/recordpageloader.h"

#include "models/core/result.h"
#include "models/workspace/placethread.h"

#include <QHash>
#include <QPointer>

#include <algorithm>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Rows read between two looks at the token; some milliseconds' worth.
constexpr std::size_t RowsPerStep = 256;
/// The same with raw, of which one event may have 16 MiB.
constexpr std::size_t RowsPerRawStep = 32;

Error cancelled()
{
    return {ErrorKind::Cancelled, u"newer rows were requested"_s};
}

/// \param read  reads some rows of the page, from a place in it on
Result<void> readInSteps(std::size_t rows, bool withRaw, const CancelToken &token,
                         const std::function<Result<void>(std::size_t first, std::size_t count)> &read)
{
    const std::size_t step = withRaw ? RowsPerRawStep : RowsPerStep;
    for (std::size_t first = 0; first < rows; first += step) {
        if (token.isCancelled())
            return cancelled();
        TRY(read(first, std::min(step, rows - first)));
    }
    return {};
}

Result<void> readPlaces(RecordSource &records, const ResultRows &rows, PlaceRange places, bool withRaw,
                        const RecordFetcher::Take &take, const CancelToken &token)
{
    const auto read = [&](std::size_t first, std::size_t count) {
        const auto takeHere = [&take, first](std::size_t place, EventRecord &&record) {
            take(first + place, std::move(record));
        };
        return records.read(rows, {places.first + first, count}, withRaw, takeHere, token);
    };
    return readInSteps(places.count, withRaw, token, read);
}

Result<void> readEvents(RecordSource &records, const ResultSnapshot &result, std::span<const RowId> rows,
                        bool withRaw, const RecordFetcher::Take &take, const CancelToken &token)
{
    const auto read = [&](std::size_t first, std::size_t count) -> Result<void> {
        const auto step = rows.subspan(first, count);
        TRY(auto found, records.records(result, step, withRaw, token));
        std::size_t place = 0;
        for (EventRecord &record : found) {
            while (place < step.size() && step[place] != record.row)
                ++place;
            take(first + place++, std::move(record));
        }
        return {};
    };
    return readInSteps(rows.size(), withRaw, token, read);
}

Result<void> readPage(OpenPlace &place, const RecordFetcher::Page &page, bool withRaw,
                      const RecordFetcher::Take &take, const CancelToken &token)
{
    const auto records = place.records();
    if (!records && records.error().kind == ErrorKind::NotFound)
        return {};
    if (!records)
        return records.error();
    if (const auto *places = std::get_if<PlaceRange>(&page.which))
        return readPlaces(**records, *page.rows, *places, withRaw, take, token);
    const auto &rows = std::get<std::vector<RowId>>(page.which);
    return readEvents(**records, page.rows->result(), rows, withRaw, take, token);
}

} // namespace

class RecordPageLoader::Private
{
public:
    explicit Private(const Place &place)
        : thread(place, u"page"_s)
    {
    }

    /// A request as its asker knows it; never leaves the GUI thread.
    struct Asker
    {
        QPointer<QObject> context;
        Ended ended;
    };
    /// A request as the reading thread knows it.
    struct Request
    {
        quint64 number = 0;
        Page page;
        bool withRaw = false;
        Take take;
    };

    std::optional<quint64> enqueue(Request request);
    std::optional<Request> takeNewest();
    void serve(OpenPlace &place, const CancelToken &token);
    void end(quint64 number, const Result<void> &outcome);

    quint64 lastNumber = 0;
    QHash<quint64, Asker> askers;
    std::mutex guard; ///< of waiting
    std::deque<Request> waiting; ///< newest last
    PlaceThread thread; // last: its work uses everything above
};

/// \returns the number of the request that had to make room
std::optional<quint64> RecordPageLoader::Private::enqueue(Request request)
{
    const std::scoped_lock lock(guard);
    waiting.push_back(std::move(request));
    if (waiting.size() <= MaxWaiting)
        return std::nullopt;
    const quint64 dropped = waiting.front().number;
    waiting.pop_front();
    return dropped;
}

std::optional<RecordPageLoader::Private::Request> RecordPageLoader::Private::takeNewest()
{
    const std::scoped_lock lock(guard);
    if (waiting.empty())
        return std::nullopt;
    Request newest = std::move(waiting.back());
    waiting.pop_back();
    return newest;
}

void RecordPageLoader::Private::serve(OpenPlace &place, const CancelToken &token)
{
    const std::optional<Request> request = takeNewest();
    if (!request)
        return;
    const auto outcome = readPage(place, request->page, request->withRaw, request->take, token);
    thread.postToOwner([this, number = request->number, outcome] { end(number, outcome); });
}

void RecordPageLoader::Private::end(quint64 number, const Result<void> &outcome)
{
    const Asker asker = askers.take(number);
    if (asker.context)
        asker.ended(outcome);
}

RecordPageLoader::RecordPageLoader(const Place &place)
    : d(std::make_unique<Private>(place))
{
}

RecordPageLoader::~RecordPageLoader() = default;

void RecordPageLoader::read(Page page, WithRaw raw, Take take, QObject *context, Ended ended)
{
    const quint64 number = ++d->lastNumber;
    d->askers.insert(number, {context, std::move(ended)});
    const auto dropped = d->enqueue({number, std::move(page), raw == WithRaw::Yes, std::move(take)});
    if (dropped)
        d->thread.postToOwner([this, number = *dropped] { d->end(number, cancelled()); });
    // One call for each request, a dropped one too: each call takes what is newest by then, if anything.
    d->thread.post([this](OpenPlace &place, const CancelToken &token) { d->serve(place, token); });
}

} // namespace Trailglass
