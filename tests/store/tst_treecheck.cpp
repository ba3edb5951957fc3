// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treecheck.h"

#include "models/store/treereader.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = TreeProblem::Kind;

QStringList sentencesOf(const TreeVerdict &verdict)
{
    QStringList sentences;
    for (const TreeProblem &problem : verdict.problems)
        sentences.append(problem.sentence);
    return sentences;
}

} // namespace

/// What the check of the tree says of a workspace that somebody else has written to.
///
/// Leaves: 0 the record `started`; 1 to 600 rows 1 to 600 of source “kept”; 601 a quarantined row, 602 coverage; 603 to 702
/// rows 601 to 700 of the source that is purged later; 703 row 701, which replaces row 5; 704 the record of the purge; 705 to
/// 734 rows 702 to 731.
class TreeCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void findsNothingInAnIntactWorkspace();
    void namesWhatWasAltered_data();
    void namesWhatWasAltered();
    void oneAlteredEventIsOneProblem();
    void saysWhatIsWrongWithTheTablesOfTheTree_data();
    void saysWhatIsWrongWithTheTablesOfTheTree();
    void findsAnEventThatWasPassedOffAsGone();
    void findsAPurgeThatTookMoreThanItSays();
    void isRightAgainOnceTheEventIs();
    void refusesAnEdgeThatCannotBeRight();
    void listsTheFirstOfManyProblems();
    void stopsWhenCancelled();
    void saysHowFarItIs();

private:
    void execute(const QByteArray &sql) const
    {
        runFreely(WorkspacePaths::of(m_folder->path()).database, sql);
    }
    [[nodiscard]] TreeVerdict verdict() const;

    QTemporaryDir m_original; ///< made once; each test has a copy
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TreeCheckTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    const auto writer = std::move(*EventWriter::open(m_original.path()));
    const SourceId kept = *writer->addSource(source(u"kept"_s));
    const SourceId doomed = *writer->addSource(source(u"doomed"_s));
    AwkwardEvents generator(23);
    PageCommit first = page(kept, generator.take(600));
    first.unreadable.push_back({.bytes = "?", .length = 1, .offset = 0, .reason = u"broken"_s});
    first.covered.push_back({.window = {.from = Noon, .to = Noon + 1}, .answered = Noon, .pages = 1});
    VERIFY_RESULT(writer->commit(first));
    VERIFY_RESULT(writer->commit(page(doomed, generator.take(100))));
    VERIFY_RESULT(writer->commit(page(kept, {makeEvent("id-5", "{}", UtcMicros{1})})));
    VERIFY_RESULT(writer->removeSource(doomed, EventWriter::Purge::Yes));
    VERIFY_RESULT(writer->commit(page(kept, generator.take(30))));
}

void TreeCheckTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(WorkspacePaths::of(m_original.path()).database,
                        WorkspacePaths::of(m_folder->path()).database));
}

TreeVerdict TreeCheckTest::verdict() const
{
    const Result<TreeVerdict> found = checkTree(m_folder->path(), {}, {});
    if (!found)
        qWarning() << found.error().message << found.error().detail;
    return found ? *found : TreeVerdict();
}

void TreeCheckTest::findsNothingInAnIntactWorkspace()
{
    const TreeVerdict found = verdict();
    QCOMPARE(sentencesOf(found), QStringList());
    QVERIFY(found.isIntact());
    QCOMPARE(found.size, 735);
    QCOMPARE(found.events, 630);
    QCOMPARE(found.records, 4);
    QCOMPARE(found.gone, 101);
    QCOMPARE(found.root, *(*TreeReader::open(m_folder->path()))->root());
    QCOMPARE(found.purges.size(), std::size_t(1));
    const PurgeNotice &purge = found.purges.front();
    QCOMPARE(purge.source, u"doomed"_s);
    QCOMPARE(purge.leaf, 704);
    QCOMPARE(purge.leaves, 100);
    QCOMPARE(purge.records, 0);
    QCOMPARE(purge.by, u"tst_store"_s);
    QVERIFY((purge.rows == PurgedRows{.ranges = {{RowId{601}, RowId{700}}}}));
}

