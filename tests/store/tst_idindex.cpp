// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/idindex.h"

#include "models/store/eventwriter.h"
#include "models/store/sqlconnection.h"
#include "models/store/stablehash.h"
#include "models/store/transaction.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class IdIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void hashesNeverChange();
    void aChunkFindsItsPackedEntries_data();
    void aChunkFindsItsPackedEntries();
    void findsEveryEntryThroughSealingAndMerging();
    void findsTheSameHoweverManyAreLookedUp();
    void findsNothingMoreInATreeThatIsDamaged();
    void isTheSameAfterReopening();
    void forgetsEntriesThatAreRolledBack();
    void keepsTheChunksOfOtherRunsInAMerge();
    void forgetsHalfOfTheChunksWhereTheyAreTooMany();
    void reportsADamagedChunk();
    void refusesMoreRowsThanFit();

private:
    void add(IdIndex &index, std::vector<IdEntry> entries);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlConnection> m_connection;
};

namespace {

/// Entries of \a count rows, from \a first on.
std::vector<IdEntry> entriesOf(qint64 first, qint64 count)
{
    std::vector<IdEntry> entries;
    for (qint64 row = first; row < first + count; ++row)
        entries.push_back({.hash = stableHash(std::to_string(row)), .row = {row}});
    return entries;
}

} // namespace

void IdIndexTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(EventWriter::open(m_folder->path()));
    m_connection = std::move(*SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database));
}

void IdIndexTest::cleanup()
{
    m_connection.reset();
    m_folder.reset();
}

void IdIndexTest::add(IdIndex &index, std::vector<IdEntry> entries)
{
    auto transaction = WriteTransaction::begin(*m_connection);
    QVERIFY(index.refresh());
    QVERIFY(index.add(std::move(entries)));
    QVERIFY(transaction->commit());
}

void IdIndexTest::hashesNeverChange()
{
    // The value of the published algorithm for these bytes; it is in every database written so far.
    QCOMPARE(stableHash("", 0), quint64(0));
    QCOMPARE(stableHash("hello", 0), quint64(2191231550387646743U));
    QCOMPARE(IdIndex::hash({7}, "event-1"), stableHash("event-1", 7));
    QVERIFY(IdIndex::hash({1}, "x") != IdIndex::hash({2}, "x"));
}

void IdIndexTest::aChunkFindsItsPackedEntries_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("count");
    QTest::addColumn<quint64>("mask");
    QTest::newRow("empty") << 0 << 0 << ~quint64(0);
    QTest::newRow("one") << 0 << 1 << ~quint64(0);
    QTest::newRow("evenly spread") << 4 << 2000 << ~quint64(0);
    QTest::newRow("crowded at the low end") << 0 << 2000 << quint64(0xfff);
    QTest::newRow("crowded at the high end") << 0 << 2000 << quint64(0);
}

