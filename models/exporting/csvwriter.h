// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/exporting/recordwriter.h"

#include <vector>

namespace Trailglass {

/// Writes RFC 4180 CSV in UTF-8: one header row, CRLF, cells quoted where needed with quotes doubled. Also
/// quoted are cells with a semicolon, a tab or a vertical bar: spreadsheets of many countries, and their
/// import dialogs, divide lines there.
///
/// Every other byte of a cell is kept, NUL and line breaks included. An empty cell that is alone in its row
/// is written as
/// `""`, since an empty line would be read as no row at all. With the formula guard, cells that
/// isSpreadsheetFormula() names get a `'` in front, and so do titles: every `@path` begins like a formula.
class CsvWriter final : public RecordWriter
{
public:
    struct Options
    {
        bool formulaGuard = true;
        bool byteOrderMark = false; ///< for spreadsheets that take UTF-8 for something else without it
        bool visibleTokens =
            false; ///< for a terminal: cells are visibleText(), so that none moves the cursor
    };

    explicit CsvWriter(std::vector<Column> columns);
    CsvWriter(std::vector<Column> columns, Options options);

    [[nodiscard]] bool needsRaw() const override;
    [[nodiscard]] qsizetype columnCount() const override;
    void writeHeader(std::string &out) override;
    void writeRecord(const EventRecord &record, std::string &out) override;
    [[nodiscard]] qint64 neutralisedCells() const override { return m_neutralisedCells; }
    [[nodiscard]] SpreadsheetOverflow spreadsheetOverflow() const override;

private:
    void writeCell(std::string_view cell, std::string &out);
    void endRow(std::string &out);

    std::vector<Column> m_columns;
    Options m_options;
    qint64 m_neutralisedCells = 0;
    qint64 m_rows = 0; ///< with the header
    qint64 m_longCells = 0;
    std::string m_scratch;
};

} // namespace Trailglass
