// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

/// An interval of a source's log that was synced completely, or of which events may be missing.
struct CoverageInterval
{
    TimeWindow window; ///< a missing start: from the first event on
    bool isSynced = false;

    friend bool operator==(const CoverageInterval &, const CoverageInterval &) = default;
};

/// What was synced of one source.
struct SourceCoverage
{
    QString source;
    std::optional<UtcMicros> lastAnswered = {}; ///< when something was last received completely
    /// In order, synced and unsynced ones by turns, from the first synced moment until now. Empty: nothing was
    /// synced completely yet.
    std::vector<CoverageInterval> intervals = {};

    friend bool operator==(const SourceCoverage &, const SourceCoverage &) = default;
};

} // namespace Trailglass
