// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <QtGlobal>

#include <compare>
#include <optional>
#include <span>
#include <vector>

namespace Trailglass {

/// The hash of one event's (source, id), and the event's row. Two events may share a hash: the id itself
/// decides.
struct IdEntry
{
    quint64 hash = 0;
    RowId row;

    friend auto operator<=>(const IdEntry &, const IdEntry &) = default;
};

/// Entries of a run whose hashes share their first bits, ascending. Immutable once stored.
///
/// Stored form: all hashes as little-endian uint64, then all rows as little-endian uint32.
class IdChunk
{
public:
    static constexpr std::size_t EntrySize = sizeof(quint64) + sizeof(quint32);
    /// Rows are kept in 32 bits: 12 bytes an event instead of 16.
    static constexpr RowId GreatestRow{0xffff'ffff};

    /// \returns nothing when the size is no multiple of an entry's
    static std::optional<IdChunk> unpack(std::span<const char> bytes);

    /// \param entries  ascending.
    /// \pre no row over GreatestRow
    static std::vector<char> pack(std::span<const IdEntry> entries);

    /// Appends the entries with exactly this hash.
    /// \param bits  how many first bits all hashes of this chunk share; hashes are spread evenly over the
    /// rest, so the place is guessed and only a few neighbours are looked at
    void find(quint64 hash, int bits, std::vector<IdEntry> &found) const;

    /// Appends the entries from \a first to \a last, both inclusive.
    void copy(quint64 first, quint64 last, std::vector<IdEntry> &entries) const;

    [[nodiscard]] std::size_t byteSize() const { return m_hashes.size() * EntrySize; }

private:
    std::vector<quint64> m_hashes;
    std::vector<quint32> m_rows;
};

} // namespace Trailglass
