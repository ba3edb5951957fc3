// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/idruns.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

namespace Trailglass {

namespace {

/// The lowest bits of the key of a chunk; those above are the number of its run.
constexpr int PrefixBits = 32;

} // namespace

int IdRun::bitsFor(qint64 count)
{
    int bits = 0;
    while ((count >> bits) > EntriesPerChunk)
        ++bits;
    return bits;
}

IdRuns::IdRuns(Statement list, Statement load, std::size_t cacheBytes)
    : m_list(std::move(list))
    , m_load(std::move(load))
    , m_cacheBytes(cacheBytes)
{
}

Result<IdRuns> IdRuns::open(SqlConnection &connection, std::size_t cacheBytes)
{
    TRY(Statement list, connection.prepare("SELECT run, level, bits, count FROM id_run ORDER BY run"));
    TRY(Statement load, connection.prepare("SELECT data FROM id_chunk WHERE key = ?"));
    return IdRuns(std::move(list), std::move(load), cacheBytes);
}

qint64 IdRuns::key(qint64 run, quint64 prefix)
{
    return run << PrefixBits | static_cast<qint64>(prefix);
}

Result<void> IdRuns::refresh()
{
    m_runs.clear();
    return forEachStoredRow(m_list, "id_run", [this](StoredRow &row) {
        const qint64 count = row.number(3, StoredRanges::Count);
        // A merge relies on it: chunks are read by these bits, and as many are written.
        const int bits = IdRun::bitsFor(count);
        m_runs.push_back({.number = row.number(0, StoredRanges::Run),
                          .level = static_cast<int>(row.number(1, {1, IdRun::GreatestLevel})),
                          .bits = static_cast<int>(row.number(2, {bits, bits})),
                          .count = count});
    });
}

Result<void> IdRuns::find(std::span<const quint64> ascending, std::vector<IdEntry> &found)
{
    for (const IdRun &run : m_runs) {
        const IdChunk *current = nullptr;
        quint64 currentPrefix = 0;
        for (const quint64 hash : ascending) {
            const quint64 prefix = run.prefixOf(hash);
            if (!current || prefix != currentPrefix) {
                TRY(const IdChunk *loaded, chunk(run, prefix));
                current = loaded;
                currentPrefix = prefix;
            }
            current->find(hash, run.bits, found);
        }
    }
    return {};
}

Result<const IdChunk *> IdRuns::chunk(const IdRun &run, quint64 prefix)
{
    const qint64 wanted = key(run.number, prefix);
    const auto known = m_chunks.find(wanted);
    if (known != m_chunks.end())
        return &known->second;
    std::optional<IdChunk> loaded;
    TRY(m_load.bind(1, wanted).firstRow(
        [&loaded](const Statement &row) { loaded = IdChunk::unpack(row.blob(0)); }));
    if (!loaded)
        return damagedDatabase(QStringLiteral("chunk %1 of the id index").arg(wanted));
    if (m_bytes + loaded->byteSize() > m_cacheBytes)
        forgetHalf();
    m_bytes += loaded->byteSize();
    return &m_chunks.emplace(wanted, std::move(*loaded)).first->second;
}

void IdRuns::forget()
{
    m_chunks.clear();
    m_bytes = 0;
}

void IdRuns::forget(const IdRun &run)
{
    forgetChunks([&run](qint64 chunk) { return chunk >> PrefixBits == run.number; });
}

/// Hashes are spread evenly, so one chunk is as likely to be needed as another.
void IdRuns::forgetHalf()
{
    bool isForgotten = false;
    forgetChunks([&isForgotten](qint64) {
        isForgotten = !isForgotten;
        return isForgotten;
    });
}

template <class Condition>
void IdRuns::forgetChunks(Condition isForgotten)
{
    for (auto chunk = m_chunks.begin(); chunk != m_chunks.end();) {
        if (!isForgotten(chunk->first)) {
            ++chunk;
            continue;
        }
        m_bytes -= chunk->second.byteSize();
        chunk = m_chunks.erase(chunk);
    }
}

} // namespace Trailglass
