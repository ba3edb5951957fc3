// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldchoice.h"

#include "models/filter/casefold.h"
#include "models/filter/conjunction.h"
#include "models/filter/ipaddress.h"
#include "models/filter/valueterm.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

namespace Trailglass::Filter {

namespace {

using Values = std::vector<FieldValue>;

bool isPresence(const Term &term)
{
    return term.values.size() == 1 && std::holds_alternative<PresentValue>(term.values.front());
}

void append(Values &values, const Values &more)
{
    values.insert(values.end(), more.begin(), more.end());
}

std::optional<ChoicePart> termPart(const Term &term, const FieldReference &field)
{
    auto named = term.field == field ? namedValues(term) : std::nullopt;
    return named
        ? std::optional(ChoicePart{std::move(named->values), false, named->matchesMore, named->isWider})
        : std::nullopt;
}

std::optional<ChoicePart> positivePart(const NodePointer &node, const FieldReference &field);

std::optional<ChoicePart> alternativesPart(const Or &alternatives, const FieldReference &field)
{
    ChoicePart all;
    for (const NodePointer &child : alternatives.children) {
        const auto part = positivePart(child, field);
        if (!part)
            return std::nullopt;
        append(all.values, part->values);
        all.matchesMore = all.matchesMore || part->matchesMore;
        all.isWider = all.isWider || part->isWider;
    }
    return all;
}

/// A node that is true for any of some values. As deep as parentheses, which are limited.
std::optional<ChoicePart> positivePart(const NodePointer &node, const FieldReference &field)
{
    if (const auto *term = std::get_if<Term>(&node->content))
        return termPart(*term, field);
    if (const auto *alternatives = std::get_if<Or>(&node->content))
        return alternativesPart(*alternatives, field);
    const auto *negation = std::get_if<Not>(&node->content);
    if (!negation)
        return std::nullopt;
    if (const auto *twice = std::get_if<Not>(&negation->child->content))
        return positivePart(twice->child, field);
    const auto *absent = std::get_if<Term>(&negation->child->content);
    const bool isAbsence = absent && absent->field == field && isPresence(*absent);
    return isAbsence ? std::optional(ChoicePart{{std::nullopt}}) : std::nullopt;
}

/// As written.
std::optional<ChoicePart> writtenPart(const NodePointer &node, const FieldReference &field)
{
    if (auto part = positivePart(node, field))
        return part;
    if (const auto *negation = std::get_if<Not>(&node->content)) {
        auto part = positivePart(negation->child, field);
        if (part)
            part->excludes = true;
        return part;
    }
    const auto *term = std::get_if<Term>(&node->content);
    const bool isPresent = term && term->field == field && isPresence(*term);
    return isPresent ? std::optional(ChoicePart{{std::nullopt}, true}) : std::nullopt;
}

} // namespace

ChoiceReader::ChoiceReader(const FieldReference &field, std::span<const FieldValue> known)
    : m_field(field)
    , m_known(known)
{
}

std::optional<ChoicePart> ChoiceReader::part(const NodePointer &node)
{
    auto part = writtenPart(node, m_field);
    if (!part || !part->matchesMore || m_known.empty())
        return part;
    Values values;
    for (const FieldValue &value : part->values)
        append(values, matching(value));
    part->values = std::move(values);
    return part;
}

/// \returns the literal itself if no known value matches it
Values ChoiceReader::matching(const FieldValue &literal)
{
    if (!literal)
        return {literal};
    readKnown();
    std::set<std::size_t> places;
    const auto addAll = [&places](const auto &range) {
        for (auto each = range.first; each != range.second; ++each)
            places.insert(each->second);
    };
    addAll(m_byText.equal_range(foldedText(*literal)));
    if (const auto written = m_byAddress.empty() ? std::nullopt : parseWrittenAddress(*literal))
        addAll(m_byAddress.equal_range(written->address.bytes));
    Values found;
    for (const std::size_t place : places)
        found.push_back(m_known[place]);
    return found.empty() ? Values{literal} : found;
}

void ChoiceReader::readKnown()
{
    if (std::exchange(m_isRead, true))
        return;
    const bool isAddress = m_field == FieldReference(Field::Ip);
    for (std::size_t place = 0; place < m_known.size(); ++place) {
        if (!m_known[place])
            continue;
        m_byText.emplace(foldedText(*m_known[place]), place);
        for (const WrittenAddress &written :
             isAddress ? addressesIn(*m_known[place]) : std::vector<WrittenAddress>())
            m_byAddress.emplace(written.address.bytes, place);
    }
}

Values normalisedValues(const FieldReference &field, const Values &values)
{
    Values result;
    std::unordered_set<std::string> seen;
    bool isAbsent = false;
    for (const FieldValue &value : values) {
        if (!value || value->empty())
            isAbsent = true;
        else if (isWritable(field, *value) && seen.insert(*value).second)
            result.push_back(value);
    }
    if (isAbsent)
        result.emplace_back();
    return result;
}

FieldChoice choiceOf(const NodePointer &tree, const FieldReference &field, std::span<const FieldValue> known)
{
    ChoiceReader reader(field, known);
    FieldChoice choice;
    for (const NodePointer &node : conjuncts(tree)) {
        const auto part = reader.part(node);
        if (part && part->excludes)
            append(choice.excluded, part->values);
        else if (part && choice.included.empty())
            choice.included = part->values;
    }
    return {normalisedValues(field, choice.included), normalisedValues(field, choice.excluded)};
}

} // namespace Trailglass::Filter
