// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/quarantineinserter.h"

#include "models/core/text.h"
#include "models/json/jsonlimits.h"
#include "models/json/utf8.h"
#include "models/store/sqlconnection.h"
#include "models/store/stablehash.h"
#include "models/store/storedrow.h"
#include "models/store/treerecords.h"
#include "models/store/treewriter.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace Trailglass {

namespace {

/// Rows of one event; see QuarantineInserter::Versions::FirstAndLatest.
constexpr int MaxVersions = 2;

/// The hash of a conflict has two halves: that of the event's id, so that the index leads to all versions of an event, and
/// that of all bytes, so that versions that differ after those kept are not the same.
constexpr quint64 HalfOfBytes = 0xffff'ffff;

/// Of a text in UTF-8: whole characters.
std::string beginning(std::string_view utf8, qsizetype limit)
{
    auto end = static_cast<std::size_t>(limit);
    if (utf8.size() <= end)
        return std::string(utf8);
    while (end > 0 && isContinuationByte(utf8[end]))
        --end;
    return std::string(utf8.substr(0, end));
}

} // namespace

/// A row to be stored.
struct QuarantineInserter::Row
{
    QuarantineKind kind = QuarantineKind::Unreadable;
    std::string_view bytes; ///< as received, possibly cut
    qint64 length = 0;
    quint64 hash = 0;
    qint64 number = 0; ///< QuarantineEntry::offset, of a conflict QuarantineEntry::notKept
    std::string reason = {};
    std::string eventId = {};
    std::string place = {};
};

/// What is there of the event of a row.
struct QuarantineInserter::KeptVersions
{
    int count = 0;
    bool hasThis = false;
    qint64 latest = 0; ///< its number; 0: there is none
    std::optional<qint64> leaf; ///< of the latest
    qint64 notKept = 0; ///< of the latest
};

QuarantineInserter::QuarantineInserter(TreeWriter &tree, Statement findBytes, Statement findVersions,
                                       Statement insert, Statement remove)
    : m_tree(&tree)
    , m_findBytes(std::move(findBytes))
    , m_findVersions(std::move(findVersions))
    , m_insert(std::move(insert))
    , m_remove(std::move(remove))
{
}

