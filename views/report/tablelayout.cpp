// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/report/blocklayout.h"

#include <algorithm>
#include <numeric>

namespace Trailglass {
namespace {

using ReportPaper::Ink;
using ReportPaper::Letters;

constexpr qreal ColumnGap = 90;
constexpr qreal DenseColumnGap = 60;
constexpr qreal RowPadding = 26; // above and below
constexpr qreal RuleHeight = 5;
constexpr qreal LevelIndent = 90;
constexpr qreal ShareHeight = 60;
constexpr qreal FactLabelWidth = 1'150;
constexpr qreal FactDistance = 22;
constexpr qreal MaxKeptShare = 0.3; // of a page: rows up to this high are not divided

struct TableColumn
{
    qreal left = 0;
    qreal width = 0;
};

std::vector<TableColumn> columnsOf(const ReportTable &table)
{
    const int weights =
        std::accumulate(table.columns.begin(), table.columns.end(), 0,
                        [](int sum, const ReportColumn &column) { return sum + column.weight; });
    const qreal gap = table.isDense ? DenseColumnGap : ColumnGap;
    const qreal room = ReportPaper::ContentWidth - gap * static_cast<qreal>(table.columns.size() - 1);
    std::vector<TableColumn> columns;
    qreal left = ReportPaper::Margin;
    for (const ReportColumn &column : table.columns) {
        const qreal width = room * column.weight / weights;
        columns.push_back({left, width});
        left += width + gap;
    }
    return columns;
}

Qt::Alignment alignmentOf(const ReportColumn &column)
{
    return column.kind == ReportColumn::Kind::Number ? Qt::AlignRight : Qt::AlignLeft;
}

/// Adds the rows of one table.
class TableRows
{
public:
    TableRows(ReportFlow &flow, const ReportTable &table)
        : m_flow(flow)
        , m_table(table)
        , m_columns(columnsOf(table))
    {
    }

    void addHead()
    {
        std::vector<RowCell> cells;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            const ReportColumn &shown = m_table.columns[column];
            cells.push_back({m_columns[column].left,
                             {breakText(shown.title, Letters::Small, Ink::Quiet, m_columns[column].width,
                                        alignmentOf(shown))}});
        }
        m_flow.addRow(cells);
        m_flow.advance(RowPadding);
        addRule();
    }

    void addRow(const std::vector<ReportCell> &row)
    {
        std::vector<RowCell> cells;
        qreal height = 0;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            cells.push_back(cellOf(row[column], column));
            height = std::max(height, cells.back().height());
        }
        const bool isKept = height <= MaxKeptShare * m_flow.pageHeight();
        if (m_flow.require(isKept ? height + 2 * RowPadding : ShareHeight + 2 * RowPadding))
            addHead();
        m_flow.advance(RowPadding);
        addShares(row);
        m_flow.addRow(cells, [this] {
            addHead();
            m_flow.advance(RowPadding);
        });
        m_flow.advance(RowPadding);
        addRule();
    }

    /// What a head and its first row need at least.
    [[nodiscard]] static qreal leastHeight() { return 6 * ShareHeight; }

private:
    [[nodiscard]] RowCell cellOf(const ReportCell &cell, std::size_t column) const
    {
        const ReportColumn &shown = m_table.columns[column];
        if (shown.kind == ReportColumn::Kind::Share)
            return {m_columns[column].left, {}};
        const qreal width = m_columns[column].width;
        const qreal indent = std::min(cell.level * LevelIndent, width / 2);
        return {m_columns[column].left + indent,
                {breakText(cell, m_table.isDense ? Letters::Small : Letters::Body, Ink::Text, width - indent,
                           alignmentOf(shown))}};
    }

    void addShares(const std::vector<ReportCell> &row)
    {
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            if (m_table.columns[column].kind != ReportColumn::Kind::Share || row[column].share <= 0)
                continue;
            const TableColumn &place = m_columns[column];
            const qreal top = m_flow.y() + ShareHeight / 3;
            m_flow.place({place.left, top, place.width * row[column].share, ShareHeight}, Ink::Bar);
        }
    }

    void addRule()
    {
        m_flow.place({ReportPaper::Margin, m_flow.y(), ReportPaper::ContentWidth, RuleHeight}, Ink::Rule);
        m_flow.advance(RuleHeight);
    }

    ReportFlow &m_flow;
    const ReportTable &m_table;
    const std::vector<TableColumn> m_columns;
};

} // namespace

void addTable(ReportFlow &flow, const ReportTable &table)
{
    if (table.columns.empty())
        return;
    TableRows rows(flow, table);
    flow.require(TableRows::leastHeight());
    rows.addHead();
    for (const std::vector<ReportCell> &row : table.rows)
        rows.addRow(row);
}

void addFacts(ReportFlow &flow, const ReportFacts &facts)
{
    const qreal left = ReportPaper::Margin + FactLabelWidth + ColumnGap;
    const qreal width = ReportPaper::ContentWidth - FactLabelWidth - ColumnGap;
    for (const ReportFact &fact : facts.facts) {
        RowCell label{ReportPaper::Margin,
                      {breakText(fact.label, Letters::Body, Ink::Quiet, FactLabelWidth)}};
        RowCell value{left, {}};
        for (const QString &line : fact.lines) {
            value.texts.push_back(
                breakText(line, fact.isCode ? Letters::Code : Letters::Body, Ink::Text, width));
        }
        const qreal height = std::max(label.height(), value.height());
        if (height <= MaxKeptShare * flow.pageHeight())
            flow.require(height);
        flow.addRow({label, value});
        flow.addSpace(FactDistance);
    }
}

} // namespace Trailglass
