// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/store/runrecord.h"
#include "models/sync/syncreport.h"

#include <QObject>

#include <functional>

namespace Trailglass {

class StoreThread;

/// Notes one run of a source in the history of the workspace: its start, then its end with what it did.
/// \thread the one it was created on; the store works on its own
class RunRecorder : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<void> &)>;

    /// \param store, clock  outlive the recorder
    RunRecorder(StoreThread &store, const Clock &clock);

    /// \pre called once
    /// \error to \a done: as EventWriter::beginRun()
    void begin(SourceId source, RunKind kind, const Done &done);

    /// The start is still with the store.
    [[nodiscard]] bool isBeginning() const { return m_isBeginning; }

    /// Also changes the state of the source. Calls \a done at once, with success, where no start was noted.
    /// \pre not isBeginning()
    /// \error to \a done: as EventWriter::finishRun()
    void finish(const SyncReport &report, const Done &done);

private:
    StoreThread &m_store;
    const Clock &m_clock;
    RunRecord m_run; ///< without a number until its start is noted
    bool m_isBeginning = false;
};

} // namespace Trailglass
