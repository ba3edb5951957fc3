// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/csvwriter.h"

#include "models/exporting/formulaguard.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::string_view EndOfRow = "\r\n";
constexpr std::string_view Utf8ByteOrderMark = "\xEF\xBB\xBF";

bool needsQuotes(std::string_view cell)
{
    return std::ranges::any_of(cell, [](char character) {
        return character == ',' || character == '"' || character == '\r' || character == '\n';
    });
}

/// Such a title is no more than a name to a spreadsheet: without brackets, `!` or `|` it calls nothing.
bool isPlainPath(std::string_view title)
{
    const auto isPlain = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
            || (character >= '0' && character <= '9')
            || std::string_view("@._-$[]*").find(character) != std::string_view::npos;
    };
    return title.starts_with('@') && std::ranges::all_of(title, isPlain);
}

void appendQuoted(std::string_view cell, std::string &out)
{
    for (;;) {
        const std::size_t quote = cell.find('"');
        if (quote == std::string_view::npos)
            break;
        out += cell.substr(0, quote + 1);
        out += '"';
        cell.remove_prefix(quote + 1);
    }
    out += cell;
}

} // namespace

CsvWriter::CsvWriter(std::vector<Column> columns)
    : CsvWriter(std::move(columns), Options())
{
}

CsvWriter::CsvWriter(std::vector<Column> columns, Options options)
    : m_columns(std::move(columns))
    , m_options(options)
{
}

bool CsvWriter::needsRaw() const
{
    return std::ranges::any_of(m_columns, &Column::needsRaw);
}

qsizetype CsvWriter::columnCount() const
{
    return static_cast<qsizetype>(m_columns.size());
}

void CsvWriter::writeHeader(std::string &out)
{
    if (m_options.byteOrderMark)
        out += Utf8ByteOrderMark;
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        if (index > 0)
            out += ',';
        const std::string &title = m_columns[index].title;
        writeCell(title, m_options.formulaGuard && !isPlainPath(title), out);
    }
    out += EndOfRow;
}

void CsvWriter::writeRecord(const EventRecord &record, std::string &out)
{
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        if (index > 0)
            out += ',';
        writeCell(cellText(record, m_columns[index], m_scratch), m_options.formulaGuard, out);
    }
    out += EndOfRow;
}

void CsvWriter::writeCell(std::string_view cell, bool guarded, std::string &out)
{
    const bool neutralise = guarded && isSpreadsheetFormula(cell);
    const bool quote = needsQuotes(cell) || (cell.empty() && m_columns.size() == 1);
    if (quote)
        out += '"';
    if (neutralise) {
        out += '\'';
        ++m_neutralisedCells;
    }
    if (quote) {
        appendQuoted(cell, out);
        out += '"';
    } else {
        out += cell;
    }
}

} // namespace Trailglass
