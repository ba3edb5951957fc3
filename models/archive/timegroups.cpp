// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/timegroups.h"

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

ArchiveSql sinceStart(UtcMicros start)
{
    return "(created - " + ArchiveSql::number(start.value) + ")";
}

ArchiveSql dividedBy(const ArchiveSql &value, qint64 divisor)
{
    return "intDiv(" + value + ", " + ArchiveSql::number(divisor) + ")";
}

qint64 lengthOf(const HistogramBin &bin)
{
    return bin.end - bin.start;
}

/// Numbers that a query may hold.
constexpr std::size_t MaxCells = 10'000;

/// The number of the bin: the server compares each time with the start of every one.
ArchiveSql binNumber(const std::vector<HistogramBin> &bins)
{
    ArchiveSql sql = "multiIf(";
    for (std::size_t bin = 0; bin + 1 < bins.size(); ++bin) {
        sql += "created < " + ArchiveSql::number(bins[bin].end.value) + ", "
            + ArchiveSql::number(quint64(bin)) + ", ";
    }
    return sql + ArchiveSql::number(quint64(bins.size() - 1)) + ")";
}

} // namespace

TimeGroups TimeGroups::ofWidth(UtcMicros start, qint64 width)
{
    return TimeGroups(dividedBy(sinceStart(start), width));
}

TimeGroups TimeGroups::ofEqual(const std::vector<HistogramBin> &bins)
{
    const UtcMicros start = bins.front().start;
    const auto count = static_cast<qint64>(bins.size());
    const qint64 span = bins.back().end - start;
    const qint64 width = span / count;
    const qint64 rest = span % count;
    if (rest == 0)
        return ofWidth(start, width);
    // Bin n begins at n · span / count, rounded down. For short spans the quotient is taken as it is; for long ones the
    // product would overflow. There n bins of the smallest width are less than one such bin short of the true start, so that
    // only the bin that they lead to, and the one before, come into question.
    const ArchiveSql since = sinceStart(start);
    if (width <= count)
        return TimeGroups(dividedBy("((" + since + " + 1) * " + ArchiveSql::number(count) + " - 1)", span));
    const ArchiveSql guess = dividedBy(since, width);
    return TimeGroups("(" + guess + " - (" + since + " < " + guess + " * " + ArchiveSql::number(width) + " + "
                      + dividedBy(guess + " * " + ArchiveSql::number(rest), count) + "))");
}

TimeGroups TimeGroups::ofBins(const std::vector<HistogramBin> &bins)
{
    // Time is cut into cells as wide as the shortest bin. In a cell at most one bin begins, and the server is given that
    // start for each cell: the cell and on which side of it a time is are its group.
    const UtcMicros start = bins.front().start;
    const qint64 width = lengthOf(*std::ranges::min_element(bins, {}, lengthOf));
    const auto cells = static_cast<std::size_t>((bins.back().end - start - 1) / width + 1);
    if (cells > MaxCells)
        return TimeGroups(binNumber(bins));
    std::vector<std::size_t> binOfGroup;
    std::vector<ArchiveSql> starts;
    std::size_t bin = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const UtcMicros cellStart = start + static_cast<qint64>(cell) * width;
        if (bin + 1 < bins.size() && bins[bin].end == cellStart)
            ++bin;
        binOfGroup.push_back(bin);
        const bool hasStart = bin + 1 < bins.size() && bins[bin].end < cellStart + width;
        // In a cell without one, all times are on the first side.
        const UtcMicros inner = hasStart ? bins[bin].end : cellStart + width;
        starts.push_back(ArchiveSql::number(inner - start));
        if (hasStart)
            ++bin;
        binOfGroup.push_back(bin);
    }
    const ArchiveSql since = sinceStart(start);
    const ArchiveSql cell = dividedBy(since, width);
    TimeGroups groups("(" + cell + " * 2 + (" + since + " >= arrayElement([" + joinSql(starts, ", ") + "], "
                      + cell + " + 1)))");
    groups.m_bins = std::move(binOfGroup);
    return groups;
}

std::size_t TimeGroups::binOf(qint64 group) const
{
    constexpr std::size_t None = std::numeric_limits<std::size_t>::max();
    if (group < 0)
        return None;
    const auto number = static_cast<std::size_t>(group);
    if (m_bins.empty())
        return number;
    return number < m_bins.size() ? m_bins[number] : None;
}

} // namespace Trailglass
