// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/recordpageloader.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/query/storerecordsource.h"
#include "models/workspace/readerthread.h"

#include <QHash>
#include <QPointer>

#include <algorithm>
#include <deque>
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
    return {ErrorKind::Cancelled, Trailglass::tr("Dropped in favour of newer rows.")};
}

/// \param records  some of \a rows, in their order
/// \param first  place of the first of \a rows in the page
void passOn(std::vector<EventRecord> records, std::span<const RowId> rows, std::size_t first,
            const RecordFetcher::Take &take)
{
    std::size_t place = 0;
    for (EventRecord &record : records) {
        while (place < rows.size() && rows[place] != record.row)
            ++place;
        take(first + place++, std::move(record));
    }
}

Result<void> readPage(OpenWorkspace &workspace, const RecordFetcher::Page &page, bool withRaw,
                      const RecordFetcher::Take &take, const CancelToken &token)
{
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind == ErrorKind::NotFound)
        return {};
    if (!reader)
        return reader.error();
    StoreRecordSource source(**reader);
    TRY(const auto rows, page.rows->page(page.first, page.count));
    const std::size_t most = withRaw ? RowsPerRawStep : RowsPerStep;
    for (std::size_t first = 0; first < rows.size(); first += most) {
        if (token.isCancelled())
            return cancelled();
        const auto step = std::span(rows).subspan(first, std::min(most, rows.size() - first));
        TRY(auto records, source.records(step, withRaw));
        passOn(std::move(records), step, first, take);
    }
    return {};
}

} // namespace

class RecordPageLoader::Private
{
public:
    explicit Private(QString workspace)
        : thread(std::move(workspace), u"page"_s)
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
    void serve(OpenWorkspace &workspace, const CancelToken &token);
    void end(quint64 number, const Result<void> &outcome);

    quint64 lastNumber = 0;
    QHash<quint64, Asker> askers;
    std::mutex guard; ///< of waiting
    std::deque<Request> waiting; ///< newest last
    ReaderThread thread; // last: its work uses everything above
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

void RecordPageLoader::Private::serve(OpenWorkspace &workspace, const CancelToken &token)
{
    const std::optional<Request> request = takeNewest();
    if (!request)
        return;
    const auto outcome = readPage(workspace, request->page, request->withRaw, request->take, token);
    thread.postToOwner([this, number = request->number, outcome] { end(number, outcome); });
}

void RecordPageLoader::Private::end(quint64 number, const Result<void> &outcome)
{
    const Asker asker = askers.take(number);
    if (asker.context)
        asker.ended(outcome);
}

RecordPageLoader::RecordPageLoader(QString workspace)
    : d(std::make_unique<Private>(std::move(workspace)))
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
    d->thread.post(
        [this](OpenWorkspace &workspace, const CancelToken &token) { d->serve(workspace, token); });
}

} // namespace Trailglass
