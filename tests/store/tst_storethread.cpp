// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/storethread.h"

#include "models/store/sqlconnection.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"
#include "tests/support/nomorethreads.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class StoreThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void deliversResultsInTheContextsThreadInOrder();
    void dropsResultsWhoseContextIsGone();
    void finishesAllCallsBeforeItEnds();
    void cutsAPurgeShortWhenItEnds();
    void leavesAPurgeThatOtherCallsWouldWaitFor();
    void takesBackOnlyWhatItHasAdded();
    void survivesManyContextsThatGoWhileItWorks();
    void logsAFailedPurgeByItsKind();
    void reportsFailures();
    void reportsWhyAWorkspaceCannotBeOpened();
    void reportsThatNoThreadStarts();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    SourceId m_source;
};

void StoreThreadTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    const auto writer = EventWriter::open(m_folder->path());
    m_source = *(*writer)->addSource(source(u"work"_s));
}

void StoreThreadTest::deliversResultsInTheContextsThreadInOrder()
{
    const auto store = std::move(*StoreThread::open(m_folder->path()));
    std::vector<int> results;
    bool onThisThread = true;
    for (int number = 0; number < 20; ++number) {
        store->commit(page(m_source, {makeEvent(std::to_string(number))}), this,
                      [&, number](Result<CommitCounts> counts) {
                          onThisThread &= QThread::currentThread() == thread();
                          if (counts && counts->added == 1)
                              results.push_back(number);
                      });
    }
    store->finishRun(endedSync(m_source, Noon), this,
                     [&](Result<void> done) { results.push_back(done ? 20 : -1); });
    QTRY_COMPARE(results.size(), std::size_t(21));
    QVERIFY(std::ranges::is_sorted(results));
    QVERIFY(onThisThread);
    const auto reader = EventReader::open(m_folder->path());
    QCOMPARE((*reader)->sourceState(m_source)->lastSuccess, std::optional(Noon));
    QCOMPARE((*reader)->lastRow()->value, 20);
}

void StoreThreadTest::dropsResultsWhoseContextIsGone()
{
    const auto store = std::move(*StoreThread::open(m_folder->path()));
    bool delivered = false;
    auto context = std::make_unique<QObject>();
    store->commit(page(m_source, {makeEvent("1")}), context.get(),
                  [&delivered](Result<CommitCounts>) { delivered = true; });
    context.reset();
    bool last = false;
    store->commit(page(m_source, {makeEvent("2")}), this, [&last](Result<CommitCounts>) { last = true; });
    QTRY_VERIFY(last);
    QVERIFY(!delivered);
    QCOMPARE((*EventReader::open(m_folder->path()))->lastRow()->value, 2);
}

void StoreThreadTest::finishesAllCallsBeforeItEnds()
{
    int results = 0;
    {
        const auto store = std::move(*StoreThread::open(m_folder->path()));
        AwkwardEvents generator(1);
        for (int number = 0; number < 30; ++number)
            store->commit(page(m_source, generator.take(100)), this,
                          [&results](Result<CommitCounts>) { ++results; });
    }
    QCOMPARE((*EventReader::open(m_folder->path()))->lastRow()->value, 3000);
    QTRY_COMPARE(results, 30);
}

void StoreThreadTest::cutsAPurgeShortWhenItEnds()
{
    {
        const auto store = std::move(*StoreThread::open(m_folder->path()));
        AwkwardEvents generator(1);
        store->commit(page(m_source, generator.take(3000)), this, [](Result<CommitCounts>) {});
        store->removeSource(m_source, EventWriter::Purge::Yes, this, [](Result<void>) {});
    }
    // However far the purge came: the source is hidden, and the next writer deletes the rest.
    const auto reader = std::move(*EventReader::open(m_folder->path()));
    QVERIFY(reader->sources()->isEmpty());
    QVERIFY(allEvents(*reader).empty());
    VERIFY_RESULT(EventWriter::open(m_folder->path()));
    const auto connection = SqlConnection::openForReading(m_folder->path());
    QCOMPARE(*(*connection)->integer("SELECT count(*) FROM raw_block"), 0);
}

