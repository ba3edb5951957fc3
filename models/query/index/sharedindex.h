// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/evaluation/dictionarycache.h"
#include "models/query/index/columnindex.h"
#include "models/query/index/textmatches.h"
#include "models/query/index/timeorder.h"
#include "models/store/transaction.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>

namespace Trailglass {

class SqlConnection;

/// One state of the database: its index, and the transaction that sees the same.
struct IndexView
{
    ReadTransaction transaction;
    std::shared_ptr<const ColumnIndex> index;
    quint64 lineage = 0; ///< indexes of one number are of the same events, some earlier, some later
};

/// The index of a workspace in memory with its caches, shared by all engines of the process and caught up at
/// each request.
///
/// \thread any
class SharedIndex
{
public:
    /// The one of a workspace in this process; it lives as long as somebody has a pointer to it.
    /// \param workspace  its folder
    static std::shared_ptr<SharedIndex> of(const QString &workspace);

    SharedIndex();
    SharedIndex(const SharedIndex &) = delete;
    SharedIndex &operator=(const SharedIndex &) = delete;

    /// Begins a transaction and gives the index for what it sees. Waits while another thread does the same.
    /// \error Storage, Cancelled
    Result<IndexView> view(SqlConnection &connection, const CancelToken &cancel);

    /// Drops all that is cached; the next view() reads it again. For a repair, which changes in place what else
    /// never changes.
    void forget();

    /// Whether view() has succeeded once: the first call reads all that is saved.
    [[nodiscard]] bool hasIndex() const { return m_hasIndex; }

    /// ColumnIndex::unusable of the newest view().
    [[nodiscard]] int unusableSegments() const { return m_unusable; }

    /// missingEvents() of the newest view().
    [[nodiscard]] QString missingEvents() const;

    /// \param index  of an IndexView
    /// \returns an order that is good for it; null when its row numbers are too great for one. Takes about a second
    /// at first for ten million rows; waits while another thread does the same
    /// \error Cancelled
    [[nodiscard]] Result<std::shared_ptr<const TimeOrder>> timeOrder(const ColumnIndex &index,
                                                                     const CancelToken &cancel);

    /// Results of conditions on texts and raw JSON, for the rows of the newest view().
    [[nodiscard]] MatchCache &matches() { return m_matches; }

    /// The texts of all dictionaries.
    [[nodiscard]] DictionaryCache &dictionaries() { return m_dictionaries; }

private:
    std::atomic<bool> m_hasIndex = false;
    std::atomic<int> m_unusable = 0;
    mutable std::mutex m_missingGuard;
    QString m_missing; ///< guarded
    std::timed_mutex m_guard; ///< of m_index and m_lineage; locked while the index is caught up
    std::shared_ptr<const ColumnIndex> m_index = std::make_shared<const ColumnIndex>();
    quint64 m_lineage; ///< of no other object in the process
    MatchCache m_matches;
    DictionaryCache m_dictionaries;
    std::timed_mutex m_orderGuard;
    std::shared_ptr<const TimeOrder> m_order = std::make_shared<const TimeOrder>();
};

} // namespace Trailglass
