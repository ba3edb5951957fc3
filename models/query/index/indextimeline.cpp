// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indextimeline.h"

#include "models/query/evaluation/timelinecounter.h"
#include "models/query/index/parallel.h"
#include "models/query/index/segmentcolumns.h"
#include "models/query/index/timeextents.h"

#include <mutex>

namespace Trailglass {

namespace {

/// The counter of one thread; it is added to the sum when the thread ends.
class ThreadCounter
{
public:
    ThreadCounter(const TimelineCounter &empty, TimelineCounter &sum, std::mutex &guard)
        : counter(empty)
        , m_sum(sum)
        , m_guard(guard)
    {
    }
    ~ThreadCounter()
    {
        const std::scoped_lock lock(m_guard);
        m_sum.add(counter);
    }
    ThreadCounter(const ThreadCounter &) = delete;
    ThreadCounter &operator=(const ThreadCounter &) = delete;

    TimelineCounter counter;

private:
    TimelineCounter &m_sum;
    std::mutex &m_guard;
};

void countRows(TimelineCounter &counter, const PackedColumn &created, const PackedColumn &codes,
               const RowBits &rows)
{
    created.withStored([&](const auto &time) {
        codes.withStored([&](const auto &code) {
            rows.forEach([&](std::size_t row) {
                // No value is a negative number, and so beyond all codes.
                counter.add(created.number(time(row)), static_cast<quint64>(codes.number(code(row))));
            });
        });
    });
}

} // namespace

Timeline countTimeline(const ColumnIndex &index, const Selection &selection, const TimelineDivision &division,
                       const FieldValues &values, const RowLayout &layout,
                       const Filter::ZoneCalendar &calendar, const CancelToken &cancel)
{
    std::optional<TimeExtent> events;
    if (!division.window.from || !division.window.to) {
        const SelectedExtents extents = selectedExtents(index, selection);
        if (!extents.isEmpty())
            events.emplace(extents.first, extents.last);
    }
    const auto boundaries = timelineBoundaries(division, events, calendar);
    const TimelineCounter empty(boundaries, values.texts.size());
    TimelineCounter sum = empty;
    std::mutex guard;
    doInParallel(index.segments.size(), [&] {
        const auto own = std::make_shared<ThreadCounter>(empty, sum, guard);
        return [&, own, ownCalendar = calendar](std::size_t place) {
            const RowBits &rows = selection.segments[place].yes;
            if (cancel.isCancelled() || rows.isEmpty())
                return;
            const Segment &segment = *index.segments[place].segment;
            const SegmentColumns columns(segment, layout, ownCalendar);
            countRows(own->counter, *segment.columns[CreatedColumn], columns.column(values.slot), rows);
        };
    });
    return sum.timeline(values.texts);
}

} // namespace Trailglass
