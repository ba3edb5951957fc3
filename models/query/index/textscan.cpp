// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/textscan.h"

#include "models/core/orderedworkers.h"
#include "models/core/result.h"
#include "models/query/evaluation/cancellablelock.h"
#include "models/query/evaluation/packedblocks.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/parallel.h"
#include "models/query/index/segmentrows.h"
#include "models/query/index/signaturefilter.h"
#include "models/query/index/textscanjob.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

/// Calls of TextScan::progress in a whole scan.
constexpr std::size_t ProgressReports = 100;

/// The cached results of all text parts, locked by this thread.
class LockedMatches
{
public:
    LockedMatches(MatchCache &cache, const std::vector<TextPart> &parts)
    {
        for (const TextPart &part : parts)
            m_entries.push_back(cache.of(part.identity));
    }

    /// \returns false when \a cancel ended before
    bool lockAll(const CancelToken &cancel)
    {
        // In one order everywhere, so that two threads never wait for each other.
        auto ordered = m_entries;
        std::ranges::sort(ordered);
        // A predicate that locks would read worse than the loop.
        // NOLINTNEXTLINE(readability-use-anyofallof)
        for (const auto &entry : ordered) {
            m_locks.push_back(lockUnlessCancelled(entry->guard, cancel));
            if (!m_locks.back())
                return false;
        }
        return true;
    }

    [[nodiscard]] TextMatches &of(std::size_t part) { return m_entries[part]->matches; }

private:
    std::vector<std::shared_ptr<MatchCache::Entry>> m_entries; ///< by part
    std::vector<std::unique_lock<std::timed_mutex>> m_locks; // after what they lock
};

/// A range of a segment that has rows to search.
struct Range
{
    std::size_t place = 0; ///< of the segment in the index
    std::size_t first = 0; ///< of its rows
    qint64 newest = 0; ///< greatest `created` of the rows to search
};

class Scanner
{
public:
    Scanner(const TextScan &scan, LockedMatches &matches, Selection selection)
        : m_scan(scan)
        , m_matches(matches)
        , m_selection(std::move(selection))
        , m_knownYes(scan.filter.textParts.size(), std::vector<RowBits>(scan.index.segments.size()))
        , m_columns(scan.index.segments.size())
    {
    }

    /// Applies what columns and earlier searches decide.
    void applyKnown();
    [[nodiscard]] bool isDecided() const { return m_selection.isDecided(); }
    Result<void> scanUndecided();

    Selection take() { return std::move(m_selection); }

private:
    void applyKnown(std::size_t place, const Filter::ZoneCalendar &calendar);
    [[nodiscard]] std::vector<Range> undecidedRanges() const;
    /// Reads a job's share of the database.
    /// \thread the connection's
    struct Readers
    {
        SignatureFilter signatures;
        SegmentRows rows;
        PackedBlocks blocks;
    };
    Result<Readers> openReaders(const std::vector<ConditionPointer> &open);
    Result<std::unique_ptr<TextScanJob>> makeJob(const Range &range, Readers &readers);
    const SegmentColumns &columnsOf(std::size_t place);
    Result<void> record(const TextScanJob &job);
    void reportProgress();

    const TextScan &m_scan;
    LockedMatches &m_matches;
    Selection m_selection;
    std::vector<std::vector<RowBits>> m_knownYes; ///< by part, by place
    std::vector<std::unique_ptr<SegmentColumns>> m_columns; ///< by place; null until needed
    std::size_t m_ranges = 0;
    std::size_t m_done = 0;
};

void Scanner::applyKnown()
{
    doInParallel(m_selection.segments.size(), [&] {
        return [&, calendar = m_scan.filter.calendar](std::size_t place) {
            if (!m_scan.cancel.isCancelled())
                applyKnown(place, calendar);
        };
    });
}

void Scanner::applyKnown(std::size_t place, const Filter::ZoneCalendar &calendar)
{
    const Segment &segment = *m_scan.index.segments[place].segment;
    const SegmentColumns columns(segment, m_scan.filter.layout, calendar);
    RowBits rows = std::move(m_selection.segments[place].yes);
    RowBits sure = rows;
    for (std::size_t part = 0; part < m_knownYes.size(); ++part) {
        RowTruths truths = m_scan.filter.textParts[part].condition->fromColumns(columns, rows);
        RowTruths known = m_matches.of(part).known(segment.number, truths.unknown);
        truths.yes |= known.yes;
        sure &= truths.yes;
        rows = truths.yes | known.unknown;
        m_knownYes[part][place] = std::move(truths.yes);
    }
    m_selection.segments[place] = {sure, rows - sure};
}

/// Those with the newest events first.
std::vector<Range> Scanner::undecidedRanges() const
{
    std::vector<std::vector<Range>> found(m_selection.segments.size());
    doInParallel(found.size(), [&] {
        return [&](std::size_t place) {
            const RowBits &unknown = m_selection.segments[place].unknown;
            const PackedColumn &created = *m_scan.index.segments[place].segment->columns[CreatedColumn];
            created.withStored([&](const auto &stored) {
                for (std::size_t first = 0; first < unknown.size(); first += TextScanJob::Rows) {
                    const RowBits rows = unknown.slice(first, TextScanJob::Rows);
                    if (rows.isEmpty())
                        continue;
                    quint64 newest = 0;
                    rows.forEach([&](std::size_t row) { newest = std::max(newest, stored(first + row)); });
                    found[place].push_back({place, first, created.number(newest)});
                }
            });
        };
    });
    std::vector<Range> ranges;
    for (const auto &ofSegment : found)
        ranges.insert(ranges.end(), ofSegment.begin(), ofSegment.end());
    std::ranges::stable_sort(ranges, std::ranges::greater(), &Range::newest);
    return ranges;
}

