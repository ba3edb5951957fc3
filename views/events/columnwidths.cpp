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
    int minimum; ///< 0: as its cells need
    int maximum; ///< however long its values are
    bool isStretched;
    int least = 0; ///< also where the cells that were measured are shorter: others may be longer
};

Characters charactersOf(const Column &column)
{
    if (column.place == Column::Place(Filter::ReviewField::Mark))
        return {9, 0, 12, false};
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
        return {15, 15, 20, false}; // an IPv4 address is whole
    case Field::Action:
        return {23, 16, 34, true, 20};
    case Field::Actor:
    case Field::ActorEmail:
        return {23, 9, 34, true};
    case Field::Message:
    case Field::Raw:
        return {40, 12, 60, true};
    default:
        return {18, 9, 34, true};
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
                          const QFontMetrics &metrics)
{
    const Characters characters = charactersOf(column);
    const int digit = metrics.horizontalAdvance(u'0');
    const int bareTitle = metrics.horizontalAdvance(title) + CellPadding;
    const int standard = characters.common * digit + CellPadding;
    const int maxWidth = characters.maximum * digit + CellPadding;
    const int wanted = cells.common > 0 ? std::min(cells.common, maxWidth) : standard;
    const int natural = std::max({wanted, bareTitle + SortArrow, characters.least * digit + CellPadding});
    // A title takes no room from the cells of others: with a zone of a long name it is wider than the times below it.
    const int minimum = characters.minimum == 0
        ? std::max({wanted, std::min(cells.widest, maxWidth), std::min(bareTitle, standard)})
        : std::max(characters.minimum * digit + CellPadding, bareTitle);
    // Of what is left over, a column of long values may have half as much again.
    return {natural, std::min(natural, minimum), characters.isStretched,
            std::min(cells.widest, maxWidth * 3 / 2)};
}

std::vector<int> sharedWidths(std::span<const ColumnDemand> demands, int available)
{
    std::vector<int> widths;
    std::vector<int> givable;
    std::vector<int> lacking;
    std::vector<int> stretches;
    for (const ColumnDemand &demand : demands) {
        widths.push_back(demand.natural);
        givable.push_back(demand.natural - demand.minimum);
        lacking.push_back(std::max(0, demand.whole - demand.natural));
        stretches.push_back(demand.isStretched ? demand.natural : 0);
    }
    const int spare = available - sumOf(widths);
    if (spare < 0) {
        distribute(widths, std::max(spare, -sumOf(givable)), givable);
        return widths;
    }
    const int completing = std::min(spare, sumOf(lacking));
    distribute(widths, completing, lacking);
    distribute(widths, spare - completing, stretches);
    return widths;
}

} // namespace Trailglass
