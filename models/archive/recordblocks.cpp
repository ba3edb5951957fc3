// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/recordblocks.h"

#include "models/archive/archivesession.h"
#include "models/archive/pagesql.h"
#include "models/archive/recordcolumns.h"
#include "models/archive/rowbinary.h"
#include "models/archive/rowcount.h"
#include "models/archive/snapshotsql.h"
#include "models/core/threadstart.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <future>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

constexpr std::size_t Growth = 4; ///< of blocks that come; others shrink by as much
constexpr int SteadyBlocks = 8; ///< after one that was too large, which cost the server all its time
constexpr std::size_t MaxExcess = 4; ///< rows of a block for each one that is wanted of it

/// Whether fewer rows may succeed: over a limit of this program, or of the server.
bool isTooMuch(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::TooLarge:
    case ErrorKind::Rejected:
        return true;
    case ErrorKind::Timeout:
        return error.httpStatus.has_value(); // else the server said nothing
    default:
        return false;
    }
}

/// Of a view, of a table of which the user may see some rows only (until 21), and for a filter with an expression on the
/// elements of lists (24.3).
bool isPrewhereRefused(const Error &error)
{
    return error.kind == ErrorKind::Unsupported;
}

/// Reads the rows of recordsSql(), without events that were taken back.
Result<void> readCountingRecords(const QByteArray &rows, bool withRaw,
                                 const std::function<Result<void>(EventRecord &&record)> &take)
{
    RowBinaryReader reader(rows);
    std::optional<EventRecord> last;
    int sum = 0; // of its signs
    const auto passLast = [&]() -> Result<void> {
        return last && sum > 0 ? take(*std::move(last)) : Result<void>();
    };
    while (!reader.atEnd()) {
        TRY(auto record, readRecord(reader, withRaw));
        const int sign = std::bit_cast<qint8>(reader.readUInt8());
        TRY(reader.check());
        if (last && last->row == record.row) {
            sum += sign;
            continue;
        }
        TRY(passLast());
        last = std::move(record);
        sum = sign;
    }
    return passLast();
}

/// Passes on those records of a block that are at some places, in pages. The last record waits for another one or the end, as its
/// rows may be incomplete.
class BlockPages
{
public:
    BlockPages(const RowBlock &block, PlaceRange places, const RecordSource::TakePage &take)
        : m_first(block.first)
        , m_places(places)
        , m_take(take)
    {
    }

    Result<void> add(EventRecord &&record)
    {
        const std::size_t place = m_first + m_found++;
        if (place < m_places.first || place >= m_places.first + m_places.count)
            return {};
        if (m_page.size() == RecordSource::PageRows) {
            TRY(finish());
        }
        m_page.push_back(std::move(record));
        return {};
    }

    Result<void> finish() { return m_page.empty() ? Result<void>() : m_take(std::exchange(m_page, {})); }

    /// Records of the block.
    [[nodiscard]] std::size_t found() const { return m_found; }

private:
    const std::size_t m_first;
    const PlaceRange m_places;
    const RecordSource::TakePage &m_take;
    std::size_t m_found = 0;
    std::vector<EventRecord> m_page;
};

} // namespace

/// A block on its way from the server; with its end ends the query. Or one that is read by keys.
class RecordBlocks::Request
{
public:
    using Ask = std::function<Result<QByteArray>(const CancelToken &cancel)>;

    /// \param ask  empty: it is read by keys
    Request(RowBlock block, const Ask &ask, const CancelToken &cancel)
        : m_block(std::move(block))
        , m_cancel(cancel)
    {
        if (ask)
            m_rows = startTask([ask, token = m_cancel.token()] { return ask(token); });
    }

    [[nodiscard]] const RowBlock &block() const { return m_block; }
    [[nodiscard]] bool isAsked() const { return m_rows.valid(); }
    [[nodiscard]] Result<QByteArray> take() { return m_rows.get(); }

private:
    const RowBlock m_block;
    std::future<Result<QByteArray>> m_rows;
    CancelSource m_cancel; // last: it cancels before the end of m_rows is waited for
};

