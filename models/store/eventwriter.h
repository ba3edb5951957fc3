// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/commitcounts.h"
#include "models/store/records.h"
#include "models/store/reviewrecords.h"
#include "models/store/runrecord.h"
#include "models/store/signingkeytable.h"

#include <QJsonObject>
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

class Clock;

/// How far the hashing of what an earlier version has stored has come: rows, of so many.
/// \thread the one that opens the writer
using TreeProgress = std::function<void(qint64 rows, qint64 ofRows)>;

/// Writes to a workspace's database: sources, presets, events, checkpoints, coverage, quarantine. What is stored becomes
/// leaves of the workspace's hash tree in the same transaction (docs/evidence.md).
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
    /// Opens the database of a workspace; creates or migrates it, and hashes what an earlier version has stored.
    /// Both take the workspace's lock themselves.
    ///
    /// \param cancel  ends the copying before a migration and the hashing after it, with Cancelled, and as
    /// finishPurges(); the next writer goes on with the hashing
    /// \param progress  of the hashing; may be empty
    /// \param clock  for tree heads and records; null: the machine's. It outlives the writer
    /// \error NewerVersion (file untouched), Locked, Storage, DiskFull, Cancelled
    static Result<std::unique_ptr<EventWriter>>
    open(const QString &workspace, OpenPurges purges = OpenPurges::Finished, const CancelToken &cancel = {},
         const TreeProgress &progress = {}, const Clock *clock = nullptr);
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
        /// Deletes events, raw JSON, quarantine, coverage, marks, notes and the name. The hash tree keeps their hashes, and
        /// a record that names the source and says when and by what it was purged.
        Yes
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

    /// Makes a record a leaf of the tree.
    /// \param kind  such as `reviewed`; becomes a member of the record
    /// \error TooLarge over TreeRecords::MaxText
    Result<void> addRecord(const QString &kind, const QJsonObject &record);

    /// Appends to the review log, and a record of kind `reviewed` to the tree.
    /// \param entry  its id and size are given here, and its row where the last entry of this review has gone further
    /// \returns the entry as it is stored
    /// \error Usage for a text over ReviewLimits, and without a name
    Result<ReviewEntry> review(const ReviewEntry &entry);

    /// Marks events or removes their marks, each with a record of kind `marked`: all of them or, on an error, none.
    /// \returns how many had another mark before; for the others no record is made
    /// \error NotFound: no such source or event; Usage over ReviewLimits
    Result<qint64> setMarks(const MarkChange &change);

    /// Writes or removes the note on an event, with a record of kind `noted`.
    /// \returns false where it had the same note before, or none: no record is made
    /// \error as setMarks()
    Result<bool> setNote(const NoteChange &change);

    /// Keeps a signed tree head.
    /// \param size  leaves of the tree that it is of
    /// \param note  a C2SP signed note; it is not looked at
    /// \error Usage for more bytes than a note may have, or more leaves than the tree has
    Result<void> addTreeCheckpoint(qint64 size, UtcMicros at, const QByteArray &note);

    /// The signing keys that were ever used, the oldest first.
    Result<std::vector<SigningKeyRecord>> signingKeys();

    /// Makes a key the present one, retires the one before, and appends a record of kind `key` to the tree.
    /// \param key  its id is given by the table
    /// \param replaces  id of the key before; nothing: there is no present key
    /// \param signature  by the key before, below NoteVerifier::text() of the new one; empty: there was none, or it is
    /// lost
    /// \returns its id
    /// \error Usage for an empty name or one that is too long
    /// \error Locked when another key is the present one: another program has added it meanwhile
    Result<qint64> addSigningKey(const SigningKeyRecord &key, std::optional<qint64> replaces,
                                 const QByteArray &signature);

    /// Notes where the private half of a key is kept now.
    /// \error NotFound
    Result<void> moveSigningKey(qint64 id, const SecretReference &place);

    /// Notes that a key is not used any more; one that is retired keeps the time it has.
    /// \error NotFound
    Result<void> retireSigningKey(qint64 id, UtcMicros at);

private:
    class Private;
    explicit EventWriter(std::unique_ptr<Private> content);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
