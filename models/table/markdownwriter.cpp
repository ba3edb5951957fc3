// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/markdownwriter.h"

#include "models/exporting/formulaguard.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::string_view Marked = "\\`*_{}[]<>()#!|~&$";

} // namespace

MarkdownWriter::MarkdownWriter(std::vector<Column> columns)
    : m_columns(std::move(columns))
{
}

bool MarkdownWriter::needsRaw() const
{
    return std::ranges::any_of(m_columns, &Column::needsRaw);
}

qsizetype MarkdownWriter::columnCount() const
{
    return static_cast<qsizetype>(m_columns.size());
}

void MarkdownWriter::writeHeader(std::string &out)
{
    for (const Column &column : m_columns)
        writeCell(column.title, out);
    out += "|\n";
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        out += "| --- ";
    out += "|\n";
}

void MarkdownWriter::writeRecord(const EventRecord &record, std::string &out)
{
    for (const Column &column : m_columns)
        writeCell(cellText(record, column, m_scratch), out);
    out += "|\n";
}

void MarkdownWriter::writeCell(std::string_view cell, std::string &out)
{
    out += "| ";
    if (isSpreadsheetFormula(cell)) {
        out += '\'';
        ++m_neutralisedCells;
    }
    for (std::size_t place = 0; place < cell.size(); ++place) {
        const char character = cell[place];
        if (character == '\r' && place + 1 < cell.size() && cell[place + 1] == '\n')
            continue;
        if (character == '\n' || character == '\r') {
            out += "<br>";
            continue;
        }
        if (Marked.find(character) != std::string_view::npos)
            out += '\\';
        out += character;
    }
    out += ' ';
}

} // namespace Trailglass
