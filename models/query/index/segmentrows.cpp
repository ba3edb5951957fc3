// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/segmentrows.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// When at least one of so many rows is requested, reading all of them in one pass is faster than one look-up
/// each.
constexpr std::size_t Sparse = 16;

std::string textSelect(const RowLayout &layout, std::string_view where)
{
    std::string sql = "SELECT event.row";
    for (const std::string &expression : layout.texts())
        sql += ", " + expression;
    return sql.append(" FROM event WHERE ").append(where);
}

bool hasTextsInRaw(const RowRange &range, std::size_t offset)
{
    return range.segment.columns[TextsInRawColumn]->at(range.first + offset) == 1;
}

} // namespace

Result<SegmentRows> SegmentRows::open(SqlConnection &connection, const RowLayout &layout)
{
    TRY(auto range, connection.prepare(textSelect(layout, "event.row BETWEEN ? AND ? ORDER BY event.row")));
    TRY(auto single, connection.prepare(textSelect(layout, "event.row = ?")));
    return SegmentRows(layout, std::move(range), std::move(single));
}

SegmentRows::SegmentRows(const RowLayout &layout, Statement range, Statement single)
    : m_layout(&layout)
    , m_range(std::move(range))
    , m_single(std::move(single))
    , m_integers(layout.integers().size())
{
}

Result<void> SegmentRows::add(const RowRange &range, RowBatch &batch)
{
    const Target target{range, batch};
    if (m_layout->texts().empty()) {
        addWithoutTexts(target);
        return {};
    }
    const std::size_t read = m_layout->needsTexts() ? range.rows.count() : withOwnTexts(range).count();
    if (read * Sparse >= range.rows.size())
        return addRange(target);
    return m_layout->needsTexts() ? addSingly(target) : addWithSearchedTexts(target);
}

RowBits SegmentRows::withOwnTexts(const RowRange &range)
{
    return range.rows.filtered([&](std::size_t offset) { return !hasTextsInRaw(range, offset); });
}

void SegmentRows::addWithoutTexts(const Target &target)
{
    target.range.rows.forEach([&](std::size_t offset) { addRow(target, offset, nullptr); });
}

/// Texts that are only searched are read only where the raw JSON does not hold them.
Result<void> SegmentRows::addWithSearchedTexts(const Target &target)
{
    Result<void> done;
    target.range.rows.forEach([&](std::size_t offset) {
        if (!done)
            return;
        if (hasTextsInRaw(target.range, offset))
            addRow(target, offset, nullptr);
        else
            done = addSingle(target, offset);
    });
    return done;
}

Result<void> SegmentRows::addRange(const Target &target)
{
    const RowRange &range = target.range;
    const qint64 first = range.segment.row(range.first).value;
    std::size_t least = range.rows.size();
    std::size_t greatest = 0;
    range.rows.forEach([&](std::size_t offset) {
        least = std::min(least, offset);
        greatest = offset;
    });
    m_range.bind(1, first + static_cast<qint64>(least)).bind(2, first + static_cast<qint64>(greatest));
    return m_range.forEachRow([&](const Statement &row) {
        // A damaged tree may give rows that are outside of the range: they are ignored.
        const auto offset = static_cast<quint64>(row.integer(0)) - static_cast<quint64>(first);
        if (offset < range.rows.size() && range.rows.contains(offset))
            addRow(target, offset, &row);
    });
}

Result<void> SegmentRows::addSingly(const Target &target)
{
    Result<void> done;
    target.range.rows.forEach([&](std::size_t offset) {
        if (done)
            done = addSingle(target, offset);
    });
    return done;
}

Result<void> SegmentRows::addSingle(const Target &target, std::size_t offset)
{
    const RowRange &range = target.range;
    TRY(m_single.bind(1, range.segment.row(range.first + offset).value).firstRow([&](const Statement &row) {
        addRow(target, offset, &row);
    }));
    return {};
}

/// \param texts  null: the texts are left empty
void SegmentRows::addRow(const Target &target, std::size_t offset, const Statement *texts)
{
    const RowRange &range = target.range;
    for (std::size_t slot = 0; slot < m_integers.size(); ++slot)
        m_integers[slot] = range.columns.column(slot).at(range.first + offset);
    target.batch.addRow(range.segment.row(range.first + offset), m_integers);
    for (std::size_t slot = 0; slot < m_layout->texts().size(); ++slot)
        target.batch.addText(texts ? texts->text(static_cast<int>(slot) + 1) : std::string_view());
}

} // namespace Trailglass
