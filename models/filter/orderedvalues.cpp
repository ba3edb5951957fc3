// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/orderedvalues.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/decimal.h"
#include "models/filter/timetext.h"

#include <charconv>

namespace Trailglass::Filter {

namespace {

using TimeOrProblem = std::variant<TimeValue, TimeProblem>;

QString describe(TimeProblem problem, const Word &word)
{
    const QString sentence = problem == TimeProblem::NoSuchDate
        ? Trailglass::tr("“%1” is not a valid date.")
        : Trailglass::tr("“%1” is not a time. Use a form like 2026-11-20, 2026-11-20T09:15 or -7d.");
    return sentence.arg(toQString(word.text));
}

std::optional<NumberValue> hourOf(const Word &word)
{
    unsigned hour = 0; // unsigned, so that a sign is not read as part of it
    const char *const end = word.text.data() + word.text.size();
    const auto [stop, error] = std::from_chars(word.text.data(), end, hour);
    if (error != std::errc() || stop != end || word.text.size() > 2 || hour > 23)
        return std::nullopt;
    return NumberValue{std::to_string(hour)};
}

bool isOpenOrDecimal(const std::optional<Word> &end)
{
    return !end || isDecimal(end->text);
}

std::optional<NumberValue> toNumber(const std::optional<Word> &end)
{
    return end ? std::optional(NumberValue{end->text}) : std::nullopt;
}

} // namespace

OrderedValue timeValue(const Word &word)
{
    const TimeOrProblem parsed = parseTimeValue(word.text);
    if (const auto *problem = std::get_if<TimeProblem>(&parsed))
        return describe(*problem, word);
    return std::get<TimeValue>(parsed);
}

OrderedValue timeRange(const RangeWords &ends)
{
    RangeOf<TimeValue> range;
    for (const auto &[word, end] : {std::pair(&ends.from, &range.from), std::pair(&ends.to, &range.to)}) {
        if (!*word)
            continue;
        const TimeOrProblem parsed = parseTimeValue((*word)->text);
        if (const auto *problem = std::get_if<TimeProblem>(&parsed))
            return describe(*problem, **word);
        *end = std::get<TimeValue>(parsed);
    }
    return range;
}

OrderedValue hourValue(const Word &word)
{
    if (const auto hour = hourOf(word))
        return *hour;
    return Trailglass::tr("“%1” is not an hour; hours go from 0 to 23.").arg(toQString(word.text));
}

OrderedValue hourRange(const RangeWords &ends)
{
    RangeOf<NumberValue> range;
    for (const auto &[word, end] : {std::pair(&ends.from, &range.from), std::pair(&ends.to, &range.to)}) {
        if (!*word)
            continue;
        *end = hourOf(**word);
        if (!*end)
            return hourValue(**word);
    }
    return range;
}

OrderedValue sizeValue(const Word &word)
{
    if (isDecimal(word.text))
        return NumberValue{word.text};
    const TimeOrProblem parsed = parseTimeValue(word.text);
    if (const auto *time = std::get_if<TimeValue>(&parsed))
        return *time;
    return Trailglass::tr("“%1” is neither a number nor a time; < and > need one of these.")
        .arg(toQString(word.text));
}

std::optional<Value> sizeRange(const RangeWords &ends)
{
    if (isOpenOrDecimal(ends.from) && isOpenOrDecimal(ends.to))
        return RangeOf<NumberValue>{toNumber(ends.from), toNumber(ends.to)};
    const OrderedValue times = timeRange(ends);
    const auto *value = std::get_if<Value>(&times);
    return value ? std::optional(*value) : std::nullopt;
}

} // namespace Trailglass::Filter
