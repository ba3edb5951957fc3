// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/rowevaluator.h"
#include "models/table/eventtablemodel.h"
#include "models/workspace/recordpageloader.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/workspacewatch.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QScopeGuard>
#include <QSemaphore>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Arrivals = 100'000;
constexpr int FirstPage = 2'000; ///< events, none of which ever changes
constexpr int PageSize = 1'000;
constexpr int PagesOnTop = 20; ///< hold only events that are newer than all before
constexpr int ChangedPerPage = 100; ///< events of pages after those
constexpr int RemovedAt = 90; ///< pages; then one of the two sources goes with its events
constexpr int PagesPerResult = 5; ///< at most, so that results come all the time, however slow they are
constexpr RowId Reader{1'000}; ///< the row the reader looks at: of the first page, and one that matches
const QString Expression = u"outcome:failure -actor:bob@example.com"_s;

Event eventOf(int number)
{
    Event event = makeEvent("e" + std::to_string(number));
    event.revised = UtcMicros{1};
    event.created = Noon + number;
    event.outcome = number % 10 == 0 ? Outcome::Failure : Outcome::Success;
    event.actor.email = number % 20 == 10 ? "bob@example.com" : "ann@example.com";
    return event;
}

/// Newer than all before it, older, or at the same time as an event of the first page.
Event lateEventOf(int number)
{
    Event event = eventOf(number);
    const int kind = number / 10 % 4;
    if (kind == 1)
        event.created = Noon - number;
    else if (kind == 2)
        event.created = Noon + number % FirstPage;
    return event;
}

/// The same event as \a page changes it: its outcome may be another one, and so its place in the result.
Event changedEventOf(int number, int page)
{
    Event event = eventOf(number);
    event.revised = UtcMicros{page + 2};
    event.outcome = (number + page) % 10 == 0 ? Outcome::Failure : Outcome::Success;
    event.raw = "{\"id\":\"" + event.id + "\",\"page\":" + std::to_string(page) + "}";
    return event;
}

/// The rows that match, by a plain loop over all events.
RowList newestFirst(const QString &folder, const Filter::NodePointer &filter, const QueryContext &context)
{
    const auto evaluator = Filter::RowEvaluator::compile(filter, context).value();
    std::vector<std::pair<UtcMicros, RowId>> found;
    const auto reader = EventReader::open(folder).value();
    const auto scanned = reader->scan(EventReader::WithRaw::No, {}, [&](const EventRecord &record) {
        if (evaluator.matches(record).value())
            found.emplace_back(record.event.created, record.row);
    });
    if (!scanned)
        qFatal("%s", qPrintable(scanned.error().message));
    std::ranges::sort(found, std::ranges::greater());
    RowList rows;
    for (const auto &[created, row] : found)
        rows.push_back(row);
    return rows;
}

/// A sync, on its own thread: commits pages as long as it may.
/// \returns what its commits counted
CommitCounts syncAll(const QString &folder, QSemaphore &mayCommit)
{
    const auto writer = EventWriter::open(folder).value();
    const SourceId work = writer->addSource(source(u"work"_s)).value();
    const SourceId removed = writer->addSource(source(u"removed"_s)).value();
    CommitCounts counts;
    int number = 0;
    std::vector<Event> events;
    while (number < FirstPage)
        events.push_back(eventOf(++number));
    counts += writer->commit(page(work, std::move(events))).value();
    for (int index = 1; counts.received < Arrivals; ++index) {
        mayCommit.acquire();
        events.clear();
        const bool isOnTop = index <= PagesOnTop;
        for (int changed = 0; !isOnTop && changed < ChangedPerPage; ++changed) {
            const int known = number - FirstPage - PageSize;
            events.push_back(changedEventOf(FirstPage + 1 + (index * 7919 + changed) % known, index));
        }
        while (events.size() < PageSize) {
            ++number;
            events.push_back(isOnTop ? eventOf(number) : lateEventOf(number));
        }
        const SourceId source = index % 10 == 5 && index < RemovedAt ? removed : work;
        counts += writer->commit(page(source, std::move(events))).value();
        if (index == RemovedAt && !writer->removeSource(removed, EventWriter::Purge::Yes))
            qFatal("The source could not be removed.");
    }
    return counts;
}

} // namespace

/// A sync of 100,000 events while the table shows a live query.
class LiveQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysRightWhileEventsArrive();

