// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexfacets.h"

#include "models/query/index/parallel.h"
#include "models/query/index/segmentcolumns.h"

#include <mutex>

namespace Trailglass {

namespace {

/// Counters of one thread for one slot.
class SlotCounter
{
public:
    explicit SlotCounter(std::size_t codes)
        : m_counts{std::vector<qint64>(codes), 0}
    {
    }

    void count(const PackedColumn &column, const RowBits &rows)
    {
        if (column.width() == 0) {
            add(column.constant(), column, static_cast<qint64>(rows.count()));
            return;
        }
        const std::size_t values = column.width() == 1 ? 0x100 : 0x1'0000;
        if (column.width() > 2 || rows.count() < values) {
            column.withStored([&](const auto &stored) {
                rows.forEach([&](std::size_t row) { add(stored(row), column, 1); });
            });
            return;
        }
        // Neighbours often have the same code. Counting them in turn in two tables keeps the core from
        // waiting for the addition just before.
        m_stored.assign(2 * values, 0);
        column.withStored([&](const auto &stored) {
            std::size_t turn = 0;
            rows.forEach([&](std::size_t row) {
                ++m_stored[turn + stored(row)];
                turn ^= values;
            });
        });
        for (std::size_t value = 0; value < values; ++value) {
            if (const quint32 found = m_stored[value] + m_stored[values + value]; found != 0)
                add(value, column, found);
        }
    }

    void addTo(CodeCounts &sum) const
    {
        for (std::size_t code = 0; code < m_counts.byCode.size(); ++code)
            sum.byCode[code] += m_counts.byCode[code];
        sum.withoutCode += m_counts.withoutCode;
    }

private:
    void add(quint64 stored, const PackedColumn &column, qint64 rows)
    {
        const auto code = static_cast<quint64>(column.number(stored));
        (code < m_counts.byCode.size() ? m_counts.byCode[code] : m_counts.withoutCode) += rows;
    }

    CodeCounts m_counts;
    std::vector<quint32> m_stored; ///< by what a narrow column keeps
};

/// The counters of one thread; they are added to the sums when it ends.
class ThreadCounters
{
public:
    ThreadCounters(std::vector<CodeCounts> &sums, std::mutex &guard)
        : m_sums(sums)
        , m_guard(guard)
    {
        for (const CodeCounts &sum : sums)
            slots.emplace_back(sum.byCode.size());
    }
    ~ThreadCounters()
    {
        const std::scoped_lock lock(m_guard);
        for (std::size_t slot = 0; slot < slots.size(); ++slot)
            slots[slot].addTo(m_sums[slot]);
    }
    ThreadCounters(const ThreadCounters &) = delete;
    ThreadCounters &operator=(const ThreadCounters &) = delete;

    std::vector<SlotCounter> slots;

private:
    std::vector<CodeCounts> &m_sums;
    std::mutex &m_guard;
};

} // namespace

std::vector<CodeCounts> countCodes(const ColumnIndex &index, const Selection &selection,
                                   const RowLayout &layout, const Filter::ZoneCalendar &calendar,
                                   const std::vector<std::size_t> &slots,
                                   const std::vector<std::size_t> &codes, const CancelToken &cancel)
{
    std::vector<CodeCounts> sums;
    sums.reserve(codes.size());
    for (const std::size_t count : codes)
        sums.push_back({std::vector<qint64>(count), 0});
    std::mutex guard;
    doInParallel(index.segments.size(), [&] {
        const auto counters = std::make_shared<ThreadCounters>(sums, guard);
        return [&, counters, own = calendar](std::size_t place) {
            const RowBits &rows = selection.segments[place].yes;
            if (cancel.isCancelled() || rows.isEmpty())
                return;
            const SegmentColumns columns(*index.segments[place].segment, layout, own);
            for (std::size_t slot = 0; slot < slots.size(); ++slot)
                counters->slots[slot].count(columns.column(slots[slot]), rows);
        };
    });
    return sums;
}

} // namespace Trailglass
