// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/rawstore.h"

#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// The rows that a scan visited.
using Visited = std::vector<std::pair<qint64, std::string>>;

RawStore::Visitor collect(Visited &visited)
{
    return [&visited](RowId row, std::string_view raw) {
        visited.emplace_back(row.value, raw);
    };
}

} // namespace

class RawStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsBackTheExactBytes();
    void packsACommitIntoBlocksOfOneSource();
    void closesBlocksOfHugeEventsEarly();
    void scansAnyRangeInOrder();
    void scansGivenRows();
    void leavesOutSupersededRows();
    void stopsAScanWhenCancelled();
    void namesTheRowsOfADamagedBlockAndReadsTheRest_data();
    void namesTheRowsOfADamagedBlockAndReadsTheRest();
    void scansOnTwoThreadsAtOnce();
    void reportsARowThatWasNeverStored();

private:
    void fill(const std::vector<std::string> &raws, SourceId source);
    std::unique_ptr<SqlConnection> connect() const;
    void execute(const std::string &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_first;
    SourceId m_second;
    std::vector<std::string> m_stored; ///< by row - 1
};

void RawStoreTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*EventWriter::open(m_folder->path()));
    m_first = *m_writer->addSource(source(u"first"_s));
    m_second = *m_writer->addSource(source(u"second"_s));
    m_stored.clear();
}

void RawStoreTest::cleanup()
{
    m_writer.reset();
    m_folder.reset();
}

void RawStoreTest::fill(const std::vector<std::string> &raws, SourceId source)
{
    std::vector<Event> events;
    for (const std::string &raw : raws) {
        m_stored.push_back(raw);
        events.push_back(makeEvent(std::to_string(m_stored.size()), raw));
    }
    VERIFY_RESULT(m_writer->commit(page(source, std::move(events))));
}

std::unique_ptr<SqlConnection> RawStoreTest::connect() const
{
    return std::move(*SqlConnection::openForReading(m_folder->path()));
}

void RawStoreTest::execute(const std::string &sql)
{
    const auto connection = SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database);
    VERIFY_RESULT((*connection)->execute(sql));
}

void RawStoreTest::readsBackTheExactBytes()
{
    AwkwardEvents random(3);
    for (int commit = 0; commit < 12; ++commit) {
        std::vector<std::string> raws;
        for (qint64 count = random.below(600); count > 0; --count) {
            std::string raw = "{";
            for (qint64 length = random.below(200); length > 0; --length)
                raw += static_cast<char>(random.below(256));
            raws.push_back(raw);
        }
        fill(raws, commit % 2 == 0 ? m_first : m_second);
    }
    const auto connection = connect();
    const auto raws = RawStore::open(*connection);
    VERIFY_RESULT(raws);
    for (int attempt = 0; attempt < 500; ++attempt) {
        const qint64 row = 1 + random.below(static_cast<qint64>(m_stored.size()));
        const Result<std::string_view> read = (*raws)->read({row});
        VERIFY_RESULT(read);
        QCOMPARE(*read, std::string_view(m_stored[static_cast<std::size_t>(row) - 1]));
    }
}

void RawStoreTest::packsACommitIntoBlocksOfOneSource()
{
    fill(std::vector<std::string>(600, "{\"same\":\"text\"}"), m_first);
    fill({"{}"}, m_second);
    fill({"{}"}, m_first);
    const auto connection = connect();
    auto statement = connection->prepare("SELECT first_row, source, count, bytes FROM raw_block ORDER BY 1");
    std::vector<std::array<qint64, 4>> blocks;
    VERIFY_RESULT(statement->forEachRow([&blocks](const Statement &row) {
        blocks.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3)});
    }));
    const std::vector<std::array<qint64, 4>> expected{{1, m_first.value, 256, 256 * 15},
                                                      {257, m_first.value, 256, 256 * 15},
                                                      {513, m_first.value, 88, 88 * 15},
                                                      {601, m_second.value, 1, 2},
                                                      {602, m_first.value, 1, 2}};
    QCOMPARE(blocks, expected);
}

void RawStoreTest::closesBlocksOfHugeEventsEarly()
{
    std::vector<std::string> raws;
    for (int index = 0; index < 10; ++index)
        raws.push_back('"' + std::string(1'500'000, static_cast<char>('a' + index)) + '"');
    fill(raws, m_first);
    const auto connection = connect();
    QCOMPARE(*connection->integer("SELECT max(count) FROM raw_block"), 3);
    Visited visited;
    const auto store = RawStore::open(*connection);
    VERIFY_RESULT((*store)->scan({1}, {10}, {}, collect(visited)));
    QCOMPARE(visited.size(), raws.size());
    for (std::size_t index = 0; index < raws.size(); ++index)
        QVERIFY(visited[index].second == raws[index]);
}

void RawStoreTest::scansAnyRangeInOrder()
{
    for (const int count : {300, 1, 2, 700})
        fill(std::vector<std::string>(static_cast<std::size_t>(count),
                                      "{\"n\":" + std::to_string(count) + '}'),
             m_first);
    const auto connection = connect();
    const auto raws = RawStore::open(*connection);
    AwkwardEvents random(5);
    for (int attempt = 0; attempt < 60; ++attempt) {
        const qint64 first = random.below(1010);
        const qint64 last = random.below(1010);
        Visited visited;
        VERIFY_RESULT((*raws)->scan({first}, {last}, {}, collect(visited)));
        Visited expected;
        for (qint64 row = std::max<qint64>(first, 1); row <= std::min<qint64>(last, 1003); ++row)
            expected.emplace_back(row, m_stored[static_cast<std::size_t>(row) - 1]);
        QCOMPARE(visited, expected);
    }
}

