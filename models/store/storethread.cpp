// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/storethread.h"

#include <optional>

namespace Trailglass {

/// Tells that an answer is there. A signal, unlike a queued call, may be sent while its receiver is being
/// destroyed in another thread.
class AnswerNotifier : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void answered();
};

Result<std::unique_ptr<StoreThread>> StoreThread::open(const QString &workspace)
{
    std::unique_ptr<StoreThread> store(new StoreThread);
    store->m_thread.setObjectName(QStringLiteral("store"));
    store->m_worker = std::make_unique<QObject>();
    store->m_worker->moveToThread(&store->m_thread);
    store->m_thread.start();
    std::optional<Error> failure;
    const auto openWriter = [&] {
        Result<std::unique_ptr<EventWriter>> writer = EventWriter::open(workspace);
        if (writer)
            store->m_writer = std::move(*writer);
        else
            failure = writer.error();
    };
    QMetaObject::invokeMethod(store->m_worker.get(), openWriter, Qt::BlockingQueuedConnection);
    if (failure)
        return *failure;
    return store;
}

StoreThread::~StoreThread()
{
    // Queued behind everything asked for before; the connection must close on the thread that opened it.
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
    auto notifier = std::make_shared<AnswerNotifier>();
    QObject::connect(
        notifier.get(), &AnswerNotifier::answered, context,
        [answer, done = std::move(done)] { done(std::move(**answer)); }, Qt::QueuedConnection);
    notifier->moveToThread(&m_thread);
    const auto perform = [this, work = std::move(work), answer, notifier] {
        answer->emplace(work(*m_writer));
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

} // namespace Trailglass

#include "storethread.moc"
