// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/textscan.h"

#include "models/core/result.h"
#include "models/query/evaluation/orderedworkers.h"
#include "models/query/evaluation/packedblocks.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/parallel.h"
#include "models/query/index/segmentrows.h"
#include "models/query/index/signedblocks.h"
#include "models/query/index/textjob.h"

#include <algorithm>
#include <chrono>

namespace Trailglass {

namespace {

using namespace std::chrono_literals;

/// How often a thread that waits for another's look at the same texts sees whether it is still wanted.
constexpr auto ScanLook = 20ms;
/// How often TextScan::learnt is told, over a whole scan.
constexpr std::size_t Tellings = 100;

/// The answers to all text parts, held by this thread alone.
class HeldAnswers
{
public:
    HeldAnswers(MatchCache &keeper, const std::vector<TextPart> &parts)
    {
        for (const TextPart &part : parts)
            m_entries.push_back(keeper.of(part.identity));
    }

    /// \returns false when \a cancel ended before
    bool hold(const CancelToken &cancel)
    {
        // In one order everywhere, so that two who want the same do not wait for each other for ever.
        auto ordered = m_entries;
        std::ranges::sort(ordered);
        for (const auto &entry : ordered) {
            std::unique_lock lock(entry->guard, std::defer_lock);
            while (!lock.try_lock_for(ScanLook)) {
                if (cancel.isCancelled())
                    return false;
            }
            m_locks.push_back(std::move(lock));
        }
        return true;
    }

    [[nodiscard]] TextMatches &of(std::size_t part) { return m_entries[part]->answers; }

private:
    std::vector<std::shared_ptr<MatchCache::Entry>> m_entries; ///< by part
    std::vector<std::unique_lock<std::timed_mutex>> m_locks; // after what they lock
};

/// A range of a segment that has rows to look at.
struct Range
{
    std::size_t place = 0; ///< of the segment in the index
    std::size_t first = 0; ///< of its rows
    qint64 newest = 0; ///< greatest `created` of the rows to look at
};

class Scanner
{
public:
    Scanner(const TextScan &scan, HeldAnswers &answers, Selection selection)
        : m_scan(scan)
        , m_answers(answers)
        , m_selection(std::move(selection))
        , m_knownYes(scan.filter.textParts.size(), std::vector<RowBits>(scan.index.segments.size()))
        , m_columns(scan.index.segments.size())
    {
    }

    /// Lets columns and earlier answers tell what they can.
    void takeKnown();
    [[nodiscard]] bool isDecided() const { return m_selection.isDecided(); }
    Result<void> lookAtTheRest();

    Selection take() { return std::move(m_selection); }

private:
    void takeKnown(std::size_t place, const Filter::ZoneCalendar &calendar);
    [[nodiscard]] std::vector<Range> rangesToLookAt() const;
    /// Reads a job's share of the database.
    /// \thread the connection's
    struct Readers
    {
        SignedBlocks signatures;
        SegmentRows rows;
        PackedBlocks blocks;
    };
    Result<Readers> openReaders(const std::vector<ConditionPointer> &open);
    Result<std::unique_ptr<TextJob>> makeJob(const Range &range, Readers &readers);
    const SegmentColumns &columnsOf(std::size_t place);
    Result<void> note(const TextJob &job);
    void tell();

