// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/event.h"
#include "models/core/field.h"
#include "models/core/result.h"
#include "models/store/records.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace Trailglass {

/// A read-only view of a workspace's database: connections, presets, events by row, raw JSON, scans.
///
/// Superseded and removed rows are never listed.
/// \thread lives on the thread that opened it; several readers may be open
/// \error Storage as sentences; Cancelled when \a cancel ends or interrupt() is called
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
    /// In the order in which the intervals were answered.
    Result<std::vector<CoverageEntry>> coverage(SourceId source) const;
    /// Newest first.
    /// \param limit  at most this many; 0 is all
    Result<std::vector<QuarantineEntry>> quarantine(SourceId source, int limit) const;

    /// By name. A workspace that no version with presets has written to has none.
    Result<QList<Preset>> presets() const;

    /// What distinguishes this workspace from others permanently, wherever its folder is moved: 16 hex
    /// digits, chosen at random when it was made. Its secrets are filed under it in the keychain.
    Result<QString> identity() const;

    /// The greatest row committed, superseded ones included; 0 when empty.
    Result<RowId> lastRow() const;

    /// Another number after each commit that another connection made, of this process or any other.
    /// Comparable only with what this very reader said before.
    Result<qint64> dataVersion() const;

    /// What was superseded or removed after a place in the list of such rows, in order; see RemovedAfter.
    /// \param sequence  RemovedAfter::sequence of the last call; 0 for all
    Result<RemovedAfter> removedAfter(qint64 sequence) const;

    /// Records of the given rows, in the order asked. Rows that are gone are left out.
    /// \error Storage, naming the row, for one that is neither listed nor gone: what an index knows and the
    /// database does not give any more
    enum class WithRaw
    {
        No,
        Yes
    };
    Result<std::vector<EventRecord>> records(std::span<const RowId> rows, WithRaw raw) const;

    /// With raw.
    /// \error NotFound
    Result<EventRecord> find(const QString &source, std::string_view id) const;

    /// Visits every listed event in row order, raw included or not. The record is only valid during the call.
    ///
    /// Where raw is damaged, the events of the damaged block are left out, all others are visited, and the
    /// error (Storage) names the rows.
    Result<void> scan(WithRaw raw, const CancelToken &cancel,
                      const std::function<void(const EventRecord &)> &visit) const;

private:
    class Private;
    explicit EventReader(std::unique_ptr<Private> content);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
