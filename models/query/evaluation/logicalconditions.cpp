// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/logicalconditions.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

using Filter::Match;

class Constant final : public Condition
{
public:
    explicit Constant(bool value)
        : m_value(value)
    {
    }

    [[nodiscard]] bool value() const { return m_value; }
    [[nodiscard]] Cost cost() const override { return Cost::Integers; }
    [[nodiscard]] RowTruths fromColumns(const SegmentColumns &, const RowBits &candidates) const override
    {
        return {m_value ? candidates : RowBits(candidates.size()), RowBits(candidates.size())};
    }
    [[nodiscard]] Match matches(const RowView &) const override { return m_value ? Match::Yes : Match::No; }

private:
    bool m_value;
};

class Negation final : public Condition
{
public:
    [[nodiscard]] const ConditionPointer &child() const { return m_child; }
    [[nodiscard]] bool readsIntegers() const override { return m_child->readsIntegers(); }

    explicit Negation(ConditionPointer child)
        : m_child(std::move(child))
    {
    }

    [[nodiscard]] Cost cost() const override { return m_child->cost(); }
    [[nodiscard]] RowTruths fromColumns(const SegmentColumns &columns,
                                        const RowBits &candidates) const override
    {
        RowTruths child = m_child->fromColumns(columns, candidates);
        return {candidates - child.yes - child.unknown, std::move(child.unknown)};
    }
    [[nodiscard]] Match matches(const RowView &row) const override
    {
        switch (m_child->matches(row)) {
        case Match::No:
            return Match::Yes;
        case Match::Yes:
            return Match::No;
        case Match::LimitPassed:
            break;
        }
        return Match::LimitPassed;
    }

private:
    ConditionPointer m_child;
};

/// Conjunction or disjunction: one child with the deciding value decides, else the other value holds.
class Junction final : public Condition
{
public:
    Junction(std::vector<ConditionPointer> children, bool deciding)
        : m_children(std::move(children))
        , m_deciding(deciding)
    {
    }

    [[nodiscard]] bool deciding() const { return m_deciding; }
    [[nodiscard]] const std::vector<ConditionPointer> &children() const { return m_children; }
    [[nodiscard]] Cost cost() const override { return m_children.back()->cost(); }
    [[nodiscard]] RowTruths fromColumns(const SegmentColumns &columns,
                                        const RowBits &candidates) const override
    {
        return m_deciding ? anyOf(columns, candidates) : allOf(columns, candidates);
    }
    [[nodiscard]] Match matches(const RowView &row) const override
    {
        for (const ConditionPointer &child : m_children) {
            const Match match = child->matches(row);
            if (match == Match::LimitPassed || match == (m_deciding ? Match::Yes : Match::No))
                return match;
        }
        return m_deciding ? Match::No : Match::Yes;
    }
    [[nodiscard]] bool mayMatchAny(std::string_view raws, std::string &scratch) const override
    {
        const auto may = [&](const ConditionPointer &child) {
            return child->mayMatchAny(raws, scratch);
        };
        return m_deciding ? std::ranges::any_of(m_children, may) : std::ranges::all_of(m_children, may);
    }
    [[nodiscard]] bool mayMatchSigned(std::span<const quint8> signature) const override
    {
        const auto may = [signature](const ConditionPointer &child) {
            return child->mayMatchSigned(signature);
        };
        return m_deciding ? std::ranges::any_of(m_children, may) : std::ranges::all_of(m_children, may);
    }
    [[nodiscard]] bool readsIntegers() const override
    {
        return std::ranges::any_of(m_children,
                                   [](const ConditionPointer &child) { return child->readsIntegers(); });
    }

private:
    [[nodiscard]] RowTruths allOf(const SegmentColumns &columns, const RowBits &candidates) const
    {
        RowBits possible = candidates;
        RowBits unknown(candidates.size());
        for (const ConditionPointer &child : m_children) {
            if (possible.isEmpty())
                break;
            const RowTruths truths = child->fromColumns(columns, possible);
            unknown |= truths.unknown;
            possible = truths.yes | truths.unknown;
        }
        unknown &= possible;
        return {possible - unknown, std::move(unknown)};
    }
    [[nodiscard]] RowTruths anyOf(const SegmentColumns &columns, const RowBits &candidates) const
    {
        RowBits undecided = candidates;
        RowBits unknown(candidates.size());
        for (const ConditionPointer &child : m_children) {
            if (undecided.isEmpty())
                break;
            const RowTruths truths = child->fromColumns(columns, undecided);
            unknown |= truths.unknown;
            undecided -= truths.yes;
        }
        unknown &= undecided;
        return {candidates - undecided, std::move(unknown)};
    }

    std::vector<ConditionPointer> m_children; ///< cheapest first, at least two
    bool m_deciding;
};

/// The value when the condition has the same one for every row.
std::optional<bool> constantValue(const Condition &condition)
{
    const auto *constant = dynamic_cast<const Constant *>(&condition);
    return constant ? std::optional(constant->value()) : std::nullopt;
}

/// \param deciding  the value of a child that decides: false for a conjunction, true for a disjunction
ConditionPointer junction(std::vector<ConditionPointer> children, bool deciding)
{
    for (const ConditionPointer &child : children) {
        if (constantValue(*child) == deciding)
            return constantCondition(deciding);
    }
    std::erase_if(children, [](const ConditionPointer &child) { return constantValue(*child).has_value(); });
    if (children.empty())
        return constantCondition(!deciding);
    if (children.size() == 1)
        return children.front();
    std::ranges::stable_sort(children, {}, [](const ConditionPointer &child) { return child->cost(); });
    return std::make_shared<Junction>(std::move(children), deciding);
}

} // namespace

ConditionPointer constantCondition(bool value)
{
    return std::make_shared<Constant>(value);
}

ConditionPointer negation(ConditionPointer child)
{
    if (const auto value = constantValue(*child))
        return constantCondition(!*value);
    return std::make_shared<Negation>(std::move(child));
}

ConditionPointer conjunction(std::vector<ConditionPointer> children)
{
    return junction(std::move(children), false);
}

ConditionPointer disjunction(std::vector<ConditionPointer> children)
{
    return junction(std::move(children), true);
}

ConditionPointer openPart(const ConditionPointer &condition)
{
    if (const auto *negated = dynamic_cast<const Negation *>(condition.get()))
        return negation(openPart(negated->child()));
    const auto *both = dynamic_cast<const Junction *>(condition.get());
    if (!both)
        return condition;
    // A row is unknown only where the children that columns decide leave it to the others.
    std::vector<ConditionPointer> open = both->children();
    std::erase_if(open,
                  [](const ConditionPointer &child) { return child->cost() == Condition::Cost::Integers; });
    return open.size() == 1 ? openPart(open.front()) : junction(std::move(open), both->deciding());
}

} // namespace Trailglass
