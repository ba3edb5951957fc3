// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/treealone.h"

#include "models/store/eventwriter.h"
#include "models/store/transaction.h"
#include "models/store/treereader.h"
#include "models/store/treeshape.h"
#include "tests/benchmarks/vendorworkspace.h"

#include <optional>
#include <utility>
#include <vector>

namespace Trailglass::Benchmarks {

using namespace Qt::StringLiterals;

TreeAlone::TreeAlone(QString folder)
    : m_folder(std::move(folder))
{
    addVendors(*orExit(EventWriter::open(m_folder))); // leaves have their names
    m_connection = orExit(SqlConnection::openCurrent(m_folder));
    m_tree = orExit(TreeWriter::open(*m_connection));
}

void TreeAlone::add(const PageCommit &page)
{
    std::vector<const Event *> events;
    events.reserve(page.events.size());
    for (const Event &event : page.events)
        events.push_back(&event);
    m_cost += costOf([&] {
        const std::vector<std::optional<ReplacedLeaf>> replaced(events.size()); // as PageWriter has it
        WriteTransaction transaction = orExit(WriteTransaction::begin(*m_connection));
        orExit(m_tree->append(StoredEvents{.source = page.source,
                                           .received = page.received,
                                           .firstRow = {m_events + 1},
                                           .events = events,
                                           .replaced = replaced}));
        orExit(m_tree->finish(page.received));
        orExit(transaction.commit());
    });
    m_events += static_cast<qint64>(events.size());
}

void TreeAlone::requireSameLeaves(const QString &workspace) const
{
    const auto stored = orExit(TreeReader::open(workspace));
    const auto alone = orExit(TreeReader::open(m_folder));
    const qint64 size = orExit(stored->size());
    bool isSame = orExit(alone->size()) == size;
    // The first chunk begins with the record of the database itself.
    for (qint64 chunk = 1; isSame && chunk < size / TreeShape::ChunkLeaves; ++chunk) {
        isSame = orExit(stored->node(TreeShape::ChunkLevel, chunk))
            == orExit(alone->node(TreeShape::ChunkLevel, chunk));
    }
    if (!isSame)
        leave(u"The tree that was measured alone has other leaves than that of the workspace."_s);
}

} // namespace Trailglass::Benchmarks