void IdIndexTest::aChunkFindsItsPackedEntries()
{
    QFETCH(int, bits);
    QFETCH(int, count);
    QFETCH(quint64, mask);
    std::mt19937_64 random(1);
    const quint64 prefix = bits == 0 ? 0 : quint64(5) << (64 - bits);
    const auto hash = [&] {
        const quint64 rest = bits == 0 ? random() : random() >> bits;
        return prefix | (mask == 0 ? rest | 0xffff'ffff'ffff'0000U : rest & mask);
    };
    std::vector<IdEntry> entries;
    for (int index = 0; index < count; ++index)
        entries.push_back({.hash = hash(), .row = {static_cast<qint64>(random() % 0xffff'ffff)}});
    std::ranges::sort(entries);
    const std::vector<char> packed = IdChunk::pack(entries);
    const auto chunk = IdChunk::unpack(packed);
    QVERIFY(chunk);
    for (int attempt = 0; attempt < 3000; ++attempt) {
        const quint64 wanted =
            count > 0 && attempt % 2 == 0 ? entries[random() % entries.size()].hash : hash();
        std::vector<IdEntry> found;
        chunk->find(wanted, bits, found);
        const auto expected = std::ranges::equal_range(entries, wanted, {}, &IdEntry::hash);
        QVERIFY(std::ranges::equal(found, expected));
    }
}

void IdIndexTest::findsEveryEntryThroughSealingAndMerging()
{
    constexpr qint64 Limit = generatedCases<qint64>(5000, 2000);
    auto index = IdIndex::open(*m_connection, Limit);
    QVERIFY(index);
    std::mt19937_64 random(2);
    std::multimap<quint64, qint64> model;
    qint64 row = 0;
    // Every level fills up and is merged: 22 runs are 1 of level 3, 1 of level 2, 2 of level 1.
    while (row < 22 * Limit + 1000) {
        std::vector<IdEntry> entries;
        for (int count = 0; count < 1000; ++count) {
            const quint64 hash = row % 1000 == 999 ? model.begin()->first : random();
            entries.push_back({.hash = hash, .row = {++row}});
            model.emplace(hash, row);
        }
        add(*index, std::move(entries));
    }
    QCOMPARE(*m_connection->integer("SELECT max(level) FROM id_run"), 3);
    QCOMPARE(*m_connection->integer("SELECT count(*) FROM id_run"), 4);
    QCOMPARE(*m_connection->integer("SELECT count(*) FROM id_recent"), 1000);
    QCOMPARE(*m_connection->integer("SELECT count(*) FROM id_chunk"),
             *m_connection->integer("SELECT sum(1 << bits) FROM id_run"));
    std::vector<quint64> hashes{0, ~quint64(0)};
    for (const auto &[hash, number] : model) {
        if (hash != hashes.back())
            hashes.push_back(hash);
    }
    for (int count = 0; count < 10'000; ++count)
        hashes.push_back(random());
    std::ranges::sort(hashes);
    hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
    auto found = index->find(hashes);
    QVERIFY(found);
    std::ranges::sort(*found);
    std::vector<IdEntry> expected;
    for (const auto &[hash, number] : model)
        expected.push_back({.hash = hash, .row = {number}});
    std::ranges::sort(expected);
    QVERIFY(*found == expected);
}

void IdIndexTest::findsTheSameHoweverManyAreLookedUp()
{
    constexpr qint64 Limit = 1000; // none is sealed, and the small tree is read as a whole for so many
    auto index = IdIndex::open(*m_connection, Limit);
    std::mt19937_64 random(4);
    std::vector<IdEntry> entries{{.hash = 0, .row = {1}}, {.hash = ~quint64(0), .row = {2}}};
    for (qint64 row = 3; row <= 300; ++row)
        entries.push_back({.hash = random(), .row = {row}});
    entries.push_back({.hash = entries.back().hash, .row = {301}});
    add(*index, entries);
    std::ranges::sort(entries);
    std::vector<quint64> hashes;
    for (const IdEntry &entry : entries) {
        if (hashes.empty() || hashes.back() != entry.hash)
            hashes.push_back(entry.hash);
    }

    auto together = index->find(hashes);
    QVERIFY(together);
    std::ranges::sort(*together);
    std::vector<IdEntry> singly;
    for (const quint64 hash : hashes) {
        const auto found = index->find({&hash, 1});
        QVERIFY(found);
        singly.insert(singly.end(), found->begin(), found->end());
    }
    QVERIFY(*together == entries);
    QVERIFY(singly == entries);

    // An entry that cannot be right matters only to whoever looks for it.
    QVERIFY(m_connection->execute("INSERT INTO id_recent (hash, row) VALUES (7, -5)"));
    QCOMPARE(index->find(hashes)->size(), entries.size());
    hashes.insert(std::ranges::lower_bound(hashes, quint64(7)), quint64(7));
    const auto refused = index->find(hashes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
}

void IdIndexTest::findsNothingMoreInATreeThatIsDamaged()
{
    // Read as a number, the second hash is 7; a look-up of 7 does not find it.
    QVERIFY(m_connection->execute("DROP TABLE id_recent;"
                                  "CREATE TABLE id_recent (hash INTEGER NOT NULL, row INTEGER NOT NULL, "
                                  "PRIMARY KEY (hash, row)) WITHOUT ROWID;"
                                  "INSERT INTO id_recent VALUES (1, 1), (CAST('7' AS BLOB), 2)"));
    constexpr qint64 Limit = 4; // the tree would be read as a whole for two
    auto index = IdIndex::open(*m_connection, Limit);
    const std::vector<quint64> hashes{1, 7};
    const std::vector<IdEntry> expected{{.hash = 1, .row = {1}}};

    const auto found = index->find(hashes);

    QVERIFY(found);
    QCOMPARE(*found, expected);
}

void IdIndexTest::isTheSameAfterReopening()
{
    std::vector<IdEntry> entries;
    std::mt19937_64 random(3);
    for (qint64 row = 1; row <= IdIndex::RecentLimit + 5; ++row)
        entries.push_back({.hash = random(), .row = {row}});
    {
        auto writing = IdIndex::open(*m_connection); // gone before its connection
        add(*writing, entries);
    }
    m_connection = std::move(*SqlConnection::openForReading(m_folder->path()));
    auto index = IdIndex::open(*m_connection);
    QVERIFY(index->refresh());
    for (const IdEntry &entry : {entries.front(), entries[10'000], entries.back()})
        QCOMPARE(*index->find({&entry.hash, 1}), std::vector<IdEntry>{entry});
}

void IdIndexTest::forgetsEntriesThatAreRolledBack()
{
    constexpr qint64 Limit = 5000;
    auto index = IdIndex::open(*m_connection, Limit);
    std::vector<IdEntry> entries;
    for (qint64 row = 1; row <= Limit; ++row)
        entries.push_back({.hash = stableHash(std::to_string(row)), .row = {row}});
    {
        const auto transaction = WriteTransaction::begin(*m_connection);
        QVERIFY(index->refresh());
        QVERIFY(index->add(entries));
        QCOMPARE(index->find({&entries.front().hash, 1})->size(), std::size_t(1));
    }
    index->forget();
    QVERIFY(index->refresh());
    QVERIFY(index->find({&entries.front().hash, 1})->empty());
    // The same run number again, with other content: nothing of the first may be remembered.
    for (IdEntry &entry : entries)
        entry.hash = ~entry.hash;
    add(*index, entries);
    QCOMPARE(*index->find({&entries.front().hash, 1}), std::vector<IdEntry>{entries.front()});
}

void IdIndexTest::keepsTheChunksOfOtherRunsInAMerge()
{
    constexpr qint64 Limit = 100;
    auto index = IdIndex::open(*m_connection, Limit);
    const IdEntry first = entriesOf(1, 1).front();
    for (qint64 run = 0; run < 4; ++run)
        add(*index, entriesOf(1 + run * Limit, Limit));
    QCOMPARE(*index->find({&first.hash, 1}), std::vector<IdEntry>{first});
    // What was loaded cannot be loaded again.
    QVERIFY(m_connection->execute("DELETE FROM id_chunk"));
    for (qint64 run = 4; run < 8; ++run)
        add(*index, entriesOf(1 + run * Limit, Limit));
    QCOMPARE(*m_connection->integer("SELECT count(*) FROM id_run WHERE level = 2"), 2);
    const auto found = index->find({&first.hash, 1});
    QVERIFY(found);
    QCOMPARE(*found, std::vector<IdEntry>{first});
}

void IdIndexTest::forgetsHalfOfTheChunksWhereTheyAreTooMany()
{
    constexpr qint64 Limit = 100;
    auto index = IdIndex::open(*m_connection, Limit);
    for (qint64 run = 0; run < 3; ++run) // of one chunk each
        add(*index, entriesOf(1 + run * Limit, Limit));
    auto runs = IdRuns::open(*m_connection, 2 * std::size_t(Limit) * IdChunk::EntrySize);
    QVERIFY(runs->refresh());
    const std::vector<IdRun> all = runs->runs();
    QCOMPARE(all.size(), std::size_t(3));
    const auto isThere = [&runs](const IdRun &run) {
        return runs->chunk(run, 0).hasValue();
    };
    QVERIFY(std::ranges::all_of(all, isThere));
    // What was loaded cannot be loaded again.
    QVERIFY(m_connection->execute("DELETE FROM id_chunk"));
    QCOMPARE(std::ranges::count_if(all, isThere), 2);
}

void IdIndexTest::reportsADamagedChunk()
{
    std::vector<IdEntry> entries;
    for (qint64 row = 1; row <= 100; ++row)
        entries.push_back({.hash = stableHash(std::to_string(row)), .row = {row}});
    auto writing = IdIndex::open(*m_connection, 100);
    add(*writing, entries);
    for (const char *damage : {"UPDATE id_chunk SET data = x'00'", "DELETE FROM id_chunk"}) {
        QVERIFY(m_connection->execute(damage));
        auto index = IdIndex::open(*m_connection);
        QVERIFY(index->refresh());
        const auto found = index->find({&entries.front().hash, 1});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Storage);
    }
}

void IdIndexTest::refusesMoreRowsThanFit()
{
    auto index = IdIndex::open(*m_connection);
    const auto transaction = WriteTransaction::begin(*m_connection);
    QVERIFY(index->add({{.hash = 1, .row = IdChunk::GreatestRow}}));
    const Result<void> refused = index->add({{.hash = 2, .row = {IdChunk::GreatestRow.value + 1}}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
}

TRAILGLASS_TEST(IdIndexTest)
#include "tst_idindex.moc"
