// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/records.h"

#include <QString>

#include <memory>
#include <vector>

namespace Trailglass {

/// A row that could not be read, on its way into the quarantine.
struct Quarantined
{
    QByteArray bytes; ///< maybe cut
    qint64 length = 0; ///< true length
    qint64 offset = 0; ///< in the answer or file
    QString reason;
};

/// What one transaction holds: a page's events, and the checkpoint that follows them.
struct PageCommit
{
    SourceId source;
    UtcMicros received;
    std::vector<Event> events;
    std::vector<Quarantined> unreadable;
    std::optional<QJsonObject>
        checkpoint; ///< unset leaves the stored one (imports, parts of a streamed answer)
    QByteArray fingerprint; ///< stored with the checkpoint
    std::vector<CoverageEntry> covered;
};

/// What a commit did with its rows. `received` = added + updated + duplicate + conflict + unreadable.
struct CommitCounts
{
    qint64 received = 0;
    qint64 added = 0; ///< printed as "new"
    qint64 updated = 0;
    qint64 duplicate = 0;
    qint64 conflict = 0;
    qint64 unreadable = 0;

    CommitCounts &operator+=(const CommitCounts &other);
    friend bool operator==(const CommitCounts &, const CommitCounts &) = default;
};

/// The one writer of a workspace: connections, events, checkpoints, coverage, quarantine.
///
/// Every function is one `BEGIN IMMEDIATE` transaction: done whole or not at all. Small writes wait up to 5 s
/// for another process. \thread lives on the thread that opened it \error DiskFull, Storage, Locked (busy for
/// longer than 5 s), as sentences
class EventWriter
{
public:
    /// Opens (creates, migrates) the database of a workspace. Migration takes the workspace's lock itself.
    ///
    /// \error NewerVersion (file untouched), Locked, Storage, DiskFull
    static Result<std::unique_ptr<EventWriter>> open(const QString &workspace);
    ~EventWriter();
    EventWriter(const EventWriter &) = delete;
    EventWriter &operator=(const EventWriter &) = delete;

    /// Stores a page and the checkpoint that follows it, together.
    ///
    /// The same id again: identical raw bytes count as duplicate; a newer Event::revised replaces (a new row,
    /// the old one superseded) and counts as updated; any other difference keeps the first and counts as
    /// conflict. The rule holds within one page too.
    Result<CommitCounts> commit(const PageCommit &page);

    /// Adds a connection; a removed one of the same name and type comes back with its events, checkpoint
    /// reset. \error Usage when the name is taken, or was used with another type
    Result<SourceId> addSource(const SourceRecord &source);

    /// Replaces settings and secret references. A changed fingerprint resets the checkpoint.
    Result<void> updateSource(const SourceRecord &source, const QByteArray &fingerprint);

    /// Keeps the events and the name, or with \a purge deletes events, raw, quarantine, coverage and the
    /// name.
    enum class Purge
    {
        No,
        Yes
    };
    Result<void> removeSource(SourceId source, Purge purge);

    /// Notes the end of a run; an empty \a error is a success.
    Result<void> finishRun(SourceId source, UtcMicros at, const QString &error);

private:
    class Private;
    explicit EventWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
