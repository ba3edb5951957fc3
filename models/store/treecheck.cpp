// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treecheck.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/transaction.h"
#include "models/store/treeaccounts.h"
#include "models/store/treeedge.h"
#include "models/store/treeshape.h"
#include "models/store/treeunit.h"
#include "models/store/treeverifier.h"

#include <array>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace Trailglass {

namespace {

/// Each reads, unpacks and hashes by itself. More would wait for the disk, and hashing takes as long as two can read.
constexpr std::size_t CheckThreads = 2;
/// Units that may be done before the one that is taken next: some megabytes each where all is altered.
constexpr qint64 MaxUnitsAhead = 4;

/// Hands out the numbers of units, and gives back what is found in them in their order.
class UnitQueue
{
public:
    explicit UnitQueue(qint64 count)
        : m_count(count)
    {
    }

    /// The next unit to check; nothing when there is none.
    std::optional<qint64> next()
    {
        std::unique_lock lock(m_guard);
        m_changed.wait(lock,
                       [this] { return m_isOver || m_next == m_count || m_next < m_taken + MaxUnitsAhead; });
        if (m_isOver || m_next == m_count)
            return std::nullopt;
        return m_next++;
    }

    void put(qint64 number, Result<CheckedUnit> unit)
    {
        {
            const std::scoped_lock lock(m_guard);
            m_done.emplace(number, std::move(unit));
        }
        m_changed.notify_all();
    }

    /// Waits for a unit.
    /// \param number  one more than that of the call before
    Result<CheckedUnit> take(qint64 number)
    {
        std::unique_lock lock(m_guard);
        m_changed.wait(lock, [this, number] { return m_done.contains(number); });
        Result<CheckedUnit> unit = std::move(m_done.extract(number).mapped());
        m_taken = number + 1;
        lock.unlock();
        m_changed.notify_all();
        return unit;
    }

    /// Lets the threads end.
    void end()
    {
        {
            const std::scoped_lock lock(m_guard);
            m_isOver = true;
        }
        m_changed.notify_all();
    }

private:
    const qint64 m_count;
    std::mutex m_guard;
    std::condition_variable m_changed;
    std::map<qint64, Result<CheckedUnit>> m_done; ///< guarded, as all below
    qint64 m_next = 0;
    qint64 m_taken = 0;
    bool m_isOver = false;
};

/// What one thread does.
void checkUnits(UnitQueue &queue, const QString &workspace, const TreeBounds &bounds,
                const CancelToken &cancel)
{
    const auto checker = TreeUnitChecker::open(workspace, bounds, cancel);
    while (const std::optional<qint64> number = queue.next())
        queue.put(*number, checker ? (*checker)->check(*number) : Result<CheckedUnit>(checker.error()));
}

/// The threads, and their end.
class UnitThreads
{
public:
    UnitThreads(UnitQueue &queue, const QString &workspace, const TreeBounds &bounds,
                const CancelToken &cancel)
        : m_queue(queue)
    {
        for (std::thread &thread : m_threads)
            thread = std::thread([&] { checkUnits(queue, workspace, bounds, cancel); });
    }
    ~UnitThreads()
    {
        m_queue.end();
        for (std::thread &thread : m_threads)
            thread.join();
    }
    UnitThreads(const UnitThreads &) = delete;
    UnitThreads &operator=(const UnitThreads &) = delete;

private:
    UnitQueue &m_queue;
    std::array<std::thread, CheckThreads> m_threads;
};

/// Whether the tables have about as many leaves as the tree. Else the size is made up, and a check of as many leaves would
/// take hours.
Result<bool> hasLeaves(SqlConnection &connection, qint64 size)
{
    // total(), not sum(): it cannot overflow.
    TRY(Statement select,
        connection.prepare(
            "SELECT CAST((SELECT total(count) FROM tree_span) + (SELECT count(*) FROM tree_record) "
            "+ (SELECT total(length(hashes)) FROM tree_gone) / 32 AS INTEGER)"));
    qint64 leaves = 0;
    TRY(select.firstRow([&leaves](const Statement &row) { leaves = row.integer(0); }));
    return size - TreeShape::UnitLeaves <= leaves;
}

Result<void> checkLeaves(SqlConnection &connection, const QString &workspace, const TreeEdge &edge,
                         const CancelToken &cancel, const TreeCheckProgress &progress, TreeVerdict &verdict)
{
    TRY(TreeVerifier verifier, TreeVerifier::open(connection, edge, verdict));
    const TreeBounds bounds{.size = edge.range.size(), .prints = edge.prints};
    const qint64 units = (bounds.size + TreeShape::UnitLeaves - 1) / TreeShape::UnitLeaves;
    UnitQueue queue(units);
    const UnitThreads threads(queue, workspace, bounds, cancel);
    for (qint64 number = 0; number < units; ++number) {
        TRY(const CheckedUnit unit, queue.take(number));
        TRY(verifier.take(unit));
        if (progress)
            progress(unit.chunks.back().endLeaf());
    }
    return verifier.finish();
}

} // namespace

Result<TreeVerdict> checkTree(const QString &workspace, const CancelToken &cancel,
                              const TreeCheckProgress &progress)
{
    TRY(const std::unique_ptr<SqlConnection> connection, SqlConnection::openForReading(workspace));
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*connection));
    const CancelScope scope(*connection, cancel);
    TreeVerdict verdict;
    TRY(const bool isThere, hasTree(*connection));
    if (!isThere)
        return verdict;
    TRY(const TreeEdge edge, readTreeEdge(*connection));
    verdict.isBuilt = edge.isBuilt;
    verdict.size = edge.range.size();
    verdict.root = edge.range.root();
    if (!edge.isBuilt)
        return verdict;
    TRY(const bool isPlausible, hasLeaves(*connection, verdict.size));
    if (!isPlausible)
        return impossibleValue("tree_edge", "size");
    TRY(checkLeaves(*connection, workspace, edge, cancel, progress, verdict));
    TRY(checkTreeAccounts(*connection, verdict.size, cancel, verdict));
    return verdict;
}

} // namespace Trailglass
