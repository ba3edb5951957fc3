// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/siphash.h"

#include <QtEndian>

#include <bit>
#include <cstddef>

namespace Trailglass {

namespace {

constexpr std::size_t WordBytes = 8;
constexpr int RoundsPerWord = 2;
constexpr int RoundsAtEnd = 4;

/// The state of a SipHash, with the key 0.
struct SipState
{
    quint64 v0 = 0x736f6d6570736575U;
    quint64 v1 = 0x646f72616e646f6dU;
    quint64 v2 = 0x6c7967656e657261U;
    quint64 v3 = 0x7465646279746573U;

    void mix(int rounds)
    {
        for (int round = 0; round < rounds; ++round) {
            v0 += v1;
            v1 = std::rotl(v1, 13) ^ v0;
            v0 = std::rotl(v0, 32);
            v2 += v3;
            v3 = std::rotl(v3, 16) ^ v2;
            v0 += v3;
            v3 = std::rotl(v3, 21) ^ v0;
            v2 += v1;
            v1 = std::rotl(v1, 17) ^ v2;
            v2 = std::rotl(v2, 32);
        }
    }

    void take(quint64 word)
    {
        v3 ^= word;
        mix(RoundsPerWord);
        v0 ^= word;
    }
};

} // namespace

quint64 sipHash(std::string_view bytes)
{
    SipState state;
    quint64 last = static_cast<quint64>(bytes.size()) << 56;
    for (; bytes.size() >= WordBytes; bytes.remove_prefix(WordBytes))
        state.take(qFromLittleEndian<quint64>(bytes.data()));
    for (std::size_t index = 0; index < bytes.size(); ++index)
        last |= static_cast<quint64>(static_cast<unsigned char>(bytes[index])) << (8 * index);
    state.take(last);
    state.v2 ^= 0xff;
    state.mix(RoundsAtEnd);
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

} // namespace Trailglass
