// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/replacedleaves.h"

#include "models/core/ids.h"
#include "models/merkle/treehash.h"
#include "models/store/goneleaves.h"
#include "models/store/rawstore.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treespans.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace Trailglass {

namespace {

/// A row of table `tree_replaced`.
struct ReplacementLink
{
    qint64 leaf = 0; ///< of the newer event
    qint64 replaces = 0; ///< leaf of the older one
    UtcMicros created = {}; ///< of the older one
    UtcMicros received = {}; ///< likewise
};

/// What an event and those that it replaced have in common.
struct SharedName
{
    SourceId source;
    std::string id;
};

/// An event that was replaced, and has replaced another one before.
struct MiddleVersion
{
    SharedName name;
    UtcMicros created;
    UtcMicros received;
};

struct LeafTexts
{
    std::string source;
    std::string vendor;
};

/// Follows the versions of each event from the one that is listed to the oldest.
class ReplacementChains
{
public:
    static Result<ReplacementChains> open(SqlConnection &connection)
    {
        TRY(TreeSpans spans, TreeSpans::open(connection));
        TRY(GoneLeaves gone, GoneLeaves::open(connection));
        TRY(std::unique_ptr<RawStore> raws, RawStore::open(connection));
        ReplacementChains chains(std::move(spans), std::move(gone), std::move(raws));
        TRY(chains.m_links,
            connection.prepare(
                "SELECT leaf, replaces, created, received FROM tree_replaced ORDER BY leaf DESC"));
        TRY(chains.m_event, connection.prepare("SELECT source, id FROM event WHERE row = ?"));
        TRY(chains.m_hasReplaced, connection.prepare("SELECT 1 FROM tree_replaced WHERE leaf = ?"));
        TRY(chains.readTexts(connection));
        return chains;
    }

    /// \returns leaves in any order
    Result<std::vector<qint64>> follow(const CancelToken &cancel)
    {
        // From the last leaf on: an event is visited after all that have replaced it.
        TRY(m_links.forEachRow([&](const Statement &at) -> Result<void> {
            if (cancel.isCancelled())
                return storeStopped();
            StoredRow row(at, "tree_replaced");
            const ReplacementLink link{.leaf = row.number(0, StoredRanges::Leaf),
                                       .replaces = row.number(1, StoredRanges::Leaf),
                                       .created = row.time(2),
                                       .received = row.time(3)};
            return row.isGood() && link.replaces < link.leaf ? take(link) : Result<void>();
        }));
        return std::move(m_proven);
    }

private:
    ReplacementChains(TreeSpans spans, GoneLeaves gone, std::unique_ptr<RawStore> raws)
        : m_spans(std::move(spans))
        , m_gone(std::move(gone))
        , m_raws(std::move(raws))
    {
    }

    Result<void> readTexts(SqlConnection &connection)
    {
        TRY(Statement select, connection.prepare("SELECT id, coalesce(name, purged_name), type FROM source"));
        return select.forEachRow([this](const Statement &at) {
            StoredRow row(at, "source");
            const qint64 id = row.number(0, StoredRanges::Source);
            LeafTexts texts{.source = std::string(row.text(1)), .vendor = std::string(row.text(2))};
            if (row.isGood())
                m_texts.insert_or_assign(id, std::move(texts));
        });
    }

    Result<void> take(const ReplacementLink &link)
    {
        // Those after it are visited: what is kept of them is not needed any more.
        m_middle.erase(m_middle.upper_bound(link.leaf), m_middle.end());
        TRY(const std::optional<SharedName> name, nameOf(link));
        if (!name)
            return {};
        m_proven.push_back(link.replaces);
        TRY(const bool isMiddle, m_hasReplaced.bind(1, link.replaces).hasRow());
        if (isMiddle) {
            m_middle.insert_or_assign(
                link.replaces,
                MiddleVersion{.name = *name, .created = link.created, .received = link.received});
        }
        return {};
    }

    /// \returns nothing where no hash binds the link
    Result<std::optional<SharedName>> nameOf(const ReplacementLink &link)
    {
        std::optional<SharedName> name;
        TRY(const std::optional<RowId> row, m_spans.rowOf(link.leaf));
        if (!row)
            return name;
        TRY(m_event.bind(1, row->value).firstRow([&name](const Statement &at) {
            StoredRow event(at, "event");
            const SourceId source{event.number(0, StoredRanges::Source)};
            const std::string_view id = event.text(1);
            if (event.isGood())
                name = SharedName{.source = source, .id = std::string(id)};
        }));
        if (name)
            return name;
        const auto middle = m_middle.find(link.leaf);
        if (middle == m_middle.end())
            return name;
        TRY(const bool isBound, isLeafOf(link, *row, middle->second));
        if (isBound)
            name = middle->second.name;
        return name;
    }

    Result<bool> isLeafOf(const ReplacementLink &link, RowId row, const MiddleVersion &version)
    {
        const auto texts = m_texts.find(version.name.source.value);
        const Result<std::string_view> raw = m_raws->read(row);
        if (!raw && raw.error().kind == ErrorKind::Cancelled)
            return raw.error();
        if (!raw || texts == m_texts.end())
            return false;
        const Digest computed = m_hasher.event({.source = texts->second.source,
                                                .vendor = texts->second.vendor,
                                                .id = version.name.id,
                                                .created = version.created.value,
                                                .received = version.received.value,
                                                .raw = *raw,
                                                .replaces = link.replaces});
        bool isKept = false;
        TRY(m_gone.visit(link.leaf, link.leaf + 1,
                         [&](qint64, const Digest &kept) { isKept = kept == computed; }));
        return isKept;
    }

    TreeSpans m_spans;
    GoneLeaves m_gone;
    std::unique_ptr<RawStore> m_raws;
    Statement m_links;
    Statement m_event;
    Statement m_hasReplaced;
    LeafHasher m_hasher;
    std::unordered_map<qint64, LeafTexts> m_texts; ///< by source
    std::map<qint64, MiddleVersion> m_middle; ///< by leaf; those that are still to be visited
    std::vector<qint64> m_proven;
};

} // namespace

Result<std::vector<qint64>> provenReplacements(SqlConnection &connection, const CancelToken &cancel)
{
    TRY(ReplacementChains chains, ReplacementChains::open(connection));
    TRY(std::vector<qint64> leaves, chains.follow(cancel));
    std::ranges::sort(leaves);
    return leaves;
}

} // namespace Trailglass
