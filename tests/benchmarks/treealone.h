// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/sqlconnection.h"
#include "models/store/treewriter.h"
#include "tests/benchmarks/measurement.h"

#include <QString>

#include <memory>

namespace Trailglass {

struct PageCommit;

} // namespace Trailglass

namespace Trailglass::Benchmarks {

/// The leaves of the events of a workspace, in a database that holds the tree and nothing else: what the tree takes of an
/// ingest.
///
/// Nothing in the program stores events without hashing them, and a switch for a benchmark would be one for everybody. So
/// each page that the workspace has stored is appended here with the same TreeWriter once more: encoding and hashing of
/// leaves, subtrees, spans, the edge, the head, and the writing of their rows, in a transaction for each page as there. The
/// workspace without a tree would take what it took less the cost of this.
///
/// In the workspace, events and tree share the transaction; here its begin and commit are counted as the tree's, so that its
/// share comes out rather too high. What is not counted is that both share the cache of SQLite there: a tree has a few pages
/// in use at a time.
class TreeAlone
{
public:
    /// \param folder  of the database; must not be there
    explicit TreeAlone(QString folder);

    /// \param page  of a source of addVendors(), new events only; measured
    void add(const PageCommit &page);

    /// Ends the program unless these are the leaves of the workspace.
    /// \param workspace  filled by fillWorkspace(), with the pages that were added here, and not changed since
    void requireSameLeaves(const QString &workspace) const;

    [[nodiscard]] const Cost &cost() const { return m_cost; }
    [[nodiscard]] qint64 events() const { return m_events; }

private:
    const QString m_folder;
    std::unique_ptr<SqlConnection> m_connection;
    std::unique_ptr<TreeWriter> m_tree;
    Cost m_cost;
    qint64 m_events = 0;
};

} // namespace Trailglass::Benchmarks
