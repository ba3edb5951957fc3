// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/textdictionary.h"

#include "models/archive/nativebytes.h"

#include <QHashFunctions>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::size_t MinSlots = 64;

/// Seeded at random, so that nobody can write texts that all have one hash.
std::size_t hashOf(std::string_view text)
{
    return text.empty()
        ? 0
        : qHashBits(text.data(), text.size(), static_cast<std::size_t>(QHashSeed::globalSeed()));
}

/// Where the slot of a hash is, or the first free one after it.
template <class IsIt>
std::size_t findSlot(const std::vector<quint32> &slotsOfTexts, std::size_t hash, const IsIt &isIt)
{
    const std::size_t mask = slotsOfTexts.size() - 1;
    std::size_t slot = hash & mask;
    while (slotsOfTexts[slot] != 0 && !isIt(slotsOfTexts[slot] - 1))
        slot = (slot + 1) & mask;
    return slot;
}

} // namespace

quint32 TextDictionary::indexOf(std::string_view wanted)
{
    if (m_texts.size() >= m_slots.size() / 2)
        grow();
    const std::size_t hash = hashOf(wanted);
    const std::size_t slot = findSlot(
        m_slots, hash, [&](quint32 index) { return m_texts[index].hash == hash && text(index) == wanted; });
    if (m_slots[slot] == 0) {
        appendNativeText(m_bytes, wanted);
        m_texts.push_back({hash, m_bytes.size() - wanted.size(), wanted.size()});
        m_slots[slot] = static_cast<quint32>(m_texts.size());
    }
    return m_slots[slot] - 1;
}

void TextDictionary::clear()
{
    m_bytes.clear();
    m_texts.clear();
    m_slots.clear();
}

std::string_view TextDictionary::text(quint32 index) const
{
    return std::string_view(m_bytes).substr(m_texts[index].start, m_texts[index].size);
}

void TextDictionary::grow()
{
    std::vector<quint32> larger(std::max(MinSlots, m_slots.size() * 2));
    quint32 number = 0;
    for (const Text &each : m_texts)
        larger[findSlot(larger, each.hash, [](quint32) { return false; })] = ++number;
    m_slots = std::move(larger);
}

} // namespace Trailglass
