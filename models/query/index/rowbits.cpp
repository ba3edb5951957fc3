// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/rowbits.h"

#include <algorithm>

namespace Trailglass {

namespace {

std::size_t wordsFor(std::size_t rows)
{
    return (rows + RowBits::WordBits - 1) / RowBits::WordBits;
}

} // namespace

RowBits::RowBits(std::size_t size, bool all)
    : m_size(size)
    , m_words(wordsFor(size), all ? ~Word(0) : Word(0))
{
    clearPastEnd();
}

RowBits RowBits::fromWords(std::size_t size, std::vector<Word> words)
{
    RowBits bits;
    bits.m_size = size;
    bits.m_words = std::move(words);
    bits.m_words.resize(wordsFor(size));
    bits.clearPastEnd();
    return bits;
}

std::size_t RowBits::count() const
{
    std::size_t count = 0;
    for (const Word word : m_words)
        count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

bool RowBits::isEmpty() const
{
    return std::ranges::all_of(m_words, [](Word word) { return word == 0; });
}

void RowBits::remove(std::size_t first, std::size_t last)
{
    for (std::size_t row = first; row <= last && row < m_size;) {
        if (row % WordBits == 0 && row + WordBits <= last + 1) {
            m_words[row / WordBits] = 0;
            row += WordBits;
        } else {
            remove(row++);
        }
    }
}

void RowBits::resize(std::size_t size)
{
    m_size = size;
    m_words.resize(wordsFor(size));
    clearPastEnd();
}

RowBits RowBits::slice(std::size_t first, std::size_t size) const
{
    RowBits slice(std::min(size, m_size - std::min(first, m_size)));
    for (std::size_t index = 0; index < slice.m_words.size(); ++index)
        slice.m_words[index] = m_words[first / WordBits + index];
    slice.clearPastEnd();
    return slice;
}

void RowBits::insertSlice(std::size_t first, const RowBits &slice)
{
    for (std::size_t index = 0; index < slice.m_words.size(); ++index)
        m_words[first / WordBits + index] |= slice.m_words[index];
}

void RowBits::removeSlice(std::size_t first, const RowBits &slice)
{
    for (std::size_t index = 0; index < slice.m_words.size(); ++index)
        m_words[first / WordBits + index] &= ~slice.m_words[index];
}

RowBits &RowBits::operator&=(const RowBits &other)
{
    for (std::size_t index = 0; index < m_words.size(); ++index)
        m_words[index] &= other.m_words[index];
    return *this;
}

RowBits &RowBits::operator|=(const RowBits &other)
{
    for (std::size_t index = 0; index < m_words.size(); ++index)
        m_words[index] |= other.m_words[index];
    return *this;
}

RowBits &RowBits::operator-=(const RowBits &other)
{
    for (std::size_t index = 0; index < m_words.size(); ++index)
        m_words[index] &= ~other.m_words[index];
    return *this;
}

void RowBits::clearPastEnd()
{
    if (m_size % WordBits != 0)
        m_words.back() &= ~Word(0) >> (WordBits - m_size % WordBits);
}

} // namespace Trailglass
