// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/timelinecounter.h"

#include "models/core/translation.h"
#include "models/query/calendarbins.h"
#include "models/query/evaluation/textcounts.h"

#include <algorithm>
#include <numeric>

namespace Trailglass {

namespace {

constexpr int MaxBins = 1'000;
/// With the most bins a thread's counters take 32 MB.
constexpr std::size_t MaxCodes = 4'096;

Error usage(const char *sentence)
{
    return {ErrorKind::Usage, tr(sentence)};
}

} // namespace

Result<void> checkDivision(const TimelineDivision &division)
{
    if (division.maxBins < 1 || division.maxBins > MaxBins)
        return usage(QT_TR_NOOP("A timeline has at least one bin and at most 1,000."));
    return {};
}

Result<void> checkSplit(const FieldValues &values)
{
    if (values.kind != FieldValues::Kind::Code)
        return usage(QT_TR_NOOP("A timeline cannot be split by this field."));
    if (values.texts.size() > MaxCodes)
        return usage(QT_TR_NOOP("This field has too many values to split a timeline by."));
    return {};
}

std::vector<UtcMicros> timelineBoundaries(const TimelineDivision &division,
                                          const std::optional<TimeExtent> &events,
                                          const Filter::ZoneCalendar &calendar)
{
    std::optional<UtcMicros> first = division.window.from;
    if (!first && events)
        first = events->first;
    std::optional<UtcMicros> last = events ? std::optional(events->second) : std::nullopt;
    if (division.window.to)
        last = *division.window.to - 1;
    if (!first || !last || *first > *last)
        return {};
    return calendarBins(*first, *last, division.maxBins, calendar).boundaries;
}

TimelineCounter::TimelineCounter(const std::vector<UtcMicros> &boundaries, std::size_t codes)
    : m_boundaries(boundaries)
    , m_bins(boundaries.empty() ? 0 : boundaries.size() - 1)
    , m_codes(codes)
    , m_counts((codes + 1) * m_bins)
{
}

bool TimelineCounter::enter(qint64 time)
{
    const auto behind = std::ranges::upper_bound(m_boundaries, UtcMicros{time});
    if (behind == m_boundaries.begin() || behind == m_boundaries.end())
        return false;
    m_bin = static_cast<std::size_t>(behind - m_boundaries.begin()) - 1;
    m_start = std::prev(behind)->value;
    m_end = behind->value;
    return true;
}

void TimelineCounter::add(const TimelineCounter &other)
{
    std::ranges::transform(other.m_counts, m_counts, m_counts.begin(), std::plus<>());
}

Timeline TimelineCounter::timeline(const CodedStrings &texts) const
{
    struct Sums
    {
        qint64 total = 0;
        std::vector<qint64> byBin;
    };
    std::unordered_map<std::string, Sums, TextHash, std::equal_to<>> byText;
    for (std::size_t code = 0; code <= m_codes; ++code) {
        const auto begin = m_counts.begin() + static_cast<std::ptrdiff_t>(code * m_bins);
        const auto end = begin + static_cast<std::ptrdiff_t>(m_bins);
        const qint64 total = std::accumulate(begin, end, qint64(0));
        if (total == 0)
            continue;
        Sums &sums = byText[std::string(texts[code])];
        sums.byBin.resize(m_bins);
        sums.total += total;
        std::transform(begin, end, sums.byBin.begin(), sums.byBin.begin(), std::plus<>());
    }
    std::vector<std::pair<std::string, Sums>> sorted(std::make_move_iterator(byText.begin()),
                                                     std::make_move_iterator(byText.end()));
    std::ranges::sort(sorted, [](const auto &left, const auto &right) {
        return std::pair(-left.second.total, std::string_view(left.first))
            < std::pair(-right.second.total, std::string_view(right.first));
    });
    Timeline timeline{m_boundaries, {}, {}};
    for (auto &[text, sums] : sorted) {
        timeline.values.push_back(std::move(text));
        timeline.counts.push_back(std::move(sums.byBin));
    }
    return timeline;
}

} // namespace Trailglass