void RawStoreTest::scansGivenRows()
{
    std::vector<std::string> raws;
    for (int index = 1; index <= 600; ++index)
        raws.push_back(std::to_string(index));
    fill(raws, m_first);
    const std::vector<RowId> rows{{1}, {2}, {300}, {599}, {600}, {601}};
    Visited visited;
    const auto connection = connect();
    VERIFY_RESULT((*RawStore::open(*connection))->scan(rows, {}, collect(visited)));
    QCOMPARE(visited, (Visited{{1, "1"}, {2, "2"}, {300, "300"}, {599, "599"}, {600, "600"}}));
}

void RawStoreTest::leavesOutSupersededRows()
{
    fill({"1", "2", "3"}, m_first);
    VERIFY_RESULT(m_writer->commit(page(m_first, {makeEvent("2", "two", UtcMicros{1})})));
    const auto connection = connect();
    const auto raws = RawStore::open(*connection);
    Visited all;
    VERIFY_RESULT((*raws)->scan({1}, {100}, {}, collect(all)));
    QCOMPARE(all, (Visited{{1, "1"}, {3, "3"}, {4, "two"}}));
    Visited some;
    VERIFY_RESULT((*raws)->scan(std::vector<RowId>{{2}, {4}}, {}, collect(some)));
    QCOMPARE(some, (Visited{{4, "two"}}));
}

void RawStoreTest::stopsAScanWhenCancelled()
{
    fill(std::vector<std::string>(1000, "{}"), m_first);
    CancelSource cancel;
    qint64 visits = 0;
    const auto connection = connect();
    const Result<void> scanned =
        (*RawStore::open(*connection))->scan({1}, {1000}, cancel.token(), [&](RowId, std::string_view) {
            ++visits;
            cancel.cancel();
        });
    QVERIFY(!scanned);
    QCOMPARE(scanned.error().kind, ErrorKind::Cancelled);
    QVERIFY(visits <= static_cast<qint64>(RawBlock::Capacity));
}

void RawStoreTest::namesTheRowsOfADamagedBlockAndReadsTheRest_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("a changed byte")
        << u"data = CAST(substr(data, 1, 20) || x'00ff' || substr(data, 23) AS BLOB)"_s;
    QTest::newRow("cut") << u"data = substr(data, 1, length(data) / 2)"_s;
    QTest::newRow("empty") << u"data = x''"_s;
    QTest::newRow("another count") << u"count = count - 1"_s;
    QTest::newRow("an absurd count") << u"count = 4000000000"_s;
    QTest::newRow("an absurd size") << u"data = x'28b52ffde4ffffffffffffff7f00'"_s;
    QTest::newRow("another block") << u"data = (SELECT data FROM raw_block WHERE first_row = 513)"_s;
}

void RawStoreTest::namesTheRowsOfADamagedBlockAndReadsTheRest()
{
    QFETCH(QString, damage);
    std::vector<std::string> raws;
    for (int index = 1; index <= 600; ++index)
        raws.push_back("{\"n\":" + std::to_string(index * 7919) + '}');
    fill(raws, m_first);
    execute("UPDATE raw_block SET " + damage.toStdString() + " WHERE first_row = 257");
    const auto connection = connect();
    const auto store = RawStore::open(*connection);
    const Result<std::string_view> inside = (*store)->read({300});
    QVERIFY(!inside);
    QCOMPARE(inside.error().kind, ErrorKind::Storage);
    QVERIFY2(inside.error().message.contains(u"events 257 to"_s), qPrintable(inside.error().message));
    for (const qint64 row : {1, 256, 513, 600})
        QCOMPARE(*(*store)->read({row}), std::string_view(raws[static_cast<std::size_t>(row) - 1]));

    Visited visited;
    const Result<void> scanned = (*store)->scan({1}, {600}, {}, collect(visited));
    QVERIFY(!scanned);
    QCOMPARE(scanned.error().kind, ErrorKind::Storage);
    QCOMPARE(visited.size(), std::size_t(600 - 256));
    visited.clear();
    const Result<void> chosen = (*store)->scan(std::vector<RowId>{{1}, {257}, {600}}, {}, collect(visited));
    QVERIFY(!chosen);
    QCOMPARE(visited, (Visited{{1, raws[0]}, {600, raws[599]}}));
}

void RawStoreTest::scansOnTwoThreadsAtOnce()
{
    for (int commit = 0; commit < 20; ++commit)
        fill(std::vector<std::string>(500, "{\"commit\":" + std::to_string(commit) + '}'), m_first);
    std::array<qint64, 2> counts{};
    std::vector<std::thread> threads;
    for (std::size_t part = 0; part < counts.size(); ++part) {
        threads.emplace_back([&, part] {
            const auto connection = connect();
            const auto raws = RawStore::open(*connection);
            const auto first = static_cast<qint64>(part) * 5000 + 1;
            const Result<void> scanned =
                (*raws)->scan({first}, {first + 4999}, {}, [&](RowId row, std::string_view raw) {
                    counts[part] += raw == m_stored[static_cast<std::size_t>(row.value) - 1] ? 1 : 0;
                });
            Q_UNUSED(scanned)
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(counts, (std::array<qint64, 2>{5000, 5000}));
}

void RawStoreTest::reportsARowThatWasNeverStored()
{
    fill({"1"}, m_first);
    const auto connection = connect();
    const auto raws = RawStore::open(*connection);
    for (const qint64 row : {-1, 0, 2, 1000})
        QCOMPARE((*raws)->read({row}).error().kind, ErrorKind::NotFound);
}

TRAILGLASS_TEST(RawStoreTest)
#include "tst_rawstore.moc"
