// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/recordpageloader.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QSemaphore>

#include <atomic>
#include <utility>

using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

std::vector<RowId> rows(qint64 first, qint64 last)
{
    std::vector<RowId> ids;
    for (qint64 row = first; row <= last; ++row)
        ids.push_back({row});
    return ids;
}

RecordFetcher::Page page(qint64 first, qint64 last)
{
    const auto ids = rows(first, last);
    return {Testing::resultOf({ids.begin(), ids.end()}), PlaceRange{0, ids.size()}};
}

} // namespace

class RecordPageLoaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void givesRecordsInTheOrderAsked();
    void readsPlacesOfAResultInSteps();
    void endsEveryRequestOnce();
    void dropsTheResultOfAContextThatIsGone();
    void givesNothingUntilThereIsADatabase();
    void saysThatTheWorkspaceIsNewer();
    void endsWhileItWorks();

private:
    using Records = Result<std::vector<EventRecord>>;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RecordPageLoader> m_fetcher;
    const ResultPointer m_result = Testing::resultOf({}); ///< rows are read whatever result they are of
};

void RecordPageLoaderTest::init()
{
    failOnWarnings();
    m_workspace = std::make_unique<Workspace>();
    m_fetcher = std::make_unique<RecordPageLoader>(m_workspace->folder());
}

void RecordPageLoaderTest::givesRecordsInTheOrderAsked()
{
    m_workspace->fill(600);
    std::vector<RowId> asked = rows(1, 600);
    std::ranges::reverse(asked);
    asked.insert(asked.begin() + 3, RowId{1'000'000}); // gone
    std::optional<Records> records;
    m_fetcher->fetch(m_result, asked, RecordFetcher::WithRaw::Yes, this,
                     [&](Records found) { records = std::move(found); });
    QVERIFY(!records);
    QTRY_VERIFY(records);
    VERIFY_RESULT(*records);
    QCOMPARE((*records)->size(), std::size_t(600));
    for (std::size_t i = 0; i < 600; ++i) {
        const EventRecord &record = (**records)[i];
        QCOMPARE(record.row.value, static_cast<qint64>(600 - i));
        QCOMPARE(record.event.raw, "{\"id\":\"" + record.event.id + "\"}");
    }
}

void RecordPageLoaderTest::readsPlacesOfAResultInSteps()
{
    m_workspace->fill(600);
    std::vector<RowId> ids = rows(1, 600);
    ids[7] = RowId{1'000'000}; // gone
    const auto result = Testing::resultOf({ids.begin(), ids.end()});
    std::vector<std::pair<std::size_t, qint64>> taken;
    std::vector<std::pair<std::size_t, qint64>> expected;
    for (std::size_t place = 2; place < 600; ++place) {
        if (place != 7)
            expected.emplace_back(place - 2, ids[place].value);
    }
    const auto take = [&taken](std::size_t place, EventRecord &&record) {
        taken.emplace_back(place, record.row.value);
    };
    bool hasEnded = false;
    m_fetcher->read({result, PlaceRange{2, 598}}, RecordFetcher::WithRaw::Yes, take, this,
                    [&hasEnded](const Result<void> &ended) { hasEnded = ended.hasValue(); });
    QTRY_VERIFY(hasEnded);
    QVERIFY(taken == expected);
}

void RecordPageLoaderTest::endsEveryRequestOnce()
{
    constexpr int Count = 40;
    m_workspace->fill(1000);
    QList<int> served;
    QList<int> cancelled;
    for (int i = 0; i < Count; ++i) {
        m_fetcher->fetch(m_result, rows(1, 1000), RecordFetcher::WithRaw::Yes, this,
                         [&, i](const Records &records) {
                             QVERIFY(records || records.error().kind == ErrorKind::Cancelled);
                             (records ? served : cancelled).append(i);
                         });
    }
    QVERIFY(served.isEmpty() && cancelled.isEmpty());
    QTRY_COMPARE(served.size() + cancelled.size(), Count);
    QVERIFY(std::ranges::is_sorted(cancelled)); // the oldest make room
    QVERIFY(served.contains(Count - 1)); // the newest never do
    QVERIFY(served.size() >= RecordFetcher::MaxWaiting);
    for (int i = Count - RecordFetcher::MaxWaiting; i < Count; ++i)
        QVERIFY(served.contains(i));
}

void RecordPageLoaderTest::dropsTheResultOfAContextThatIsGone()
{
    m_workspace->fill(10);
    auto context = std::make_unique<QObject>();
    bool isCalled = false;
    // The newest is served first: the second is requested while the first is being read.
    QSemaphore isRead;
    QSemaphore goOn;
    const auto hold = [&](std::size_t, EventRecord &&) {
        isRead.release();
        goOn.acquire();
    };
    m_fetcher->read(page(1, 1), RecordFetcher::WithRaw::No, hold, context.get(),
                    [&](const Result<void> &) { isCalled = true; });
    isRead.acquire();
    context.reset();
    bool last = false;
    m_fetcher->fetch(m_result, rows(1, 1), RecordFetcher::WithRaw::No, this,
                     [&](const Records &) { last = true; });
    goOn.release();
    QTRY_VERIFY(last);
    QVERIFY(!isCalled);
}

void RecordPageLoaderTest::givesNothingUntilThereIsADatabase()
{
    std::optional<std::size_t> size;
    const auto note = [&](const Records &records) {
        size = records ? records->size() : 1000;
    };
    m_fetcher->fetch(m_result, rows(1, 3), RecordFetcher::WithRaw::No, this, note);
    QTRY_COMPARE(size, std::optional<std::size_t>(0));
    m_workspace->fill(3);
    m_fetcher->fetch(m_result, rows(1, 3), RecordFetcher::WithRaw::No, this, note);
    QTRY_COMPARE(size, std::optional<std::size_t>(3));
}

void RecordPageLoaderTest::saysThatTheWorkspaceIsNewer()
{
    m_workspace->fill(3);
    m_workspace->makeNewer();
    std::optional<ErrorKind> kind;
    m_fetcher->fetch(m_result, rows(1, 3), RecordFetcher::WithRaw::No, this,
                     [&](const Records &records) { kind = records.error().kind; });
    QTRY_COMPARE(kind, std::optional(ErrorKind::NewerVersion));
}

void RecordPageLoaderTest::endsWhileItWorks()
{
    m_workspace->fill(2000);
    int calls = 0;
    std::atomic<int> taken = 0;
    for (int round = 0; round < 20; ++round) {
        QSemaphore isRead;
        RecordPageLoader fetcher(m_workspace->folder());
        const auto take = [&](std::size_t, EventRecord &&) {
            ++taken;
            isRead.release();
        };
        for (int i = 0; i < 5; ++i) {
            fetcher.read(page(1, 2000), RecordFetcher::WithRaw::Yes, take, this,
                         [&calls](const Result<void> &) { ++calls; });
        }
        isRead.acquire();
    }
    const int takenByThen = taken;
    QCoreApplication::sendPostedEvents();
    QCOMPARE(calls, 0); // nobody is called by a fetcher that is gone
    QCOMPARE(taken.load(), takenByThen);
    QVERIFY(takenByThen < 20 * 5 * 2000); // it did not finish first
}

TRAILGLASS_TEST(RecordPageLoaderTest)
#include "tst_recordpageloader.moc"
