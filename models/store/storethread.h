// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/core/workerthread.h"
#include "models/store/eventwriter.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Trailglass {

/// The source that an addSource() made, set before its result is delivered.
/// \thread the store thread only
using AddedSource = std::shared_ptr<std::optional<SourceId>>;

/// The one writer of a workspace on a thread of its own, for callers that must not wait.
///
/// Calls are carried out in the order in which they were made. Each calls \a done once, in the thread of
/// \a context, also after this object is gone, but not when \a context is.
/// \thread any one thread with an event loop
class StoreThread
{
public:
    /// Opens the workspace on the new thread and waits for that, but not for unfinished purges.
    /// \param cancel  as EventWriter::open
    /// \error as EventWriter::open; Internal where the system starts no more threads
    static Result<std::unique_ptr<StoreThread>> open(const QString &workspace,
                                                     const CancelToken &cancel = {});

    /// Waits for nothing: the first call opens the workspace. When that fails, the call ends with the error,
    /// and the next one tries again.
    /// \error in the calls: as open()
    static std::unique_ptr<StoreThread> openWhenNeeded(const QString &workspace);

    /// Finishes the calls made, then ends the thread. Only a purge is cut short, within a second: the next
    /// writer to open the workspace goes on with it.
    ~StoreThread();
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    /// Cuts purges short from now on, as the end does: calls that wait for one are carried out within a second.
    /// \thread any
    void leavePurges() { m_purges.cancel(); }

    /// EventWriter::commit
    void commit(PageCommit page, QObject *context, std::function<void(Result<CommitCounts>)> done);

    /// EventWriter::beginRun
    void beginRun(SourceId source, RunKind kind, UtcMicros at, QObject *context,
                  std::function<void(Result<RunId>)> done);

    /// EventWriter::finishRun
    void finishRun(RunRecord ended, QObject *context, std::function<void(Result<void>)> done);

    /// EventWriter::addSource.
    /// \param added  not null; for takeBackSource(), which may be called at once
    void addSource(SourceRecord source, AddedSource added, QObject *context,
                   std::function<void(Result<SourceId>)> done);

    /// EventWriter::takeBackSource of the source that an earlier addSource() made, if it made one.
    /// \param left  as there
    void takeBackSource(AddedSource added, QMap<QString, SecretReference> left, QObject *context,
                        std::function<void(Result<void>)> done);

    /// EventWriter::updateSource
    void updateSource(SourceRecord source, QByteArray fingerprint, EventWriter::Secrets secrets,
                      QObject *context, std::function<void(Result<void>)> done);

    /// EventWriter::removeSource
    void removeSource(SourceId source, EventWriter::Purge purge, QObject *context,
                      std::function<void(Result<void>)> done);

    /// EventWriter::removeSourceKeeping
    void removeSourceKeeping(SourceId source, QMap<QString, SecretReference> secrets, QObject *context,
                             std::function<void(Result<void>)> done);

private:
    explicit StoreThread(QString workspace);
    Result<void> openWriter(const CancelToken &cancel = {});
    void finishPurges();

    template <class Value>
    void run(std::function<Result<Value>(EventWriter &)> work, QObject *context,
             std::function<void(Result<Value>)> done);

    const QString m_workspace;
    CancelSource m_purges;
    const CancelToken m_purging = m_purges.token(); ///< ends with the thread, or leavePurges()
    std::unique_ptr<EventWriter> m_writer; ///< only touched on m_thread
    WorkerThread m_thread; // last: its work uses everything above
};

} // namespace Trailglass
