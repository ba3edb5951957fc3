// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/pagewriter.h"

#include "models/core/result.h"
#include "models/store/reviewtable.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

#include <algorithm>

namespace Trailglass {

PageWriter::PageWriter(SqlConnection &connection, TreeWriter &tree, std::unique_ptr<RawStore> raws,
                       EventInserter inserter, IdIndex ids, Counters counters)
    : m_connection(connection)
    , m_tree(tree)
    , m_raws(std::move(raws))
    , m_inserter(std::move(inserter))
    , m_ids(std::move(ids))
    , m_counters(std::move(counters))
{
}

Result<std::unique_ptr<PageWriter>> PageWriter::open(SqlConnection &connection, TreeWriter &tree)
{
    TRY(std::unique_ptr<RawStore> raws, RawStore::open(connection));
    TRY(EventInserter inserter, EventInserter::open(connection));
    TRY(IdIndex ids, IdIndex::open(connection));
    TRY(Counters counters, Counters::open(connection));
    std::unique_ptr<PageWriter> writer(new PageWriter(connection, tree, std::move(raws), std::move(inserter),
                                                      std::move(ids), std::move(counters)));
    TRY(writer->prepare());
    return writer;
}

Result<void> PageWriter::prepare()
{
    const std::pair<Statement *, std::string_view> statements[] = {
        {&m_findEvent, "SELECT id, created, revised, received FROM event WHERE row = ? AND source = ?"},
        {&m_updateSource,
         "UPDATE source SET events = events + ?2, earliest = min(coalesce(earliest, ?3), ?3), "
         "latest = max(coalesce(latest, ?4), ?4) WHERE id = ?1"},
        {&m_recount,
         "UPDATE source SET (earliest, latest) = (SELECT min(created), max(created) FROM event WHERE source "
         "= ?1) "
         "WHERE id = ?1 AND (earliest = ?2 OR latest = ?2)"},
        {&m_isMarked,
         "SELECT 1 FROM event_mark WHERE row = ?1 UNION ALL SELECT 1 FROM event_note WHERE row = ?1"},
    };
    for (const auto &[statement, sql] : statements) {
        TRY(Statement prepared, m_connection.prepare(sql));
        *statement = std::move(prepared);
    }
    return {};
}

void PageWriter::forget()
{
    m_raws->forget();
    m_inserter.forget();
    m_ids.forget();
}

Result<WrittenEvents> PageWriter::write(SourceId source, UtcMicros received, std::span<const Event> events)
{
    TRY(const qint64 lastRow, m_counters.value(Counters::Row));
    Page page;
    page.source = source;
    page.received = received;
    page.firstRow = {lastRow + 1};
    TRY(m_inserter.begin());
    TRY(findKnown(page, events));
    for (std::size_t index = 0; index < events.size(); ++index) {
        TRY(store(page, events[index], page.hashes[index]));
    }
    TRY(finish(page));
    page.written.counts.received = static_cast<qint64>(events.size());
    return std::move(page.written);
}

Result<void> PageWriter::findKnown(Page &page, std::span<const Event> events)
{
    page.hashes.reserve(events.size());
    for (const Event &event : events)
        page.hashes.push_back(IdIndex::hash(page.source, event.id));
    std::vector<quint64> ascending = page.hashes;
    std::ranges::sort(ascending);
    for (std::size_t index = 1; index < ascending.size(); ++index) {
        if (ascending[index] == ascending[index - 1])
            page.repeated.insert(ascending[index]);
    }
    ascending.erase(std::unique(ascending.begin(), ascending.end()), ascending.end());
    TRY(m_ids.refresh());
    TRY(const std::vector<IdEntry> found, m_ids.find(ascending));
    for (const IdEntry &entry : found)
        page.known.emplace(entry.hash, Known{.row = entry.row});
    return {};
}

Result<void> PageWriter::store(Page &page, const Event &event, quint64 hash)
{
    TRY(const std::optional<Existing> existing, findExisting(page, event, hash));
    if (existing)
        return compare(page, event, hash, *existing);
    TRY(const RowId row, add(page, event, hash));
    ++page.written.counts.added;
    if (page.repeated.contains(hash))
        page.known.emplace(hash, Known{.row = row, .event = &event});
    return {};
}

Result<std::optional<PageWriter::Existing>> PageWriter::findExisting(Page &page, const Event &event,
                                                                     quint64 hash)
{
    const auto [first, last] = page.known.equal_range(hash);
    for (auto entry = first; entry != last; ++entry) {
        Result<std::optional<Existing>> existing = readExisting(entry->second, page.source, event);
        if (!existing || *existing)
            return existing;
    }
    return std::optional<Existing>();
}

Result<std::optional<PageWriter::Existing>> PageWriter::readExisting(Known &known, SourceId source,
                                                                     const Event &event)
{
    if (known.event) {
        if (known.event->id != event.id)
            return std::optional<Existing>();
        return std::optional(Existing{.known = &known,
                                      .created = known.event->created,
                                      .received = {},
                                      .revised = known.event->revised});
    }
    std::optional<Existing> existing;
    TRY(firstStoredRow(m_findEvent.bind(1, known.row.value).bind(2, source.value), "event",
                       [&](StoredRow &row) {
                           if (row.text(0) == event.id)
                               existing = Existing{.known = &known,
                                                   .created = row.time(1),
                                                   .received = row.time(3),
                                                   .revised = row.timeOrNone(2)};
                       }));
    return existing;
}

Result<void> PageWriter::compare(Page &page, const Event &event, quint64 hash, const Existing &existing)
{
    Known &known = *existing.known;
    TRY(const std::string_view raw,
        known.event ? Result<std::string_view>(std::string_view(known.event->raw)) : m_raws->read(known.row));
    if (raw == event.raw) {
        ++page.written.counts.duplicate;
        return {};
    }
    // An event without a revision is older than any with one.
    if (event.revised <= existing.revised) {
        ++page.written.counts.conflict;
        page.written.conflicts.push_back(&event);
        return {};
    }
    return replace(page, event, hash, existing, raw);
}

/// \param raw  of the existing event
Result<void> PageWriter::replace(Page &page, const Event &event, quint64 hash, const Existing &existing,
                                 std::string_view raw)
{
    const RowId old = existing.known->row;
    TRY(const std::optional<ReplacedLeaf> leaf, keepReplaced(page, event, existing, raw));
    TRY(m_inserter.supersede(old, page.received));
    TRY(const RowId row, add(page, event, hash));
    page.replaced.back() = leaf;
    TRY(const bool isMarked, m_isMarked.bind(1, old.value).hasRow());
    if (isMarked) {
        TRY(ReviewTable::moveMarks(m_connection, old, row));
    }
    if (existing.created != event.created)
        page.superseded.push_back(existing.created);
    *existing.known = {.row = row, .event = &event};
    ++page.written.counts.updated;
    return {};
}

/// Keeps the hash of the existing event, whose row is going to be deleted.
/// \returns its leaf
Result<std::optional<ReplacedLeaf>> PageWriter::keepReplaced(Page &page, const Event &event,
                                                             const Existing &existing, std::string_view raw)
{
    const RowId old = existing.known->row;
    if (!existing.known->event) {
        return m_tree.keepReplaced({.row = old,
                                    .source = page.source,
                                    .id = event.id,
                                    .created = existing.created,
                                    .received = existing.received,
                                    .raw = raw});
    }
    // Of this page: it gets its leaf with the others. Nothing else is appended before.
    const qint64 position = old.value - page.firstRow.value;
    page.replacedHere.push_back(static_cast<std::size_t>(position));
    TRY(const qint64 firstLeaf, m_tree.size());
    return std::optional(
        ReplacedLeaf{.number = firstLeaf + position, .created = existing.created, .received = page.received});
}

Result<RowId> PageWriter::add(Page &page, const Event &event, quint64 hash)
{
    const RowId row{page.firstRow.value + static_cast<qint64>(page.events.size())};
    TRY(m_inserter.insert(row, page.source, page.received, event));
    page.events.push_back(&event);
    page.replaced.emplace_back();
    page.entries.push_back({.hash = hash, .row = row});
    page.earliest = std::min(page.earliest.value_or(event.created), event.created);
    page.latest = std::max(page.latest.value_or(event.created), event.created);
    return row;
}

Result<void> PageWriter::finish(Page &page)
{
    if (page.events.empty())
        return {};
    const qint64 lastRow = page.firstRow.value + static_cast<qint64>(page.events.size()) - 1;
    TRY(m_raws->append(page.source, page.firstRow, page.events));
    TRY(appendLeaves(page));
    TRY(m_ids.add(std::move(page.entries)));
    TRY(m_inserter.finish());
    TRY(m_counters.set(Counters::Row, lastRow));
    return updateSource(page);
}

Result<void> PageWriter::appendLeaves(const Page &page)
{
    TRY(const qint64 firstLeaf, m_tree.size());
    TRY(const std::vector<Digest> hashes,
        m_tree.append({.source = page.source,
                       .received = page.received,
                       .firstRow = page.firstRow,
                       .events = page.events,
                       .replaced = page.replaced}));
    for (const std::size_t position : page.replacedHere) {
        TRY(m_tree.keepGone(firstLeaf + static_cast<qint64>(position), hashes[position]));
    }
    return {};
}

Result<void> PageWriter::updateSource(const Page &page)
{
    TRY(m_updateSource.bind(1, page.source.value)
            .bind(2, page.written.counts.added)
            .bind(3, page.earliest->value)
            .bind(4, page.latest->value)
            .run());
    // Where the first or last event has moved in time, the next one is found among the events themselves.
    for (const UtcMicros created : page.superseded) {
        TRY(m_recount.bind(1, page.source.value).bind(2, created.value).run());
    }
    return {};
}

} // namespace Trailglass
