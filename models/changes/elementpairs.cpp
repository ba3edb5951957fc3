// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/elementpairs.h"

#include "models/changes/textwords.h"
#include "models/json/jsontext.h"

#include <QHashFunctions>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>

namespace Trailglass {

namespace {

/// Seeded, as in compareTexts().
struct TextHash
{
    std::size_t operator()(const std::string &text) const
    {
        return qHashBits(text.data(), text.size(), static_cast<std::size_t>(QHashSeed::globalSeed()));
    }
};

/// Appends a value in one spelling, whatever whitespace and escapes it has.
void appendSpelling(const ValueTree &tree, quint32 node, std::string &out)
{
    const std::vector<ValueTree::Node> &nodes = tree.nodes();
    const quint32 end = nodes[node].end;
    for (quint32 each = node; each < end; ++each) {
        if (!nodes[each].name.empty() && each != node) {
            appendJsonString(memberName(nodes[each]), out);
            out += ':';
        }
        const JsonValueView &value = nodes[each].value;
        if (value.kind == JsonKind::String)
            appendJsonString(value.text(), out);
        else if (value.isContainer() && !nodes[each].isClosed)
            out += value.token.front(); // how much belongs to it is said below
        else
            out += value.token;
        // Without this, [[1],2] and [[1,2]] would read the same.
        if (value.isContainer())
            out += std::to_string(nodes[each].end - each);
        out += ',';
    }
}

class SpellingNumbers
{
public:
    explicit SpellingNumbers(ComparisonBudget &budget)
        : m_budget(budget)
    {
    }

    /// \returns nothing when it would cost too much
    std::optional<std::vector<quint32>> of(const ValueTree &tree, const std::vector<quint32> &elements)
    {
        std::vector<quint32> numbers;
        numbers.reserve(elements.size());
        for (const quint32 element : elements) {
            if (!m_budget.spend(static_cast<qint64>(tree.nodes()[element].value.token.size()) / 4 + 1))
                return std::nullopt;
            std::string spelling;
            appendSpelling(tree, element, spelling);
            const auto next = static_cast<quint32>(m_numbers.size());
            numbers.push_back(m_numbers.emplace(std::move(spelling), next).first->second);
        }
        return numbers;
    }

private:
    ComparisonBudget &m_budget;
    std::unordered_map<std::string, quint32, TextHash> m_numbers;
};

/// What an object is known by; empty where it has nothing of that kind.
std::string identityOf(const ValueTree &tree, quint32 node)
{
    static constexpr std::array<std::string_view, 5> Names{"\"id\"", "\"gid\"", "\"uuid\"", "\"key\"",
                                                           "\"name\""};
    if (tree.nodes()[node].value.kind != JsonKind::Object)
        return {};
    const std::vector<quint32> members = tree.childrenOf(node);
    for (const std::string_view name : Names) {
        const auto isNamed = [&](quint32 member) {
            return tree.nodes()[member].name == name && !tree.nodes()[member].value.isContainer();
        };
        const auto found = std::ranges::find_if(members, isNamed);
        if (found != members.end())
            return std::string(name) + tree.nodes()[*found].value.text();
    }
    return {};
}

/// Of a string, to say whether it is similar to another one.
constexpr std::size_t ComparedBytes = 4'096;

/// Steps of a ComparisonBudget: a word may be a single byte, and finding it among the others is a search.
qint64 costOfWords(const JsonValueView &text)
{
    return 4 * static_cast<qint64>(std::min(text.token.size(), ComparedBytes));
}

/// Whether two strings have half of their words in common.
bool areSimilar(const std::string &before, const std::string &after)
{
    const auto distinctWords = [](std::string_view text) {
        const auto words = wordsOf(text.substr(0, ComparedBytes));
        return std::set<std::string_view>(words.begin(), words.end());
    };
    const auto left = distinctWords(before);
    const auto right = distinctWords(after);
    const auto common =
        std::ranges::count_if(left, [&right](std::string_view word) { return right.contains(word); });
    return 4 * static_cast<std::size_t>(common) >= left.size() + right.size();
}

/// Pairs what one part of the comparison removed with what it added.
class PartPairs
{
public:
    PartPairs(const ValueTree &beforeTree, const std::vector<quint32> &before, const ValueTree &afterTree,
              const std::vector<quint32> &after, const SequencePart &part, ComparisonBudget &budget)
        : m_beforeTree(beforeTree)
        , m_before(before)
        , m_afterTree(afterTree)
        , m_after(after)
        , m_part(part)
        , m_budget(budget)
        , m_isTaken(part.removed, false)
        , m_partners(part.added)
    {
    }