private:
    void show(const QueryResult &result);
    [[nodiscard]] RowId selectedRow() const;

    NoonClock m_clock;
    QTemporaryDir m_folder;
    QSemaphore m_mayCommit;
    RecordPageLoader m_fetcher{m_folder.path()};
    EventTableModel m_model{m_fetcher};
    QItemSelectionModel m_selection{&m_model};
    QList<Error> m_errors;
    int m_grown = 0;
    int m_replaced = 0;
    int m_lost = 0; ///< results after which the reader's event was not the selected one
};

RowId LiveQueryTest::selectedRow() const
{
    const QModelIndexList rows = m_selection.selectedRows();
    return rows.size() == 1 && rows.first() == m_selection.currentIndex().siblingAtColumn(0)
        ? m_model.rowId(rows.first().row())
        : RowId();
}

/// As the window does it: grows where it can, else replaces and finds the reader's event again.
void LiveQueryTest::show(const QueryResult &result)
{
    const int before = m_model.rowCount();
    const bool isFirst = before == 0;
    if (!isFirst && m_model.growTo(result.snapshot)) {
        m_grown += m_model.rowCount() > before ? 1 : 0;
    } else {
        m_model.setSnapshot(result.snapshot);
        m_replaced += isFirst ? 0 : 1;
        if (const auto row = m_model.rowOf(Reader))
            m_selection.setCurrentIndex(m_model.index(*row, 0),
                                        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    if (m_model.rowCount() > 0 && selectedRow() != Reader)
        ++m_lost;
    m_mayCommit.release(std::max(0, PagesPerResult - m_mayCommit.available()));
}

void LiveQueryTest::staysRightWhileEventsArrive()
{
    failOnWarnings();
    m_model.setColumns(*parseColumns(u"id,outcome,actor"_s));
    const QAbstractItemModelTester tester(&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ResultRunner runner(m_folder.path(), m_clock);
    WorkspaceWatch watch(m_folder.path(), 10);
    const auto note = [this](const Error &error) {
        m_errors.append(error);
    };
    connect(&runner, &ResultRunner::finished, this, &LiveQueryTest::show);
    connect(&runner, &ResultRunner::failed, this, note);
    connect(&m_model, &EventTableModel::failed, this, note);
    connect(&watch, &WorkspaceWatch::eventsChanged, &runner, &ResultRunner::refresh);

    runner.run(request(Expression));
    CommitCounts counts;
    std::atomic<bool> isDone = false;
    std::jthread sync([&] {
        counts = syncAll(m_folder.path(), m_mayCommit);
        isDone = true;
    });
    const auto letGo = qScopeGuard([this] { m_mayCommit.release(Arrivals); }); // also after a failure
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 240'000);
    sync.join();

    QCOMPARE(counts.received, Arrivals);
    QVERIFY(counts.updated > 1'000);
    QCOMPARE(counts.duplicate + counts.conflict + counts.unreadable, 0);
    const QueryContext context{m_clock.now()};
    const RowList expected = newestFirst(m_folder.path(), filter(Expression), context);
    QVERIFY(expected.size() > 1'000);
    QTRY_VERIFY_WITH_TIMEOUT(Testing::rowsOf(*m_model.snapshot()) == expected, 60'000);
    QVERIFY2(m_errors.isEmpty(), qPrintable(m_errors.value(0).message));
    QCOMPARE(m_model.rowCount(), static_cast<int>(expected.size()));
    QCOMPARE(selectedRow(), Reader);
    QCOMPARE(m_lost, 0);
    QVERIFY(m_grown > 1);
    QVERIFY(m_replaced > 1);
    // What is in sight around the reader is what the workspace holds.
    const auto reader = *EventReader::open(m_folder.path());
    for (int row = *m_model.rowOf(Reader) - 20; row < *m_model.rowOf(Reader) + 20; ++row) {
        const auto records = reader->records(std::array{m_model.rowId(row)}, EventReader::WithRaw::No);
        VERIFY_RESULT(records);
        QTRY_COMPARE(m_model.index(row, 0).data().toString(),
                     QString::fromStdString(records->front().event.id));
        QCOMPARE(m_model.index(row, 1).data().toString(), u"failure"_s);
        QCOMPARE(m_model.index(row, 2).data().toString(), u"ann@example.com"_s);
    }
}

TRAILGLASS_TEST(LiveQueryTest)
#include "tst_livequery.moc"
