// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/valuematcher.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/filter/addressmatcher.h"
#include "models/filter/casefold.h"
#include "models/filter/literals.h"
#include "models/filter/regex.h"
#include "models/filter/textsearcher.h"
#include "models/filter/wildcardpattern.h"

namespace Trailglass::Filter {

Error matchLimitError()
{
    return {ErrorKind::Usage,
            Trailglass::tr("A regular expression or pattern takes too long on one of the events. Simplify "
                           "it, for example by removing nested repetitions.")};
}

Result<ValueMatcher> ValueMatcher::compile(const Term &term, const CancelToken &cancel)
{
    ValueMatcher matcher;
    matcher.m_literals = literalsOf(term);
    for (const Value &value : term.values) {
        TRY(matcher.add(term, value, cancel));
    }
    return matcher;
}

Result<void> ValueMatcher::add(const Term &term, const Value &value, const CancelToken &cancel)
{
    if (const auto *text = std::get_if<TextValue>(&value)) {
        addText(term, *text, cancel);
    } else if (const auto *regex = std::get_if<RegexValue>(&value)) {
        auto compiled = Regex::compile(*regex);
        if (!compiled)
            return compiled.error();
        m_tests.push_back([compiled = *std::move(compiled), cancel](std::string_view subject) {
            return compiled.search(subject, cancel);
        });
    } else if (std::holds_alternative<PresentValue>(value)) {
        m_matchesEveryValue = true;
    }
    return {};
}

void ValueMatcher::addText(const Term &term, const TextValue &value, const CancelToken &cancel)
{
    if (term.comparison == Comparison::Contains) {
        m_tests.push_back([searcher = TextSearcher(value.text)](std::string_view text) {
            return matchIf(searcher.contains(text));
        });
        return;
    }
    if (value.text.empty()) {
        m_matchesEmpty = true;
        return;
    }
    if (term.comparison == Comparison::Exactly) {
        m_exact.insert(value.text);
        return;
    }
    if (auto addresses = AddressMatcher::of(term, value)) {
        m_tests.push_back([addresses = *std::move(addresses), cancel](std::string_view text) {
            return addresses.matches(text, cancel);
        });
        // At an `@path` the stored value may be a network, too.
        if (!std::holds_alternative<JsonPath>(term.field))
            return;
    }
    if (!value.wildcards.empty()) {
        m_tests.push_back([pattern = WildcardPattern(value), cancel](std::string_view subject) {
            return pattern.matches(subject, cancel);
        });
        return;
    }
    m_folded.insert(foldedText(value.text));
}

bool ValueMatcher::mayMatchSigned(std::span<const quint8> signature) const
{
    return mayHoldAny(m_literals, signature);
}

Match ValueMatcher::matches(std::string_view text) const
{
    if (text.empty())
        return matchIf(m_matchesEmpty);
    if (m_matchesEveryValue || (!m_exact.empty() && m_exact.contains(std::string(text)))
        || (!m_folded.empty() && m_folded.contains(foldedText(text))))
        return Match::Yes;
    for (const Test &test : m_tests) {
        if (const Match match = test(text); match != Match::No)
            return match;
    }
    return Match::No;
}

} // namespace Trailglass::Filter
