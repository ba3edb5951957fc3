// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncpreparation.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

#include <algorithm>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

Result<QList<SourceRecord>> chosenSources(const EventReader &reader, const QStringList &names)
{
    TRY(const auto sources, reader.sources());
    QList<SourceRecord> chosen;
    if (names.isEmpty())
        std::ranges::remove_copy_if(sources, std::back_inserter(chosen), &SourceRecord::removed);
    for (const QString &name : names) {
        const auto source = reader.source(name);
        if (!source)
            return source.error();
        if (source->removed) {
            return Error{ErrorKind::NotFound,
                         tr("The source %1 was removed; its events are kept. Add it again to go on.")
                             .arg(visibleText(name))};
        }
        if (std::ranges::find(chosen, name, &SourceRecord::name) == chosen.end())
            chosen.append(*source);
    }
    return chosen;
}

Result<QList<SyncJob>> jobsOf(const EventReader &reader, const QStringList &names)
{
    TRY(const auto sources, chosenSources(reader, names));
    QList<SyncJob> jobs;
    for (const SourceRecord &source : sources) {
        TRY(auto state, reader.sourceState(source.id));
        jobs.append({source, BoundSecrets(), std::move(state), false, {}});
    }
    return jobs;
}

} // namespace

Result<SyncPreparation> prepareSync(const QString &workspace, const QStringList &names)
{
    // A workspace that is not there is not made by a sync.
    TRY(EventReader::open(workspace));
    TRY(auto lock, WorkspaceLock::acquire(WorkspacePaths::of(workspace), u"sync"_s));
    TRY(auto store, StoreThread::open(workspace));
    // Only now: a checkpoint read before the lock was held may be another run's past.
    TRY(const auto reader, EventReader::open(workspace));
    TRY(auto jobs, jobsOf(*reader, names));
    TRY(const auto identity, (reader)->identity());
    return SyncPreparation{std::move(lock), std::move(store), identity, std::move(jobs)};
}

} // namespace Trailglass
