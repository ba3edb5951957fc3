// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/selectedrows.h"

#include "models/query/index/segmentcolumns.h"
#include "models/query/sql/querystopped.h"
#include "models/store/sqlconnection.h"

namespace Trailglass {

namespace {

/// When at least one of so many rows is wanted, reading all of them in one go is quicker than looking each
/// up.
constexpr std::size_t Sparse = 16;

std::string textSelect(const RowLayout &layout, std::string_view where)
{
    std::string sql = "SELECT event.row";
    for (const std::string &expression : layout.texts())
        sql += ", " + expression;
    return sql.append(" FROM event WHERE ").append(where);
}

/// Makes batches of some rows of a segment: whole numbers from its columns, texts from the database.
class RowBatcher
{
public:
    static Result<RowBatcher> open(SqlConnection &connection, const RowScan &scan, ScanBatch::State state,
                                   BatchPipeline pipeline)
    {
        auto range =
            connection.prepare(textSelect(scan.layout, "event.row BETWEEN ? AND ? ORDER BY event.row"));
        if (!range)
            return range.error();
        auto single = connection.prepare(textSelect(scan.layout, "event.row = ?"));
        if (!single)
            return single.error();
        return RowBatcher(scan, state, std::move(pipeline), *std::move(range), *std::move(single));
    }

    Result<void> add(const Segment &segment, const RowBits &rows)
    {
        if (m_scan->cancel.isCancelled())
            return queryStopped();
        const std::size_t count = rows.count();
        if (count == 0)
            return {};
        const SegmentColumns columns(segment, m_scan->layout, m_scan->calendar);
        m_columns.clear();
        for (std::size_t slot = 0; slot < m_integers.size(); ++slot)
            m_columns.push_back(&columns.column(slot));
        if (m_scan->layout.texts().empty())
            return addWithoutTexts(segment, rows);
        if (!m_scan->layout.needsTexts())
            return addWithSearchedTexts(segment, rows);
        return count * Sparse < segment.size ? addSingly(segment, rows) : addRange(segment, rows);
    }

    Result<void> finish()
    {
        if (const auto submitted = submit(); !submitted)
            return submitted;
        return m_pipeline.finish();
    }

private:
    RowBatcher(const RowScan &scan, ScanBatch::State state, BatchPipeline pipeline, Statement range,
               Statement single)
        : m_scan(&scan)
        , m_state(state)
        , m_pipeline(std::move(pipeline))
        , m_range(std::move(range))
        , m_single(std::move(single))
        , m_integers(scan.layout.integers().size())
        , m_batch(std::make_unique<ScanBatch>(scan.layout))
    {
    }

    Result<void> addWithoutTexts(const Segment &segment, const RowBits &rows)
    {
        Result<void> done;
        rows.forEach([&](std::size_t offset) {
            if (!done)
                return;
            beginRow(segment, offset);
            done = endRow();
        });
        return done;
    }

    /// Texts that are only searched are read only where the raw JSON does not hold them.
    Result<void> addWithSearchedTexts(const Segment &segment, const RowBits &rows)
    {
        const PackedColumn &textsInRaw = *segment.columns[TextsInRawColumn];
        Result<void> done;
        rows.forEach([&](std::size_t offset) {
            if (!done)
                return;
            if (textsInRaw.at(offset) != 1) {
                done = addSingle(segment, offset);
                return;
            }
            beginRow(segment, offset);
            for (std::size_t slot = 0; slot < m_scan->layout.texts().size(); ++slot)
                m_batch->addText({});
            done = endRow();
        });
        return done;
    }

    Result<void> addRange(const Segment &segment, const RowBits &rows)
    {
        m_range.reset();
        m_range.bind(1, segment.first()).bind(2, segment.first() + static_cast<qint64>(segment.size) - 1);
        for (;;) {
            const auto row = m_range.step();
            if (!row)
                return row.error();
            if (!*row)
                return {};
            const std::size_t offset = Segment::offsetOf({m_range.integer(0)});
            if (!rows.contains(offset))
                continue;
            if (const auto added = addRow(segment, offset, m_range); !added)
                return added;
        }
    }

