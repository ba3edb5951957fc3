// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/bytepattern.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace Trailglass::Filter {

namespace {

/// Roughly how rare a byte is in JSON: greater is rarer. Affects speed only, never results.
int rarity(std::uint8_t byte)
{
    constexpr std::string_view common = "\"e: ,taionrsd0lc1u2m";
    if (const auto rank = common.find(static_cast<char>(byte)); rank != std::string_view::npos)
        return static_cast<int>(rank);
    const bool lower = byte >= 'a' && byte <= 'z';
    const bool digit = byte >= '0' && byte <= '9';
    return lower || digit ? 30 : 60;
}

int rarity(const std::vector<std::uint8_t> &forms)
{
    int least = 1'000;
    for (const std::uint8_t form : forms)
        least = std::min(least, rarity(form));
    return least;
}

#ifdef __SSE2__
__m128i load(const char *place)
{
    __m128i block;
    std::memcpy(&block, place, sizeof block);
    return block;
}

__m128i repeated(std::uint8_t byte)
{
    return _mm_set1_epi8(static_cast<char>(byte));
}
#endif

} // namespace

BytePattern::BytePattern(std::vector<Unit> units)
    : m_units(std::move(units))
{
    std::vector<Forms> forms;
    for (const Unit &unit : m_units) {
        m_bytesDecide = m_bytesDecide && (unit.size() == 1 || unit.front().size() == 1);
        for (std::size_t offset = 0; offset < unit.front().size(); ++offset) {
            std::bitset<256> &mayStand = m_mayStand.emplace_back();
            for (const std::string &alternative : unit)
                mayStand.set(static_cast<std::uint8_t>(alternative[offset]));
            Forms &bytes = forms.emplace_back();
            for (std::size_t byte = 0; byte < mayStand.size(); ++byte) {
                if (mayStand[byte])
                    bytes.push_back(static_cast<std::uint8_t>(byte));
            }
        }
    }
    m_length = forms.size();
    if (m_length > 0)
        chooseAnchors(forms);
}

void BytePattern::chooseAnchors(const std::vector<Forms> &forms)
{
    std::vector<std::size_t> usable;
    for (std::size_t offset = 0; offset < m_length; ++offset) {
        if (forms[offset].size() <= 2)
            usable.push_back(offset);
    }
    // The first bytes of three forms of one length may all differ; then only the units decide.
    if (usable.empty())
        return;
    std::ranges::stable_sort(usable, std::ranges::greater(),
                             [&forms](std::size_t offset) { return rarity(forms[offset]); });
    const std::array chosen{usable.front(), usable.size() > 1 ? usable[1] : usable.front()};
    for (std::size_t index = 0; index < chosen.size(); ++index) {
        const Forms &bytes = forms[chosen[index]];
        m_anchors[index] = {chosen[index], bytes.front(), bytes.back()};
    }
    m_hasAnchors = true;
}

bool BytePattern::matchesAt(const char *place) const
{
    // Nearly every unit is one byte, for which this check is complete. Comparing strings for each byte took a
    // third of the time of a search with many hits.
    for (std::size_t offset = 0; offset < m_length; ++offset) {
        if (!m_mayStand[offset][static_cast<std::uint8_t>(place[offset])])
            return false;
    }
    return m_bytesDecide || unitsMatchAt(place);
}

bool BytePattern::unitsMatchAt(const char *place) const
{
    for (const Unit &unit : m_units) {
        const std::size_t length = unit.front().size();
        const auto stands = [&](const std::string &form) {
            return std::memcmp(place, form.data(), length) == 0;
        };
        if (std::ranges::none_of(unit, stands))
            return false;
        place += length;
    }
    return true;
}

std::size_t BytePattern::findOneByOne(std::string_view bytes, std::size_t start) const
{
    for (std::size_t place = start; place + m_length <= bytes.size(); ++place) {
        if (matchesAt(bytes.data() + place))
            return place;
    }
    return NotFound;
}

std::size_t BytePattern::find(std::string_view bytes, std::size_t start) const
{
    if (start > bytes.size() || bytes.size() - start < m_length)
        return NotFound;
    if (m_length == 0)
        return start;
    std::size_t place = start;
#ifdef __SSE2__
    if (m_hasAnchors) {
        constexpr std::size_t Step = sizeof(__m128i);
        const __m128i rare1 = repeated(m_anchors[0].first), rare2 = repeated(m_anchors[0].second);
        const __m128i next1 = repeated(m_anchors[1].first), next2 = repeated(m_anchors[1].second);
        const char *const rare = bytes.data() + m_anchors[0].offset;
        const char *const next = bytes.data() + m_anchors[1].offset;
        for (; place + m_length + Step - 1 <= bytes.size(); place += Step) {
            const __m128i atRare = load(rare + place);
            const __m128i atNext = load(next + place);
            const __m128i candidates =
                _mm_and_si128(_mm_or_si128(_mm_cmpeq_epi8(atRare, rare1), _mm_cmpeq_epi8(atRare, rare2)),
                              _mm_or_si128(_mm_cmpeq_epi8(atNext, next1), _mm_cmpeq_epi8(atNext, next2)));
            auto mask = static_cast<unsigned>(_mm_movemask_epi8(candidates));
            for (; mask != 0; mask &= mask - 1) {
                const std::size_t candidate = place + static_cast<std::size_t>(std::countr_zero(mask));
                if (matchesAt(bytes.data() + candidate))
                    return candidate;
            }
        }
    }
#endif
    return findOneByOne(bytes, place);
}

} // namespace Trailglass::Filter
