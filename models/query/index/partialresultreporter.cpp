// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/partialresultreporter.h"

#include "models/query/memoryresult.h"

namespace Trailglass {

namespace {

/// What is rare is told as it is found, but at most so often in a search.
constexpr double LookStep = 1.0 / 16;

} // namespace

PartialResultReporter::PartialResultReporter(const SelectListener &listener, const ColumnSortOrder &order,
                                             const TimeOrder &time, const ColumnIndex &index)
    : m_listener(listener)
    , m_lastRow{index.lastRow}
{
    const bool isNewestFirst = order.keys.empty() && order.createdDescending == true;
    if (listener.found && isNewestFirst)
        m_beginning.emplace(time, index);
}

void PartialResultReporter::tell(const Selection &known, double looked)
{
    if (m_listener.progressed)
        m_listener.progressed(looked);
    if (!m_beginning || m_told >= MaxRows || looked >= 1)
        return;
    m_beginning->advance(known, m_next);
    const RowList &rows = m_beginning->rows();
    const bool isRareOne = rows.size() > m_told && m_told < Screenful && looked >= m_nextLook;
    if (rows.size() < m_next && !isRareOne)
        return;
    m_listener.found(std::make_shared<const MemoryResult>(m_lastRow, rows));
    m_told = rows.size();
    m_nextLook = looked + LookStep;
    while (m_next <= m_told)
        m_next *= Growth;
}

} // namespace Trailglass
