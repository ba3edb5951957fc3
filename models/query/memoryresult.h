// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/resultsnapshot.h"
#include "models/query/rowlist.h"

namespace Trailglass {

/// A result whose rows are all in memory: look-ups know every row.
class MemoryResult final : public ResultSnapshot
{
public:
    MemoryResult(RowId lastRow, RowList rows, StatePointer state = {})
        : m_lastRow(lastRow)
        , m_rows(std::move(rows))
        , m_state(std::move(state))
    {
    }

    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    [[nodiscard]] const RowList *list() const override { return &m_rows; }
    [[nodiscard]] StatePointer state() const override { return m_state; }
    [[nodiscard]] RowId lastRow() const override { return m_lastRow; }
    [[nodiscard]] std::optional<RowId> rowAt(std::size_t place) const override { return m_rows[place]; }
    [[nodiscard]] std::optional<std::size_t> find(RowId row) const override { return m_rows.find(row); }
    [[nodiscard]] std::vector<std::size_t> findAll(std::vector<RowId> rows) const override
    {
        return m_rows.placesOf(std::move(rows));
    }
    [[nodiscard]] std::size_t countSince(const ResultSnapshot &earlier) const override
    {
        return m_rows.countAfter(earlier.lastRow());
    }
    [[nodiscard]] bool endsWith(const ResultSnapshot &other) const override
    {
        return other.list() && m_rows.endsWith(*other.list());
    }

private:
    RowId m_lastRow;
    RowList m_rows;
    StatePointer m_state;
};

} // namespace Trailglass