RecordBlocks::RecordBlocks(ArchiveSession &session, RecordSource &byKeys, const Reading &reading,
                           const BlockLimits &limits)
    : m_session(session)
    , m_byKeys(byKeys)
    , m_reading(reading)
    , m_limits(limits)
    , m_retry(limits.wait)
    , m_maxRows(std::min(limits.firstRows, limits.rows))
{
}

std::size_t RecordBlocks::rowsAtOnce() const
{
    if (m_bytesPerRow == 0)
        return m_maxRows;
    return std::clamp<std::size_t>(static_cast<std::size_t>(m_limits.bytes / m_bytesPerRow), 1, m_maxRows);
}

/// After rows that came: more at once, unless so many were too many a short time ago.
/// \returns whether there are more
bool RecordBlocks::grow(std::size_t rows)
{
    if (m_steadyBlocks > 0) {
        --m_steadyBlocks;
        return false;
    }
    m_maxRows = std::min(m_limits.rows, rows * Growth);
    return true;
}

/// After rows that were too many.
void RecordBlocks::shrink(std::size_t rows)
{
    m_maxRows = std::max<std::size_t>(1, std::min(m_maxRows, rows) / Growth);
    m_steadyBlocks = SteadyBlocks;
}

Result<void> RecordBlocks::read(PlaceRange places, const RecordSource::TakePage &take)
{
    const std::size_t end = places.first + places.count;
    std::unique_ptr<Request> request;
    for (std::size_t next = places.first; next < end;) {
        if (!request) {
            TRY(request, begun({next, end - next}));
        }
        const RowBlock block = request->block();
        const PlaceRange part{next, std::min(end, block.end()) - next};
        if (!request->isAsked()) {
            request.reset();
            TRY(readByKeys(m_reading.result, part, take));
            next += part.count;
            const bool areLarge = rowsAtOnce() < m_limits.fewRows;
            if (grow(areLarge ? rowsAtOnce() : m_maxRows) && areLarge)
                m_bytesPerRow = 0;
            continue;
        }
        const Result<QByteArray> rows = received(*request);
        request.reset();
        if (!rows && isTooMuch(rows.error())) {
            shrink(block.count);
            continue;
        }
        if (!rows && isPrewhereRefused(rows.error()) && std::exchange(m_usesPrewhere, false))
            continue;
        TRY(rows);
        static_cast<void>(grow(m_maxRows));
        m_bytesPerRow = std::max<qint64>(1, rows->size() / static_cast<qint64>(block.count));
        next += part.count;
        if (next < end) {
            if (auto following = requested({next, end - next})) // else it is tried again above
                request = *std::move(following);
        }
        TRY(pass(block, *rows, part, take));
        m_hasRead = true;
    }
    return {};
}

Result<std::unique_ptr<RecordBlocks::Request>> RecordBlocks::requested(PlaceRange places)
{
    const std::size_t wanted = std::min(rowsAtOnce(), places.count * MaxExcess);
    const std::size_t maxRows = std::max(wanted, m_limits.fewRows);
    TRY(auto block, rowBlockAt(m_session, m_reading.result, places, maxRows, m_reading.cancel));
    Request::Ask ask;
    if (rowsAtOnce() >= m_limits.fewRows && block.count <= maxRows) {
        ask = [&session = m_session, sql = queryOf(block),
               maxBytes = m_limits.maxBytes](const CancelToken &cancel) {
            return session.ask(sql, cancel, {}, maxBytes);
        };
    }
    return std::make_unique<Request>(std::move(block), ask, m_reading.cancel);
}

/// The same; a server that is away is waited for, if something was read from it.
Result<std::unique_ptr<RecordBlocks::Request>> RecordBlocks::begun(PlaceRange places)
{
    if (!m_hasRead)
        return requested(places);
    return m_retry.untilWhole<std::unique_ptr<Request>>([&] { return requested(places); }, m_reading.cancel);
}

