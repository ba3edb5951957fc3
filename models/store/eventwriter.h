// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/records.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace Trailglass {

/// A row that could not be read, on its way into the quarantine.
struct Quarantined
{
    QByteArray bytes; ///< maybe cut
    qint64 length = 0; ///< true length
    qint64 offset = 0; ///< in the response or file
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
        checkpoint; ///< unset leaves the stored one (imports, parts of a streamed response)
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

/// The one writer of a workspace: connections, presets, events, checkpoints, coverage, quarantine.
///
/// Every function is one `BEGIN IMMEDIATE` transaction: done whole or not at all. Small writes wait up to 5 s
/// for another process.
/// \thread lives on the thread that opened it
/// \error DiskFull, Storage, Locked (busy for longer than 5 s), as sentences
class EventWriter
{
public:
    /// What becomes of a purge that another writer could not finish.
    enum class OpenPurges
    {
        Finished, ///< takes as long as it takes
        Left, ///< for finishPurges() or the next one to open
    };
    /// Opens (creates, migrates) the database of a workspace. Migration takes the workspace's lock itself.
    ///
    /// \error NewerVersion (file untouched), Locked, Storage, DiskFull
    static Result<std::unique_ptr<EventWriter>> open(const QString &workspace,
                                                     OpenPurges purges = OpenPurges::Finished);
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
    /// reset.
    /// \error Usage when the name is taken, or was used with another type
    Result<SourceId> addSource(const SourceRecord &source);

    /// Undoes an addSource() whose credentials could not be kept: a source without any history is deleted,
    /// one that had come back is removed again.
    /// \param left  secrets that may still be where they are: the source is then only removed, keeping these
    Result<void> takeBackSource(SourceId source, const QMap<QString, SecretReference> &left = {});

    /// What became of the secrets themselves, wherever they are kept.
    enum class Secrets
    {
        Kept,
        Replaced, ///< at least one of them, so that it may be another account's
    };

    /// Replaces settings and secret references. The checkpoint is reset when the fingerprint or a reference
    /// has changed, or a secret was replaced.
    Result<void> updateSource(const SourceRecord &source, const QByteArray &fingerprint,
                              Secrets secrets = Secrets::Kept);

    /// Whether removeSource() also deletes the events, their JSON, the quarantine, the coverage and the name.
    enum class Purge
    {
        No,
        Yes
    };
    /// \param cancel  ends a purge within a second: the source and its events are gone for everyone, and the
    /// next writer that is opened deletes what is left of them
    /// \error Cancelled
    Result<void> removeSource(SourceId source, Purge purge, const CancelToken &cancel = {});

    /// Goes on with purges that were cut short, unless another process is at work.
    /// \param cancel  ends that within a second, which is no error
    Result<void> finishPurges(const CancelToken &cancel = {});

    /// Removes as with Purge::No, but keeps the references to secrets that could not be deleted where they
    /// are: removing the source again can try again.
    Result<void> removeSourceKeeping(SourceId source, const QMap<QString, SecretReference> &secrets);

    /// Notes the end of a run; an empty \a error is a success.
    Result<void> finishRun(SourceId source, UtcMicros at, const QString &error);

    /// Takes the place of a preset of the same name.
    /// \error Usage without a name
    Result<void> savePreset(const Preset &preset);
    /// \error NotFound
    Result<void> deletePreset(const QString &name);
    /// Deletes and saves presets, all or none.
    Result<void> changePresets(const PresetChanges &changes);
    /// Does what \a plan makes of the presets as they are: no one else changes them meanwhile.
    /// \error that of \a plan
    Result<void> changePresets(const std::function<Result<PresetChanges>(const QList<Preset> &)> &plan);

private:
    class Private;
    explicit EventWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
