// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/partialresultreporter.h"

#include "models/query/memoryresult.h"

namespace Trailglass {

namespace {

/// Rare rows are reported as they are found, but not more often than once in this share of a search.
constexpr double ReportStep = 1.0 / 16;

} // namespace

PartialResultReporter::PartialResultReporter(const SelectListener &listener, const ColumnSortOrder &order,
                                             const TimeOrder &time, const ColumnIndex &index)
    : m_listener(listener)
    , m_lastRow{index.lastRow}
{
    const bool isNewestFirst = order.keys.empty() && order.createdDescending == true;
    if (listener.found && isNewestFirst)
        m_cursor.emplace(time, index);
}

void PartialResultReporter::report(const Selection &known, double searched)
{
    if (m_listener.progressed)
        m_listener.progressed(searched);
    if (!m_cursor || m_reported >= MaxRows || searched >= 1)
        return;
    m_cursor->advance(known, m_next);
    const RowList &rows = m_cursor->rows();
    const bool isRare = rows.size() > m_reported && m_reported < Screenful && searched >= m_nextShare;
    if (rows.size() < m_next && !isRare)
        return;
    m_listener.found(std::make_shared<const MemoryResult>(m_lastRow, rows));
    m_reported = rows.size();
    m_nextShare = searched + ReportStep;
    while (m_next <= m_reported)
        m_next *= Growth;
}

} // namespace Trailglass
