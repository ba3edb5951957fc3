// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secretruns.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Trailglass {

namespace {

using namespace std::string_view_literals;

constexpr unsigned HashBits = 64;
constexpr unsigned LikelyBits = 16;

/// Of an end that is no run: a run has eight bytes at most.
constexpr std::size_t LongestEnd = 7;

constexpr char inLowerCase(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

constexpr char normalizedByte(char byte, SecretAlphabet alphabet)
{
    if (alphabet == SecretAlphabet::Text)
        return byte == '+' ? ' ' : inLowerCase(byte);
    return byte == '-' ? '+' : byte == '_' ? '/' : inLowerCase(byte);
}

/// What stands for bytes that are not shown: `*`, `.`, `•`, `…`, `·`, `●`.
constexpr std::array Fillers{"*"sv, "."sv, "\u2022"sv, "\u2026"sv, "\u00B7"sv, "\u25CF"sv};

std::size_t fillerLength(std::string_view text)
{
    const bool mayBegin = !text.empty()
        && (text.front() == '*' || text.front() == '.' || static_cast<unsigned char>(text.front()) >= 0x80);
    if (!mayBegin)
        return 0;
    for (const std::string_view filler : Fillers) {
        if (text.starts_with(filler))
            return filler.size();
    }
    return 0;
}

/// Where the fillers from \a begin on end.
std::size_t endOfFillers(std::string_view bytes, std::size_t begin)
{
    std::size_t end = begin;
    while (const std::size_t length = fillerLength(bytes.substr(end)))
        end += length;
    return end;
}

} // namespace

std::string normalizedBytes(std::string bytes, SecretAlphabet alphabet)
{
    for (char &byte : bytes)
        byte = normalizedByte(byte, alphabet);
    return bytes;
}

void HashSet::insert(std::uint64_t hash)
{
    m_isLikely.resize(std::size_t{1} << LikelyBits);
    m_isLikely[hash >> (HashBits - LikelyBits)] = true;
    m_hashes.insert(hash);
}

bool HashSet::contains(std::uint64_t hash) const
{
    return !m_isLikely.empty() && m_isLikely[hash >> (HashBits - LikelyBits)] && m_hashes.contains(hash);
}

RollingHash::RollingHash(std::uint64_t base, std::size_t length)
    : m_base(base)
    , m_length(length)
{
    for (std::size_t index = 0; index < length; ++index)
        m_power *= base;
}

void RollingHash::take(const std::string &bytes, std::size_t index)
{
    m_value = m_value * m_base + code(bytes[index]);
    if (index >= m_length)
        m_value -= code(bytes[index - m_length]) * m_power;
}

void SecretRuns::add(const std::string &secret, const std::vector<std::string> &publicWords)
{
    RollingHash hash(m_base, m_form.length);
    for (std::size_t end = 1; end <= secret.size(); ++end) {
        hash.take(secret, end - 1);
        if (end < m_form.length)
            continue;
        const std::string run = secret.substr(end - m_form.length, m_form.length);
        const bool isPublic = m_form.length < secret.size()
            && std::ranges::any_of(publicWords, [&run](const std::string &word) {
                                  return word.find(run) != std::string::npos;
                              });
        if (!isPublic)
            m_hashes.insert(hash.value());
    }
}

bool SecretRuns::counts(const std::string &bytes, std::size_t begin, std::size_t end) const
{
    const bool adjoins =
        (begin > 0 && isAlphanumeric(bytes[begin - 1])) || (end < bytes.size() && isAlphanumeric(bytes[end]));
    return m_form.where != Where::AsWord || !adjoins;
}

void SecretEnds::add(const std::string &secret, std::size_t least)
{
    std::uint64_t first = 0;
    for (std::size_t before = 1; before < least; ++before) {
        first = first * m_base + RollingHash::code(secret[before - 1]);
        for (std::size_t after = least - before; after < least; ++after) {
            std::uint64_t both = first;
            for (std::size_t index = secret.size() - after; index < secret.size(); ++index)
                both = both * m_base + RollingHash::code(secret[index]);
            m_hashes.insert(both);
        }
    }
}

std::vector<SecretEnds::Span> SecretEnds::find(const std::string &bytes) const
{
    std::vector<Span> spans;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const Span gap{begin, endOfFillers(bytes, begin)};
        if (gap.end > gap.begin) {
            const Span shown = around(bytes, gap);
            if (shown.begin < shown.end)
                spans.push_back(shown);
        }
        begin = std::max(gap.end, begin + 1);
    }
    return spans;
}

/// The largest; empty where there is none.
SecretEnds::Span SecretEnds::around(const std::string &bytes, const Span &gap) const
{
    Span largest{gap.begin, gap.begin};
    std::uint64_t first = 0;
    std::uint64_t power = 1;
    for (std::size_t before = 1; before <= std::min(LongestEnd, gap.begin); ++before) {
        first += RollingHash::code(bytes[gap.begin - before]) * power;
        power *= m_base;
        std::uint64_t both = first;
        for (std::size_t after = 1; after <= std::min(LongestEnd, bytes.size() - gap.end); ++after) {
            both = both * m_base + RollingHash::code(bytes[gap.end + after - 1]);
            const Span shown{gap.begin - before, gap.end + after};
            if (m_hashes.contains(both) && shown.end - shown.begin > largest.end - largest.begin)
                largest = shown;
        }
    }
    return largest;
}

} // namespace Trailglass