Result<Scanner::Readers> Scanner::openReaders(const std::vector<ConditionPointer> &open)
{
    TRY(auto signatures, SignatureFilter::open(m_scan.connection, open));
    TRY(auto rows, SegmentRows::open(m_scan.connection, m_scan.filter.textLayout));
    TRY(auto blocks, PackedBlocks::open(m_scan.connection));
    return Readers{std::move(signatures), std::move(rows), std::move(blocks)};
}

Result<std::unique_ptr<TextScanJob>> Scanner::makeJob(const Range &range, Readers &readers)
{
    const CompiledFilter &filter = m_scan.filter;
    const Segment &segment = *m_scan.index.segments[range.place].segment;
    auto job = std::make_unique<TextScanJob>(filter.textLayout);
    job->place = range.place;
    job->first = range.first;
    job->firstRow = segment.row(range.first);
    job->rows = m_selection.segments[range.place].unknown.slice(range.first, TextScanJob::Rows);
    bool readsRaw = false;
    for (std::size_t part = 0; part < m_knownYes.size(); ++part) {
        const std::size_t size = job->rows.size();
        job->parts.push_back(
            {m_knownYes[part][range.place].slice(range.first, size), RowBits(size), RowBits(size)});
        readsRaw = readsRaw || filter.textParts[part].condition->cost() >= Condition::Cost::Raw;
    }
    TRY(readers.signatures.ruleOut(*job));
    if (job->rows.isEmpty())
        return job;
    const SegmentColumns &columns = columnsOf(range.place);
    const RowRange all{segment, columns, range.first, job->rows};
    const bool readsMore = !filter.textLayout.integers().empty() || filter.textLayout.needsTexts();
    const RowBits own = readsMore           ? job->rows
        : filter.textLayout.texts().empty() ? RowBits(job->rows.size())
                                            : SegmentRows::withOwnTexts(all);
    TRY(readers.rows.add({segment, columns, range.first, own}, job->ownTexts));
    Result<void> done;
    job->rows.forEach([&](std::size_t row) {
        if (readsRaw && done)
            done =
                readers.blocks.addBlockOf(RowId{job->firstRow.value + static_cast<qint64>(row)}, job->blocks);
    });
    return done ? Result(std::move(job)) : done.error();
}

const SegmentColumns &Scanner::columnsOf(std::size_t place)
{
    auto &columns = m_columns[place];
    if (!columns)
        columns = std::make_unique<SegmentColumns>(*m_scan.index.segments[place].segment,
                                                   m_scan.filter.textLayout, m_scan.filter.calendar);
    return *columns;
}

Result<void> Scanner::scanUndecided()
{
    std::vector<ConditionPointer> open;
    for (const TextPart &part : m_scan.filter.textParts)
        open.push_back(part.open);
    TRY(auto readers, openReaders(open));
    const std::vector<Range> ranges = undecidedRanges();
    m_ranges = ranges.size();
    OrderedWorkers<TextScanJob> workers(
        [&, slots = m_scan.filter.textLayout.texts().size()]() -> OrderedWorkers<TextScanJob>::Work {
            const auto worker = std::make_shared<TextScanWorker>(open, slots, m_scan.cancel);
            return [worker](TextScanJob &job) {
                worker->finish(job);
            };
        });
    reportProgress();
    for (const Range &range : ranges) {
        if (m_scan.cancel.isCancelled())
            return queryStopped();
        TRY(auto job, makeJob(range, readers));
        const auto oldest = workers.exchange(std::move(job));
        if (oldest) {
            TRY(record(*oldest));
        }
    }
    while (const auto oldest = workers.takeOldest())
        TRY(record(*oldest));
    return {};
}

Result<void> Scanner::record(const TextScanJob &job)
{
    if (job.error)
        return *job.error;
    const Segment &segment = *m_scan.index.segments[job.place].segment;
    RowTruths &truths = m_selection.segments[job.place];
    for (std::size_t part = 0; part < job.parts.size(); ++part) {
        const TextScanJob::Part &found = job.parts[part];
        if (!found.decided.isEmpty())
            m_matches.of(part).record(segment.number, segment.size, job.first, found.decided, found.matched);
    }
    truths.yes.insertSlice(job.first, job.rows);
    truths.unknown.removeSlice(job.first, RowBits(job.rows.size(), true));
    ++m_done;
    if (m_done * ProgressReports / m_ranges != (m_done - 1) * ProgressReports / m_ranges)
        reportProgress();
    return {};
}

void Scanner::reportProgress()
{
    if (m_scan.progress)
        m_scan.progress(m_selection, static_cast<double>(m_done) / static_cast<double>(m_ranges));
}

} // namespace

Result<Selection> selectByTexts(const TextScan &scan, Selection selection)
{
    if (scan.filter.textParts.empty())
        return selection;
    LockedMatches matches(scan.matches, scan.filter.textParts);
    if (!matches.lockAll(scan.cancel))
        return queryStopped();
    Scanner scanner(scan, matches, std::move(selection));
    scanner.applyKnown();
    if (scan.cancel.isCancelled())
        return queryStopped();
    if (!scanner.isDecided()) {
        TRY(scanner.scanUndecided());
    }
    return scanner.take();
}

} // namespace Trailglass
