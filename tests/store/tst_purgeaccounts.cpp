// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"
#include "models/store/treecheck.h"
#include "models/store/treereader.h"
#include "models/store/treewriter.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// What the records of purges name, and what is gone.
///
/// Source “kept” has the rows 1 to 10 and 16 to 20, “leaving” the rows 11 to 15 and 21 to 25.
class PurgeAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_count = 0;
        const auto writer = openWriter();
        const SourceId kept = *writer->addSource(source(u"kept"_s));
        m_leaving = *writer->addSource(source(u"leaving"_s));
        for (const int count : {10, 5, 5, 5}) {
            const SourceId owner = m_count == 0 || m_count == 15 ? kept : m_leaving;
            std::vector<Event> events;
            for (int added = 0; added < count; ++added)
                events.push_back(makeEvent("e" + std::to_string(++m_count)));
            VERIFY_RESULT(writer->commit(page(owner, std::move(events))));
        }
    }

    void aPurgeNamesTheRowsThatItTakes()
    {
        VERIFY_RESULT(openWriter()->removeSource(m_leaving, EventWriter::Purge::Yes));
        const auto found = checkTree(m_folder->path(), {}, {});
        VERIFY_RESULT(found);
        QCOMPARE(sentences(), QStringList());
        QCOMPARE(found->purges.size(), std::size_t(1));
        const PurgeNotice &purge = found->purges.front();
        QCOMPARE(purge.leaves, 10);
        QVERIFY((purge.rows == PurgedRows{.ranges = {{RowId{11}, RowId{15}}, {RowId{21}, RowId{25}}}}));
    }

    /// The first transaction has its record, and the events are there until the last.
    void aPurgeThatGoesOnIsInOrder()
    {
        CancelSource cancel;
        const CancelToken token = cancel.token();
        cancel.cancel();
        QVERIFY(!openWriter()->removeSource(m_leaving, EventWriter::Purge::Yes, token));
        QCOMPARE(number("SELECT count(*) FROM event"), 25);
        QCOMPARE(sentences(), QStringList());
        QVERIFY(openWriter()); // goes on with it
        QCOMPARE(number("SELECT count(*) FROM event"), 15);
        QCOMPARE(sentences(), QStringList());
    }

    void rowsThatNoPurgeNamesAreFound()
    {
        VERIFY_RESULT(openWriter()->removeSource(m_leaving, EventWriter::Purge::Yes));
        passOffAsPurged(4);
        passOffAsPurged(5);
        QCOMPARE(sentences(),
                 QStringList{u"The events of rows 4 to 5 are gone, and neither a purge nor newer versions of "
                             "them explain why."_s});
    }

    /// It says how many leaves it took, and no more.
    void aPurgeOfAnEarlierVersionExplainsAsManyAsItTook()
    {
        appendPurge({.at = Noon, .source = u"old"_s, .leaves = 1, .by = u"window"_s});
        passOffAsPurged(4);
        QCOMPARE(sentences(), QStringList());
        passOffAsPurged(5);
        QCOMPARE(sentences(), QStringList{u"1 leaves of the tree are gone that no purge explains."_s});
    }

    void manyRangesAreComparedByTheirHash_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("altered");
        QTest::newRow("as they are") << QByteArray("SELECT 1") << 0;
        QTest::newRow("one longer") << QByteArray(
            "UPDATE superseded SET last_row = last_row + 1 WHERE first_row = 30000")
                                    << 1;
        QTest::newRow("one less") << QByteArray("DELETE FROM superseded WHERE first_row = 30000") << 1;
        QTest::newRow("the first one less")
            << QByteArray("DELETE FROM superseded WHERE first_row = 20000") << 1;
        QTest::newRow("none") << QByteArray("DELETE FROM superseded") << 2;
        QTest::newRow("one before them")
            << QByteArray("INSERT INTO superseded (sequence, first_row, last_row) VALUES (-5, 20000, 20000)")
            << 1;
    }

    void manyRangesAreComparedByTheirHash()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const int, altered);
        purgeManyRanges(20'000);
        execute(
            "INSERT INTO superseded (first_row, last_row, at) VALUES (50000, 50000, 1)"); // by a newer version
        purgeManyRanges(60'000);

        execute(sql);

        QCOMPARE(alteredPurges(), altered);
    }

    /// Each record that a stranger adds would cost a check as much as all the rows that it names.
    void rowsAreOfOnePurge()
    {
        const PurgedRows rows = purgeManyRanges(20'000);
        QVERIFY(rows.hash);
        QCOMPARE(alteredPurges(), 0);
        for (int record = 0; record < 3; ++record)
            appendPurge({.at = Noon, .source = u"again"_s, .by = u"window"_s, .rows = rows});
        QCOMPARE(alteredPurges(), 3);
    }

    void eventsThatSeveralPurgesNameAreFoundOnce()
    {
        for (int record = 0; record < 3; ++record) {
            appendPurge({.at = Noon,
                         .source = u"old"_s,
                         .by = u"window"_s,
                         .rows = PurgedRows{.ranges = {{RowId{4}, RowId{5}}}}});
        }
        QCOMPARE(sentences(),
                 QStringList{u"2 event(s) from row 4 on are stored, although the record of a purge says that "
                             "they were deleted."_s});
    }

private:
    [[nodiscard]] QString database() const { return WorkspacePaths::of(m_folder->path()).database; }
    [[nodiscard]] std::unique_ptr<EventWriter> openWriter() const
    {
        return std::move(*EventWriter::open(m_folder->path()));
    }
    void execute(const QByteArray &sql) const { runFreely(database(), sql); }
    [[nodiscard]] qint64 number(const QByteArray &sql) const { return runFreely(database(), sql); }
    [[nodiscard]] QStringList sentences() const
    {
        const Result<TreeVerdict> found = checkTree(m_folder->path(), {}, {});
        if (!found)
            return {found.error().message};
        QStringList listed;
        for (const TreeProblem &problem : found->problems)
            listed.append(problem.sentence);
        return listed;
    }

    /// As after a purge of so many rows that its record has only a hash of them.
    PurgedRows purgeManyRanges(qint64 firstRow) const
    {
        std::vector<RemovedRange> ranges;
        QByteArray entries;
        for (qint64 row = firstRow; row < firstRow + 20'000; row += 4) {
            ranges.push_back({RowId{row}, RowId{row + 1}});
            entries += entries.isEmpty() ? "INSERT INTO superseded (first_row, last_row) VALUES " : ",";
            entries += '(' + QByteArray::number(row) + ',' + QByteArray::number(row + 1) + ')';
        }
        execute(entries);
        const PurgedRows rows = purgedRows(ranges);
        appendPurge({.at = Noon, .source = u"old"_s, .by = u"window"_s, .rows = rows});
        return rows;
    }

    /// Purges whose rows are not those of their record.
    [[nodiscard]] int alteredPurges() const
    {
        return static_cast<int>(sentences().filter(u"are not those that it names"_s).size());
    }

    /// Deletes an event as a purge does, but for the record.
    void passOffAsPurged(qint64 row) const
    {
        const QByteArray leaf = QByteArray::number(row); // leaf 0 is the record `started`
        const Digest hash = (*TreeReader::open(m_folder->path()))->leaf(row)->hash;
        execute("DELETE FROM event WHERE row = " + leaf
                + "; INSERT INTO superseded (first_row, last_row) VALUES (" + leaf + ',' + leaf
                + "); INSERT INTO tree_gone VALUES (" + leaf + ", x'" + hex(hash) + "')");
    }

    void appendPurge(const PurgeNotice &notice) const
    {
        const auto connection = SqlConnection::openForWriting(database());
        VERIFY_RESULT(connection);
        auto transaction = WriteTransaction::begin(**connection);
        VERIFY_RESULT(transaction);
        const auto tree = TreeWriter::open(**connection);
        VERIFY_RESULT(tree);
        VERIFY_RESULT((*tree)->appendRecord(TreeRecords::Purged, TreeRecords::purged(notice)));
        VERIFY_RESULT((*tree)->finish(Noon));
        VERIFY_RESULT(transaction->commit());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SourceId m_leaving;
    int m_count = 0;
};

TRAILGLASS_TEST(PurgeAccountsTest)
#include "tst_purgeaccounts.moc"
