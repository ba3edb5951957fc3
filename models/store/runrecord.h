// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/utcmicros.h"
#include "models/store/commitcounts.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Trailglass {

/// Number of a run in the history: 1, 2, 3 … in the order in which runs were begun. 0 is "none".
using RunId = StrongInt<struct RunIdTag>;

/// What a run was. Stored as a number.
enum class RunKind
{
    Sync = 0,
    FullSync = 1, ///< everything again
    Import = 2,
};

/// How a run ended. Stored as a number.
enum class RunStatus
{
    Ok = 0,
    Failed = 1,
    Cancelled = 2,
    OkWithGap = 3, ///< a sync that did what was requested, and did not read all that was there when it began
};

/// An error as the history holds it.
struct RunError
{
    QString kind; ///< errorKindName(), of this version or another
    std::optional<int> httpStatus = {};
    QString message;

    friend bool operator==(const RunError &, const RunError &) = default;
};

/// What a run did.
struct RunFigures
{
    qint64 requests = 0; ///< sent, repeated ones included; 0 for imports
    qint64 retries = 0; ///< of these, repeated ones
    qint64 pages = 0; ///< responses read; files for imports
    qint64 bytes = 0; ///< of responses, unpacked; of imported files as far as they were read
    qint64 waited = 0; ///< microseconds between failed requests and their repetitions
    CommitCounts counts = {};
    QStringList warnings = {};
    std::optional<RunError> error = {}; ///< set when the run failed

    friend bool operator==(const RunFigures &, const RunFigures &) = default;
};

/// The end of a run.
struct RunEnd
{
    UtcMicros at;
    RunStatus status = RunStatus::Ok;

    friend bool operator==(const RunEnd &, const RunEnd &) = default;
};

/// A sync or an import of one source, as the history holds it.
struct RunRecord
{
    RunId id;
    SourceId source;
    RunKind kind = RunKind::Sync;
    UtcMicros started;
    std::optional<RunEnd> end = {}; ///< nothing: it is still on, or it was killed
    RunFigures figures = {}; ///< of a run with an end; stored only then

    friend bool operator==(const RunRecord &, const RunRecord &) = default;
};

} // namespace Trailglass
