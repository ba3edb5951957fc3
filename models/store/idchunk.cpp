// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/idchunk.h"

#include <QtEndian>

#include <algorithm>

namespace Trailglass {

namespace {

/// floor(fraction / 2^64 * count), in halves of 32 bits because there is no wider portable integer.
std::size_t scaled(quint64 fraction, std::size_t count)
{
    const quint64 high = (fraction >> 32) * count;
    const quint64 low = (fraction & 0xffff'ffff) * count;
    return static_cast<std::size_t>((high + (low >> 32)) >> 32);
}

} // namespace

std::optional<IdChunk> IdChunk::unpack(std::span<const char> bytes)
{
    if (bytes.size() % EntrySize != 0)
        return std::nullopt;
    const auto count = static_cast<qsizetype>(bytes.size() / EntrySize);
    IdChunk chunk;
    chunk.m_hashes.resize(static_cast<std::size_t>(count));
    chunk.m_rows.resize(static_cast<std::size_t>(count));
    if (count == 0)
        return chunk;
    qFromLittleEndian<quint64>(bytes.data(), count, chunk.m_hashes.data());
    qFromLittleEndian<quint32>(bytes.data() + static_cast<std::size_t>(count) * sizeof(quint64), count,
                               chunk.m_rows.data());
    return chunk;
}

std::vector<char> IdChunk::pack(std::span<const IdEntry> entries)
{
    std::vector<char> bytes(entries.size() * EntrySize);
    char *hash = bytes.data();
    char *row = bytes.data() + entries.size() * sizeof(quint64);
    for (const IdEntry &entry : entries) {
        qToLittleEndian(entry.hash, hash);
        qToLittleEndian(static_cast<quint32>(entry.row.value), row);
        hash += sizeof(quint64);
        row += sizeof(quint32);
    }
    return bytes;
}

void IdChunk::find(quint64 hash, int bits, std::vector<IdEntry> &found) const
{
    if (m_hashes.empty())
        return;
    std::size_t place = scaled(hash << bits, m_hashes.size());
    while (place > 0 && m_hashes[place - 1] >= hash)
        --place;
    while (place < m_hashes.size() && m_hashes[place] < hash)
        ++place;
    for (; place < m_hashes.size() && m_hashes[place] == hash; ++place)
        found.push_back({.hash = hash, .row = {m_rows[place]}});
}

void IdChunk::copy(quint64 first, quint64 last, std::vector<IdEntry> &entries) const
{
    const auto from = std::ranges::lower_bound(m_hashes, first);
    const auto to = std::ranges::upper_bound(from, m_hashes.end(), last);
    for (auto hash = from; hash != to; ++hash)
        entries.push_back(
            {.hash = *hash, .row = {m_rows[static_cast<std::size_t>(hash - m_hashes.begin())]}});
}

} // namespace Trailglass
