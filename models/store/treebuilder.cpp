// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treebuilder.h"

#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/store/counters.h"
#include "models/store/eventhasher.h"
#include "models/store/loggedrows.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"
#include "models/store/treerecords.h"
#include "models/store/treewriter.h"

#include <algorithm>
#include <vector>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

using VisitLogged = Result<void> (*)(SqlConnection &connection, const LoggedRows::Visitor &take);

/// What one step has done.
struct BuiltRows
{
    qint64 rows = 0; ///< so far
    qint64 ofRows = 0;
    bool isBuilt = false; ///< there is nothing left to do
};

class TreeBuilder
{
public:
    static Result<TreeBuilder> open(SqlConnection &connection)
    {
        TRY(std::unique_ptr<TreeWriter> tree, TreeWriter::open(connection));
        TRY(EventHasher hasher, EventHasher::open(connection));
        return TreeBuilder(connection, std::move(tree), std::move(hasher));
    }

    /// Another process or thread may do steps in between.
    Result<BuiltRows> step(const Clock &clock, const CancelToken &cancel, qint64 rowsPerStep)
    {
        TRY(WriteTransaction transaction, WriteTransaction::begin(*m_connection));
        m_tree->forget();
        TRY(const TreeEdge *const edge, m_tree->edge());
        TRY(const RowId lastRow, readLastRow(*m_connection));
        BuiltRows built{.rows = lastRow.value, .ofRows = lastRow.value, .isBuilt = edge->isBuilt};
        if (edge->isBuilt)
            return built;
        // Past the rows that are gone: there may be any number of them.
        TRY(const RowId first, firstEvent(edge->nextRow, lastRow));
        if (!first) {
            TRY(finish(lastRow, clock.now(), cancel));
            built.isBuilt = true;
        } else {
            const RowId last{std::min(first.value + rowsPerStep - 1, lastRow.value)};
            TRY(hash(first, last, cancel));
            built.rows = last.value;
        }
        TRY(m_tree->finish(clock.now()));
        TRY(transaction.commit());
        return built;
    }

private:
    TreeBuilder(SqlConnection &connection, std::unique_ptr<TreeWriter> tree, EventHasher hasher)
        : m_connection(&connection)
        , m_tree(std::move(tree))
        , m_hasher(std::move(hasher))
    {
    }

    /// The first row with an event in a range, both ends inclusive; 0 when there is none.
    Result<RowId> firstEvent(RowId from, RowId last)
    {
        TRY(Statement select,
            m_connection->prepare("SELECT row FROM event WHERE row BETWEEN ? AND ? ORDER BY row LIMIT 1"));
        RowId first;
        TRY(firstStoredRow(select.bind(1, from.value).bind(2, last.value), "event", [&](StoredRow &row) {
            first = {row.number(0, {from.value, last.value})};
        }));
        return first;
    }

    Result<void> hash(RowId first, RowId last, const CancelToken &cancel)
    {
        TRY(m_hasher.refresh());
        TRY(m_hasher.visit(first, last, cancel, [this](const HashedEvent &event) -> Result<void> {
            return event.hash ? m_tree->append(event.row, *event.hash) : Result<void>();
        }));
        return m_tree->noteBuilding({last.value + 1}, false);
    }

    Result<void> finish(RowId lastRow, UtcMicros at, const CancelToken &cancel)
    {
        TRY(const qint64 events, m_tree->size());
        TRY(const auto quarantined,
            appendRecords(TreeRecords::Quarantined, LoggedRows::visitQuarantined, cancel));
        TRY(LoggedRows::noteQuarantined(*m_connection, quarantined));
        TRY(const auto covered, appendRecords(TreeRecords::Coverage, LoggedRows::visitCoverage, cancel));
        TRY(LoggedRows::noteCoverage(*m_connection, covered));
        TRY(Counters counters, Counters::open(*m_connection));
        TRY(const qint64 identity, counters.value(Counters::Identity));
        const QString name = QString::number(identity, 16).rightJustified(16, u'0');
        TRY(m_tree->appendRecord(TreeRecords::Started,
                                 TreeRecords::started(at, name, lastRow.value - events)));
        return m_tree->noteBuilding({lastRow.value + 1}, true);
    }

    /// A row whose values cannot be right gets none.
    Result<std::vector<LoggedLeaf>> appendRecords(std::string_view kind, VisitLogged visit,
                                                  const CancelToken &cancel)
    {
        std::vector<LoggedLeaf> leaves;
        TRY(visit(*m_connection, [&](LoggedRow &&row) -> Result<void> {
            if (cancel.isCancelled())
                return storeStopped();
            if (!row.record)
                return {};
            TRY(const qint64 leaf, m_tree->appendRecord(kind, *row.record));
            leaves.push_back({.id = row.id, .leaf = leaf});
            return {};
        }));
        return leaves;
    }

    SqlConnection *m_connection;
    std::unique_ptr<TreeWriter> m_tree;
    EventHasher m_hasher;
};

} // namespace

Result<void> buildTree(SqlConnection &connection, const WorkspacePaths &paths, const Clock &clock,
                       const CancelToken &cancel, const TreeProgress &progress, qint64 rowsPerStep)
{
    TRY(const TreeEdge edge, readTreeEdge(connection));
    if (edge.isBuilt)
        return {};
    TRY(const RowId lastRow, readLastRow(connection));
    std::unique_ptr<WorkspaceLock> lock;
    if (edge.nextRow <= lastRow) {
        TRY(lock, WorkspaceLock::acquireUnlessHeldHere(paths, u"migration"_s));
    }
    const LogTimer timer;
    TRY(TreeBuilder builder, TreeBuilder::open(connection));
    const CancelScope scope(connection, cancel);
    for (;;) {
        TRY(const BuiltRows built, builder.step(clock, cancel, rowsPerStep));
        if (built.isBuilt)
            break;
        if (progress)
            progress(built.rows, built.ofRows);
        if (cancel.isCancelled())
            return storeStopped();
    }
    if (edge.nextRow <= lastRow)
        qCInfo(logStore) << "rows hashed from" << edge.nextRow.value << "to" << lastRow.value << "in"
                         << timer;
    return {};
}

} // namespace Trailglass
