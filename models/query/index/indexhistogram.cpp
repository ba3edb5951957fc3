// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexhistogram.h"

#include "models/core/translation.h"
#include "models/query/evaluation/cancellablesort.h"
#include "models/query/evaluation/histogrambins.h"
#include "models/query/evaluation/histogramcounter.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/parallel.h"
#include "models/query/index/segmentcolumns.h"
#include "models/query/index/timeextents.h"

#include <algorithm>
#include <list>

namespace Trailglass {

namespace {

/// With the most bins a thread's counters take 32 MB.
constexpr std::size_t MaxCodes = 4'096;

const PackedColumn &createdOf(const ColumnIndex &index, std::size_t place)
{
    return *index.segments[place].segment->columns[CreatedColumn];
}

template <class Item>
void removeRepeated(std::vector<Item> &sorted)
{
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
}

/// The bins of \a width µs that hold at least one row.
Result<std::vector<HistogramBin>> occupiedBins(const HistogramScan &scan, qint64 width)
{
    std::vector<std::vector<qint64>> bySegment(scan.index.segments.size());
    doInParallel(bySegment.size(), [&] {
        return [&](std::size_t place) {
            if (scan.cancel.isCancelled())
                return;
            std::vector<qint64> &starts = bySegment[place];
            const PackedColumn &created = createdOf(scan.index, place);
            created.withStored([&](const auto &stored) {
                scan.selection.segments[place].yes.forEach([&](std::size_t row) {
                    starts.push_back(alignedStart(created.number(stored(row)), width));
                });
            });
            std::ranges::sort(starts);
            removeRepeated(starts);
        };
    });
    std::vector<qint64> all;
    for (const std::vector<qint64> &starts : bySegment)
        all.insert(all.end(), starts.begin(), starts.end());
    TRY(sortUnlessCancelled(all, std::less<>(), scan.cancel));
    removeRepeated(all);
    return binsAt(all, width);
}

Result<std::vector<HistogramBin>> binsOf(const HistogramRequest &request, const HistogramScan &scan,
                                         const SelectedExtents &extents)
{
    const auto events =
        extents.isEmpty() ? std::nullopt : std::optional(TimeExtent{extents.first, extents.last});
    if (leavesOutEmptyBins(request, events))
        return occupiedBins(scan, std::get<IntervalBins>(request.division).width);
    return divideTime(request, events, scan.calendar);
}

/// Counts the rows of one segment after another.
/// \thread one object a thread
class SegmentCounter
{
public:
    SegmentCounter(const HistogramScan &scan, const SelectedExtents &extents, const HistogramCounter &empty)
        : m_scan(scan)
        , m_extents(extents)
        , m_calendar(scan.calendar)
        , m_counter(empty)
    {
    }

    void count(std::size_t place)
    {
        const RowBits &rows = m_scan.selection.segments[place].yes;
        if (m_scan.cancel.isCancelled() || rows.isEmpty())
            return;
        if (m_scan.split)
            countSplit(place, rows);
        else
            countAll(place, rows);
    }

    [[nodiscard]] const HistogramCounter &counter() const { return m_counter; }

private:
    void countAll(std::size_t place, const RowBits &rows)
    {
        const PackedColumn &created = createdOf(m_scan.index, place);
        if (!m_extents.isEmpty()) {
            const StoredExtent &extent = m_extents.segments[place];
            const qint64 first = created.number(extent.least);
            if (m_counter.isOneBin(first, created.number(extent.greatest))) {
                m_counter.add(first, 0, static_cast<qint64>(rows.count()));
                return;
            }
        }
        created.withStored([&](const auto &time) {
            rows.forEach([&](std::size_t row) { m_counter.add(created.number(time(row)), 0); });
        });
    }

    void countSplit(std::size_t place, const RowBits &rows)
    {
        const PackedColumn &created = createdOf(m_scan.index, place);
        const SegmentColumns columns(*m_scan.index.segments[place].segment, m_scan.layout, m_calendar);
        const PackedColumn &codes = columns.column(m_scan.split->slot);
        created.withStored([&](const auto &time) {
            codes.withStored([&](const auto &code) {
                rows.forEach([&](std::size_t row) {
                    // No value is a negative number, and so beyond all codes.
                    m_counter.add(created.number(time(row)), static_cast<quint64>(codes.number(code(row))));
                });
            });
        });
    }

    const HistogramScan &m_scan;
    const SelectedExtents &m_extents;
    Filter::ZoneCalendar m_calendar; ///< its own, since it remembers what it computed
    HistogramCounter m_counter;
};

} // namespace

Result<void> checkSplit(const FieldValues &values)
{
    if (values.kind != FieldValues::Kind::Code)
        return Error{ErrorKind::Usage,
                     tr("A histogram cannot be split by this field. Choose another field.")};
    if (values.texts.size() > MaxCodes)
        return Error{ErrorKind::Usage,
                     tr("This field has too many values to split a histogram by. Choose another field.")};
    return {};
}

Result<Histogram> countHistogram(const HistogramRequest &request, const HistogramScan &scan)
{
    const SelectedExtents extents =
        needsExtent(request) ? selectedExtents(scan.index, scan.selection) : SelectedExtents();
    TRY(const auto bins, binsOf(request, scan, extents));
    if (scan.split && bins.size() > static_cast<std::size_t>(MaxSplitBins))
        return Error{ErrorKind::Usage, tr("Too many bins to split them by a field. Choose longer ones.")};
    const CodedStrings texts = scan.split ? scan.split->texts : CodedStrings();
    HistogramCounter sum(bins, texts.size());
    std::list<SegmentCounter> counters; // one a thread
    const auto addCounter = [&]() -> SegmentCounter & {
        return counters.emplace_back(scan, extents, sum);
    };
    const std::size_t segments = scan.index.segments.size();
    if (bins.size() > static_cast<std::size_t>(MaxBins)) {
        // A counter for each thread would take too much memory.
        SegmentCounter &only = addCounter();
        for (std::size_t place = 0; place < segments; ++place)
            only.count(place);
    } else {
        doInParallel(segments, [&] {
            SegmentCounter &own = addCounter();
            return [&own](std::size_t place) {
                own.count(place);
            };
        });
    }
    if (scan.cancel.isCancelled())
        return queryStopped();
    for (const SegmentCounter &counter : counters)
        sum.add(counter.counter());
    return sum.histogram(texts);
}

} // namespace Trailglass
