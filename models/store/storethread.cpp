// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/storethread.h"

#include "models/core/logging.h"
#include "models/core/result.h"

#include <utility>

namespace Trailglass {

/// Signals that a result is ready. A signal, unlike a queued call, may be sent while its receiver is being
/// destroyed in another thread.
class ResultNotifier : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void answered();
};

StoreThread::StoreThread(QString workspace)
    : m_workspace(std::move(workspace))
    , m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

Result<std::unique_ptr<StoreThread>> StoreThread::open(const QString &workspace)
{
    std::unique_ptr<StoreThread> store = openWhenNeeded(workspace);
    Result<void> opened;
    QMetaObject::invokeMethod(
        store->m_worker.get(), [&] { opened = store->openWriter(); }, Qt::BlockingQueuedConnection);
    if (!opened)
        return opened.error();
    QMetaObject::invokeMethod(
        store->m_worker.get(), [open = store.get()] { open->finishPurges(); }, Qt::QueuedConnection);
    return store;
}

std::unique_ptr<StoreThread> StoreThread::openWhenNeeded(const QString &workspace)
{
    return std::unique_ptr<StoreThread>(new StoreThread(workspace));
}

Result<void> StoreThread::openWriter()
{
    if (m_writer)
        return {};
    TRY(std::unique_ptr<EventWriter> writer, EventWriter::open(m_workspace, EventWriter::OpenPurges::Left));
    m_writer = std::move(writer);
    return {};
}

/// Here, and not while opening: the thread's end cuts it short. What cannot be done now is tried by the next
/// one.
void StoreThread::finishPurges()
{
    const Result<void> done = m_writer->finishPurges(m_purging);
    if (!done)
        qCWarning(logStore) << "unfinished purge:" << done.error().message;
}

StoreThread::~StoreThread()
{
    m_purges.cancel();
    // Queued after everything requested before; the connection must close on the thread that opened it.
    const auto close = [this] {
        m_writer.reset();
        m_thread.quit();
    };
    QMetaObject::invokeMethod(m_worker.get(), close, Qt::QueuedConnection);
    m_thread.wait();
}

template <class Value>
void StoreThread::run(std::function<Result<Value>(EventWriter &)> work, QObject *context,
                      std::function<void(Result<Value>)> done)
{
    auto answer = std::make_shared<std::optional<Result<Value>>>();
    auto notifier = std::make_shared<ResultNotifier>();
    QObject::connect(
        notifier.get(), &ResultNotifier::answered, context,
        [answer, done = std::move(done)] { done(std::move(**answer)); }, Qt::QueuedConnection);
    notifier->moveToThread(&m_thread);
    const auto perform = [this, work = std::move(work), answer, notifier] {
        const bool isNew = !m_writer;
        const Result<void> opened = openWriter();
        if (isNew && opened)
            finishPurges();
        answer->emplace(opened ? work(*m_writer) : Result<Value>(opened.error()));
        Q_EMIT notifier->answered();
    };
    QMetaObject::invokeMethod(m_worker.get(), perform, Qt::QueuedConnection);
}

void StoreThread::commit(PageCommit page, QObject *context, std::function<void(Result<CommitCounts>)> done)
{
    const auto shared = std::make_shared<const PageCommit>(std::move(page));
    run<CommitCounts>([shared](EventWriter &writer) { return writer.commit(*shared); }, context,
                      std::move(done));
}

void StoreThread::finishRun(SourceId source, UtcMicros at, QString error, QObject *context,
                            std::function<void(Result<void>)> done)
{
    run<void>([source, at,
               error = std::move(error)](EventWriter &writer) { return writer.finishRun(source, at, error); },
              context, std::move(done));
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
