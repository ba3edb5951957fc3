// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/texttable.h"

#include "models/core/joiners.h"
#include "models/core/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Trailglass::CommandLine {
namespace {

constexpr int Gap = 2;
constexpr int NarrowestColumn = 8;
constexpr int WidestPadding = 80; // without a limit: one huge cell must not blow up every line

/// Blocks of Unicode 15's EastAsianWidth W and F, and the emoji that terminals draw wide.
constexpr std::array<std::pair<char32_t, char32_t>, 13> WideBlocks{{
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD},
}};

int characterWidth(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    const bool wide = std::ranges::any_of(WideBlocks, [character](const auto &block) {
        return character >= block.first && character <= block.second;
    });
    return wide ? 2 : 1;
}

QString padded(const QString &text, int width, TextTable::Align align)
{
    const QString spaces(std::max(0, width - displayWidth(text)), QLatin1Char(' '));
    return align == TextTable::Align::Right ? QString(spaces + text) : QString(text + spaces);
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4())
        width += characterWidth(character);
    return width;
}

QString cutToWidth(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    QString shortened;
    int used = 0;
    for (const char32_t character : text.toUcs4()) {
        used += characterWidth(character);
        if (used > width - 1)
            break;
        shortened += QString::fromUcs4(&character, 1);
    }
    while (!shortened.isEmpty() && isJoiner(shortened.back().unicode()))
        shortened.chop(1); // what it joined is gone
    return shortened + QChar(0x2026);
}

TextTable::TextTable(QStringList headers, QList<Align> alignment)
    : m_headers(std::move(headers))
    , m_alignment(std::move(alignment))
{
    m_alignment.resize(m_headers.size());
    for (const QString &header : std::as_const(m_headers))
        m_widest.append(displayWidth(header));
}

void TextTable::keepWhole(qsizetype column)
{
    m_whole.append(column);
}

void TextTable::addRow(const QStringList &cells)
{
    QStringList row;
    row.reserve(m_headers.size());
    for (qsizetype column = 0; column < m_headers.size(); ++column) {
        row.append(visibleText(cells.value(column)));
        m_widest[column] = std::max(m_widest[column], displayWidth(row.last()));
    }
    m_rows.append(row);
}

QList<int> TextTable::columnWidths(int width) const
{
    QList<int> widths = m_widest;
    if (width <= 0) {
        for (int &columnWidth : widths)
            columnWidth = std::min(columnWidth, WidestPadding);
        return widths;
    }
    int excess = Gap * static_cast<int>(widths.size() - 1) - width;
    for (const int columnWidth : std::as_const(widths))
        excess += columnWidth;
    const auto shrink = [&](bool wholeOnesToo) {
        while (excess > 0) {
            qsizetype widest = -1;
            for (qsizetype column = 0; column < widths.size(); ++column) {
                const bool mayShrink = wholeOnesToo || !m_whole.contains(column);
                if (mayShrink && widths[column] > NarrowestColumn
                    && (widest < 0 || widths[column] > widths[widest]))
                    widest = column;
            }
            if (widest < 0)
                return;
            --widths[widest];
            --excess;
        }
    };
    shrink(false);
    shrink(true);
    return widths;
}

QString TextTable::take(int width)
{
    const QList<int> widths = columnWidths(width);
    const auto line = [&](const QStringList &cells) {
        QString joined;
        for (qsizetype column = 0; column < cells.size(); ++column) {
            if (column > 0)
                joined += QString(Gap, QLatin1Char(' '));
            const QString cell = width > 0 ? cutToWidth(cells[column], widths[column]) : cells[column];
            joined += padded(cell, widths[column], m_alignment[column]);
        }
        while (joined.endsWith(QLatin1Char(' ')))
            joined.chop(1);
        return QString(joined + QLatin1Char('\n'));
    };

    QString result;
    if (!std::exchange(m_headersTaken, true)) {
        QStringList rules;
        for (const int columnWidth : widths)
            rules.append(QString(columnWidth, QChar(0x2500)));
        result = line(m_headers) + line(rules);
    }
    for (const QStringList &row : std::as_const(m_rows))
        result += line(row);
    m_rows.clear();
    return result;
}

} // namespace Trailglass::CommandLine
