// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <cstddef>
#include <span>
#include <vector>

namespace Trailglass {

/// How much work a comparison may still cost, shared by all parts of it.
class ComparisonBudget
{
public:
    /// About 50 ms on a slow machine.
    static constexpr qint64 DefaultSteps = 10'000'000;

    explicit ComparisonBudget(qint64 steps = DefaultSteps)
        : m_left(steps)
    {
    }

    /// \returns whether the work may go on
    bool spend(qint64 steps)
    {
        m_left -= steps;
        return !isSpent();
    }
    /// What is still to come is compared as a whole.
    [[nodiscard]] bool isSpent() const { return m_left < 0; }

    /// Notes that one part was too large to be compared in detail.
    void exceed() { m_isExceeded = true; }
    /// Whether anything was not compared in detail.
    [[nodiscard]] bool isExceeded() const { return m_isExceeded || isSpent(); }

private:
    qint64 m_left;
    bool m_isExceeded = false;
};

/// A run of two sequences that were compared.
struct SequencePart
{
    std::size_t before = 0; ///< where it begins in the first sequence
    std::size_t after = 0; ///< where it begins in the second one
    std::size_t removed = 0; ///< elements of the first sequence alone
    std::size_t added = 0; ///< elements of the second one alone
    std::size_t same = 0; ///< elements that follow in both

    friend bool operator==(const SequencePart &, const SequencePart &) = default;
};

/// Compares two sequences of numbers that stand for elements: the parts together are both sequences, in order.
///
/// With the fewest removed and added elements, as long as these are not more than MaxDifferences and \a budget
/// lasts; otherwise what lies between the first and the last difference is one part. Myers' algorithm: time in
/// the order of the length times the differences. Pure.
/// \thread any
/// \source E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986
[[nodiscard]] std::vector<SequencePart>
compareSequences(std::span<const quint32> before, std::span<const quint32> after, ComparisonBudget &budget);

/// Removed and added elements of one comparison, at most: what is remembered of the way grows with the square.
inline constexpr std::size_t MaxDifferences = 1'000;

} // namespace Trailglass
