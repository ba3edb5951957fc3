// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/merkle/treehash.h"
#include "models/store/goneleaves.h"
#include "models/store/statement.h"
#include "models/store/treeedge.h"
#include "models/store/treespans.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// The leaf of an event that a newer one replaces, and what its hash needs that is kept nowhere else.
struct ReplacedLeaf
{
    qint64 number = 0;
    UtcMicros created = {};
    UtcMicros received = {};
};

/// Events of one source that a transaction stores, in rows that follow each other.
struct StoredEvents
{
    SourceId source;
    UtcMicros received;
    RowId firstRow;
    std::span<const Event *const> events; ///< not null
    std::span<const std::optional<ReplacedLeaf>> replaced =
        {}; ///< of the event that each replaced; empty: none did
};

/// An event that is stored, before a newer one replaces it.
struct ReplacedEvent
{
    RowId row;
    SourceId source;
    std::string_view id;
    UtcMicros created;
    UtcMicros received;
    std::string_view raw;
};

/// Appends leaves to the hash tree of a workspace, as part of the transactions that store what they are of.
///
/// Keeps the right edge of the tree in memory. Leaves get the numbers in which they are appended: of one commit first its
/// events in order of rows, then its quarantined rows, then its coverage.
/// \pre inside a transaction, but for open() and forget()
/// \thread the connection's
/// \error Storage, also for a tree that cannot be right; DiskFull
class TreeWriter
{
public:
    /// \param connection  must outlive the writer
    static Result<std::unique_ptr<TreeWriter>> open(SqlConnection &connection);
    TreeWriter(const TreeWriter &) = delete;
    TreeWriter &operator=(const TreeWriter &) = delete;

    /// Clears what is kept in memory, after a rollback or another connection's commit.
    void forget();

    /// Leaves, those of this transaction included: the number of the next one.
    Result<qint64> size();

    /// What is needed of the tree to append to it.
    Result<const TreeEdge *> edge();

    /// The name of a source, also of one that is being purged; empty when that is not known.
    Result<QString> sourceName(SourceId source);

    /// Appends the leaves of events.
    /// \returns their hashes, in order
    Result<std::vector<Digest>> append(const StoredEvents &stored);

    /// Appends the leaf of one event whose hash is known.
    Result<void> append(RowId row, const Digest &hash);

    /// Appends the leaf of something that is no event.
    /// \param kind  as in \a text
    /// \param text  JSON, as TreeRecords makes it
    /// \returns the number of the leaf
    /// \error TooLarge for a text over TreeRecords::MaxText
    Result<qint64> appendRecord(std::string_view kind, const QByteArray &text);

    /// Keeps the hash of an event that is about to be replaced, and whose row is deleted then.
    /// \returns its leaf; nothing when it has none
    Result<std::optional<ReplacedLeaf>> keepReplaced(const ReplacedEvent &event);

    /// Keeps the hash of a leaf whose content is about to be deleted.
    Result<void> keepGone(qint64 leaf, const Digest &hash) { return m_gone.add(leaf, hash); }

    /// Which leaf is the event of a row.
    Result<std::optional<qint64>> leafOf(RowId row);

    /// As TreeSpans::from().
    Result<std::optional<TreeSpan>> spanFrom(RowId row);

    /// Notes how far the hashing of what an earlier version has stored has come.
    Result<void> noteBuilding(RowId next, bool isBuilt);

    /// Writes what is kept in memory. Call before the commit of every transaction that has changed something here; nothing
    /// happens where none has.
    /// \param at  stored with the tree head, where leaves were appended and the tree is built
    Result<void> finish(UtcMicros at);

private:
    struct Completed
    {
        int level = 0;
        qint64 number = 0;
        Digest hash;
    };
    struct SourceTexts
    {
        SourceId id;
        std::string name;
        std::string vendor;
    };

    TreeWriter(SqlConnection &connection, TreeSpans spans, GoneLeaves gone);
    Result<void> prepare();
    Result<void> load();
    Result<const SourceTexts *> texts(SourceId source);
    Result<void> appendHash(const Digest &hash);
    Result<void> extendSpan(RowId row);
    Result<void> writeSpan();
    Result<std::optional<qint64>> replacedBy(qint64 leaf);

    SqlConnection &m_connection;
    TreeSpans m_spans;
    GoneLeaves m_gone;
    Statement m_insertNode;
    Statement m_insertSpan;
    Statement m_insertRecord;
    Statement m_insertReplaced;
    Statement m_insertHead;
    Statement m_findReplaced;
    Statement m_findSource;
    LeafHasher m_hasher;
    std::optional<TreeEdge> m_edge; ///< nothing until it is needed
    std::optional<TreeSpan> m_span; ///< the last one, while it ends where the tree ends
    std::optional<SourceTexts> m_texts; ///< of the source read last
    std::vector<Completed> m_completed; ///< by the leaf that is being appended
    CompactRange::Completed m_noteCompleted; ///< adds to these
    bool m_hasGrown = false; ///< since finish()
    bool m_isEdgeChanged = false; ///< likewise
    bool m_isSpanChanged = false;
};

} // namespace Trailglass
