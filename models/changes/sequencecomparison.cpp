// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/sequencecomparison.h"

#include <algorithm>
#include <optional>

namespace Trailglass {

namespace {

using Sequence = std::span<const quint32>;

/// One element that only one of the sequences has.
struct Difference
{
    std::size_t before = 0; ///< elements of each sequence ahead of it
    std::size_t after = 0;
    bool isAdded = false;
};

/// The way through the grid of both sequences with the fewest differences.
class ShortestWay
{
public:
    ShortestWay(Sequence before, Sequence after, ComparisonBudget &budget)
        : m_before(before)
        , m_after(after)
        , m_budget(budget)
    {
    }

    /// \returns the differences in order; nothing when it would cost too much
    std::optional<std::vector<Difference>> find()
    {
        const auto longest = static_cast<qint64>(std::min(m_before.size() + m_after.size(), MaxDifferences));
        m_reached.assign(static_cast<std::size_t>(2 * longest + 3), 0);
        m_centre = longest + 1;
        for (qint64 differences = 0; differences <= longest; ++differences) {
            if (advance(differences))
                return goBack(differences);
            if (m_budget.isSpent())
                return std::nullopt;
        }
        m_budget.exceed();
        return std::nullopt;
    }

private:
    qint64 &reached(qint64 diagonal) { return m_reached[static_cast<std::size_t>(m_centre + diagonal)]; }

    /// Goes as far as possible with \a differences on each diagonal; whether the end is reached.
    bool advance(qint64 differences)
    {
        const auto lastBefore = static_cast<qint64>(m_before.size());
        const auto lastAfter = static_cast<qint64>(m_after.size());
        // Only the diagonals that this many differences can reach: what goBack() looks at.
        m_ways.emplace_back(m_reached.begin() + (m_centre - differences - 1),
                            m_reached.begin() + (m_centre + differences + 2));
        qint64 steps = 2 * differences + 1;
        bool isAtEnd = false;
        for (qint64 diagonal = -differences; diagonal <= differences && !isAtEnd; diagonal += 2) {
            qint64 x = stepsDown(diagonal, differences) ? reached(diagonal + 1) : reached(diagonal - 1) + 1;
            const qint64 start = x;
            while (x < lastBefore && x - diagonal < lastAfter && x - diagonal >= 0
                   && m_before[static_cast<std::size_t>(x)]
                       == m_after[static_cast<std::size_t>(x - diagonal)])
                ++x;
            steps += x - start;
            reached(diagonal) = x;
            isAtEnd = x >= lastBefore && x - diagonal >= lastAfter;
        }
        m_budget.spend(steps);
        return isAtEnd;
    }

    /// Whether the way to \a diagonal comes from above: by an added element.
    bool stepsDown(qint64 diagonal, qint64 differences)
    {
        return diagonal == -differences
            || (diagonal != differences && reached(diagonal - 1) < reached(diagonal + 1));
    }

    std::vector<Difference> goBack(qint64 differences)
    {
        std::vector<Difference> way;
        auto x = static_cast<qint64>(m_before.size());
        auto y = static_cast<qint64>(m_after.size());
        for (; differences > 0; --differences) {
            const std::vector<qint64> &known = m_ways[static_cast<std::size_t>(differences)];
            const auto at = [&known, differences](qint64 diagonal) {
                return known[static_cast<std::size_t>(diagonal + differences + 1)];
            };
            const qint64 diagonal = x - y;
            const bool isAdded =
                diagonal == -differences || (diagonal != differences && at(diagonal - 1) < at(diagonal + 1));
            x = isAdded ? at(diagonal + 1) : at(diagonal - 1);
            y = x - (isAdded ? diagonal + 1 : diagonal - 1);
            way.push_back({static_cast<std::size_t>(x), static_cast<std::size_t>(y), isAdded});
        }
        std::ranges::reverse(way);
        return way;
    }

    Sequence m_before;
    Sequence m_after;
    ComparisonBudget &m_budget;
    std::vector<qint64> m_reached; ///< by diagonal: elements of the first sequence that are behind
    qint64 m_centre = 0;
    std::vector<std::vector<qint64>> m_ways; ///< m_reached before each number of differences
};

/// Differences that follow on one another become one part, with what is the same after them.
std::vector<SequencePart> partsOf(const std::vector<Difference> &differences, Sequence before, Sequence after)
{
    std::vector<SequencePart> parts{{}};
    std::size_t x = 0;
    std::size_t y = 0;
    for (const Difference &difference : differences) {
        const std::size_t same = difference.before - x;
        parts.back().same += same;
        x += same;
        y += same;
        if (parts.back().same > 0)
            parts.push_back({x, y, 0, 0, 0});
        ++(difference.isAdded ? parts.back().added : parts.back().removed);
        ++(difference.isAdded ? y : x);
    }
    Q_ASSERT(before.size() - x == after.size() - y);
    Q_UNUSED(after);
    parts.back().same += before.size() - x;
    return parts;
}

} // namespace

std::vector<SequencePart> compareSequences(Sequence before, Sequence after, ComparisonBudget &budget)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    budget.spend(static_cast<qint64>(head) + static_cast<qint64>(tail));

    const Sequence middleBefore = before.subspan(head, before.size() - head - tail);
    const Sequence middleAfter = after.subspan(head, after.size() - head - tail);
    std::vector<SequencePart> parts{{0, 0, middleBefore.size(), middleAfter.size(), 0}};
    if (!middleBefore.empty() && !middleAfter.empty() && !budget.isSpent()) {
        if (const auto way = ShortestWay(middleBefore, middleAfter, budget).find())
            parts = partsOf(*way, middleBefore, middleAfter);
    }
    for (SequencePart &part : parts) {
        part.before += head;
        part.after += head;
    }
    parts.back().same += tail;
    if (head > 0) {
        if (parts.front().removed == 0 && parts.front().added == 0) {
            parts.front().before = parts.front().after = 0;
            parts.front().same += head;
        } else {
            parts.insert(parts.begin(), {0, 0, 0, 0, head});
        }
    }
    return parts;
}

} // namespace Trailglass
