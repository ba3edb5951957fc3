// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/integerconditions.h"

#include "models/query/evaluation/rowlayout.h"
#include "models/query/index/packedcolumn.h"
#include "models/query/index/segmentcolumns.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

/// What a column keeps for times from \a time on: those from the returned one on.
quint64 storedFrom(const PackedColumn &column, UtcMicros time)
{
    if (time.value <= column.base())
        return 1;
    const auto unit = static_cast<quint64>(column.unit());
    const quint64 distance = static_cast<quint64>(time.value) - static_cast<quint64>(column.base());
    return (distance - 1) / unit + 2;
}

/// What a column keeps for the times of a window.
struct StoredWindow
{
    quint64 from = 1; ///< inclusive
    quint64 to = std::numeric_limits<quint64>::max(); ///< exclusive
};

/// Up to so many windows, one pass over the rows for each is faster than a search for each row.
constexpr std::size_t FewWindows = 8;

std::vector<StoredWindow> storedWindows(const PackedColumn &column, const std::vector<TimeWindow> &windows)
{
    std::vector<StoredWindow> stored;
    for (const TimeWindow &window : windows) {
        StoredWindow &added = stored.emplace_back();
        if (window.from)
            added.from = storedFrom(column, *window.from);
        if (window.to)
            added.to = storedFrom(column, *window.to);
    }
    return stored;
}

} // namespace

IntegerCondition::IntegerCondition(std::size_t slot)
    : m_slot(slot)
{
}

RowTruths IntegerCondition::fromColumns(const SegmentColumns &columns, const RowBits &candidates) const
{
    return {accepted(columns.column(m_slot), candidates), RowBits(candidates.size())};
}

Filter::Match IntegerCondition::matches(const RowView &row) const
{
    return accepts(row.integers[m_slot]) ? Filter::Match::Yes : Filter::Match::No;
}

CodeCondition::CodeCondition(std::size_t slot, const std::vector<bool> &accepted, bool acceptsNone)
    : IntegerCondition(slot)
    , m_accepted(accepted.begin(), accepted.end())
    , m_acceptsNone(acceptsNone)
{
}

bool CodeCondition::accepts(qint64 value) const
{
    if (value == RowLayout::None)
        return m_acceptsNone;
    return value >= 0 && static_cast<std::size_t>(value) < m_accepted.size()
        && m_accepted[static_cast<std::size_t>(value)] != 0;
}

RowBits CodeCondition::accepted(const PackedColumn &column, const RowBits &candidates) const
{
    // In a damaged column the sum may be any number; beyond the codes nothing is accepted.
    const quint64 offset = static_cast<quint64>(column.base()) - 1;
    return column.withStored([&](const auto &stored) {
        return candidates.filtered([&](std::size_t row) {
            const quint64 kept = stored(row);
            const quint64 code = kept + offset;
            return kept == 0 ? m_acceptsNone : code < m_accepted.size() && m_accepted[code] != 0;
        });
    });
}

TimeCondition::TimeCondition(std::size_t slot, std::vector<TimeWindow> windows)
    : IntegerCondition(slot)
    , m_windows(std::move(windows))
{
}

bool TimeCondition::accepts(qint64 value) const
{
    const UtcMicros time{value};
    const auto after = std::ranges::upper_bound(m_windows, std::optional(time), {}, &TimeWindow::from);
    return after != m_windows.begin() && std::prev(after)->contains(time);
}

RowBits TimeCondition::accepted(const PackedColumn &column, const RowBits &candidates) const
{
    const std::vector<StoredWindow> windows = storedWindows(column, m_windows);
    return column.withStored([&](const auto &stored) {
        if (windows.size() > FewWindows) {
            return candidates.filtered([&](std::size_t row) {
                const quint64 kept = stored(row);
                const auto after = std::ranges::upper_bound(windows, kept, {}, &StoredWindow::from);
                return after != windows.begin() && kept < std::prev(after)->to;
            });
        }
        RowBits found(candidates.size());
        for (const StoredWindow window : windows) {
            found |= candidates.filtered([&](std::size_t row) {
                const quint64 kept = stored(row);
                return kept >= window.from && kept < window.to;
            });
        }
        return found;
    });
}

bool PresenceCondition::accepts(qint64 value) const
{
    return value != RowLayout::None;
}

RowBits PresenceCondition::accepted(const PackedColumn &column, const RowBits &candidates) const
{
    return column.withStored([&](const auto &stored) {
        return candidates.filtered([&](std::size_t row) { return stored(row) != 0; });
    });
}

} // namespace Trailglass
