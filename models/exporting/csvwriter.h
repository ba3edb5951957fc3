// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/exporting/recordwriter.h"

namespace Trailglass {

/// Writes RFC 4180 CSV in UTF-8: one header row, CRLF, cells quoted where needed with quotes doubled.
///
/// Every other byte of a cell is kept, NUL and line breaks included. An empty cell that is alone in its row
/// is written as
/// `""`, since an empty line would be read as no row at all. With the formula guard, cells that
/// isSpreadsheetFormula() names get a `'` in front. Titles are guarded too, save plain paths
/// (`@details.new_value`): they can call nothing.
class CsvWriter final : public RecordWriter
{
public:
    struct Options
    {
        bool formulaGuard = true;
        bool byteOrderMark = false; ///< for spreadsheets that take UTF-8 for something else without it
    };

    explicit CsvWriter(std::vector<Column> columns);
    CsvWriter(std::vector<Column> columns, Options options);

    [[nodiscard]] bool needsRaw() const override;
    [[nodiscard]] qsizetype columnCount() const override;
    void writeHeader(std::string &out) override;
    void writeRecord(const EventRecord &record, std::string &out) override;
    [[nodiscard]] qint64 neutralisedCells() const override { return m_neutralisedCells; }

private:
    void writeCell(std::string_view cell, bool guarded, std::string &out);

    std::vector<Column> m_columns;
    Options m_options;
    qint64 m_neutralisedCells = 0;
    std::string m_scratch;
};

} // namespace Trailglass
