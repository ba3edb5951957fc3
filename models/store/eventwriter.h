// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/commitcounts.h"
#include "models/store/records.h"
#include "models/store/runrecord.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace Trailglass {

/// An event that could not be read and is to be quarantined.
struct Quarantined
{
    QByteArray bytes; ///< possibly truncated
    qint64 length = 0; ///< in bytes, before truncation
    qint64 offset = 0; ///< in bytes, from the start of the response or file
    QString reason;
    QString place = {}; ///< QuarantineEntry::place
};

/// What one transaction stores: a page's events, and the checkpoint after them.
struct PageCommit
{
    SourceId source;
    UtcMicros received;
    std::vector<Event> events;
    std::vector<Quarantined> unreadable;
    std::optional<QJsonObject>
        checkpoint; ///< unset keeps the stored one (imports, parts of a streamed response)
    QByteArray fingerprint; ///< stored with the checkpoint
    std::vector<CoverageEntry> covered;
    QString place = {}; ///< of events in conflict: QuarantineEntry::place

    /// Ids of the quarantined rows that the events were read from, one each; empty for events that have just
    /// arrived. These rows are deleted, but for those that are in conflict with a stored event.
    std::vector<qint64> retried = {};
};

/// Writes to a workspace's database: sources, presets, events, checkpoints, coverage, quarantine.
///
/// Every function but a purge is one `BEGIN IMMEDIATE` transaction: it succeeds or changes nothing. Waits up
/// to 5 s for the write lock of another process.
/// \thread the one that opened it
/// \error DiskFull, Storage, Locked (busy for longer than 5 s)
class EventWriter
{
public:
    /// What open() does with the purges that an earlier writer did not finish.
    enum class OpenPurges
    {
        Finished, ///< finishes them, however long that takes
        Left, ///< leaves them to finishPurges() or the next writer
    };
    /// Opens the database of a workspace; creates or migrates it. Migration takes the workspace's lock
    /// itself.
    ///
    /// \param cancel  ends the copying before a migration, with Cancelled, and as finishPurges()
    /// \error NewerVersion (file untouched), Locked, Storage, DiskFull, Cancelled
    static Result<std::unique_ptr<EventWriter>>
    open(const QString &workspace, OpenPurges purges = OpenPurges::Finished, const CancelToken &cancel = {});
    ~EventWriter();
    EventWriter(const EventWriter &) = delete;
    EventWriter &operator=(const EventWriter &) = delete;

    /// Stores a page and the checkpoint after it.
    ///
    /// An id that is stored already: identical raw bytes count as duplicate; a newer Event::revised replaces
    /// the event (in a new row; the old one is superseded) and counts as updated; any other difference keeps
    /// the first version, counts as conflict and quarantines the other version, once for equal bytes, and of
    /// more than two others the first and the latest. The same holds for an id that occurs twice in the page.
    /// \error NotFound when the source was removed with its events
    Result<CommitCounts> commit(const PageCommit &page);

    /// Adds a source. A removed source of the same name and type is restored with its events; its checkpoint
    /// is reset.
    /// \error Usage when the name is taken, or was used with another type
    Result<SourceId> addSource(const SourceRecord &source);

    /// Undoes an addSource() whose credentials could not be stored: a source without any history is deleted,
    /// a restored one is removed again.
    /// \param left  references to credentials that may still exist: the source is then only removed, and
    /// keeps these
    Result<void> takeBackSource(SourceId source, const QMap<QString, SecretReference> &left = {});

    /// Whether the credentials themselves changed, wherever they are stored.
    enum class Secrets
    {
        Kept,
        Replaced, ///< at least one, so that it may belong to another account
    };

    /// Replaces settings and secret references. The checkpoint is reset when the fingerprint, a reference or
    /// a secret itself has changed.
    /// \error NotFound
    Result<void> updateSource(const SourceRecord &source, const QByteArray &fingerprint,
                              Secrets secrets = Secrets::Kept);

    /// Whether removeSource() also deletes the events.
    enum class Purge
    {
        No, ///< keeps the events and the name
        Yes ///< deletes events, raw JSON, quarantine, coverage and the name
    };
    /// \param cancel  ends a purge within a second: the source and its events are hidden from everyone then,
    /// and the next writer that is opened deletes the rest of them
    /// \error NotFound, Cancelled
    Result<void> removeSource(SourceId source, Purge purge, const CancelToken &cancel = {});

    /// Continues unfinished purges, unless another process holds the workspace's lock.
    /// \param cancel  stops within a second, which is not an error
    Result<void> finishPurges(const CancelToken &cancel = {});

    /// As removeSource() with Purge::No, but keeps the references to credentials that could not be deleted,
    /// so that removing the source again can try it again.
    /// \error NotFound
    Result<void> removeSourceKeeping(SourceId source, const QMap<QString, SecretReference> &secrets);

    /// Notes in the history that a sync or an import begins. Of a source with more than RunTable::KeptRuns the
    /// oldest run is deleted.
    /// \error NotFound
    Result<RunId> beginRun(SourceId source, RunKind kind, UtcMicros at);

    /// Stores the end of a run and what it did; that of a sync which was not cancelled is the state of its
    /// source too.
    /// \param run  of beginRun(), with its end; one that the history does not hold any more changes the state
    /// alone
    /// \error NotFound
    Result<void> finishRun(const RunRecord &run);

    /// Replaces a preset of the same name.
    /// \error Usage without a name
    Result<void> savePreset(const Preset &preset);
    /// Deletes and saves presets.
    Result<void> changePresets(const PresetChanges &changes);
    /// Makes the changes that \a plan returns for the current presets. No other writer can change them in
    /// between.
    /// \error that of \a plan
    Result<void> changePresets(const std::function<Result<PresetChanges>(const QList<Preset> &)> &plan);

private:
    class Private;
    explicit EventWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
