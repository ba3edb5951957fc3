// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/histogramcounter.h"

#include "models/query/evaluation/textcounts.h"

#include <limits>
#include <numeric>
#include <utility>

namespace Trailglass {

namespace {

/// What the bins of one value add up to.
struct Sums
{
    qint64 total = 0;
    std::vector<qint64> byBin;
};

double distance(UtcMicros from, UtcMicros to)
{
    // Unsigned, since the distance of two 64-bit numbers can be twice their range.
    return static_cast<double>(static_cast<quint64>(to.value) - static_cast<quint64>(from.value));
}

} // namespace

HistogramCounter::HistogramCounter(const std::vector<HistogramBin> &bins, std::size_t codes)
    : m_bins(bins)
    , m_codes(codes)
    , m_counts((codes + 1) * bins.size())
{
    if (!bins.empty())
        m_binsPerMicrosecond =
            static_cast<double>(bins.size()) / distance(bins.front().start, bins.back().end);
}

bool HistogramCounter::holds(std::size_t bin, qint64 time) const
{
    const HistogramBin &range = m_bins[bin];
    // A bin that ends with the numbers has the last of them.
    return time >= range.start.value
        && (time < range.end.value || range.end.value == std::numeric_limits<qint64>::max());
}

bool HistogramCounter::enter(qint64 time)
{
    if (m_bins.empty() || time < m_bins.front().start.value)
        return false;
    // Most bins are as good as equal, so the guess is right; months and left-out bins need a search.
    const double guess = distance(m_bins.front().start, UtcMicros{time}) * m_binsPerMicrosecond;
    std::size_t bin = static_cast<std::size_t>(std::min(guess, static_cast<double>(m_bins.size() - 1)));
    if (!holds(bin, time) || (bin + 1 < m_bins.size() && time >= m_bins[bin + 1].start.value)) {
        const auto next = std::ranges::upper_bound(m_bins, UtcMicros{time}, {}, &HistogramBin::start);
        bin = static_cast<std::size_t>(next - m_bins.begin()) - 1;
        if (!holds(bin, time))
            return false;
    }
    m_bin = bin;
    m_start = m_bins[bin].start.value;
    m_end = m_bins[bin].end.value;
    return true;
}

bool HistogramCounter::isOneBin(qint64 first, qint64 last)
{
    return enter(first) && last < m_end;
}

void HistogramCounter::add(const HistogramCounter &other)
{
    std::ranges::transform(other.m_counts, m_counts, m_counts.begin(), std::plus<>());
}

Histogram HistogramCounter::histogram(const CodedStrings &texts) const
{
    std::unordered_map<std::string, Sums, TextHash, std::equal_to<>> byText;
    const auto bins = static_cast<std::ptrdiff_t>(m_bins.size());
    for (std::size_t code = 0; code <= m_codes; ++code) {
        const auto begin = m_counts.begin() + static_cast<std::ptrdiff_t>(code) * bins;
        const qint64 total = std::accumulate(begin, begin + bins, qint64(0));
        if (total == 0)
            continue;
        Sums &sums = byText[std::string(texts[code])];
        sums.byBin.resize(m_bins.size());
        sums.total += total;
        std::transform(begin, begin + bins, sums.byBin.begin(), sums.byBin.begin(), std::plus<>());
    }
    std::vector<std::pair<std::string, Sums>> sorted(std::make_move_iterator(byText.begin()),
                                                     std::make_move_iterator(byText.end()));
    std::ranges::sort(sorted, [](const auto &left, const auto &right) {
        return std::pair(-left.second.total, std::string_view(left.first))
            < std::pair(-right.second.total, std::string_view(right.first));
    });
    Histogram histogram{m_bins, {}, {}};
    for (auto &[text, sums] : sorted) {
        histogram.values.push_back(std::move(text));
        histogram.counts.push_back(std::move(sums.byBin));
    }
    return histogram;
}

} // namespace Trailglass