    Result<void> addSingly(const Segment &segment, const RowBits &rows)
    {
        Result<void> done;
        rows.forEach([&](std::size_t offset) {
            if (done)
                done = addSingle(segment, offset);
        });
        return done;
    }

    Result<void> addSingle(const Segment &segment, std::size_t offset)
    {
        m_single.reset();
        const auto row = m_single.bind(1, segment.row(offset).value).step();
        if (!row)
            return row.error();
        return *row ? addRow(segment, offset, m_single) : Result<void>();
    }

    Result<void> addRow(const Segment &segment, std::size_t offset, const Statement &texts)
    {
        beginRow(segment, offset);
        for (std::size_t slot = 0; slot < m_scan->layout.texts().size(); ++slot)
            m_batch->addText(texts.text(static_cast<int>(slot) + 1));
        return endRow();
    }

    void beginRow(const Segment &segment, std::size_t offset)
    {
        for (std::size_t slot = 0; slot < m_integers.size(); ++slot)
            m_integers[slot] = m_columns[slot]->at(offset);
        m_batch->addRow(segment.row(offset), m_state, m_integers);
    }

    Result<void> endRow()
    {
        return m_batch->size() < BatchPipeline::RowsPerBatch ? Result<void>() : submit();
    }

    Result<void> submit()
    {
        if (m_scan->cancel.isCancelled())
            return queryStopped();
        return m_pipeline.submit(std::exchange(m_batch, std::make_unique<ScanBatch>(m_scan->layout)));
    }

    const RowScan *m_scan;
    ScanBatch::State m_state;
    BatchPipeline m_pipeline;
    Statement m_range;
    Statement m_single;
    std::vector<const PackedColumn *> m_columns;
    std::vector<qint64> m_integers;
    std::unique_ptr<ScanBatch> m_batch;
};

Result<void> visitRows(SqlConnection &connection, const ColumnIndex &index, const RowScan &scan,
                       ScanBatch::State state, const BatchVisitor &visit,
                       const std::function<const RowBits &(std::size_t)> &rowsOf)
{
    auto pipeline = BatchPipeline::open(connection, scan.condition, scan.layout, scan.cancel, visit);
    if (!pipeline)
        return pipeline.error();
    auto batcher = RowBatcher::open(connection, scan, state, *std::move(pipeline));
    if (!batcher)
        return batcher.error();
    for (std::size_t place = 0; place < index.segments.size(); ++place) {
        if (const auto added = batcher->add(*index.segments[place].segment, rowsOf(place)); !added)
            return added;
    }
    return batcher->finish();
}

} // namespace

Result<Selection> decideUnknown(SqlConnection &connection, const ColumnIndex &index, Selection selection,
                                const RowScan &scan)
{
    if (selection.isDecided())
        return selection;
    std::vector<RowBits> found;
    for (const RowTruths &truths : selection.segments)
        found.emplace_back(truths.unknown.size());
    std::size_t place = 0;
    const auto note = [&](const ScanBatch &batch) {
        for (std::size_t row = 0; row < batch.size(); ++row) {
            // Batches come in order of rows.
            while (index.segments[place].segment->number != Segment::numberOf(batch.row(row)))
                ++place;
            if (batch.isMatched(row))
                found[place].insert(Segment::offsetOf(batch.row(row)));
        }
    };
    const auto visited = visitRows(
        connection, index, scan, ScanBatch::State::Undecided, note,
        [&](std::size_t segment) -> const RowBits & { return selection.segments[segment].unknown; });
    if (!visited)
        return visited.error();
    for (std::size_t segment = 0; segment < found.size(); ++segment) {
        RowTruths &truths = selection.segments[segment];
        truths.yes |= found[segment];
        truths.unknown = RowBits(truths.unknown.size());
    }
    return selection;
}

Result<void> visitSelected(SqlConnection &connection, const ColumnIndex &index, const Selection &selection,
                           const RowScan &scan, const BatchVisitor &visit)
{
    return visitRows(connection, index, scan, ScanBatch::State::Matched, visit,
                     [&](std::size_t segment) -> const RowBits & { return selection.segments[segment].yes; });
}

} // namespace Trailglass
