// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/changefinder.h"

#include "models/changes/changewords.h"
#include "models/json/jsonchildscanner.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>
#include <utility>

namespace Trailglass {

namespace {

/// JSON in strings in JSON in strings is looked into this deep.
constexpr int MaxTexts = 4;
/// Bytes of the steps to a place that is searched: each change found there keeps them.
constexpr std::size_t LongestPlace = 64 * 1024;
/// Bytes; what is longer is no name of a thing.
constexpr std::size_t LongestSubject = 1'000;

/// A member that is one side of a change.
struct Member
{
    quint32 node = 0;
    ChangeWord word;
};

/// Two members that may be both sides of one change.
struct Pair
{
    std::optional<Member> before;
    std::optional<Member> after;

    [[nodiscard]] const ChangeWord &word() const { return before ? before->word : after->word; }
};

/// The search through one event.
class Search
{
public:
    explicit Search(EventChanges &found)
        : m_found(found)
    {
    }

    void searchText(const std::shared_ptr<const std::string> &text, int depth)
    {
        auto tree = ValueTree::read(*text, text);
        if (!tree)
            return;
        m_found.texts.push_back(text);
        m_found.isCut = m_found.isCut || tree->isCut();
        const ValueTree *around = std::exchange(m_tree, &*tree);
        const int depthAround = std::exchange(m_depth, depth);
        search(0);
        m_tree = around;
        m_depth = depthAround;
    }

private:
    void search(quint32 node)
    {
        const JsonValueView &value = m_tree->nodes()[node].value;
        if (value.kind == JsonKind::String)
            return searchString(value);
        if (!value.isContainer())
            return;
        const std::vector<quint32> children = m_tree->childrenOf(node);
        const std::unordered_set<quint32> taken =
            value.kind == JsonKind::Object ? takePairs(children) : std::unordered_set<quint32>();
        quint32 element = 0;
        for (const quint32 child : children) {
            const quint32 place = element++;
            if (taken.contains(child) || isFull())
                continue;
            const std::size_t bytes = sizeof(PlaceStep) + m_tree->nodes()[child].name.size();
            if (m_placeBytes + bytes > LongestPlace) {
                passOver(m_tree->nodes()[child].value);
                continue;
            }
            const bool isMember = value.kind == JsonKind::Object;
            m_place.push_back(isMember ? PlaceStep{memberName(m_tree->nodes()[child]), {}}
                                       : PlaceStep{{}, place});
            m_placeBytes += bytes;
            searchChild(child);
            m_placeBytes -= bytes;
            m_place.pop_back();
        }
    }

    void passOver(const JsonValueView &value)
    {
        m_found.isCut = m_found.isCut || value.isContainer() || mayHoldJson(value.token);
    }

    void searchChild(quint32 child)
    {
        const std::size_t before = m_found.changes.size();
        const bool isDifference = isDifferenceName(m_place.back().member);
        m_differences += isDifference ? 1 : 0;
        search(child);
        m_differences -= isDifference ? 1 : 0;
        if (isDifference && m_found.changes.size() == before && m_tree->nodes()[child].value.isPresent())
            addGiven(child);
    }

    void searchString(const JsonValueView &value)
    {
        if (m_depth >= MaxTexts)
            return;
        if (auto inside = jsonInside(value.token))
            searchText(std::make_shared<const std::string>(std::move(*inside)), m_depth + 1);
    }

    /// Adds the changes whose sides are these members.
    /// \returns the members that are one
    std::unordered_set<quint32> takePairs(const std::vector<quint32> &members)
    {
        std::vector<Pair> pairs; // in the order of the first side of each
        std::map<std::string, std::size_t> places;
        for (const quint32 member : members) {
            auto word = changeWordOf(memberName(m_tree->nodes()[member]));
            if (!word)
                continue;
            const std::size_t place = places.emplace(word->pair, pairs.size()).first->second;
            if (place == pairs.size())
                pairs.emplace_back();
            // Of equal names the last counts, as in fields.
            const bool isBefore = word->side == ChangeWord::Side::Before;
            (isBefore ? pairs[place].before : pairs[place].after) = Member{member, *std::move(word)};
        }
        std::unordered_set<quint32> taken;
        std::optional<std::string> objectName; // looked for once, where it is needed
        for (const Pair &pair : pairs) {
            const bool isWhole = pair.before && pair.after;
            if (isFull() || (!isWhole && (!pair.word().isDelta || m_differences == 0)))
                continue;
            if (pair.word().subject.empty() && !objectName)
                objectName = nameOf(members);
            addPair(pair, pair.word().subject.empty() ? *objectName : pair.word().subject);
            for (const auto &side : {pair.before, pair.after}) {
                if (side)
                    taken.insert(side->node);
            }
        }
        return taken;
    }

