// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/exporting/recordwriter.h"

namespace Trailglass {

/// Writes rows as a table of Markdown: a header row, a row of dashes, a line for each record.
///
/// Values as an export has them (times in UTC, nothing cut), as text: characters that Markdown or HTML would
/// read otherwise have a backslash in front, line breaks are `<br>`. Cells and titles that
/// isSpreadsheetFormula() names get a `'` in front.
/// \source GitHub Flavored Markdown, tables and backslash escapes
class MarkdownWriter final : public RecordWriter
{
public:
    explicit MarkdownWriter(std::vector<Column> columns);

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
