// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourcestatus.h"

#include "models/sources/source.h"

namespace Trailglass {
namespace {

SourceRow::State stateOf(const SourceEntry &entry)
{
    if (entry.record.removed)
        return SourceRow::State::Removed;
    if (!entry.state.lastError.isEmpty())
        return SourceRow::State::Failed;
    if (entry.state.lastSuccess)
        return SourceRow::State::UpToDate;
    if (!entry.state.checkpoint.isEmpty())
        return SourceRow::State::Incomplete;
    return entry.state.events > 0 ? SourceRow::State::Imported : SourceRow::State::NeverSynced;
}

} // namespace

SourceRow sourceRow(const SourceEntry &entry)
{
    const Source *source = findSource(entry.record.type);
    return {.name = entry.record.name,
            .typeName = entry.record.type,
            .displayName = source ? source->type().displayName : entry.record.type,
            .state = stateOf(entry),
            .events = entry.state.events,
            .earliest = entry.state.earliest,
            .latest = entry.state.latest,
            .lastSuccess = entry.state.lastSuccess,
            .lastAttempt = entry.state.lastAttempt,
            .lastError = entry.record.removed ? QString() : entry.state.lastError,
            .progress = {},
            .hasQuarantined = entry.hasQuarantined};
}

} // namespace Trailglass