/// The rows of a block, which is requested again where the line breaks.
Result<QByteArray> RecordBlocks::received(Request &request)
{
    if (!m_hasRead)
        return request.take();
    bool isFirst = true;
    const auto take = [&]() -> Result<QByteArray> {
        if (std::exchange(isFirst, false))
            return request.take();
        return m_session.ask(queryOf(request.block()), m_reading.cancel, {}, m_limits.maxBytes);
    };
    return m_retry.untilWhole<QByteArray>(take, m_reading.cancel);
}

ArchiveSql RecordBlocks::conditionOf(const RowBlock &block) const
{
    return allOf({m_reading.result.query().condition, block.condition});
}

ArchiveSql RecordBlocks::queryOf(const RowBlock &block) const
{
    const ResultQuery &query = m_reading.result.query();
    const Watermark &watermark = query.events->state.watermark;
    const ArchiveSql condition = conditionOf(block);
    const ArchiveSql from =
        m_usesPrewhere ? fromMetEvents(watermark, condition) : fromEvents(watermark, condition);
    return recordsSql(from, query.order, recordColumns(m_reading.withRaw));
}

/// A response of which rows are missing is requested again, for what was not passed on of it.
Result<void> RecordBlocks::pass(const RowBlock &block, const QByteArray &rows, PlaceRange places,
                                const RecordSource::TakePage &take)
{
    QByteArray bytes = rows;
    bool isFirst = true;
    Result<void> taken; // what the taker fails with is no fault of the response
    const RecordSource::TakePage takePage = [&](std::vector<EventRecord> &&page) -> Result<void> {
        const std::size_t count = page.size();
        taken = take(std::move(page));
        if (taken) {
            places.first += count;
            places.count -= count;
        }
        return taken;
    };
    const auto passRest = [&]() -> Result<void> {
        if (!std::exchange(isFirst, false)) {
            TRY(bytes, m_session.ask(queryOf(block), m_reading.cancel, {}, m_limits.maxBytes));
        }
        const Result<void> passed = passOnce(block, bytes, places, takePage);
        return taken ? passed : Result<void>();
    };
    TRY(m_hasRead ? m_retry.untilWhole<void>(passRest, m_reading.cancel) : passRest());
    return taken;
}

Result<void> RecordBlocks::passOnce(const RowBlock &block, const QByteArray &rows, PlaceRange places,
                                    const RecordSource::TakePage &take)
{
    BlockPages pages(block, places, take);
    TRY(readCountingRecords(rows, m_reading.withRaw,
                            [&pages](EventRecord &&record) { return pages.add(std::move(record)); }));
    if (pages.found() < block.count) {
        const Watermark &watermark = m_reading.result.query().events->state.watermark;
        TRY(requireAllRows(m_session, fromEvents(watermark, conditionOf(block)), pages.found(),
                           m_reading.cancel));
    }
    return pages.finish();
}

Result<void> RecordBlocks::readByKeys(const ResultRows &rows, PlaceRange part,
                                      const RecordSource::TakePage &take)
{
    const std::size_t end = part.first + part.count;
    for (std::size_t next = part.first; next < end;) {
        const std::size_t count = std::min({end - next, rowsAtOnce(), RecordSource::PageRows});
        TRY(auto records, pageByKeys(rows, {next, count}));
        TRY(take(std::move(records)));
        m_hasRead = true;
        next += count;
    }
    return {};
}

Result<std::vector<EventRecord>> RecordBlocks::pageByKeys(const ResultRows &rows, PlaceRange part)
{
    const auto read = [&]() -> Result<std::vector<EventRecord>> {
        std::vector<EventRecord> records;
        const auto keep = [&records](std::size_t, EventRecord &&record) {
            records.push_back(std::move(record));
        };
        TRY(m_byKeys.read(rows, part, m_reading.withRaw, keep, m_reading.cancel));
        return records;
    };
    return m_hasRead ? m_retry.untilWhole<std::vector<EventRecord>>(read, m_reading.cancel) : read();
}

} // namespace Trailglass
