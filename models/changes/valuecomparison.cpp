// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/valuecomparison.h"

#include "models/changes/elementpairs.h"
#include "models/json/jsonstring.h"

#include <algorithm>
#include <map>

namespace Trailglass {

namespace {

using ValueKind = ValueChange::Kind;
using Places = std::vector<quint32>;

/// Steps of a ComparisonBudget for each value in the result: what is said of it takes some hundred bytes.
constexpr qint64 StepsOfValue = 16;

/// One comparison of two trees.
class Comparison
{
public:
    Comparison(const ValueTree &before, const ValueTree &after, ComparisonBudget &budget)
        : m_before(before)
        , m_after(after)
        , m_budget(budget)
    {
    }

    /// \pre the two are of one name, if of any
    ValueChange compare(quint32 before, quint32 after)
    {
        const ValueTree::Node &left = m_before.nodes()[before];
        const ValueTree::Node &right = m_after.nodes()[after];
        ValueChange change;
        change.before = left.value;
        change.after = right.value;
        const std::size_t bytes = std::min(left.value.token.size(), right.value.token.size());
        m_budget.spend(static_cast<qint64>(bytes / 16) + StepsOfValue);
        if (left.value.token == right.value.token)
            return change;
        if (left.isClosed || right.isClosed)
            m_budget.exceed();
        const bool isOpen =
            !left.isClosed && !right.isClosed && !m_budget.isSpent() && left.value.kind == right.value.kind;
        if (isOpen && left.value.kind == JsonKind::Object)
            compareMembers(change, before, after);
        else if (isOpen && left.value.kind == JsonKind::Array)
            compareElements(change, before, after);
        else if (left.value.kind == JsonKind::String && right.value.kind == JsonKind::String)
            compareStrings(change); // which is cheap where it must be
        else
            change.kind = ValueKind::Changed;
        return change;
    }

private:
    void compareStrings(ValueChange &change)
    {
        change.beforeText = std::make_shared<const std::string>(change.before.text());
        change.afterText = std::make_shared<const std::string>(change.after.text());
        if (*change.beforeText == *change.afterText)
            return;
        change.kind = ValueKind::Changed;
        change.lines = compareTexts(*change.beforeText, *change.afterText, m_budget);
    }

    void compareMembers(ValueChange &change, quint32 before, quint32 after)
    {
        const Places left = m_before.childrenOf(before);
        const Places right = m_after.childrenOf(after);
        std::map<std::pair<std::string, int>, quint32> places; // of the name's each occurrence
        std::map<std::string, int> occurrences;
        for (quint32 place = 0; place < left.size(); ++place) {
            std::string name = memberName(m_before.nodes()[left[place]]);
            const int occurrence = occurrences[name]++;
            places.emplace(std::pair(std::move(name), occurrence), place);
        }
        occurrences.clear();
        std::vector<PlacePair> pairs;
        for (quint32 place = 0; place < right.size(); ++place) {
            std::string name = memberName(m_after.nodes()[right[place]]);
            const int occurrence = occurrences[name]++;
            const auto found = places.find({std::move(name), occurrence});
            if (found != places.end())
                pairs.push_back({found->second, place});
        }
        addChildren(change, left, right, pairs);
    }

    void compareElements(ValueChange &change, quint32 before, quint32 after)
    {
        const Places left = m_before.childrenOf(before);
        const Places right = m_after.childrenOf(after);
        addChildren(change, left, right, pairElements(m_before, left, m_after, right, m_budget));
    }

    /// Compares the pairs; what is in none was removed or added. In the order of what is there now; what was
    /// removed stands where it was.
    void addChildren(ValueChange &change, const Places &left, const Places &right,
                     const std::vector<PlacePair> &pairs)
    {
        constexpr quint32 None = ~quint32{0};
        Places partnerOfLeft(left.size(), None);
        Places partnerOfRight(right.size(), None);
        for (const PlacePair &pair : pairs) {
            partnerOfLeft[pair.before] = pair.after;
            partnerOfRight[pair.after] = pair.before;
        }
        const auto addRemovedFrom = [&](quint32 place) {
            for (; place < left.size() && partnerOfLeft[place] == None; ++place)
                addOne(change, ValueKind::Removed, m_before.nodes()[left[place]], place);
        };
        change.children.reserve(left.size() + right.size() - pairs.size());
        addRemovedFrom(0);
        for (quint32 place = 0; place < right.size(); ++place) {
            const quint32 partner = partnerOfRight[place];
            if (partner == None) {
                addOne(change, ValueKind::Added, m_after.nodes()[right[place]], place);
                continue;
            }
            ValueChange child = compare(left[partner], right[place]);
            setName(child, m_after.nodes()[right[place]]);
            child.beforePlace = partner;
            child.afterPlace = place;
            change.children.push_back(std::move(child));
            addRemovedFrom(partner + 1);
        }
        const auto isSame = [](const ValueChange &child) {
            return child.kind == ValueKind::Same;
        };
        if (!std::ranges::all_of(change.children, isSame))
            change.kind = ValueKind::Changed;
    }

    static void setName(ValueChange &change, const ValueTree::Node &node)
    {
        change.isMember = !node.name.empty();
        change.name = memberName(node);
    }

    void addOne(ValueChange &change, ValueKind kind, const ValueTree::Node &node, quint32 place)
    {
        m_budget.spend(StepsOfValue);
        ValueChange child;
        child.kind = kind;
        setName(child, node);
        (kind == ValueKind::Removed ? child.before : child.after) = node.value;
        (kind == ValueKind::Removed ? child.beforePlace : child.afterPlace) = place;
        change.children.push_back(std::move(child));
    }

    const ValueTree &m_before;
    const ValueTree &m_after;
    ComparisonBudget &m_budget;
};

} // namespace

ValueChange compareValues(const ValueTree &before, const ValueTree &after, ComparisonBudget &budget)
{
    return Comparison(before, after, budget).compare(0, 0);
}

} // namespace Trailglass