void TreeCheckTest::namesWhatWasAltered_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *sql, Kind kind, int number, const QString &words) {
        QTest::newRow(name) << QByteArray(sql) << kind << number << words;
    };
    const QString altered = u"The event of row %1 was changed after it was stored."_s;
    row("time of an event", "UPDATE event SET created = created + 1 WHERE row = 7", Kind::EventAltered, 7,
        altered.arg(7));
    row("time of receipt", "UPDATE event SET received = received - 1 WHERE row = 300", Kind::EventAltered,
        300, altered.arg(300));
    row("id of an event", "UPDATE event SET id = 'another' WHERE row = 512", Kind::EventAltered, 512,
        altered.arg(512));
    row("an event of the last chunk", "UPDATE event SET created = 0 WHERE row = 731", Kind::EventAltered, 731,
        altered.arg(731));
    row("what an event replaced", "UPDATE tree_replaced SET replaces = replaces + 1", Kind::EventAltered, 701,
        altered.arg(701));
    row("JSON of other events",
        "UPDATE raw_block SET data = (SELECT data FROM raw_block WHERE first_row = 257) WHERE first_row = 1",
        Kind::EventAltered, 1, u"were changed after they were stored"_s);
    row("name of a source", "UPDATE source SET name = 'renamed'", Kind::EventAltered, 1,
        u"were changed after they were stored"_s);
    row("type of a source", "UPDATE source SET type = 'nected'", Kind::EventAltered, 1,
        u"were changed after they were stored"_s);
    row("a number that cannot be right", "UPDATE event SET created = 9223372036854775807 WHERE row = 9",
        Kind::EventUnreadable, 9, u"row 9 is damaged"_s);
    row("an event that was deleted", "DELETE FROM event WHERE row = 7", Kind::EventMissing, 7,
        u"The event of row 7 was stored, and is not there any more."_s);
    row("many events that were deleted", "DELETE FROM event WHERE row BETWEEN 100 AND 600",
        Kind::EventMissing, 100, u"The events of rows 100 to 600 were stored"_s);
    row("a block that is damaged", "UPDATE raw_block SET data = x'00' WHERE first_row = 257",
        Kind::EventUnreadable, 257, u"The events of rows 257 to 512 are damaged"_s);
    row("an event that was added",
        "INSERT INTO event (row, source, created, received, op, outcome, id) VALUES (9000, 1, 0, 0, 0, 0, "
        "'x')",
        Kind::EventUnknown, 9000, u"The event of row 9000 was not stored by Trailglass."_s);
    row("an event in the place of one that is gone",
        "INSERT INTO event (row, source, created, received, op, outcome, id) VALUES (650, 1, 0, 0, 0, 0, "
        "'x')",
        Kind::EventUnreadable, 650, u"row 650 is damaged"_s);
    row("an event in a row that a purge has deleted",
        "DELETE FROM superseded WHERE first_row = 601;"
        "INSERT INTO event (row, source, created, received, op, outcome, id) VALUES (650, 1, 0, 0, 0, 0, "
        "'x')",
        Kind::EventPurged, 650,
        u"The event of row 650 is stored, although the record of a purge says that it was deleted."_s);
    row("a leaf moved to another row", "UPDATE tree_span SET first_row = first_row + 1 WHERE first_leaf = 1",
        Kind::EventUnknown, 1, u"The event of row 1 was not stored by Trailglass."_s);
    row("a record", "UPDATE tree_record SET text = replace(text, 'broken', 'mended') WHERE leaf = 601",
        Kind::RecordAltered, 0, u"Leaf 601 of the tree, a record, was changed"_s);
    row("a record that was deleted", "DELETE FROM tree_record WHERE leaf = 602", Kind::RecordMissing, 0,
        u"Leaf 602 of the tree is not there any more."_s);
    row("the hash of an event that is gone",
        "UPDATE tree_gone SET hashes = CAST(x'01' || substr(hashes, 2) AS BLOB) WHERE first_leaf = 603",
        Kind::GoneAltered, 601, u"The hash kept of the event of row 601"_s);
    row("a hash of a chunk", "UPDATE tree_node SET hash = zeroblob(32) WHERE level = 8 AND number = 0",
        Kind::HashAltered, 0, u"of its leaves 0 to 255 was changed"_s);
    row("the prints of a chunk", "UPDATE tree_node SET prints = zeroblob(256) WHERE level = 8 AND number = 1",
        Kind::HashAltered, 0, u"of its leaves 256 to 511 was changed"_s);
    row("a hash that was deleted", "DELETE FROM tree_node WHERE level = 8 AND number = 0", Kind::HashAltered,
        0, u"of its leaves 0 to 255 was changed"_s);
    row("hashes of the edge", "UPDATE tree_edge SET hashes = zeroblob(length(hashes))", Kind::HashAltered, 0,
        u"of its leaves 0 to 734 was changed"_s);
    row("prints of the edge", "UPDATE tree_edge SET prints = zeroblob(length(prints))", Kind::HashAltered, 0,
        u"of its leaves 512 to 734 was changed"_s);
    row("the head of a commit", "UPDATE tree_head SET root = zeroblob(32) WHERE size = 603",
        Kind::HeadAltered, 0, u"The root noted for the first 603 leaves of the tree is not theirs."_s);
    row("the last head", "DELETE FROM tree_head WHERE size = 735", Kind::HeadAltered, 0,
        u"The root noted for the first 735 leaves"_s);
    row("the bytes of a quarantined row", "UPDATE quarantine SET bytes = x'21'", Kind::QuarantineAltered, 0,
        u"1 quarantined row(s) are not as the tree recorded them"_s);
    row("a quarantined row that was deleted", "DELETE FROM quarantine", Kind::QuarantineAltered, 0,
        u"1 quarantined row(s)"_s);
    row("an interval of coverage", "UPDATE coverage SET to_time = to_time + 1", Kind::CoverageAltered, 0,
        u"1 interval(s) of coverage are not as the tree recorded them"_s);
    row("coverage that was added", "INSERT INTO coverage (source, answered, pages) VALUES (1, 5, 1)",
        Kind::CoverageAltered, 0, u"1 interval(s) of coverage"_s);
}

