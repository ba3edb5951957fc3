// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/idrunwriter.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

#include <algorithm>

namespace Trailglass {

IdRunWriter::IdRunWriter(SqlConnection &connection, IdRuns &runs)
    : m_connection(connection)
    , m_runs(runs)
{
}

Result<void> IdRunWriter::writeSorted(std::span<const IdEntry> entries)
{
    std::size_t next = 0;
    const Slice slice = [&](quint64, quint64 last, std::vector<IdEntry> &chunk) -> Result<void> {
        for (; next < entries.size() && entries[next].hash <= last; ++next)
            chunk.push_back(entries[next]);
        return {};
    };
    return write(1, static_cast<qint64>(entries.size()), slice);
}

Result<void> IdRunWriter::write(int level, qint64 count, const Slice &slice)
{
    const int bits = IdRun::bitsFor(count);
    TRY(Statement run,
        m_connection.prepare("INSERT INTO id_run (level, bits, count) VALUES (?, ?, ?) RETURNING run"));
    qint64 number = 0;
    // SQLite takes the next number from table sqlite_sequence.
    TRY(firstStoredRow(run.bind(1, level).bind(2, bits).bind(3, count), "sqlite_sequence",
                       [&number](StoredRow &row) { number = row.number(0, StoredRanges::Run); }));
    TRY(Statement insert, m_connection.prepare("INSERT INTO id_chunk (key, data) VALUES (?, ?)"));
    std::vector<IdEntry> entries;
    const quint64 last = bits == 0 ? 0 : (quint64(1) << bits) - 1;
    for (quint64 prefix = 0; prefix <= last; ++prefix) {
        entries.clear();
        const quint64 first = bits == 0 ? 0 : prefix << (64 - bits);
        const quint64 width = bits == 0 ? 0 : quint64(1) << (64 - bits);
        TRY(slice(first, first + (width - 1), entries));
        const std::vector<char> data = IdChunk::pack(entries);
        TRY(insert.bind(1, IdRuns::key(number, prefix)).bindBlob(2, data, Statement::Borrow::Yes).run());
    }
    return m_runs.refresh();
}

Result<void> IdRunWriter::mergeFullLevels(std::size_t runsPerLevel)
{
    for (int level = 1;; ++level) {
        std::vector<IdRun> full;
        std::ranges::copy_if(m_runs.runs(), std::back_inserter(full),
                             [level](const IdRun &run) { return run.level == level; });
        if (full.size() < runsPerLevel)
            return {};
        TRY(merge(full));
    }
}

Result<void> IdRunWriter::merge(std::span<const IdRun> runs)
{
    qint64 count = 0;
    for (const IdRun &run : runs)
        count += run.count;
    // A merged run has at least as many chunks as each of its parts, so a slice lies in one chunk of every
    // part.
    const Slice slice = [&](quint64 first, quint64 last, std::vector<IdEntry> &entries) -> Result<void> {
        for (const IdRun &run : runs) {
            TRY(const IdChunk *chunk, m_runs.chunk(run, run.prefixOf(first)));
            chunk->copy(first, last, entries);
        }
        std::ranges::sort(entries);
        return {};
    };
    TRY(write(runs.front().level + 1, count, slice));
    for (const IdRun &run : runs) {
        TRY(remove(run));
        m_runs.forget(run);
    }
    return m_runs.refresh();
}

Result<void> IdRunWriter::remove(const IdRun &run)
{
    TRY(Statement chunks, m_connection.prepare("DELETE FROM id_chunk WHERE key BETWEEN ? AND ?"));
    TRY(chunks.bind(1, IdRuns::key(run.number, 0)).bind(2, IdRuns::key(run.number, 0xffff'ffff)).run());
    TRY(Statement entry, m_connection.prepare("DELETE FROM id_run WHERE run = ?"));
    return entry.bind(1, run.number).run();
}

} // namespace Trailglass
