// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/exporting/recordwriter.h"

namespace Trailglass {

/// Writes rows for the clipboard as spreadsheets take them: a header row, tabs between cells, LF at the end
/// of each row; cells with a tab, a quote or a line break are quoted, quotes doubled. So are those with a semicolon or a
/// vertical bar: a spreadsheet that pastes text may separate cells there too, and a formula could begin after it.
///
/// Values as an export has them (times in UTC, nothing cut). Cells and titles that isSpreadsheetFormula()
/// names get a `'` in front: the title of a path, `@details.id`, is one.
class TsvWriter final : public RecordWriter
{
public:
    explicit TsvWriter(std::vector<Column> columns);

    [[nodiscard]] bool needsRaw() const override;
    [[nodiscard]] qsizetype columnCount() const override;
    void writeHeader(std::string &out) override;
    void writeRecord(const EventRecord &record, std::string &out) override;
    [[nodiscard]] qint64 neutralisedCells() const override { return m_neutralisedCells; }

private:
    void writeCell(std::string_view cell, std::string &out);

    std::vector<Column> m_columns;
    qint64 m_neutralisedCells = 0;
    std::string m_scratch;
};

} // namespace Trailglass
