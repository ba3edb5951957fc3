// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <bit>
#include <cstddef>
#include <vector>

namespace Trailglass {

/// A set of rows of one segment, a bit each. Sets that are combined have the same size.
///
/// A value;
/// \thread any, const
class RowBits
{
public:
    using Word = quint64;
    static constexpr std::size_t WordBits = 64;

    RowBits() = default;
    /// \param size  how many rows there are
    /// \param all  whether all of them are in the set
    explicit RowBits(std::size_t size, bool all = false);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool contains(std::size_t row) const
    {
        return (m_words[row / WordBits] >> (row % WordBits) & 1) != 0;
    }

    void insert(std::size_t row) { m_words[row / WordBits] |= Word(1) << (row % WordBits); }
    void remove(std::size_t row) { m_words[row / WordBits] &= ~(Word(1) << (row % WordBits)); }
    /// Removes rows \a first to \a last, both included.
    void remove(std::size_t first, std::size_t last);
    /// Adds rows, or drops those from \a size on.
    void resize(std::size_t size);

    /// The rows from \a first on, at most \a size, as a set that counts from 0.
    /// \param first  a multiple of WordBits
    [[nodiscard]] RowBits slice(std::size_t first, std::size_t size) const;
    /// Adds the rows of a slice() from \a first.
    void insertSlice(std::size_t first, const RowBits &slice);
    /// Removes the rows of a slice() from \a first.
    void removeSlice(std::size_t first, const RowBits &slice);

    RowBits &operator&=(const RowBits &other);
    RowBits &operator|=(const RowBits &other);
    RowBits &operator-=(const RowBits &other);
    friend RowBits operator&(RowBits left, const RowBits &right) { return left &= right; }
    friend RowBits operator|(RowBits left, const RowBits &right) { return left |= right; }
    friend RowBits operator-(RowBits left, const RowBits &right) { return left -= right; }
    friend bool operator==(const RowBits &, const RowBits &) = default;

    /// In words of 64 rows, the first row in the lowest bit; bits after the size are 0.
    [[nodiscard]] const std::vector<Word> &words() const { return m_words; }
    /// \pre \a words is as long as words(), bits after the size are 0
    static RowBits fromWords(std::size_t size, std::vector<Word> words);

    /// Calls \a visit(row) for each row of the set, ascending.
    template <class Visit>
    void forEach(const Visit &visit) const
    {
        for (std::size_t index = 0; index < m_words.size(); ++index) {
            for (Word word = m_words[index]; word != 0; word &= word - 1)
                visit(index * WordBits + static_cast<std::size_t>(std::countr_zero(word)));
        }
    }

    /// The rows of this set for which \a accepts(row) says true.
    template <class Accepts>
    [[nodiscard]] RowBits filtered(const Accepts &accepts) const
    {
        RowBits kept(m_size);
        for (std::size_t index = 0; index < m_words.size(); ++index) {
            const Word word = m_words[index];
            const std::size_t base = index * WordBits;
            Word found = 0;
            // Most words are full or empty: a full one needs no search for its bits.
            if (word == ~Word(0)) {
                for (std::size_t bit = 0; bit < WordBits; ++bit)
                    found |= static_cast<Word>(accepts(base + bit) ? 1 : 0) << bit;
            } else {
                for (Word rest = word; rest != 0; rest &= rest - 1) {
                    const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
                    found |= static_cast<Word>(accepts(base + bit) ? 1 : 0) << bit;
                }
            }
            kept.m_words[index] = found;
        }
        return kept;
    }

private:
    void clearPastEnd();

    std::size_t m_size = 0;
    std::vector<Word> m_words;
};

} // namespace Trailglass
