// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/valuematcher.h"

#include "models/core/result.h"
#include "models/core/translation.h"
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
    matcher.m_cancel = cancel;
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
        TRY(auto compiled, Regex::compile(*regex));
        m_tests.push_back(
            [compiled = std::move(compiled), cancel](std::string_view subject, SearchTime &time) {
                return compiled.search(subject, cancel, time);
            });
    } else if (std::holds_alternative<PresentValue>(value)) {
        m_matchesEveryValue = true;
    }
    return {};
}

void ValueMatcher::addText(const Term &term, const TextValue &value, const CancelToken &cancel)
{
    if (term.comparison == Comparison::Contains) {
        m_tests.push_back([searcher = TextSearcher(value.text)](std::string_view text, SearchTime &) {
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
    const bool isAddress = m_addresses.add(term, value);
    if (!value.wildcards.empty()) {
        if (!isAddress) {
            m_tests.push_back(
                [pattern = WildcardPattern(value), cancel](std::string_view subject, SearchTime &time) {
                    return pattern.matches(subject, cancel, time);
                });
        }
        return;
    }
    // What is stored may be a network itself.
    m_folded.insert(foldedText(value.text));
}

bool ValueMatcher::mayMatchSigned(std::span<const quint8> signature) const
{
    return mayHoldAny(m_literals, signature);
}

bool ValueMatcher::isEqual(std::string_view text) const
{
    return (!m_exact.empty() && m_exact.contains(std::string(text)))
        || (!m_folded.empty() && m_folded.contains(foldedText(text)));
}

Match ValueMatcher::matches(std::string_view text, SearchTime &time) const
{
    if (text.empty())
        return matchIf(m_matchesEmpty);
    if (m_matchesEveryValue || isEqual(text))
        return Match::Yes;
    if (!m_addresses.isEmpty()) {
        if (const Match match = m_addresses.matches(text, m_cancel, time); match != Match::No)
            return match;
    }
    for (const Test &test : m_tests) {
        // There may be thousands, and the text may be a large JSON value.
        if (m_cancel.isCancelled())
            return Match::LimitPassed;
        if (const Match match = test(text, time); match != Match::No)
            return match;
    }
    return Match::No;
}

Match ValueMatcher::matches(std::string_view text) const
{
    SearchTime time;
    return matches(text, time);
}

} // namespace Trailglass::Filter