void TreeCheckTest::namesWhatWasAltered()
{
    QFETCH(QByteArray, sql);
    QFETCH(Kind, kind);
    QFETCH(int, row);
    QFETCH(QString, words);

    execute(sql);

    const TreeVerdict found = verdict();
    QVERIFY(!found.isIntact());
    QVERIFY2(sentencesOf(found).join(u'\n').contains(words), qPrintable(sentencesOf(found).join(u'\n')));
    const auto named = std::ranges::find_if(found.problems, [&](const TreeProblem &problem) {
        return problem.kind == kind && (row == 0 ? !problem.row : problem.row == RowId{row});
    });
    QVERIFY2(named != found.problems.end(), qPrintable(sentencesOf(found).join(u'\n')));
    QCOMPARE(found.purges.size(), std::size_t(1));
}

void TreeCheckTest::oneAlteredEventIsOneProblem()
{
    for (const int row : {7, 300, 731}) {
        init();
        execute("UPDATE event SET created = created + 1 WHERE row = " + QByteArray::number(row));
        QCOMPARE(sentencesOf(verdict()),
                 QStringList{u"The event of row %1 was changed after it was stored."_s.arg(row)});
    }
}

void TreeCheckTest::saysWhatIsWrongWithTheTablesOfTheTree_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *sql, const QString &words) {
        QTest::newRow(name) << QByteArray(sql) << words;
    };
    const QString beyond = u"The tables of the tree contain numbers that cannot be right."_s;
    row("a span that ends before it begins", "UPDATE tree_span SET count = -1 WHERE first_leaf = 1",
        u"table tree_span contains an invalid value in column count"_s);
    row("a span beyond all rows", "UPDATE tree_span SET count = 9000000000000000000 WHERE first_leaf = 1",
        u"table tree_span"_s);
    row("a span over others", "UPDATE tree_span SET count = count + 50 WHERE first_leaf = 1",
        u"table tree_span"_s);
    row("rows that descend",
        "UPDATE tree_span SET first_row = 3 WHERE first_leaf = (SELECT max(first_leaf) FROM tree_span)",
        u"table tree_span"_s);
    row("hashes that are no hashes", "UPDATE tree_gone SET hashes = x'00'", u"table tree_gone"_s);
    row("a hash of another size", "UPDATE tree_node SET hash = x'00' WHERE number = 1", u"table tree_node"_s);
    row("prints of another size", "UPDATE tree_node SET prints = x'00' WHERE number = 1",
        u"table tree_node"_s);
    row("a subtree that the tree does not have", "INSERT INTO tree_node VALUES (24, 0, zeroblob(32), NULL)",
        beyond);
    row("a record that the tree does not have", "INSERT INTO tree_record VALUES (5000, 'x', '{}')", beyond);
    row("a head that the tree does not have", "INSERT INTO tree_head VALUES (5000, 0, zeroblob(32))", beyond);
    row("a root that is none", "UPDATE tree_head SET root = x'00' WHERE size = 603", u"first 603 leaves"_s);
}

