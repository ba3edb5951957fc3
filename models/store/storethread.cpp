// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/storethread.h"

#include "models/core/logging.h"
#include "models/core/result.h"

#include <utility>

namespace Trailglass {

/// Reports that a result is there. A signal, unlike a queued call, may be sent while its receiver is being
/// destroyed in another thread.
class ResultNotifier : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void finished();
};

StoreThread::StoreThread(QString workspace)
    : m_workspace(std::move(workspace))
    , m_thread(QStringLiteral("store"))
{
}

Result<std::unique_ptr<StoreThread>> StoreThread::open(const QString &workspace, const CancelToken &cancel)
{
    std::unique_ptr<StoreThread> store = openWhenNeeded(workspace);
    if (!store->m_thread.hasThread())
        return noMoreThreads();
    Result<void> opened;
    QMetaObject::invokeMethod(
        store->m_thread.context(), [&] { opened = store->openWriter(cancel); }, Qt::BlockingQueuedConnection);
    TRY(opened);
    store->m_thread.post([open = store.get()] { open->finishPurges(); });
    return store;
}

std::unique_ptr<StoreThread> StoreThread::openWhenNeeded(const QString &workspace)
{
    return std::unique_ptr<StoreThread>(new StoreThread(workspace));
}

Result<void> StoreThread::openWriter(const CancelToken &cancel)
{
    if (m_writer)
        return {};
    TRY(m_writer, EventWriter::open(m_workspace, EventWriter::OpenPurges::Left, cancel));
    return {};
}

/// Here, and not while opening, so that the thread's end cuts it short. The next writer to open the workspace
/// tries again what cannot be done now.
void StoreThread::finishPurges()
{
    const Result<void> done = m_writer->finishPurges(m_purging);
    if (!done)
        qCWarning(logStore).noquote()
            << "unfinished purge:" << errorKindName(done.error().kind) << done.error().detail;
}

StoreThread::~StoreThread()
{
    m_purges.cancel();
    // The connection must close on the thread that opened it.
    m_thread.end([this] { m_writer.reset(); });
}

template <class Value>
void StoreThread::run(std::function<Result<Value>(EventWriter &)> work, QObject *context,
                      std::function<void(Result<Value>)> done)
{
    auto result = std::make_shared<std::optional<Result<Value>>>();
    auto notifier = std::make_shared<ResultNotifier>();
    QObject::connect(
        notifier.get(), &ResultNotifier::finished, context,
        [result, done = std::move(done)] { done(std::move(**result)); }, Qt::QueuedConnection);
    if (!m_thread.hasThread()) { // commits would hold up the thread of the window, and that of the requests
        result->emplace(noMoreThreads());
        Q_EMIT notifier->finished();
        return;
    }
    notifier->moveToThread(m_thread.context()->thread());
    m_thread.post([this, work = std::move(work), result, notifier] {
        const bool isNew = !m_writer;
        const Result<void> opened = openWriter();
        if (isNew && opened)
            finishPurges();
        result->emplace(opened ? work(*m_writer) : Result<Value>(opened.error()));
        Q_EMIT notifier->finished();
    });
}

void StoreThread::commit(PageCommit page, QObject *context, std::function<void(Result<CommitCounts>)> done)
{
    const auto shared = std::make_shared<const PageCommit>(std::move(page));
    run<CommitCounts>([shared](EventWriter &writer) { return writer.commit(*shared); }, context,
                      std::move(done));
}

void StoreThread::beginRun(SourceId source, RunKind kind, UtcMicros at, QObject *context,
                           std::function<void(Result<RunId>)> done)
{
    run<RunId>([source, kind, at](EventWriter &writer) { return writer.beginRun(source, kind, at); }, context,
               std::move(done));
}

void StoreThread::finishRun(RunRecord ended, QObject *context, std::function<void(Result<void>)> done)
{
    run<void>([ended = std::move(ended)](EventWriter &writer) { return writer.finishRun(ended); }, context,
              std::move(done));
}

void StoreThread::addSource(SourceRecord source, AddedSource added, QObject *context,
                            std::function<void(Result<SourceId>)> done)
{
    const auto add = [source = std::move(source), added = std::move(added)](EventWriter &writer) {
        const Result<SourceId> id = writer.addSource(source);
        if (id)
            *added = *id;
        return id;
    };
    run<SourceId>(add, context, std::move(done));
}

void StoreThread::takeBackSource(AddedSource added, QMap<QString, SecretReference> left, QObject *context,
                                 std::function<void(Result<void>)> done)
{
    const auto takeBack = [added = std::move(added), left = std::move(left)](EventWriter &writer) {
        return *added ? writer.takeBackSource(**added, left) : Result<void>();
    };
    run<void>(takeBack, context, std::move(done));
}

void StoreThread::removeSourceKeeping(SourceId source, QMap<QString, SecretReference> secrets,
                                      QObject *context, std::function<void(Result<void>)> done)
{
    run<void>([source, secrets = std::move(secrets)](
                  EventWriter &writer) { return writer.removeSourceKeeping(source, secrets); },
              context, std::move(done));
}

void StoreThread::updateSource(SourceRecord source, QByteArray fingerprint, EventWriter::Secrets secrets,
                               QObject *context, std::function<void(Result<void>)> done)
{
    run<void>([source = std::move(source), fingerprint = std::move(fingerprint),
               secrets](EventWriter &writer) { return writer.updateSource(source, fingerprint, secrets); },
              context, std::move(done));
}

void StoreThread::removeSource(SourceId source, EventWriter::Purge purge, QObject *context,
                               std::function<void(Result<void>)> done)
{
    run<void>(
        [this, source, purge](EventWriter &writer) { return writer.removeSource(source, purge, m_purging); },
        context, std::move(done));
}

} // namespace Trailglass

#include "storethread.moc"
