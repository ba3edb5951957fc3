// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/eventwriter.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace Trailglass {

/// The source that an addSource() made; known to the store thread before anyone is notified.
/// \thread the store thread alone
using AddedSource = std::shared_ptr<std::optional<SourceId>>;

/// The one writer of a workspace on a thread of its own, for callers that must not wait.
///
/// Works off its calls in the order in which they were made.
/// \thread any one thread with an event loop may call; the results come in the thread of the \a context
/// given, and are dropped when that object is gone
class StoreThread
{
public:
    /// Opens the workspace on the new thread and waits for it, but not for a purge that is still to be
    /// finished.
    /// \error as EventWriter::open
    static Result<std::unique_ptr<StoreThread>> open(const QString &workspace);

    /// Opens the workspace when the first call comes, and waits for nothing. A call that finds it cannot be
    /// opened ends with that error, and the next one tries again.
    static std::unique_ptr<StoreThread> openWhenNeeded(const QString &workspace);

    /// Finishes what was requested, then ends the thread. Only a purge is cut short, within a second: the
    /// next one to open the workspace goes on with it.
    ~StoreThread();
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    /// EventWriter::commit
    void commit(PageCommit page, QObject *context, std::function<void(Result<CommitCounts>)> done);

    /// EventWriter::finishRun
    void finishRun(SourceId source, UtcMicros at, QString error, QObject *context,
                   std::function<void(Result<void>)> done);

    /// EventWriter::addSource.
    /// \param added  not null; for takeBackSource(), which may be requested at once
    void addSource(SourceRecord source, AddedSource added, QObject *context,
                   std::function<void(Result<SourceId>)> done);

    /// EventWriter::takeBackSource of what an earlier addSource() made; nothing when it made none
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
    Result<void> openWriter();
    void finishPurges();

    template <class Value>
    void run(std::function<Result<Value>(EventWriter &)> work, QObject *context,
             std::function<void(Result<Value>)> done);

    const QString m_workspace;
    CancelSource m_purges;
    const CancelToken m_purging = m_purges.token(); ///< ends with the thread
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< lives on m_thread; what is sent to it runs there
    std::unique_ptr<EventWriter> m_writer; ///< only touched on m_thread
};

} // namespace Trailglass
