// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/storedrow.h"

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace Trailglass {

/// Whole numbers of some rows in as few bytes as the greatest needs: 0 (all are equal), 1, 2, 4 or 8 a row.
///
/// A number is kept as 0 where there is none, else as 1 + (number − base) / unit. Times of vendors are whole
/// seconds or milliseconds: the unit is what they all are multiples of, so that a month of milliseconds fits
/// into four bytes. Immutable;
/// \thread any
class PackedColumn
{
public:
    /// "There is no value"; the same as RowLayout::None.
    static constexpr qint64 None = std::numeric_limits<qint64>::min();

    PackedColumn() = default;
    /// \param units  tried in this order, each a divisor of the one before; the last is 1
    static PackedColumn pack(std::span<const qint64> numbers, std::span<const qint64> units = UnitOne);
    /// For microseconds.
    static PackedColumn packTimes(std::span<const qint64> times);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] qint64 base() const { return m_base; }
    [[nodiscard]] qint64 unit() const { return m_unit; }
    [[nodiscard]] int width() const { return m_width; } ///< bytes a row
    /// What is kept for each row where the width is 0.
    [[nodiscard]] quint64 constant() const { return m_constant; }
    [[nodiscard]] std::span<const char> bytes() const { return m_bytes; }

    /// \returns nothing that could be read out of bounds: \a bytes of the wrong length give an empty column
    static PackedColumn fromParts(std::size_t size, qint64 base, qint64 unit, int width, quint64 constant,
                                  std::vector<char> bytes);

    /// Whether all numbers that there are lie in a range. Reads the numbers only where the width leaves it
    /// open.
    [[nodiscard]] bool isWithin(StoredRange range) const;

    [[nodiscard]] qint64 at(std::size_t row) const { return number(storedAt(row)); }
    [[nodiscard]] std::vector<qint64> numbers() const;

    /// The number kept as \a stored.
    [[nodiscard]] qint64 number(quint64 stored) const
    {
        return stored == 0
            ? None
            : static_cast<qint64>(static_cast<quint64>(m_base) + (stored - 1) * static_cast<quint64>(m_unit));
    }

    /// Calls \a use(stored): a function of the row that gives what is kept for it, with the width known to
    /// the compiler, so that loops over it are as fast as over an array.
    template <class Use>
    decltype(auto) withStored(const Use &use) const
    {
        switch (m_width) {
        case 1:
            return use(Reader<quint8>{m_bytes.data()});
        case 2:
            return use(Reader<quint16>{m_bytes.data()});
        case 4:
            return use(Reader<quint32>{m_bytes.data()});
        case 8:
            return use(Reader<quint64>{m_bytes.data()});
        default:
            return use(Constant{m_constant});
        }
    }

    friend bool operator==(const PackedColumn &, const PackedColumn &) = default;

private:
    static constexpr std::array<qint64, 1> UnitOne{1};

    template <class Number>
    struct Reader
    {
        const char *bytes;
        quint64 operator()(std::size_t row) const
        {
            Number number;
            __builtin_memcpy(&number, bytes + row * sizeof number, sizeof number);
            return number;
        }
    };
    struct Constant
    {
        quint64 stored;
        quint64 operator()(std::size_t) const { return stored; }
    };

    [[nodiscard]] quint64 storedAt(std::size_t row) const
    {
        return withStored([row](const auto &stored) { return stored(row); });
    }

    std::size_t m_size = 0;
    qint64 m_base = 0;
    qint64 m_unit = 1;
    int m_width = 0;
    quint64 m_constant = 0;
    std::vector<char> m_bytes;
};

} // namespace Trailglass