    const TextScan &m_scan;
    HeldAnswers &m_answers;
    Selection m_selection;
    std::vector<std::vector<RowBits>> m_knownYes; ///< by part, by place
    std::vector<std::unique_ptr<SegmentColumns>> m_columns; ///< by place; null until asked for
    std::size_t m_ranges = 0;
    std::size_t m_done = 0;
};

void Scanner::takeKnown()
{
    doInParallel(m_selection.segments.size(), [&] {
        return [&, calendar = m_scan.filter.calendar](std::size_t place) {
            if (!m_scan.cancel.isCancelled())
                takeKnown(place, calendar);
        };
    });
}

void Scanner::takeKnown(std::size_t place, const Filter::ZoneCalendar &calendar)
{
    const Segment &segment = *m_scan.index.segments[place].segment;
    const SegmentColumns columns(segment, m_scan.filter.layout, calendar);
    RowBits rows = std::move(m_selection.segments[place].yes);
    RowBits sure = rows;
    for (std::size_t part = 0; part < m_knownYes.size(); ++part) {
        RowTruths truths = m_scan.filter.textParts[part].condition->fromColumns(columns, rows);
        RowTruths known = m_answers.of(part).known(segment.number, truths.unknown);
        truths.yes |= known.yes;
        sure &= truths.yes;
        rows = truths.yes | known.unknown;
        m_knownYes[part][place] = std::move(truths.yes);
    }
    m_selection.segments[place] = {sure, rows - sure};
}

/// Those with the newest events first.
std::vector<Range> Scanner::rangesToLookAt() const
{
    std::vector<std::vector<Range>> found(m_selection.segments.size());
    doInParallel(found.size(), [&] {
        return [&](std::size_t place) {
            const RowBits &unknown = m_selection.segments[place].unknown;
            const PackedColumn &created = *m_scan.index.segments[place].segment->columns[CreatedColumn];
            created.withStored([&](const auto &stored) {
                for (std::size_t first = 0; first < unknown.size(); first += TextJob::Rows) {
                    const RowBits rows = unknown.slice(first, TextJob::Rows);
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
    TRY(auto signatures, SignedBlocks::open(m_scan.connection, open));
    TRY(auto rows, SegmentRows::open(m_scan.connection, m_scan.filter.textLayout));
    TRY(auto blocks, PackedBlocks::open(m_scan.connection));
    return Readers{std::move(signatures), std::move(rows), std::move(blocks)};
}

Result<std::unique_ptr<TextJob>> Scanner::makeJob(const Range &range, Readers &readers)
{
    const CompiledFilter &filter = m_scan.filter;
    const Segment &segment = *m_scan.index.segments[range.place].segment;
    auto job = std::make_unique<TextJob>(filter.textLayout);
    job->place = range.place;
    job->first = range.first;
    job->firstRow = segment.row(range.first);
    job->rows = m_selection.segments[range.place].unknown.slice(range.first, TextJob::Rows);
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

Result<void> Scanner::lookAtTheRest()
{
    std::vector<ConditionPointer> open;
    for (const TextPart &part : m_scan.filter.textParts)
        open.push_back(part.open);
    TRY(auto readers, openReaders(open));
    const std::vector<Range> ranges = rangesToLookAt();
    m_ranges = ranges.size();
    OrderedWorkers<TextJob> workers(
        [&, slots = m_scan.filter.textLayout.texts().size()]() -> OrderedWorkers<TextJob>::Work {
            const auto worker = std::make_shared<TextJobWorker>(open, slots, m_scan.cancel);
            return [worker](TextJob &job) {
                worker->finish(job);
            };
        });
    tell();
    for (const Range &range : ranges) {
        if (m_scan.cancel.isCancelled())
            return queryStopped();
        TRY(auto job, makeJob(range, readers));
        const auto oldest = workers.exchange(std::move(job));
        if (const auto noted = oldest ? note(*oldest) : Result<void>(); !noted)
            return noted;
    }
    while (const auto oldest = workers.takeOldest()) {
        if (const auto noted = note(*oldest); !noted)
            return noted;
    }
    return {};
}

Result<void> Scanner::note(const TextJob &job)
{
    if (job.error)
        return *job.error;
    const Segment &segment = *m_scan.index.segments[job.place].segment;
    RowTruths &truths = m_selection.segments[job.place];
    for (std::size_t part = 0; part < job.parts.size(); ++part) {
        const TextJob::Part &found = job.parts[part];
        if (!found.decided.isEmpty())
            m_answers.of(part).note(segment.number, segment.size, job.first, found.decided, found.matched);
    }
    truths.yes.insertSlice(job.first, job.rows);
    truths.unknown.removeSlice(job.first, RowBits(job.rows.size(), true));
    ++m_done;
    if (m_done * Tellings / m_ranges != (m_done - 1) * Tellings / m_ranges)
        tell();
    return {};
}

void Scanner::tell()
{
    if (m_scan.learnt)
        m_scan.learnt(m_selection, static_cast<double>(m_done) / static_cast<double>(m_ranges));
}

} // namespace

Result<Selection> selectByTexts(const TextScan &scan, Selection selection)
{
    if (scan.filter.textParts.empty())
        return selection;
    HeldAnswers answers(scan.answers, scan.filter.textParts);
    if (!answers.hold(scan.cancel))
        return queryStopped();
    Scanner scanner(scan, answers, std::move(selection));
    scanner.takeKnown();
    if (scan.cancel.isCancelled())
        return queryStopped();
    if (!scanner.isDecided()) {
        TRY(scanner.lookAtTheRest());
    }
    return scanner.take();
}

} // namespace Trailglass
