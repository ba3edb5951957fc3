// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/facetbins.h"

#include "models/filter/createdvalue.h"
#include "models/filter/decimal.h"
#include "models/filter/timetext.h"
#include "models/query/calendarbins.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace Trailglass {

namespace {

using Filter::NumberValue;
using Filter::RangeOf;
using Filter::TimeValue;

constexpr std::size_t LongestNumber = 15; ///< digits that a double keeps
constexpr std::size_t ShortestName = 10; ///< digits; as long as the number of a thing, rarely of how many

struct FacetNumber
{
    double size = 0;
    const FacetValue *value = nullptr;
};

std::string_view numberText(const FacetNumber &number)
{
    return *number.value->value;
}

bool isWholeNumber(std::string_view text)
{
    return text.find_first_not_of("-0123456789") == std::string_view::npos;
}

/// \returns nothing if a value is no number, or one that a double cannot hold
std::optional<std::vector<FacetNumber>> numbersOf(const std::vector<FacetValue> &values)
{
    std::vector<FacetNumber> numbers;
    for (const FacetValue &value : values) {
        if (!value.value)
            continue;
        if (!Filter::isDecimal(*value.value))
            return std::nullopt;
        double size = 0;
        const char *end = value.value->data() + value.value->size();
        if (std::from_chars(value.value->data(), end, size).ec != std::errc() || !std::isfinite(size))
            return std::nullopt;
        numbers.push_back({size, &value});
    }
    std::ranges::sort(numbers, [](const FacetNumber &left, const FacetNumber &right) {
        if (left.size != right.size)
            return left.size < right.size;
        return Filter::compareDecimals(numberText(left), numberText(right)) < 0;
    });
    return numbers;
}

/// The value that half of the events have at most.
double medianOf(const std::vector<FacetNumber> &numbers)
{
    qint64 events = 0;
    for (const FacetNumber &number : numbers)
        events += number.value->count;
    qint64 passed = 0;
    for (const FacetNumber &number : numbers) {
        passed += number.value->count;
        if (2 * passed >= events)
            return number.size;
    }
    return 0;
}

/// Ascending, for values from 0 on; the last one is beyond \a greatest.
std::vector<double> powersOfTen(double greatest)
{
    const int digits = static_cast<int>(std::floor(std::log10(greatest))) + 1;
    const int bins = static_cast<int>(MaxFacetBins);
    const int step = (digits + bins - 1) / bins;
    std::vector<double> edges{0};
    for (int power = step; edges.back() <= greatest; power += step)
        edges.push_back(std::pow(10.0, power));
    return edges;
}

/// Ascending, with the smallest round step; what is beyond the last one by a rounding belongs to the last bin.
/// Empty where a double has no such steps: too far from one another, or too near.
std::vector<double> roundSteps(double least, double greatest)
{
    constexpr std::array<double, 3> Factors{1, 2, 5};
    const double width = (greatest - least) / static_cast<double>(MaxFacetBins);
    if (!std::isnormal(width))
        return {};
    for (double power = std::pow(10.0, std::floor(std::log10(width)));; power *= 10) {
        for (const double factor : Factors) {
            const double step = factor * power;
            const double first = std::floor(least / step);
            const double bins = std::floor(greatest / step) - first + 1;
            if (bins > static_cast<double>(MaxFacetBins))
                continue;
            std::vector<double> edges;
            for (int edge = 0; edge <= static_cast<int>(bins); ++edge)
                edges.push_back((first + edge) * step);
            return edges;
        }
    }
}

std::vector<double> edgesOf(const std::vector<FacetNumber> &numbers)
{
    constexpr double FarGreater = 100;
    const double least = numbers.front().size;
    const double greatest = numbers.back().size;
    const bool isFar = least >= 0 && greatest > FarGreater * std::max(medianOf(numbers), FarGreater / 10);
    return isFar ? powersOfTen(greatest) : roundSteps(least, greatest);
}

NumberValue wholeNumber(double number)
{
    return {std::to_string(std::llround(number))};
}

std::optional<FacetBins> numberBins(const std::vector<FacetNumber> &numbers)
{
    const bool areWhole = std::ranges::all_of(numbers, [](const FacetNumber &number) {
        return isWholeNumber(numberText(number)) && numberText(number).size() <= LongestNumber;
    });
    const bool areNames = std::ranges::all_of(numbers, [](const FacetNumber &number) {
        return isWholeNumber(numberText(number)) && numberText(number).size() >= ShortestName;
    });
    // Numbers that a double does not tell apart have no width to divide.
    if (areNames || numbers.front().size == numbers.back().size)
        return std::nullopt;
    const std::vector<double> edges = edgesOf(numbers);
    if (edges.empty())
        return std::nullopt;
    FacetBins result{{}, std::string(numberText(numbers.front())), std::string(numberText(numbers.back()))};
    auto next = numbers.begin();
    for (std::size_t bin = 0; bin + 1 < edges.size(); ++bin) {
        const auto first = next;
        const bool isLast = bin + 2 == edges.size();
        qint64 count = 0;
        for (; next != numbers.end() && (isLast || next->size < edges[bin + 1]); ++next)
            count += next->value->count;
        if (areWhole) {
            const double end = edges[bin + 1] - 1;
            result.bins.push_back(
                {RangeOf<NumberValue>{wholeNumber(edges[bin]),
                                      wholeNumber(isLast ? std::max(end, numbers.back().size) : end)},
                 count});
        } else if (next != first) { // both ends of a range are in it: they are values, so that none is in two
            result.bins.push_back({RangeOf<NumberValue>{NumberValue{std::string(numberText(*first))},
                                                        NumberValue{std::string(numberText(*(next - 1)))}},
                                   count});
        }
    }
    return result;
}

/// As a range: a time alone at a path is a text.
Filter::Value timeRange(UtcMicros from, UtcMicros to, const Filter::ZoneCalendar &calendar)
{
    const Filter::Value value = Filter::createdValue(from, to, calendar);
    if (const auto *time = std::get_if<TimeValue>(&value))
        return RangeOf<TimeValue>{*time, *time};
    return value;
}

std::optional<FacetBins> timeBins(const std::vector<FacetValue> &values, const Filter::ZoneCalendar &calendar)
{
    std::vector<std::pair<UtcMicros, const FacetValue *>> times;
    for (const FacetValue &value : values) {
        if (!value.value)
            continue;
        const auto moment = Filter::vendorMoment(*value.value);
        if (!moment)
            return std::nullopt;
        times.emplace_back(*moment, &value);
    }
    if (times.empty())
        return std::nullopt;
    std::ranges::sort(times);
    FacetBins result{{}, *times.front().second->value, *times.back().second->value};
    const CalendarBins bins =
        calendarBins(times.front().first, times.back().first, static_cast<int>(MaxFacetBins), calendar);
    auto next = times.begin();
    for (std::size_t bin = 0; bin + 1 < bins.boundaries.size(); ++bin) {
        const UtcMicros end = bins.boundaries[bin + 1];
        qint64 count = 0;
        for (; next != times.end() && next->first < end; ++next)
            count += next->second->count;
        result.bins.push_back({timeRange(bins.boundaries[bin], end, calendar), count});
    }
    return result;
}

} // namespace

std::optional<FacetBins> facetBins(const std::vector<FacetValue> &values,
                                   const Filter::ZoneCalendar &calendar)
{
    const auto isThere = [](const FacetValue &value) {
        return value.value.has_value();
    };
    if (std::ranges::count_if(values, isThere) <= static_cast<std::ptrdiff_t>(MaxFacetBins))
        return std::nullopt;
    if (const auto numbers = numbersOf(values))
        return numberBins(*numbers);
    return timeBins(values, calendar);
}

} // namespace Trailglass
