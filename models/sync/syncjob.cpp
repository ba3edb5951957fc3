// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/syncjob.h"

#include "models/sources/cursorjson.h"

#include <algorithm>

namespace Trailglass {
namespace {

/// The end of what was read completely under other settings or with another credential: what a run has stored
/// after it may have gaps. Nothing without a success: then all events may have been imported.
std::optional<UtcMicros> completeUntil(const SourceState &state)
{
    if (!state.lastSuccess || !state.latest)
        return {};
    const auto watermark = readWatermark(state.checkpoint);
    const auto read = state.checkpoint.isEmpty() || watermark ? watermark : state.earliest;
    return std::min({*state.latest, *state.lastSuccess, read.value_or(*state.latest)});
}

} // namespace

RunOptions runOptions(const SyncJob &job, const QByteArray &fingerprint, UtcMicros now)
{
    return {.checkpoint = job.state.fingerprint == fingerprint ? job.state.checkpoint : Checkpoint(),
            .now = now,
            .full = job.full,
            .since = job.since,
            .earliest = job.state.earliest,
            .latest = completeUntil(job.state)};
}

} // namespace Trailglass
