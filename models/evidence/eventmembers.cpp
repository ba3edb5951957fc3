// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/eventmembers.h"

#include "models/core/text.h"
#include "models/core/threadstart.h"
#include "models/core/translation.h"
#include "models/evidence/prooflines.h"
#include "models/exporting/csvwriter.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/exporting/outputfile.h"
#include "models/merkle/treehash.h"

#include <algorithm>
#include <future>
#include <numeric>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

/// Leaves of records that find room after those of the events, so that these millions are not copied.
constexpr std::size_t RoomForRecords = 16 * 1024;

/// Some events with their places in the tree, one each.
struct EventPage
{
    std::vector<EventRecord> records;
    std::vector<LeafPlace> places;
};

/// The same as bytes of the members.
struct EncodedPage
{
    std::string events;
    std::string csv;
    std::string proofs;
    std::vector<ShownLeaf> leaves;
};

/// Turns pages into bytes, one after the other.
class PageEncoder
{
public:
    PageEncoder(const std::vector<Column> &columns, bool formulaGuard)
        : m_csv(columns, CsvWriter::Options{.formulaGuard = formulaGuard})
    {
    }

    [[nodiscard]] CsvWriter &csv() { return m_csv; }

    EncodedPage encode(const EventPage &page)
    {
        EncodedPage encoded;
        for (std::size_t index = 0; index < page.records.size(); ++index)
            encode(page.records[index], page.places[index], encoded);
        return encoded;
    }

private:
    void encode(const EventRecord &record, const LeafPlace &place, EncodedPage &encoded)
    {
        const Event &event = record.event;
        m_events.writeRecord(record, encoded.events);
        m_csv.writeRecord(record, encoded.csv);
        const Digest hash = m_hasher.event({.source = record.source,
                                            .vendor = name(record.vendor),
                                            .id = event.id,
                                            .created = event.created.value,
                                            .received = record.received.value,
                                            .raw = event.raw,
                                            .replaces = place.replaces});
        const bool hasBreaks = event.raw.find_first_of("\r\n") != std::string::npos;
        appendProofLine({.leaf = place.leaf,
                         .received = record.received,
                         .created = event.created,
                         .replaces = place.replaces,
                         .hash = hash,
                         .raw = hasBreaks ? event.raw : std::string()},
                        encoded.proofs);
        encoded.leaves.push_back({place.leaf, hash});
    }

    NdjsonWriter m_events;
    CsvWriter m_csv;
    LeafHasher m_hasher;
};

Error notInTree(const EventRecord &record)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The event %1 of the source “%2” is not in the tree of the workspace, so that no "
                          "bundle can prove it. “Verify workspace…” in the window, or “trailglass-cli "
                          "verify workspace”, looks for what differs.")
                           .arg(visibleText(record.event.id), visibleText(record.source))};
}

Error isTooNew(const EventRecord &record)
{
    return {.kind = ErrorKind::Storage,
            .message =
                tr("The event %1 of the source “%2” was stored after the checkpoint was made. Try again.")
                    .arg(visibleText(record.event.id), visibleText(record.source))};
}

/// Reads pages, and keeps what is counted of them.
class EventWriting
{
public:
    EventWriting(const BundleRequest &request, const EventFiles &files, MarkedEvents &marked)
        : m_request(request)
        , m_files(files)
        , m_marked(marked)
    {
        m_written.leaves.reserve(request.rows.size() + RoomForRecords);
    }

    Result<EventPage> read(std::size_t first)
    {
        EventPage page;
        const auto keep = [&page](std::size_t, EventRecord &&record) {
            page.records.push_back(std::move(record));
        };
        TRY(m_request.records.read(m_request.rows, {first, RecordSource::PageRows}, true, keep,
                                   m_request.cancel));
        TRY(findPlaces(page));
        for (const EventRecord &record : page.records)
            count(record);
        return page;
    }

    Result<void> add(EncodedPage page)
    {
        TRY(m_files.events.write(page.events, m_request.cancel));
        TRY(m_files.csv.write(page.csv, m_request.cancel));
        TRY(m_files.proofs.write(page.proofs, m_request.cancel));
        m_written.leaves.insert(m_written.leaves.end(), page.leaves.begin(), page.leaves.end());
        m_written.summary.rows += static_cast<qint64>(page.leaves.size());
        if (m_request.progress)
            m_request.progress(m_written.summary.rows);
        return {};
    }

    [[nodiscard]] WrittenEventMembers take(const CsvWriter &csv)
    {
        m_written.summary.columns = csv.columnCount();
        m_written.summary.neutralisedCells = csv.neutralisedCells();
        m_written.summary.overflow = csv.spreadsheetOverflow();
        return std::move(m_written);
    }

private:
    /// In the order of rows, in which they lie beside each other: sorted by time, events of several sources do not.
    Result<void> findPlaces(EventPage &page)
    {
        std::vector<std::size_t> order(page.records.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::sort(order, {}, [&page](std::size_t index) { return page.records[index].row; });
        page.places.resize(page.records.size());
        for (const std::size_t index : order) {
            const EventRecord &record = page.records[index];
            TRY(const auto place, m_request.tree.placeOf(record.row));
            if (!place)
                return notInTree(record);
            if (place->leaf >= m_request.seal.checkpoint.size)
                return isTooNew(record);
            page.places[index] = *place;
        }
        return {};
    }

    void count(const EventRecord &record)
    {
        m_marked.note(record);
        ++m_written.bySource[record.source];
        const UtcMicros created = record.event.created;
        auto &span = m_written.summary.span;
        span = span ? TimeWindow{std::min(*span->from, created), std::max(*span->to, created + 1)}
                    : TimeWindow{created, created + 1};
    }

    const BundleRequest &m_request;
    const EventFiles &m_files;
    MarkedEvents &m_marked;
    WrittenEventMembers m_written;
};

} // namespace

Result<WrittenEventMembers> writeEventMembers(const BundleRequest &request, const EventFiles &files,
                                              MarkedEvents &marked)
{
    PageEncoder encoder(request.content.columns, request.content.manifest.formulaGuard);
    EventWriting writing(request, files, marked);
    std::string header;
    encoder.csv().writeHeader(header);
    TRY(files.csv.write(header, request.cancel));
    // A page is encoded on a thread of its own while the next one is read.
    std::future<EncodedPage> encoding;
    for (std::size_t first = 0; first < request.rows.size(); first += RecordSource::PageRows) {
        if (request.cancel.isCancelled())
            return exportCancelled();
        TRY(auto page, writing.read(first));
        if (encoding.valid()) {
            TRY(writing.add(encoding.get()));
        }
        encoding = startTask([&encoder, page = std::move(page)] { return encoder.encode(page); });
    }
    if (encoding.valid()) {
        TRY(writing.add(encoding.get()));
    }
    return writing.take(encoder.csv());
}

} // namespace Trailglass