Result<QuarantineInserter> QuarantineInserter::open(SqlConnection &connection, TreeWriter &tree)
{
    TRY(Statement findBytes,
        connection.prepare("SELECT id FROM quarantine WHERE source = ? AND hash = ? AND length = ? "
                           "AND kind = 0 AND bytes = ?"));
    TRY(Statement findVersions,
        connection.prepare("SELECT id, \"offset\", hash = ?4 AND length = ?5 AND bytes = ?6, leaf FROM "
                           "quarantine "
                           "WHERE source = ?1 AND hash BETWEEN ?2 AND ?3 AND kind = 1 AND event_id = ?7"));
    TRY(Statement insert,
        connection.prepare(
            "INSERT INTO quarantine (source, hash, received, reason, \"offset\", length, bytes, kind, "
            "event_id, place, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    TRY(Statement remove, connection.prepare("DELETE FROM quarantine WHERE id = ?"));
    return QuarantineInserter(tree, std::move(findBytes), std::move(findVersions), std::move(insert),
                              std::move(remove));
}

Result<void> QuarantineInserter::addUnreadable(SourceId source, UtcMicros received,
                                               const Quarantined &unreadable)
{
    const std::string_view bytes(unreadable.bytes.constData(),
                                 static_cast<std::size_t>(unreadable.bytes.size()));
    const Row row{.bytes = bytes,
                  .length = unreadable.length,
                  .hash = stableHash(bytes),
                  .number = unreadable.offset,
                  .reason = beginning(toUtf8(unreadable.reason), QuarantineEntry::MaxReason),
                  .place = beginning(toUtf8(unreadable.place), QuarantineEntry::MaxPlace)};
    m_findBytes.bind(1, source.value).bind(2, static_cast<qint64>(row.hash)).bind(3, row.length);
    TRY(const bool isKnown, m_findBytes.bindBlob(4, row.bytes, Statement::Borrow::Yes).hasRow());
    return isKnown ? Result<void>() : insert(source, received, row);
}

Result<void> QuarantineInserter::addConflict(SourceId source, UtcMicros received, const Event &event,
                                             const QString &place, Versions versions)
{
    const std::string_view raw = event.raw;
    Row row{.kind = QuarantineKind::Conflict,
            .bytes = raw.substr(0, static_cast<std::size_t>(MaxQuarantinedBytes)),
            .length = static_cast<qint64>(raw.size()),
            .hash = (stableHash(event.id) & ~HalfOfBytes) | (stableHash(raw) & HalfOfBytes),
            .eventId = beginning(event.id, QuarantineEntry::MaxEventId),
            .place = beginning(toUtf8(place), QuarantineEntry::MaxPlace)};
    TRY(const KeptVersions kept, keptVersions(source, row));
    if (kept.hasThis)
        return {};
    const bool replaces = versions == Versions::FirstAndLatest && kept.count >= MaxVersions;
    if (replaces)
        row.number = std::min(kept.notKept, StoredRanges::Bytes.greatest - 1) + 1;
    // Before the old one goes, so that the new row gets a number of its own: the old one names no other bytes.
    TRY(insert(source, received, row));
    return replaces ? remove(source, kept.latest, kept.leaf, received) : Result<void>();
}

Result<void> QuarantineInserter::remove(SourceId source, qint64 id, std::optional<qint64> leaf, UtcMicros at)
{
    TRY(m_remove.bind(1, id).run());
    if (!leaf)
        return {};
    TRY(const QString name, m_tree->sourceName(source));
    TRY(m_tree->appendRecord(TreeRecords::Removed, TreeRecords::removed(at, name, *leaf)));
    return {};
}

Result<QuarantineInserter::KeptVersions> QuarantineInserter::keptVersions(SourceId source, const Row &row)
{
    KeptVersions kept;
    m_findVersions.bind(1, source.value);
    m_findVersions.bind(2, static_cast<qint64>(row.hash & ~HalfOfBytes));
    m_findVersions.bind(3, static_cast<qint64>(row.hash | HalfOfBytes));
    m_findVersions.bind(4, static_cast<qint64>(row.hash)).bind(5, row.length);
    m_findVersions.bindBlob(6, row.bytes, Statement::Borrow::Yes).bind(7, row.eventId);
    TRY(forEachStoredRow(m_findVersions, "quarantine", [&kept](StoredRow &found) {
        const qint64 id = found.number(0, StoredRanges::Any);
        const qint64 notKept = found.number(1, StoredRanges::Bytes);
        const bool isThis = found.number(2, StoredRanges::Flag) == 1;
        const std::optional<qint64> leaf = found.numberOrNone(3, StoredRanges::Leaf);
        kept.hasThis = kept.hasThis || isThis;
        if (kept.count++ == 0 || id > kept.latest) {
            kept.latest = id;
            kept.notKept = notKept;
            kept.leaf = leaf;
        }
    }));
    return kept;
}

Result<void> QuarantineInserter::insert(SourceId source, UtcMicros received, const Row &row)
{
    m_insert.bind(1, source.value).bind(2, static_cast<qint64>(row.hash)).bind(3, received.value);
    m_insert.bind(4, row.reason).bind(5, row.number).bind(6, row.length);
    m_insert.bindBlob(7, row.bytes, Statement::Borrow::Yes).bind(8, static_cast<qint64>(row.kind));
    m_insert.bindOrNull(9, row.eventId).bindOrNull(10, row.place);
    TRY(const qint64 leaf, appendRecord(source, received, row));
    return m_insert.bind(11, leaf).run();
}

/// The leaf of a row, as LoggedRows reads it again.
Result<qint64> QuarantineInserter::appendRecord(SourceId source, UtcMicros received, const Row &row)
{
    QuarantineEntry entry{.source = source,
                          .kind = row.kind,
                          .eventId = row.eventId,
                          .received = received,
                          .place = toQString(row.place),
                          .reason = toQString(row.reason),
                          .length = row.length};
    if (row.kind == QuarantineKind::Unreadable)
        entry.offset = row.number;
    entry.bytes = QByteArray(row.bytes.data(), static_cast<qsizetype>(row.bytes.size()));
    TRY(const QString name, m_tree->sourceName(source));
    return m_tree->appendRecord(TreeRecords::Quarantined, TreeRecords::quarantined(name, entry));
}

} // namespace Trailglass
