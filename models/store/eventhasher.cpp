// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventhasher.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treespans.h"

#include <algorithm>

namespace Trailglass {

EventHasher::EventHasher(Statement sources, Statement events, Statement replaced,
                         std::unique_ptr<RawStore> raws)
    : m_sources(std::move(sources))
    , m_events(std::move(events))
    , m_replaced(std::move(replaced))
    , m_raws(std::move(raws))
{
}

Result<EventHasher> EventHasher::open(SqlConnection &connection)
{
    TRY(Statement sources,
        connection.prepare("SELECT id, coalesce(name, purged_name), type FROM source "
                           "WHERE coalesce(name, purged_name) IS NOT NULL"));
    TRY(Statement events,
        connection.prepare("SELECT row, source, created, received, id FROM event WHERE row BETWEEN ? AND ? "
                           "ORDER BY row"));
    TRY(Statement replaced,
        connection.prepare("SELECT leaf, replaces FROM tree_replaced WHERE leaf >= ? AND leaf < ? "
                           "ORDER BY leaf"));
    TRY(std::unique_ptr<RawStore> raws, RawStore::open(connection));
    return EventHasher(std::move(sources), std::move(events), std::move(replaced), std::move(raws));
}

Result<void> EventHasher::refresh()
{
    m_raws->forget();
    m_texts.clear();
    return m_sources.forEachRow([this](const Statement &at) {
        StoredRow row(at, "source");
        const qint64 id = row.number(0, StoredRanges::Source);
        SourceTexts texts{.name = std::string(row.text(1)), .vendor = std::string(row.text(2))};
        if (row.isGood())
            m_texts.insert_or_assign(id, std::move(texts));
    });
}

Result<void> EventHasher::visit(RowId first, RowId last, const CancelToken &cancel, const Visitor &take)
{
    if (last < first)
        return {};
    return visitRows({.firstRow = first, .count = last.value - first.value + 1}, {}, cancel, take);
}

Result<void> EventHasher::visit(const TreeSpan &span, const CancelToken &cancel, const Visitor &take)
{
    Replaced replaced;
    // An impossible number there gives its leaf another hash, and so is found.
    TRY(m_replaced.bind(1, span.firstLeaf)
            .bind(2, span.endLeaf())
            .forEachRow([&replaced](const Statement &row) {
                replaced.emplace_back(row.integer(0), row.integer(1));
            }));
    return visitRows(span, replaced, cancel, take);
}

Result<void> EventHasher::visitRows(const TreeSpan &span, const Replaced &replaced, const CancelToken &cancel,
                                    const Visitor &take)
{
    auto next = replaced.begin();
    RowId least = span.firstRow;
    m_events.bind(1, span.firstRow.value).bind(2, span.endRow().value - 1);
    return m_events.forEachRow([&](const Statement &at) -> Result<void> {
        if (cancel.isCancelled())
            return storeStopped();
        HashedEvent event{.row = {at.integer(0)}, .source = {at.integer(1)}};
        // Where the tree that SQLite walks is out of order, so are the rows.
        if (event.row < least || !span.holds(event.row))
            return damagedDatabase(QStringLiteral("rows of table event out of order"));
        least.value = event.row.value + 1;
        const qint64 leaf = span.leafOf(event.row);
        while (next != replaced.end() && next->first < leaf)
            ++next;
        const bool replaces = next != replaced.end() && next->first == leaf;
        TRY(event.hash, hashOf(at, replaces ? std::optional(next->second) : std::nullopt));
        return take(event);
    });
}

/// \param at  a row of table `event`
Result<std::optional<Digest>> EventHasher::hashOf(const Statement &at, std::optional<qint64> replaces)
{
    StoredRow row(at, "event");
    const RowId number{row.number(0, StoredRanges::Row)};
    const auto source = m_texts.find(row.number(1, StoredRanges::Source));
    EventLeaf leaf;
    leaf.id = row.text(4);
    leaf.created = row.time(2).value;
    leaf.received = row.time(3).value;
    leaf.replaces = replaces;
    if (!row.isGood() || source == m_texts.end())
        return std::optional<Digest>();
    const Result<std::string_view> raw = m_raws->read(number);
    if (!raw && raw.error().kind == ErrorKind::Cancelled)
        return raw.error();
    if (!raw)
        return std::optional<Digest>();
    leaf.source = source->second.name;
    leaf.vendor = source->second.vendor;
    leaf.raw = *raw;
    return std::optional(m_hasher.event(leaf));
}

} // namespace Trailglass
