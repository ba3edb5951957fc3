// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace Trailglass {

/// Row numbers in an order that matters, ten million of them at times: four bytes each while every one is
/// within 0 … GreatestSmall, else eight.
///
/// \thread as a standard container
class RowList
{
public:
    /// The greatest row number that four bytes hold.
    static constexpr qint64 GreatestSmall = std::numeric_limits<quint32>::max();

    class Iterator;
    using value_type = RowId;
    using size_type = std::size_t;
    using const_iterator = Iterator;
    using iterator = Iterator;

    RowList() = default;
    RowList(std::initializer_list<RowId> rows) { append(rows.begin(), rows.end()); }
    /// Takes the numbers as they are, without a copy.
    explicit RowList(std::vector<quint32> rows)
        : m_small(std::move(rows))
    {
    }
    /// \param first, last  of RowId, \a last exclusive
    template <std::input_iterator Rows>
    RowList(Rows first, Rows last)
    {
        append(first, last);
    }

    void reserve(std::size_t rows);
    void push_back(RowId row);

    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] std::size_t size() const { return m_small.size() + m_large.size(); }
    /// \pre place < size()
    [[nodiscard]] RowId operator[](std::size_t place) const
    {
        return m_large.empty() ? RowId{m_small[place]} : m_large[place];
    }
    /// \pre not empty
    [[nodiscard]] RowId front() const { return (*this)[0]; }
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

    /// True while every number takes four bytes.
    [[nodiscard]] bool isSmall() const { return m_large.empty(); }
    /// At most \a max rows from place \a first on; fewer, or none, where the list ends before.
    [[nodiscard]] std::vector<RowId> slice(std::size_t first, std::size_t max) const;
    /// \returns the first place of \a row
    [[nodiscard]] std::optional<std::size_t> find(RowId row) const;
    /// How many numbers are greater than \a row: rows that arrived after it. One quick pass.
    [[nodiscard]] std::size_t countAfter(RowId row) const;
    /// Where the list has one of \a rows, in its order. One quick pass, however many they are.
    [[nodiscard]] std::vector<std::size_t> placesOf(std::vector<RowId> rows) const;
    /// True for the last rows of this list, all of it included.
    [[nodiscard]] bool endsWith(const RowList &rows) const;

    friend bool operator==(const RowList &, const RowList &) = default;

private:
    template <std::input_iterator Rows>
    void append(Rows first, Rows last)
    {
        if constexpr (std::forward_iterator<Rows>)
            reserve(static_cast<std::size_t>(std::distance(first, last)));
        for (; first != last; ++first)
            push_back(*first);
    }

    // One of the two is empty; the large one is used only where a number needs it, so that equal lists are
    // equal part by part.
    std::vector<quint32> m_small;
    std::vector<RowId> m_large;
};

/// Random access; what it gives is a value, not a reference. Valid as long as the list is not changed.
class RowList::Iterator
{
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = RowId;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = RowId;

    Iterator() = default;
    Iterator(const RowList &list, std::size_t place)
        : m_list(&list)
        , m_place(static_cast<difference_type>(place))
    {
    }

    RowId operator*() const { return (*m_list)[static_cast<std::size_t>(m_place)]; }
    RowId operator[](difference_type step) const { return *(*this + step); }
    Iterator &operator+=(difference_type step)
    {
        m_place += step;
        return *this;
    }
    Iterator &operator-=(difference_type step) { return *this += -step; }
    Iterator &operator++() { return *this += 1; }
    Iterator &operator--() { return *this -= 1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }

    friend Iterator operator+(Iterator place, difference_type step) { return place += step; }
    friend Iterator operator+(difference_type step, Iterator place) { return place += step; }
    friend Iterator operator-(Iterator place, difference_type step) { return place -= step; }
    friend difference_type operator-(Iterator left, Iterator right) { return left.m_place - right.m_place; }
    friend bool operator==(Iterator left, Iterator right) { return left.m_place == right.m_place; }
    friend auto operator<=>(Iterator left, Iterator right) { return left.m_place <=> right.m_place; }

private:
    const RowList *m_list = nullptr;
    difference_type m_place = 0;
};

inline RowList::Iterator RowList::begin() const
{
    return {*this, 0};
}

inline RowList::Iterator RowList::end() const
{
    return {*this, size()};
}

} // namespace Trailglass
