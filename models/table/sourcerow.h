// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QString>

#include <optional>

namespace Trailglass {

/// One source as a list shows it. A value type; texts are unchanged; views pass them through visibleText().
struct SourceRow
{
    enum class State
    {
        NeverSynced,
        Imported, ///< has events of files, and was never synced
        Incomplete, ///< the first sync was stopped before its end
        Waiting, ///< its turn in the running sync comes later
        Syncing,
        UpToDate, ///< the last run was a success
        Failed, ///< the last run was not
        Removed, ///< its events are kept
    };

    QString name; ///< unique; the row's identity
    QString typeName; ///< `asana`
    QString displayName; ///< `Asana`
    State state = State::NeverSynced;
    qint64 events = 0; ///< kept now
    std::optional<UtcMicros> earliest; ///< created of the oldest event
    std::optional<UtcMicros> latest;
    std::optional<UtcMicros> lastSuccess;
    std::optional<UtcMicros> lastAttempt = {}; ///< the end of the last run that was not cancelled
    QString lastError; ///< the vendor's own words or ours; empty after a success
    QString progress; ///< translated; what a running sync does, empty otherwise
    bool hasWarnings = false; ///< of the last run, or of what its vendor is about to delete
    bool hasQuarantined = false; ///< rows of it are quarantined
    std::optional<UtcMicros> nextSync = {}; ///< by schedule; nothing: by hand
    bool isRetryNext = false; ///< that one follows a failure
    bool isSyncPaused = false; ///< no schedule counts for now
    QString details = {}; ///< everything to say about the source: translated lines that are safe to show

    /// Whether the source needs a look.
    [[nodiscard]] bool isTroubled() const { return state == State::Failed || hasWarnings; }

    friend bool operator==(const SourceRow &, const SourceRow &) = default;
};

} // namespace Trailglass
