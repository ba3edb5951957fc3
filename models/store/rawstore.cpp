// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/rawstore.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/store/blockplace.h"
#include "models/store/redundanttexts.h"
#include "models/store/removedrows.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::string_view InsertBlock =
    "INSERT INTO raw_block (first_row, source, count, bytes, data) VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view FindBlock =
    "SELECT first_row, count, data FROM raw_block WHERE first_row <= ? ORDER BY first_row DESC LIMIT 1";
constexpr std::string_view BlocksFrom =
    "SELECT first_row, count, data FROM raw_block WHERE first_row BETWEEN "
    "coalesce((SELECT max(first_row) FROM raw_block WHERE first_row <= ?1), ?1) AND ?2 ORDER BY first_row";

Error notStored()
{
    return {.kind = ErrorKind::NotFound,
            .message = Trailglass::tr("The event's JSON is not in the workspace any more.")};
}

Error damagedRows(qint64 first, qint64 count, const Error &cause)
{
    return {.kind = ErrorKind::Storage,
            .message =
                tr("The stored JSON of events %1 to %2 is damaged; all others can be read. Restore a copy of "
                   "trailglass.sqlite, or sync into a new workspace from a time before these events.")
                    .arg(first)
                    .arg(first + count - 1),
            .detail = cause.detail};
}

} // namespace

RawStore::RawStore(SqlConnection &connection)
    : m_connection(&connection)
{
}

RawStore::~RawStore() = default;

Result<std::unique_ptr<RawStore>> RawStore::open(SqlConnection &connection)
{
    std::unique_ptr<RawStore> store(new RawStore(connection));
    TRY(Statement find, connection.prepare(FindBlock));
    store->m_find = std::move(find);
    return store;
}

Result<void> RawStore::append(SourceId source, RowId first, std::span<const Event *const> events)
{
    TRY(prepareToAppend());
    while (!events.empty()) {
        std::size_t count = 0;
        std::size_t bytes = 0;
        while (count < events.size() && count < RawBlock::Capacity && bytes < RawBlock::ByteLimit)
            bytes += events[count++]->raw.size();
        TRY(appendBlock(source, first, events.first(count), bytes));
        TRY(sign(first, events.first(count)));
        events = events.subspan(count);
        first.value += static_cast<qint64>(count);
    }
    return {};
}

Result<void> RawStore::prepareToAppend()
{
    if (m_signatures)
        return {};
    TRY(Statement insert, m_connection->prepare(InsertBlock));
    TRY(RawSignatures signatures, RawSignatures::open(*m_connection));
    m_insert = std::move(insert);
    m_signature.emplace();
    m_signatures = std::move(signatures);
    return {};
}

Result<void> RawStore::appendBlock(SourceId source, RowId first, std::span<const Event *const> events,
                                   std::size_t bytes)
{
    if (bytes > RawBlock::UnpackedLimit / 2)
        return Error{.kind = ErrorKind::TooLarge,
                     .message = Trailglass::tr("An event of %1 bytes is too large to store.").arg(bytes)};
    std::vector<std::string_view> raws;
    raws.reserve(events.size());
    for (const Event *event : events)
        raws.emplace_back(event->raw);
    TRY(const std::span<const char> packed, m_codec.pack(raws));
    return m_insert.bind(1, first.value)
        .bind(2, source.value)
        .bind(3, static_cast<qint64>(raws.size()))
        .bind(4, static_cast<qint64>(bytes))
        .bindBlob(5, packed, Statement::Borrow::Yes)
        .run();
}

Result<void> RawStore::sign(RowId first, std::span<const Event *const> events)
{
    m_signature->clear();
    for (const Event *event : events)
        addToSignature(*m_signature, event->raw, plainTexts(*event));
    return m_signatures->write(first, static_cast<qint64>(events.size()), m_signature->bits());
}

Result<void> RawStore::unpack(const Statement &row)
{
    m_block.texts.clear();
    const std::optional<BlockPlace> place = blockPlaceAt(row);
    if (!place) {
        StoredRow stored(row, "raw_block");
        const qint64 first = stored.number(0, StoredRanges::Row);
        // The number of rows is unknown; no block has more than its capacity.
        return stored.isGood() ? damagedRows(first, static_cast<qint64>(RawBlock::Capacity),
                                             impossibleValue("raw_block", "count"))
                               : impossibleValue("raw_block", "first_row");
    }
    const Result<void> unpacked =
        m_codec.unpack(row.blob(2), static_cast<std::size_t>(place->count), m_block);
    if (!unpacked)
        return damagedRows(place->first.value, place->count, unpacked.error());
    m_block.first = place->first;
    return {};
}

Result<bool> RawStore::seek(RowId row)
{
    if (m_block.holds(row))
        return true;
    bool isHeld = false;
    TRY(m_find.bind(1, row.value).firstRow([&](const Statement &at) -> Result<void> {
        const std::optional<BlockPlace> place = blockPlaceAt(at);
        isHeld = !place || place->holds(row);
        return isHeld ? unpack(at) : Result<void>();
    }));
    return isHeld;
}

void RawStore::forget()
{
    m_block = {};
}

Result<std::string_view> RawStore::read(RowId row)
{
    TRY(const bool found, seek(row));
    if (!found)
        return notStored();
    return m_block.text(row);
}

Result<void> RawStore::scan(RowId first, RowId last, const CancelToken &cancel, const Visitor &visit)
{
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*m_connection));
    const CancelScope scope(*m_connection, cancel);
    TRY(const RemovedRows removed, RemovedRows::load(*m_connection, first, last));
    TRY(Statement blocks, m_connection->prepare(BlocksFrom));
    blocks.bind(1, first.value).bind(2, last.value);
    std::optional<Error> damage;
    TRY(blocks.forEachRow([&](const Statement &block) -> Result<void> {
        if (cancel.isCancelled())
            return storeStopped();
        if (const Result<void> unpacked = unpack(block); unpacked)
            visitBlock(std::max(first, m_block.first), last, removed, visit);
        else if (!damage)
            damage = unpacked.error();
        return {};
    }));
    if (damage)
        return *damage;
    return {};
}

void RawStore::visitBlock(RowId from, RowId last, const RemovedRows &removed, const Visitor &visit) const
{
    for (RowId row = from; row <= last && m_block.holds(row); ++row.value) {
        if (!removed.contains(row))
            visit(row, m_block.text(row));
    }
}

Result<void> RawStore::scan(std::span<const RowId> rows, const CancelToken &cancel, const Visitor &visit)
{
    if (rows.empty())
        return {};
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*m_connection));
    TRY(const RemovedRows removed, RemovedRows::load(*m_connection, rows.front(), rows.back()));
    std::optional<Error> damage;
    for (const RowId row : rows) {
        if (cancel.isCancelled())
            return storeStopped();
        const Result<bool> found = seek(row);
        if (!found && found.error().kind == ErrorKind::Cancelled)
            return found.error();
        if (!found)
            damage = damage ? damage : found.error();
        else if (*found && !removed.contains(row))
            visit(row, m_block.text(row));
    }
    if (damage)
        return *damage;
    return {};
}

} // namespace Trailglass
