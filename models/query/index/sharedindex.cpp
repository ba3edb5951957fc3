// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/sharedindex.h"

#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/query/evaluation/cancellablelock.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/indexbuilder.h"
#include "models/query/index/sourcecounts.h"
#include "models/store/sqlconnection.h"

#include <QFileInfo>

#include <map>
#include <utility>

namespace Trailglass {

namespace {

quint64 newLineage()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

} // namespace

SharedIndex::SharedIndex()
    : m_lineage(newLineage())
{
}

std::shared_ptr<SharedIndex> SharedIndex::of(const QString &workspace)
{
    static std::mutex guard;
    static std::map<QString, std::weak_ptr<SharedIndex>> indexes;
    const QString path = QFileInfo(workspace).absoluteFilePath();
    const std::scoped_lock lock(guard);
    std::erase_if(indexes, [](const auto &entry) { return entry.second.expired(); });
    auto shared = indexes[path].lock();
    if (!shared) {
        shared = std::make_shared<SharedIndex>();
        indexes[path] = shared;
    }
    return shared;
}

Result<IndexView> SharedIndex::view(SqlConnection &connection, const CancelToken &cancel)
{
    const auto lock = lockUnlessCancelled(m_guard, cancel);
    if (!lock)
        return queryStopped();
    // Begun while the index is locked: it sees what the index has seen, or more.
    TRY(auto transaction, ReadTransaction::begin(connection));
    const LogTimer timer;
    TRY(auto index, catchUp(connection, m_index, cancel));
    // Another database has replaced the file; its rows have the same numbers.
    if (index->lastRow < m_index->lastRow || index->removedSequence < m_index->removedSequence) {
        const auto orderLock = lockUnlessCancelled(m_orderGuard, cancel);
        if (!orderLock)
            return queryStopped();
        m_matches.clear();
        m_dictionaries.clear();
        m_order = std::make_shared<const TimeOrder>();
        m_lineage = newLineage();
    }
    if (!m_hasIndex || index != m_index) {
        TRY(auto missing, Trailglass::missingEvents(connection, *index));
        const std::scoped_lock missingLock(m_missingGuard);
        m_missing = std::move(missing);
        qCDebug(logIndex) << "index up to row" << index->lastRow << "segments:" << index->segments.size()
                          << "unusable:" << index->unusable << "in" << timer;
    }
    m_index = index;
    m_hasIndex = true;
    m_unusable = m_index->unusable;
    return IndexView{std::move(transaction), m_index, m_lineage};
}

void SharedIndex::forget()
{
    const std::scoped_lock lock(m_guard, m_orderGuard);
    m_index = std::make_shared<const ColumnIndex>();
    m_order = std::make_shared<const TimeOrder>();
    m_lineage = newLineage();
    m_hasIndex = false;
    m_matches.clear();
    m_dictionaries.clear();
}

QString SharedIndex::missingEvents() const
{
    const std::scoped_lock lock(m_missingGuard);
    return m_missing;
}

Result<std::shared_ptr<const TimeOrder>> SharedIndex::timeOrder(const ColumnIndex &index,
                                                                const CancelToken &cancel)
{
    if (index.lastRow > TimeOrder::GreatestRow)
        return std::shared_ptr<const TimeOrder>();
    const auto lock = lockUnlessCancelled(m_orderGuard, cancel);
    if (!lock)
        return queryStopped();
    if (m_order->lastRow() < index.lastRow) {
        TRY(auto extended, TimeOrder::extend(*m_order, index, cancel));
        m_order = std::make_shared<const TimeOrder>(std::move(extended));
    }
    return m_order;
}

} // namespace Trailglass