    void addTo(std::vector<PlacePair> &pairs)
    {
        pairByIdentity();
        pairByPlace();
        for (std::size_t i = 0; i < m_part.added; ++i) {
            if (m_partners[i])
                pairs.push_back({static_cast<quint32>(m_part.before + *m_partners[i]),
                                 static_cast<quint32>(m_part.after + i)});
        }
    }

private:
    void pairByIdentity()
    {
        std::unordered_map<std::string, std::size_t, TextHash> places;
        for (std::size_t i = 0; i < m_part.removed; ++i) {
            if (auto identity = identityOf(m_beforeTree, m_before[m_part.before + i]); !identity.empty())
                places.emplace(std::move(identity), i);
        }
        for (std::size_t i = 0; i < m_part.added && !places.empty(); ++i) {
            const auto found = places.find(identityOf(m_afterTree, m_after[m_part.after + i]));
            if (found == places.end())
                continue;
            m_partners[i] = found->second;
            m_isTaken[found->second] = true;
            places.erase(found);
        }
    }

    void pairByPlace()
    {
        for (std::size_t i = 0; i < std::min(m_part.removed, m_part.added); ++i) {
            if (m_partners[i] || m_isTaken[i] || !mayStandForOneAnother(i))
                continue;
            m_partners[i] = i;
            m_isTaken[i] = true;
        }
    }

    [[nodiscard]] bool mayStandForOneAnother(std::size_t place)
    {
        const quint32 before = m_before[m_part.before + place];
        const quint32 after = m_after[m_part.after + place];
        const JsonValueView &left = m_beforeTree.nodes()[before].value;
        const JsonValueView &right = m_afterTree.nodes()[after].value;
        if (left.kind != right.kind)
            return false;
        if (left.kind == JsonKind::String)
            return m_budget.spend(costOfWords(left) + costOfWords(right))
                && areSimilar(left.text(), right.text());
        // Two that are known by different names are two.
        return left.isContainer()
            && (identityOf(m_beforeTree, before).empty() || identityOf(m_afterTree, after).empty());
    }

    const ValueTree &m_beforeTree;
    const std::vector<quint32> &m_before;
    const ValueTree &m_afterTree;
    const std::vector<quint32> &m_after;
    const SequencePart &m_part;
    ComparisonBudget &m_budget;
    std::vector<bool> m_isTaken; ///< of what was removed
    std::vector<std::optional<std::size_t>> m_partners; ///< of what was added, within the part
};

} // namespace

std::vector<PlacePair> pairElements(const ValueTree &beforeTree, const std::vector<quint32> &before,
                                    const ValueTree &afterTree, const std::vector<quint32> &after,
                                    ComparisonBudget &budget)
{
    std::vector<PlacePair> pairs;
    SpellingNumbers numbers(budget);
    const auto numbersBefore = numbers.of(beforeTree, before);
    const auto numbersAfter = numbersBefore ? numbers.of(afterTree, after) : std::nullopt;
    const auto parts = numbersAfter ? compareSequences(*numbersBefore, *numbersAfter, budget)
                                    : std::vector<SequencePart>{{0, 0, before.size(), after.size(), 0}};
    for (const SequencePart &part : parts) {
        PartPairs(beforeTree, before, afterTree, after, part, budget).addTo(pairs);
        for (std::size_t i = 0; i < part.same; ++i)
            pairs.push_back({static_cast<quint32>(part.before + part.removed + i),
                             static_cast<quint32>(part.after + part.added + i)});
    }
    return pairs;
}

} // namespace Trailglass