/// As when the window is closed during a sync, whose runs get their ends first.
void StoreThreadTest::leavesAPurgeThatOtherCallsWouldWaitFor()
{
    {
        const auto writer = std::move(*EventWriter::open(m_folder->path()));
        AwkwardEvents generator(1);
        VERIFY_RESULT(writer->commit(page(m_source, generator.take(3000))));
        CancelSource stop;
        const CancelToken stopped = stop.token();
        stop.cancel();
        QVERIFY(!writer->removeSource(m_source, EventWriter::Purge::Yes, stopped));
    }
    const auto store = StoreThread::openWhenNeeded(m_folder->path());
    store->leavePurges();
    bool isAdded = false; // by the first call, which takes up the purge
    store->addSource(source(u"other"_s), std::make_shared<std::optional<SourceId>>(), this,
                     [&isAdded](Result<SourceId> id) { isAdded = id.hasValue(); });
    QTRY_VERIFY_WITH_TIMEOUT(isAdded, 60'000);
    const auto connection = SqlConnection::openForReading(m_folder->path());
    QCOMPARE_GT(*(*connection)->integer("SELECT count(*) FROM raw_block"), 0);
}

void StoreThreadTest::takesBackOnlyWhatItHasAdded()
{
    {
        const auto store = std::move(*StoreThread::open(m_folder->path()));
        for (const QString &name : {u"other"_s, u"work"_s}) {
            const auto added = std::make_shared<std::optional<SourceId>>();
            store->addSource(source(name), added, this, [](Result<SourceId>) {});
            store->takeBackSource(added, {}, this, [](Result<void>) {});
        }
    }
    const auto sources = (*EventReader::open(m_folder->path()))->sources();
    QCOMPARE(sources->size(), 1);
    QCOMPARE(sources->first().name, u"work"_s); // was there before
    QVERIFY(!sources->first().removed);
}

void StoreThreadTest::survivesManyContextsThatGoWhileItWorks()
{
    const auto store = std::move(*StoreThread::open(m_folder->path()));
    for (int number = 0; number < 300; ++number) {
        QObject context;
        store->commit(page(m_source, {makeEvent(std::to_string(number))}), &context,
                      [](Result<CommitCounts>) {});
    }
    bool last = false;
    store->finishRun(endedSync(m_source, Noon), this, [&last](Result<void>) { last = true; });
    QTRY_VERIFY_WITH_TIMEOUT(last, 60'000);
    QCOMPARE((*EventReader::open(m_folder->path()))->lastRow()->value, 300);
}

void StoreThreadTest::logsAFailedPurgeByItsKind()
{
    {
        const auto connection = SqlConnection::openForWriting(m_folder->filePath(u"trailglass.sqlite"_s));
        VERIFY_RESULT((*connection)
                          ->execute("INSERT INTO source (id, name, type, settings, secrets) VALUES "
                                    "(-1, NULL, 'asana', '{}', '{}')"));
    }
    // No sentence: it is translated, and may quote a file.
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^unfinished purge: storage *$"_s));
    VERIFY_RESULT(StoreThread::open(m_folder->path()));
}

void StoreThreadTest::reportsFailures()
{
    const auto store = std::move(*StoreThread::open(m_folder->path()));
    std::optional<ErrorKind> kind;
    store->commit(page({99}, {makeEvent("1")}), this, [&kind](Result<CommitCounts> counts) {
        kind = counts ? ErrorKind::Internal : counts.error().kind;
    });
    QTRY_COMPARE(kind, std::optional(ErrorKind::NotFound));
}

void StoreThreadTest::reportsWhyAWorkspaceCannotBeOpened()
{
    const auto store = StoreThread::open(u"/dev/null/workspace"_s);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
}

/// Whoever opened one waited for ever.
void StoreThreadTest::reportsThatNoThreadStarts()
{
    const QRegularExpression fromQt(u"^QThread::start: Thread creation error"_s);
    std::unique_ptr<StoreThread> store;
    {
        const Support::NoMoreThreads limit;
        QTest::ignoreMessage(QtCriticalMsg, fromQt);
        const auto opened = StoreThread::open(m_folder->path());
        QVERIFY(!opened);
        const QString message = opened.error().message;
        QVERIFY2(message.contains(u"starts no more threads"_s), qPrintable(message));
        QTest::ignoreMessage(QtCriticalMsg, fromQt);
        store = StoreThread::openWhenNeeded(m_folder->path());
    }
    std::optional<Result<CommitCounts>> result;
    store->commit(page(m_source, {makeEvent("1")}), this,
                  [&result](Result<CommitCounts> counts) { result.emplace(std::move(counts)); });
    QVERIFY(!result); // within no call
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QVERIFY(result->error().message.contains(u"starts no more threads"_s));
    QCOMPARE((*EventReader::open(m_folder->path()))->lastRow()->value, 0);
}

TRAILGLASS_TEST(StoreThreadTest)
#include "tst_storethread.moc"
