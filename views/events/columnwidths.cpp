// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/columnwidths.h"

#include <QFontMetrics>

#include <algorithm>
#include <numeric>

namespace Trailglass {

namespace {

constexpr int CellPadding = 16; ///< both sides of a cell
constexpr int SortArrow = 22;

/// How wide a kind of column is, in digits, which are about as wide as the average letter.
struct Characters
{
    int common; ///< where no cell was measured
    int minimum;
    int maximum; ///< however long its values are
    bool isStretched;
};

Characters charactersOf(const Column &column)
{
    const auto *field = std::get_if<Field>(&column.place);
    if (!field)
        return {22, 9, 40, true};
    switch (*field) {
    case Field::Created:
    case Field::Received:
        return {23, 0, 40, false};
    case Field::Vendor:
    case Field::Op:
    case Field::Outcome:
        return {9, 0, 12, false};
    case Field::ActorType:
    case Field::TargetType:
    case Field::Category:
    case Field::Channel:
    case Field::Environment:
        return {12, 8, 20, false};
    case Field::Source:
        return {12, 6, 20, false};
    case Field::Ip:
        return {14, 13, 20, false};
    case Field::Actor:
    case Field::ActorEmail:
    case Field::Action:
        return {23, 9, 34, true};
    case Field::Message:
    case Field::Raw:
        return {40, 12, 60, true};
    default:
        return {18, 9, 34, true};
    }
}

int sumOf(std::span<const ColumnDemand> demands, int ColumnDemand::*width)
{
    return std::accumulate(demands.begin(), demands.end(), 0,
                           [width](int sum, const ColumnDemand &demand) { return sum + demand.*width; });
}

/// Changes \a widths by \a change px together, in proportion to \a weights; nothing where all weights are 0.
void distribute(std::vector<int> &widths, int change, const std::vector<int> &weights)
{
    qint64 left = change;
    qint64 weight = std::accumulate(weights.begin(), weights.end(), qint64());
    for (std::size_t place = 0; place < widths.size() && weight > 0; ++place) {
        // From what is left, so that nothing is lost to rounding.
        const qint64 share = left * weights[place] / weight;
        widths[place] += static_cast<int>(share);
        left -= share;
        weight -= weights[place];
    }
}

} // namespace

ColumnDemand columnDemand(const Column &column, const QString &title, int content,
                          const QFontMetrics &metrics)
{
    const Characters characters = charactersOf(column);
    const int digit = metrics.horizontalAdvance(u'0');
    const int titleWidth = metrics.horizontalAdvance(title) + SortArrow + CellPadding;
    const int most = characters.maximum * digit + CellPadding;
    const int wanted = content > 0 ? std::min(content, most) : characters.common * digit + CellPadding;
    const int natural = std::max(wanted, titleWidth);
    const int minimum = characters.minimum == 0
        ? natural
        : std::min(natural, std::max(characters.minimum * digit + CellPadding, titleWidth - SortArrow));
    return {natural, minimum, characters.isStretched};
}

std::vector<int> sharedWidths(std::span<const ColumnDemand> demands, int available)
{
    std::vector<int> widths;
    std::vector<int> weights;
    const int spare = available - sumOf(demands, &ColumnDemand::natural);
    for (const ColumnDemand &demand : demands) {
        widths.push_back(demand.natural);
        if (spare >= 0)
            weights.push_back(demand.isStretched ? demand.natural : 0);
        else
            weights.push_back(demand.natural - demand.minimum);
    }
    const int givable = sumOf(demands, &ColumnDemand::natural) - sumOf(demands, &ColumnDemand::minimum);
    distribute(widths, std::max(spare, -givable), weights);
    return widths;
}

} // namespace Trailglass
