// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/pathmatcher.h"

#include "models/core/result.h"
#include "models/filter/decimal.h"
#include "models/filter/jsonpathreader.h"
#include "models/filter/literals.h"
#include "models/filter/querycontext.h"
#include "models/filter/timetext.h"
#include "models/filter/timewindows.h"
#include "models/filter/zonecalendar.h"

#include <algorithm>
#include <utility>

namespace Trailglass::Filter {

namespace {

using ValueTest = std::function<bool(const JsonValueView &)>;

ValueTest timeTest(std::vector<TimeWindow> windows)
{
    return [windows = joined(std::move(windows))](const JsonValueView &value) {
        if (value.kind != JsonKind::String)
            return false;
        const auto moment = vendorMoment(value.text());
        return moment && std::ranges::any_of(windows, [&](const TimeWindow &window) {
                   return window.contains(*moment);
               });
    };
}

ValueTest numberTest(const std::function<bool(std::string_view)> &accepts)
{
    return [accepts](const JsonValueView &value) {
        if (value.kind == JsonKind::Number)
            return accepts(value.token);
        const std::string text = value.kind == JsonKind::String ? value.text() : std::string();
        return isDecimal(text) && accepts(text);
    };
}

ValueTest comparisonTest(Comparison comparison, const std::string &limit)
{
    return numberTest([comparison, limit](std::string_view number) {
        return compares(compareDecimals(number, limit), comparison);
    });
}

ValueTest rangeTest(const RangeOf<NumberValue> &range)
{
    return numberTest([range](std::string_view number) {
        return (!range.from || compareDecimals(number, range.from->text) >= 0)
            && (!range.to || compareDecimals(number, range.to->text) <= 0);
    });
}

/// The term with only those values that compare as texts.
Term textsOf(const Term &term)
{
    Term texts{term.field, term.comparison, {}};
    for (const Value &value : term.values) {
        if (std::holds_alternative<TextValue>(value) || std::holds_alternative<RegexValue>(value))
            texts.values.push_back(value);
    }
    return texts;
}

bool isTime(const Value &value)
{
    return std::holds_alternative<TimeValue>(value) || std::holds_alternative<RangeOf<TimeValue>>(value);
}

} // namespace

PathMatcher::PathMatcher(JsonPath path, ValueMatcher texts, CancelToken cancel)
    : m_path(std::move(path))
    , m_probe(m_path)
    , m_texts(std::move(texts))
    , m_cancel(std::move(cancel))
{
}

Result<PathMatcher> PathMatcher::compile(const Term &term, const QueryContext &context,
                                         const CancelToken &cancel)
{
    TRY(auto texts, ValueMatcher::compile(textsOf(term), cancel));
    TRY(const auto calendar, ZoneCalendar::open(context.displayZone));
    PathMatcher matcher(std::get<JsonPath>(term.field), std::move(texts), cancel);
    matcher.m_literals = literalsOf(term);
    for (const Value &value : term.values) {
        if (isTime(value)) {
            TRY(auto windows, resolveTime(term.comparison, value, context.now, calendar));
            matcher.m_tests.push_back(timeTest(std::move(windows)));
        } else if (const auto *number = std::get_if<NumberValue>(&value)) {
            matcher.m_tests.push_back(comparisonTest(term.comparison, number->text));
        } else if (const auto *range = std::get_if<RangeOf<NumberValue>>(&value)) {
            matcher.m_tests.push_back(rangeTest(*range));
        } else if (std::holds_alternative<PresentValue>(value)) {
            matcher.m_tests.push_back([](const JsonValueView &found) { return found.isPresent(); });
        }
    }
    return matcher;
}

Match PathMatcher::test(const JsonValueView &value, SearchTime &time) const
{
    if (std::ranges::any_of(m_tests, [&](const ValueTest &accepts) { return accepts(value); }))
        return Match::Yes;
    return m_texts.matches(value.text(), time);
}

bool PathMatcher::mayMatchAny(std::string_view raws) const
{
    // Ten thousand texts to look for in a megabyte take a second.
    const auto mayOccur = [this, raws](const TextSearcher &literal) {
        return m_cancel.isCancelled() || literal.mayOccurInJson(raws);
    };
    return m_probe.mayHold(raws) && (m_literals.empty() || std::ranges::any_of(m_literals, mayOccur));
}

bool PathMatcher::mayMatchSigned(std::span<const quint8> signature) const
{
    return m_probe.mayHoldSigned(signature) && mayHoldAny(m_literals, signature);
}

Match PathMatcher::matches(std::string_view raw, SearchTime &time) const
{
    Match match = Match::No;
    if (!mayMatchAny(raw))
        return match;
    visitElements(raw, m_path, [&](const JsonValueView &value) {
        match = m_cancel.isCancelled() ? Match::LimitPassed : test(value, time);
        return match == Match::No;
    });
    return match;
}

} // namespace Trailglass::Filter
