// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <iterator>
#include <random>
#include <span>

namespace Trailglass::Support {

/// Chance that is the same on every platform: the standard fixes the generator, the distributions are our
/// own.
class Random
{
public:
    /// \param stream  names what the numbers are for, so that more of one does not change the other
    explicit Random(quint64 seed, QByteArrayView stream = {});

    /// Uniform in [0, bound). \a bound is positive.
    [[nodiscard]] qint64 below(qint64 bound);

    /// Uniform in [low, high], both ends included.
    [[nodiscard]] qint64 between(qint64 low, qint64 high) { return low + below(high - low + 1); }

    [[nodiscard]] bool chance(int perThousand) { return below(1000) < perThousand; }

    template <class Container>
    [[nodiscard]] const auto &pick(const Container &items)
    {
        return *std::next(std::begin(items), below(static_cast<qint64>(std::size(items))));
    }

    /// Picks by the member `weight` of the items; weights are positive.
    template <class Item>
    [[nodiscard]] const Item &pickWeighted(std::span<const Item> items)
    {
        qint64 total = 0;
        for (const Item &item : items)
            total += item.weight;
        qint64 left = below(total);
        for (const Item &item : items) {
            left -= item.weight;
            if (left < 0)
                return item;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QByteArray hex(int digits); ///< lower case
    [[nodiscard]] QByteArray letters(int count); ///< letters and digits, as in a search engine's ids
    [[nodiscard]] QByteArray uuid(); ///< version 4

private:
    [[nodiscard]] QByteArray symbols(int count, QByteArrayView alphabet);

    std::mt19937_64 m_engine;
};

} // namespace Trailglass::Support
