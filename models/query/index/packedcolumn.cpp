// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/packedcolumn.h"

#include <algorithm>
#include <cstring>

namespace Trailglass {

namespace {

struct Extent
{
    qint64 least = PackedColumn::None; ///< of the numbers there are; None when there are none
    qint64 greatest = PackedColumn::None;
    bool hasNone = false;
};

Extent extentOf(std::span<const qint64> numbers)
{
    Extent extent;
    for (const qint64 number : numbers) {
        if (number == PackedColumn::None) {
            extent.hasNone = true;
            continue;
        }
        extent.least = extent.least == PackedColumn::None ? number : std::min(extent.least, number);
        extent.greatest = std::max(extent.greatest, number);
    }
    return extent;
}

quint64 distance(qint64 from, qint64 to)
{
    return static_cast<quint64>(to) - static_cast<quint64>(from);
}

bool isUnit(std::span<const qint64> numbers, qint64 base, qint64 unit)
{
    return std::ranges::all_of(numbers, [base, unit](qint64 number) {
        return number == PackedColumn::None || distance(base, number) % static_cast<quint64>(unit) == 0;
    });
}

int widthFor(quint64 greatest)
{
    return greatest <= 0xFF ? 1 : greatest <= 0xFFFF ? 2 : greatest <= 0xFFFF'FFFF ? 4 : 8;
}

template <class Stored>
std::vector<char> bytesOf(std::span<const qint64> numbers, qint64 base, qint64 unit)
{
    std::vector<Stored> stored(numbers.size());
    std::ranges::transform(numbers, stored.begin(), [base, unit](qint64 number) {
        return number == PackedColumn::None
            ? Stored(0)
            : static_cast<Stored>(distance(base, number) / static_cast<quint64>(unit) + 1);
    });
    std::vector<char> bytes(stored.size() * sizeof(Stored));
    if (!bytes.empty())
        std::memcpy(bytes.data(), stored.data(), bytes.size());
    return bytes;
}

std::vector<char> bytesOf(std::span<const qint64> numbers, qint64 base, qint64 unit, int width)
{
    switch (width) {
    case 1:
        return bytesOf<quint8>(numbers, base, unit);
    case 2:
        return bytesOf<quint16>(numbers, base, unit);
    case 4:
        return bytesOf<quint32>(numbers, base, unit);
    default:
        return bytesOf<quint64>(numbers, base, unit);
    }
}

} // namespace

PackedColumn PackedColumn::pack(std::span<const qint64> numbers, std::span<const qint64> units)
{
    PackedColumn column;
    column.m_size = numbers.size();
    const Extent extent = extentOf(numbers);
    if (extent.least == None)
        return column;
    column.m_base = extent.least;
    if (extent.least == extent.greatest && !extent.hasNone) {
        column.m_constant = 1;
        return column;
    }
    column.m_unit =
        *std::ranges::find_if(units, [&](qint64 unit) { return isUnit(numbers, extent.least, unit); });
    const quint64 steps = distance(extent.least, extent.greatest) / static_cast<quint64>(column.m_unit);
    column.m_width = widthFor(steps + 1);
    column.m_bytes = bytesOf(numbers, column.m_base, column.m_unit, column.m_width);
    return column;
}

PackedColumn PackedColumn::packTimes(std::span<const qint64> times)
{
    static constexpr std::array<qint64, 3> Units{1'000'000, 1'000, 1};
    return pack(times, Units);
}

PackedColumn PackedColumn::fromParts(std::size_t size, qint64 base, qint64 unit, int width, quint64 constant,
                                     std::vector<char> bytes)
{
    const bool isWidth = width == 0 || width == 1 || width == 2 || width == 4 || width == 8;
    if (!isWidth || unit <= 0 || bytes.size() != size * static_cast<std::size_t>(width))
        return {};
    PackedColumn column;
    column.m_size = size;
    column.m_base = base;
    column.m_unit = unit;
    column.m_width = width;
    column.m_constant = constant;
    column.m_bytes = std::move(bytes);
    return column;
}

bool PackedColumn::isWithin(StoredRange range) const
{
    // The greatest that may be kept without leaving the range; what is kept for the least is 1.
    const quint64 steps =
        range.holds(m_base) ? distance(m_base, range.greatest) / static_cast<quint64>(m_unit) : 0;
    const auto isKept = [&](quint64 stored) {
        return stored == 0 || (range.holds(m_base) && stored - 1 <= steps);
    };
    if (m_width == 0)
        return isKept(m_constant);
    const quint64 widest = ~quint64(0) >> (64 - 8 * m_width);
    if (isKept(widest))
        return true;
    return withStored([&](const auto &stored) {
        quint64 greatest = 0;
        for (std::size_t row = 0; row < m_size; ++row)
            greatest = std::max<quint64>(greatest, stored(row));
        return isKept(greatest);
    });
}

std::vector<qint64> PackedColumn::numbers() const
{
    std::vector<qint64> numbers(m_size);
    withStored([&](const auto &stored) {
        for (std::size_t row = 0; row < m_size; ++row)
            numbers[row] = number(stored(row));
    });
    return numbers;
}

} // namespace Trailglass