    void addPair(const Pair &pair, const std::string &subject)
    {
        EventChange change;
        change.kind = pair.word().isDelta ? EventChange::Kind::Delta : EventChange::Kind::States;
        change.subject = subject;
        change.place = m_place;
        if (pair.before)
            change.beforeName = memberName(m_tree->nodes()[pair.before->node]);
        if (pair.after)
            change.afterName = memberName(m_tree->nodes()[pair.after->node]);
        change.change = compareSides(pair);
        m_found.changes.push_back(std::move(change));
    }

    ValueChange compareSides(const Pair &pair)
    {
        ValueChange change;
        if (pair.before)
            change.before = m_tree->nodes()[pair.before->node].value;
        if (pair.after)
            change.after = m_tree->nodes()[pair.after->node].value;
        if (pair.word().isDelta) { // what was removed is nothing that what was added is compared with
            change.kind = !pair.before ? ValueChange::Kind::Added
                : !pair.after          ? ValueChange::Kind::Removed
                                       : ValueChange::Kind::Changed;
            return change;
        }
        const auto before = ValueTree::read(change.before.token);
        const auto after = ValueTree::read(change.after.token);
        return compareValues(*before, *after, m_budget); // parts of what has been read once
    }

    void addGiven(quint32 node)
    {
        EventChange change;
        change.kind = EventChange::Kind::Given;
        change.subject = m_place.back().member;
        change.place = m_place;
        change.place.pop_back();
        change.afterName = m_place.back().member;
        change.change.after = m_tree->nodes()[node].value;
        m_found.changes.push_back(std::move(change));
    }

    /// What an object names as changed, else the name of the object itself.
    [[nodiscard]] std::string nameOf(const std::vector<quint32> &members) const
    {
        static constexpr std::array<std::string_view, 7> Naming{
            "\"field\"",  "\"field_name\"", "\"property\"", "\"attribute\"",
            "\"column\"", "\"key\"",        "\"name\""};
        for (const std::string_view name : Naming) {
            for (const quint32 member : members) {
                const ValueTree::Node &node = m_tree->nodes()[member];
                if (node.name == name && node.value.kind == JsonKind::String && node.value.isPresent()
                    && node.value.token.size() <= LongestSubject)
                    return node.value.text();
            }
        }
        const auto named = std::find_if(m_place.rbegin(), m_place.rend(),
                                        [](const PlaceStep &step) { return !step.element; });
        return named == m_place.rend() ? std::string() : named->member.substr(0, LongestSubject);
    }

    [[nodiscard]] bool isFull()
    {
        if (m_found.changes.size() < EventChanges::MaxChanges)
            return false;
        m_found.isCut = true;
        return true;
    }

public:
    [[nodiscard]] bool isCoarse() const { return m_budget.isExceeded(); }

private:
    EventChanges &m_found;
    ComparisonBudget m_budget;
    const ValueTree *m_tree = nullptr; ///< of the text that is searched
    int m_depth = 0; ///< texts around it
    int m_differences = 0; ///< members around that isDifferenceName()
    std::vector<PlaceStep> m_place;
    std::size_t m_placeBytes = 0;
};

} // namespace

EventChanges findChanges(const std::shared_ptr<const std::string> &raw)
{
    EventChanges found;
    Search search(found);
    search.searchText(raw, 0);
    found.isCoarse = search.isCoarse();
    return found;
}

EventChanges compareEvents(std::shared_ptr<const std::string> before,
                           std::shared_ptr<const std::string> after)
{
    EventChanges found;
    const auto left = ValueTree::read(*before);
    const auto right = ValueTree::read(*after);
    if (left && right) {
        ComparisonBudget budget;
        EventChange change;
        change.change = compareValues(*left, *right, budget);
        found.changes.push_back(std::move(change));
        found.isCut = left->isCut() || right->isCut();
        found.isCoarse = budget.isExceeded();
    }
    found.texts = {std::move(before), std::move(after)};
    return found;
}

} // namespace Trailglass
