// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/columnwidths.h"

#include "models/core/timefield.h"

#include <QFontMetrics>

#include <algorithm>
#include <numeric>

namespace Trailglass {

namespace {

constexpr int CellPadding = 16; ///< both sides of a cell
constexpr int SortArrow = 22;
constexpr int ShortTitle = 10; ///< digits; so much of a title is seen however short the cells are

/// How wide a kind of column is, in digits, which are about as wide as the average letter.
struct Characters
{
    int common = 0; ///< where no cell was measured
    int tight = 0; ///< minimum; 0: as its cells need
    int readable = 0; ///< likewise, where the table is scrolled sideways instead
    int maximum = 0; ///< however long its values are; rare ones may have half as much again
    bool isStretched = false;
    int later =
        0; ///< where there is room, also if the cells that were measured are shorter: others may be longer
};

Characters charactersOf(const Column &column)
{
    if (column.place == Column::Place(Filter::ReviewField::Mark))
        return {9, 0, 0, 12, false};
    const auto *field = std::get_if<Field>(&column.place);
    if (!field)
        return {22, 9, 12, 40, true};
    switch (*field) {
    case Field::Created:
    case Field::Received:
        return {23, 0, 0, 40, false};
    case Field::Vendor:
    case Field::Op:
    case Field::Outcome:
        return {9, 0, 0, 12, false};
    case Field::ActorType:
    case Field::TargetType:
    case Field::Category:
    case Field::Channel:
    case Field::Environment:
    case Field::Source:
        return {12, 8, 10, 20, false};
    case Field::Ip:
        return {15, 15, 15, 20, false}; // an IPv4 address is whole
    case Field::Action:
        return {23, 16, 18, 34, true, 20};
    case Field::Actor:
    case Field::ActorEmail:
        return {23, 12, 18, 34, true};
    case Field::Message:
    case Field::Raw:
        return {40, 12, 20, 60, true};
    default:
        return {18, 9, 12, 34, true};
    }
}

int sumOf(const std::vector<int> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
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

ColumnDemand columnDemand(const Column &column, const QString &title, const MeasuredCells &cells,
                          const QFontMetrics &metrics, MinimumWidths minima)
{
    const Characters characters = charactersOf(column);
    const auto room = [digit = metrics.horizontalAdvance(u'0')](int count) {
        return count * digit + CellPadding;
    };
    const bool isMeasured = cells.common > 0;
    const int maxWidth = room(characters.maximum);
    const int maxRare = maxWidth * 3 / 2;
    const int common = std::min(isMeasured ? cells.common : room(characters.common), maxWidth);
    const int whole = std::max(common, std::min(cells.widest, maxRare));
    const int fewest = minima == MinimumWidths::Tight ? characters.tight : characters.readable;
    const int cellMinimum = std::min(whole, fewest > 0 ? room(fewest) : maxWidth);
    // A title takes no room from the cells of others: with a zone of a long name it is wider than the times below it.
    const int bareTitle = metrics.horizontalAdvance(title) + CellPadding;
    ColumnDemand demand;
    demand.minimum = std::max({cellMinimum, std::min(bareTitle, room(ShortTitle)), NarrowestColumnWidth});
    demand.common = std::max(demand.minimum, common);
    demand.whole = std::max(demand.common, whole);
    demand.natural =
        std::max({demand.whole, std::min(bareTitle + SortArrow, maxRare), room(characters.later)});
    demand.isStretched = characters.isStretched;
    return demand;
}

std::vector<int> sharedWidths(std::span<const ColumnDemand> demands, int available)
{
    std::vector<int> widths;
    std::vector<int> stretches;
    for (const ColumnDemand &demand : demands) {
        widths.push_back(demand.minimum);
        stretches.push_back(demand.isStretched ? demand.natural : 0);
    }
    int left = available - sumOf(widths);
    for (const auto step : {&ColumnDemand::common, &ColumnDemand::whole, &ColumnDemand::natural}) {
        std::vector<int> lacking;
        for (std::size_t place = 0; place < widths.size(); ++place)
            lacking.push_back(demands[place].*step - widths[place]);
        const int given = std::clamp(left, 0, sumOf(lacking));
        distribute(widths, given, lacking);
        left -= given;
    }
    distribute(widths, std::max(0, left), stretches);
    return widths;
}

} // namespace Trailglass
