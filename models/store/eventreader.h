// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/records.h"
#include "models/store/reviewrecords.h"
#include "models/store/runrecord.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace Trailglass {

/// Reads a workspace's database: sources, presets, events by row, raw JSON, scans.
///
/// Superseded and removed rows are never listed.
/// \thread the one that opened it; several readers may be open
/// \error Storage; Cancelled when a cancel token ends or after interrupt()
class EventReader
{
public:
    /// Opens for reading. A workspace on read-only media opens too.
    /// \error NotFound when there is no database yet, NewerVersion, Storage
    static Result<std::unique_ptr<EventReader>> open(const QString &workspace);
    ~EventReader();
    EventReader(const EventReader &) = delete;
    EventReader &operator=(const EventReader &) = delete;

    /// Stops the running statement from another thread.
    /// \thread any
    void interrupt();

    Result<QList<SourceRecord>> sources() const;
    /// \error NotFound
    Result<SourceRecord> source(const QString &name) const;
    /// \error NotFound
    Result<SourceState> sourceState(SourceId source) const;
    /// In the order in which the intervals were fetched.
    Result<std::vector<CoverageEntry>> coverage(SourceId source) const;
    /// The quarantined rows of sources, removed ones included.
    Result<std::vector<QuarantineEntry>> quarantine(const QuarantineRange &range) const;
    /// Whether a source has quarantined rows.
    Result<bool> hasQuarantined(SourceId source) const;
    /// The quarantined row of an id, with its bytes.
    /// \error NotFound
    Result<QuarantineEntry> quarantined(qint64 id) const;

    /// Runs of a source, or of all: newest first. Empty for a workspace of a version without a history.
    /// \param limit  maximum number of runs; 0 for all
    Result<std::vector<RunRecord>> runs(std::optional<SourceId> source, int limit) const;
    /// The last sync of a source that ended well and left no gap; nothing where the history holds none.
    Result<std::optional<RunRecord>> lastCompleteSync(SourceId source) const;
    /// The last sync of a source that ended well and left a gap; nothing where the history holds none.
    Result<std::optional<RunRecord>> lastSyncWithGap(SourceId source) const;

    /// By name. Empty for a workspace of a version without presets.
    Result<QList<Preset>> presets() const;

    /// The review log, newest entry first. Empty for a workspace of a version without reviews.
    /// \param limit  maximum number of entries; 0 for all
    Result<std::vector<ReviewEntry>> reviewLog(int limit) const;
    /// The last entry of each review of each reviewer, by reviewer and name.
    Result<std::vector<ReviewEntry>> lastReviews() const;
    /// The last row that a reviewer has seen in a review: events of greater rows are new; 0 when there was none.
    Result<RowId> reviewedRow(const QString &reviewer, const QString &name) const;
    /// Another number after each change of reviews, marks and notes by anyone: a greater one.
    Result<qint64> reviewVersion() const;
    /// Visits the marks of all events, in order of their rows.
    Result<void> visitMarks(const std::function<void(const EventMark &)> &visit) const;
    /// Visits the notes on all events, in order of their rows.
    Result<void> visitNotes(const std::function<void(const EventNote &)> &visit) const;

    /// Identifies this workspace, also after its folder is moved: 16 hex digits, chosen at random when it was
    /// created. Part of the names of its credentials in the keychain.
    /// \error Storage
    Result<QString> identity() const;

    /// The greatest row committed, superseded ones included; 0 when empty.
    Result<RowId> lastRow() const;

    /// Changes with each commit of another connection, in this process or any other. Comparable only with
    /// earlier results of the same reader.
    Result<qint64> dataVersion() const;

    /// The rows superseded or removed since an earlier call, in order.
    /// \param sequence  RemovedAfter::sequence of that call; 0 for all
    Result<RemovedAfter> removedAfter(qint64 sequence) const;

    enum class WithRaw
    {
        No,
        Yes
    };
    /// Records in the order of \a rows. Superseded and removed rows are left out.
    /// \error Storage, naming the row, for one that is neither listed nor superseded nor removed: the
    /// database has lost a row that an index still has
    Result<std::vector<EventRecord>> records(std::span<const RowId> rows, WithRaw raw) const;

    /// With raw.
    /// \error NotFound
    Result<EventRecord> find(const QString &source, std::string_view id) const;

    /// Visits every listed event in row order. The record is only valid during the call.
    ///
    /// \error Storage, naming the rows, when raw JSON is damaged: events of damaged blocks are left out, all
    /// others were visited
    Result<void> scan(WithRaw raw, const CancelToken &cancel,
                      const std::function<void(const EventRecord &)> &visit) const;

    /// The same for the events of a range: several readers can share a scan.
    Result<void> scan(const EventRange &range, WithRaw raw, const CancelToken &cancel,
                      const std::function<void(const EventRecord &)> &visit) const;

    /// Ascending ranges, one after the other, for such scans: they hold all row numbers with an event, impossible ones too.
    /// \param rows  row numbers of a range, or more where no event has one; at least 1
    /// \returns at least one
    Result<std::vector<EventRange>> ranges(qint64 rows) const;

private:
    class Private;
    explicit EventReader(std::unique_ptr<Private> content);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
