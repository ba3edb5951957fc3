// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/csvwriter.h"

#include "models/core/text.h"
#include "models/exporting/formulaguard.h"
#include "models/json/utf8.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Trailglass {

namespace {

constexpr std::string_view EndOfRow = "\r\n";

/// By byte; a table, since every byte of every cell is looked at.
constexpr auto Quoted = [] {
    std::array<bool, 256> quoted{};
    for (const char character : std::string_view(",;|\t\"\r\n"))
        quoted[static_cast<unsigned char>(character)] = true;
    return quoted;
}();

bool needsQuotes(std::string_view cell)
{
    return std::ranges::any_of(cell,
                               [](char character) { return Quoted[static_cast<unsigned char>(character)]; });
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
        out += ByteOrderMark;
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        if (index > 0)
            out += ',';
        writeCell(m_columns[index].title, out);
    }
    endRow(out);
}

void CsvWriter::writeRecord(const EventRecord &record, std::string &out)
{
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        if (index > 0)
            out += ',';
        writeCell(cellText(record, m_columns[index], m_scratch), out);
    }
    endRow(out);
}

void CsvWriter::endRow(std::string &out)
{
    out += EndOfRow;
    ++m_rows;
}

SpreadsheetOverflow CsvWriter::spreadsheetOverflow() const
{
    return {std::max<qint64>(m_rows - SpreadsheetLimits::MaxRows, 0), m_longCells};
}

void CsvWriter::writeCell(std::string_view cell, std::string &out)
{
    const bool neutralise = m_options.formulaGuard && isSpreadsheetFormula(cell);
    std::string visible;
    if (m_options.visibleTokens) {
        visible = toUtf8(visibleText(cell));
        cell = visible;
    }
    m_longCells += SpreadsheetLimits::isTooLong(cell) ? 1 : 0;
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
