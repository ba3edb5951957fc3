// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/stablehash.h"

#include <QtEndian>

namespace Trailglass {

namespace {

constexpr quint64 Multiplier = 0xc6a4a7935bd1e995U;
constexpr int Shift = 47;

constexpr quint64 mixed(quint64 block)
{
    block *= Multiplier;
    block ^= block >> Shift;
    return block * Multiplier;
}

} // namespace

quint64 stableHash(std::string_view bytes, quint64 seed)
{
    quint64 hash = seed ^ (bytes.size() * Multiplier);
    while (bytes.size() >= sizeof(quint64)) {
        hash ^= mixed(qFromLittleEndian<quint64>(bytes.data()));
        hash *= Multiplier;
        bytes.remove_prefix(sizeof(quint64));
    }
    if (!bytes.empty()) {
        quint64 rest = 0;
        for (std::size_t index = 0; index < bytes.size(); ++index)
            rest |= quint64(static_cast<unsigned char>(bytes[index])) << (8 * index);
        hash = (hash ^ rest) * Multiplier;
    }
    hash ^= hash >> Shift;
    hash *= Multiplier;
    return hash ^ (hash >> Shift);
}

} // namespace Trailglass