void TreeCheckTest::saysWhatIsWrongWithTheTablesOfTheTree()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, words);

    execute(sql);

    const QString sentences = sentencesOf(verdict()).join(u'\n');
    QVERIFY2(sentences.contains(words), qPrintable(sentences));
}

void TreeCheckTest::findsAnEventThatWasPassedOffAsGone()
{
    const Digest hash = (*TreeReader::open(m_folder->path()))->leaf(7)->hash;
    execute("DELETE FROM event WHERE row = 7; INSERT INTO tree_gone VALUES (7, x'" + hex(hash) + "')");
    QCOMPARE(
        sentencesOf(verdict()),
        QStringList{u"The event of row 7 is gone, and neither a purge nor a newer version of it explains "
                    "why."_s});
}

/// Listed among the rows that are gone; the record of the purge does not name it.
void TreeCheckTest::findsAPurgeThatTookMoreThanItSays()
{
    const Digest hash = (*TreeReader::open(m_folder->path()))->leaf(7)->hash;
    execute("DELETE FROM event WHERE row = 7; INSERT INTO superseded (first_row, last_row) VALUES (7, 7);"
            "INSERT INTO tree_gone VALUES (7, x'"
            + hex(hash) + "')");
    QCOMPARE(
        sentencesOf(verdict()),
        QStringList{u"The event of row 7 is gone, and neither a purge nor a newer version of it explains "
                    "why."_s});
}

void TreeCheckTest::isRightAgainOnceTheEventIs()
{
    execute("UPDATE event SET created = created + 1 WHERE row = 7");
    QVERIFY(!verdict().isIntact());
    execute("UPDATE event SET created = created - 1 WHERE row = 7");
    QVERIFY(verdict().isIntact());
}

void TreeCheckTest::refusesAnEdgeThatCannotBeRight()
{
    for (const char *sql :
         {"UPDATE tree_edge SET size = -1", "UPDATE tree_edge SET size = 734",
          "UPDATE tree_edge SET size = 4000000000000000000", "UPDATE tree_edge SET hashes = x'00'",
          "UPDATE tree_edge SET prints = x''", "UPDATE tree_edge SET built = 0", "DELETE FROM tree_edge"}) {
        init();
        execute(sql);
        const Result<TreeVerdict> found = checkTree(m_folder->path(), {}, {});
        QVERIFY2(!found, sql);
        QCOMPARE(found.error().kind, ErrorKind::Storage);
        const auto writer = EventWriter::open(m_folder->path());
        QVERIFY2(!writer, sql);
        QCOMPARE(writer.error().kind, ErrorKind::Storage);
    }
}

void TreeCheckTest::listsTheFirstOfManyProblems()
{
    execute("UPDATE event SET created = created + 1 WHERE row % 2 = 0");
    const TreeVerdict found = verdict();
    QCOMPARE(found.problems.size(), TreeVerdict::MaxListed);
    QCOMPARE(found.problems.front().row, std::optional(RowId{2}));
    QCOMPARE_GT(found.problemCount, 300);
}

void TreeCheckTest::stopsWhenCancelled()
{
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();
    QCOMPARE(checkTree(m_folder->path(), token, {}).error().kind, ErrorKind::Cancelled);
}

void TreeCheckTest::saysHowFarItIs()
{
    QList<qint64> leaves;
    VERIFY_RESULT(checkTree(m_folder->path(), {}, [&leaves](qint64 done) { leaves.append(done); }));
    QCOMPARE(leaves, QList<qint64>{735});
}

TRAILGLASS_TEST(TreeCheckTest)
#include "tst_treecheck.moc"
