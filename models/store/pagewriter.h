// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/counters.h"
#include "models/store/eventinserter.h"
#include "models/store/eventwriter.h"
#include "models/store/idindex.h"
#include "models/store/rawstore.h"
#include "models/store/statement.h"
#include "models/store/treewriter.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// What became of the events of a page.
struct WrittenEvents
{
    CommitCounts counts; ///< of everything but unreadable rows
    std::vector<const Event *> conflicts; ///< of the page's; none of them was stored
};

/// Stores the events of a page; see EventWriter::commit for ids that are stored already.
/// \thread the connection's
class PageWriter
{
public:
    /// \param connection  must outlive the writer, as \a tree
    static Result<std::unique_ptr<PageWriter>> open(SqlConnection &connection, TreeWriter &tree);

    /// \pre inside a transaction
    Result<WrittenEvents> write(SourceId source, UtcMicros received, std::span<const Event> events);

    /// Clears what is kept in memory, after a rollback or another process's commit.
    void forget();

private:
    /// A row that may hold an id of the page.
    struct Known
    {
        RowId row;
        const Event *event = nullptr; ///< of this page; null when stored before
    };
    /// The listed event with the same id as the one that is being stored.
    struct Existing
    {
        Known *known = nullptr;
        UtcMicros created;
        UtcMicros received;
        std::optional<UtcMicros> revised;
    };
    /// The state of one call of write().
    struct Page
    {
        SourceId source;
        UtcMicros received;
        RowId firstRow; ///< of the rows this page adds
        std::vector<quint64> hashes; ///< by position in the page
        std::unordered_multimap<quint64, Known> known;
        std::unordered_set<quint64> repeated; ///< hashes that occur more than once in the page
        std::vector<const Event *> events; ///< of the rows added, in order
        std::vector<IdEntry> entries; ///< likewise
        std::vector<std::optional<ReplacedLeaf>> replaced; ///< likewise; of the event that each replaces
        std::vector<std::size_t>
            replacedHere; ///< positions among the rows added whose event a later one replaces
        WrittenEvents written;
        std::optional<UtcMicros> earliest; ///< of the rows added
        std::optional<UtcMicros> latest;
        std::vector<UtcMicros> superseded; ///< `created` of the events that were replaced
    };

    PageWriter(SqlConnection &connection, TreeWriter &tree, std::unique_ptr<RawStore> raws,
               EventInserter inserter, IdIndex ids, Counters counters);
    Result<void> prepare();

    Result<void> findKnown(Page &page, std::span<const Event> events);
    Result<void> store(Page &page, const Event &event, quint64 hash);
    Result<std::optional<Existing>> findExisting(Page &page, const Event &event, quint64 hash);
    Result<std::optional<Existing>> readExisting(Known &known, SourceId source, const Event &event);
    Result<void> compare(Page &page, const Event &event, quint64 hash, const Existing &existing);
    Result<void> replace(Page &page, const Event &event, quint64 hash, const Existing &existing,
                         std::string_view raw);
    Result<std::optional<ReplacedLeaf>> keepReplaced(Page &page, const Event &event, const Existing &existing,
                                                     std::string_view raw);
    Result<void> appendLeaves(const Page &page);
    Result<RowId> add(Page &page, const Event &event, quint64 hash);
    Result<void> finish(Page &page);
    Result<void> updateSource(const Page &page);

    SqlConnection &m_connection;
    TreeWriter &m_tree;
    std::unique_ptr<RawStore> m_raws;
    EventInserter m_inserter;
    IdIndex m_ids;
    Counters m_counters;
    Statement m_findEvent;
    Statement m_updateSource;
    Statement m_recount;
    Statement m_isMarked;
};

} // namespace Trailglass
