// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tsvwriter.h"

#include "models/exporting/formulaguard.h"

#include <algorithm>

namespace Trailglass {

TsvWriter::TsvWriter(std::vector<Column> columns)
    : m_columns(std::move(columns))
{
}

bool TsvWriter::needsRaw() const
{
    return std::ranges::any_of(m_columns, &Column::needsRaw);
}

qsizetype TsvWriter::columnCount() const
{
    return static_cast<qsizetype>(m_columns.size());
}

void TsvWriter::writeHeader(std::string &out)
{
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        if (index > 0)
            out += '\t';
        writeCell(m_columns[index].title, out);
    }
    out += '\n';
}

void TsvWriter::writeRecord(const EventRecord &record, std::string &out)
{
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        if (index > 0)
            out += '\t';
        writeCell(cellText(record, m_columns[index], m_scratch), out);
    }
    out += '\n';
}

void TsvWriter::writeCell(std::string_view cell, std::string &out)
{
    const bool isQuoted = cell.find_first_of("\t;|\"\r\n") != std::string_view::npos;
    if (isQuoted)
        out += '"';
    if (isSpreadsheetFormula(cell)) {
        out += '\'';
        ++m_neutralisedCells;
    }
    for (const char character : cell) {
        if (isQuoted && character == '"')
            out += '"';
        out += character;
    }
    if (isQuoted)
        out += '"';
}

} // namespace Trailglass
