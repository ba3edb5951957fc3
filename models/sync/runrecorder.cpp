// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/runrecorder.h"

#include "models/core/result.h"
#include "models/store/storethread.h"
#include "models/sync/endedrun.h"

namespace Trailglass {

RunRecorder::RunRecorder(StoreThread &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

void RunRecorder::begin(SourceId source, RunKind kind, const Done &done)
{
    m_isBeginning = true;
    m_run.source = source;
    m_run.kind = kind;
    m_run.started = m_clock.now();
    m_store.beginRun(source, kind, m_run.started, this, [this, done](const Result<RunId> &run) {
        m_isBeginning = false;
        m_run.id = run ? *run : RunId();
        done(run ? Result<void>() : run.error());
    });
}

void RunRecorder::finish(const SyncReport &report, const Done &done)
{
    if (m_run.id)
        m_store.finishRun(endedRun(m_run, report, m_clock.now()), this, done);
    else
        done({});
}

} // namespace Trailglass

#include "moc_runrecorder.cpp"
