// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/resultsnapshot.h"
#include "models/query/rowlist.h"

namespace Trailglass {

/// A result whose rows are all in memory: pages are copied at once and never fail, and look-ups know every
/// row.
class MemoryResult final : public ResultSnapshot
{
public:
    MemoryResult(RowId lastRow, RowList rows)
        : m_lastRow(lastRow)
        , m_rows(std::move(rows))
    {
    }

    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    [[nodiscard]] Result<std::vector<RowId>> page(std::size_t first, std::size_t max) const override
    {
        return m_rows.slice(first, max);
    }
    [[nodiscard]] RowId lastRow() const override { return m_lastRow; }
    [[nodiscard]] std::optional<RowId> rowAt(std::size_t place) const override { return m_rows[place]; }
    [[nodiscard]] std::optional<std::size_t> find(RowId row) const override { return m_rows.find(row); }
    [[nodiscard]] std::vector<std::size_t> placesOf(std::vector<RowId> rows) const override
    {
        return m_rows.placesOf(std::move(rows));
    }
    [[nodiscard]] std::size_t countAfter(RowId row) const override { return m_rows.countAfter(row); }
    [[nodiscard]] bool endsWith(const ResultSnapshot &other) const override;

private:
    RowId m_lastRow;
    RowList m_rows;
};

} // namespace Trailglass
