// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/presets/presetstorage.h"
#include "models/query/queryengine.h"
#include "models/query/recordsource.h"
#include "models/store/records.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace Trailglass {

/// A place with events, open for reading on one thread: a workspace or an archive. Opens on first use; a failure
/// to open is not kept, so that the next call tries again.
///
/// Blocking. Whatever reads events knows this interface alone; only what changes a workspace needs OpenWorkspace.
/// \thread that of its first use, except interrupt()
/// \error of all functions: NotFound where there are no events yet; what opening and reading fail with
class OpenPlace
{
public:
    OpenPlace() = default;
    /// Closes; on the thread that opened.
    virtual ~OpenPlace() = default;
    OpenPlace(const OpenPlace &) = delete;
    OpenPlace &operator=(const OpenPlace &) = delete;

    /// \returns the engine, as long as this object lives
    virtual Result<QueryEngine *> engine() = 0;
    /// \returns the records of the engine's results, as long as this object lives
    virtual Result<RecordSource *> records() = 0;

    /// The sources whose events are here, removed ones included, by name.
    virtual Result<QList<SourceRecord>> sources() = 0;
    /// The intervals that were requested of a source, in the order in which they were fetched.
    virtual Result<std::vector<CoverageEntry>> coverage(SourceId source) = 0;
    /// The saved filters that are kept for this user, by name. Of an archive they are on this machine, so that they are there
    /// while its server is away.
    virtual Result<QList<Preset>> presets() = 0;

    /// The presets that all who read this place share, by name. None where they cannot be shared.
    virtual Result<QList<Preset>> sharedPresets() { return QList<Preset>(); }
    /// Changes the presets that all share, completely or not at all.
    /// \error that of \a plan; Unsupported where they cannot be shared; Forbidden for a user who may only read
    virtual Result<void> changeSharedPresets(const PresetPlan &plan, const Clock &clock);

    /// The last row that was seen in a review, 0 where nobody reviews: events of greater rows are new.
    virtual Result<RowId> reviewedRow(const ReviewName &) { return RowId(); }

    /// An event with its JSON.
    /// \param source  one of sources(), by name
    /// \param id  the vendor's
    /// \error NotFound
    virtual Result<EventRecord> find(const QString &source, const std::string &id) = 0;

    /// The files that no output may replace.
    virtual Result<QStringList> filesInUse() = 0;

    /// What takes no token of its own ends with this one from now on, where it waits for a network.
    virtual void endWith(const CancelToken &) { }
    /// Stops what is being read from a database.
    /// \thread any
    virtual void interrupt() = 0;
};

} // namespace Trailglass
