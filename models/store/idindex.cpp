// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/idindex.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/store/idrunwriter.h"
#include "models/store/sqlconnection.h"
#include "models/store/stablehash.h"
#include "models/store/storedrow.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

/// A look-up in the small tree takes about as long as reading so many of its entries one after the other.
constexpr qint64 EntriesPerLookup = 4;

} // namespace

IdIndex::IdIndex(SqlConnection &connection, qint64 recentLimit, IdRuns runs, Counters counters,
                 Statement findRecent)
    : m_connection(&connection)
    , m_recentLimit(recentLimit)
    , m_runs(std::move(runs))
    , m_counters(std::move(counters))
    , m_findRecent(std::move(findRecent))
{
}

Result<IdIndex> IdIndex::open(SqlConnection &connection, qint64 recentLimit)
{
    TRY(IdRuns runs, IdRuns::open(connection));
    TRY(Counters counters, Counters::open(connection));
    TRY(Statement find, connection.prepare("SELECT row FROM id_recent WHERE hash = ?"));
    return IdIndex(connection, recentLimit, std::move(runs), std::move(counters), std::move(find));
}

quint64 IdIndex::hash(SourceId source, std::string_view id)
{
    return stableHash(id, static_cast<quint64>(source.value));
}

Result<void> IdIndex::refresh()
{
    return m_runs.refresh();
}

Result<std::vector<IdEntry>> IdIndex::find(std::span<const quint64> ascending)
{
    std::vector<IdEntry> found;
    TRY(const bool isDone, findInOnePass(ascending, found));
    if (!isDone) {
        TRY(findSingly(ascending, found));
    }
    TRY(m_runs.find(ascending, found));
    return found;
}

/// Looks for many hashes in the small tree by reading all of it.
/// \returns false, with nothing found, where single look-ups take less, or decide: in a tree that is damaged
Result<bool> IdIndex::findInOnePass(std::span<const quint64> ascending, std::vector<IdEntry> &found)
{
    const qint64 limit = static_cast<qint64>(ascending.size()) * EntriesPerLookup;
    if (limit < m_recentLimit)
        return false;
    if (!m_allRecent.isValid()) {
        TRY(m_allRecent, m_connection->prepare("SELECT hash, row FROM id_recent ORDER BY hash, row LIMIT ?"));
    }
    std::vector<IdEntry> entries;
    std::optional<std::pair<qint64, qint64>> before;
    bool isSound = true; // numbers, in the order that a look-up relies on
    qint64 visited = 0;
    m_allRecent.bind(1, limit + 1);
    const Result<void> read = m_allRecent.forEachRow([&](const Statement &at) -> Result<void> {
        StoredRow row(at, "id_recent");
        const std::pair key(row.number(0, StoredRanges::Any), row.number(1, StoredRanges::Any));
        isSound = isSound && row.isGood() && (!before || *before < key);
        before = key;
        ++visited;
        const auto hash = static_cast<quint64>(key.first);
        if (!isSound || !std::ranges::binary_search(ascending, hash))
            return {};
        entries.push_back({.hash = hash, .row = {row.number(1, StoredRanges::Row)}});
        return row.check();
    });
    if (!read && read.error().kind == ErrorKind::Cancelled)
        return read.error();
    if (!read || !isSound || visited > limit)
        return false;
    found.insert(found.end(), entries.begin(), entries.end());
    return true;
}

Result<void> IdIndex::findSingly(std::span<const quint64> ascending, std::vector<IdEntry> &found)
{
    for (const quint64 hash : ascending) {
        TRY(forEachStoredRow(m_findRecent.bind(1, static_cast<qint64>(hash)), "id_recent",
                             [&](StoredRow &row) {
                                 found.push_back({.hash = hash, .row = {row.number(0, StoredRanges::Row)}});
                             }));
    }
    return {};
}

Result<void> IdIndex::add(std::vector<IdEntry> entries)
{
    if (entries.empty())
        return {};
    // In the order of the tree: neighbours then fall into the same page.
    std::ranges::sort(entries, {}, [](const IdEntry &entry) { return static_cast<qint64>(entry.hash); });
    TRY(addRecent(entries));
    TRY(const qint64 before, m_counters.value(Counters::RecentIds));
    const qint64 count = before + static_cast<qint64>(entries.size());
    TRY(m_counters.set(Counters::RecentIds, count < m_recentLimit ? count : 0));
    return count < m_recentLimit ? Result<void>() : sealRecent();
}

Result<void> IdIndex::addRecent(std::span<const IdEntry> entries)
{
    if (!m_addRecent.isValid()) {
        TRY(Statement add, m_connection->prepare("INSERT INTO id_recent (hash, row) VALUES (?, ?)"));
        m_addRecent = std::move(add);
    }
    for (const IdEntry &entry : entries) {
        if (entry.row > IdChunk::GreatestRow)
            return Error{
                .kind = ErrorKind::TooLarge,
                .message = Trailglass::tr(
                    "This workspace has reached its maximum size. Create a new one in another folder.")};
        TRY(m_addRecent.bind(1, static_cast<qint64>(entry.hash)).bind(2, entry.row.value).run());
    }
    return {};
}

Result<void> IdIndex::sealRecent()
{
    std::vector<IdEntry> entries;
    TRY(Statement all, m_connection->prepare("SELECT hash, row FROM id_recent"));
    TRY(forEachStoredRow(all, "id_recent", [&entries](StoredRow &row) {
        entries.push_back({.hash = static_cast<quint64>(row.number(0, StoredRanges::Any)),
                           .row = {row.number(1, StoredRanges::Row)}});
    }));
    std::ranges::sort(entries);
    TRY(m_connection->execute("DELETE FROM id_recent"));
    IdRunWriter writer(*m_connection, m_runs);
    TRY(writer.writeSorted(entries));
    return writer.mergeFullLevels(RunsPerLevel);
}

} // namespace Trailglass
