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

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// What the check of the tree finds where every hash is right: what is hidden, added, or explained by a lie.
///
/// Leaves: 0 the record `started`; 1 to 20 rows 1 to 20 of source “kept”, ids "1" to "20"; 21 a quarantined row, 22 coverage;
/// 23 and 24 rows 21 and 22, two newer versions of "5"; 25 to 27 rows 23 to 25 of a source that is purged, of which the last
/// replaces the first; 28 the record of the purge; 29 a mark on "1", 30 a note on "2", 31 a review.
class TreeAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void findsNothingInAnIntactWorkspace();
    void findsWhatNoHashShows_data();
    void findsWhatNoHashShows();
    void findsAnEventThatIsPassedOffAsReplaced_data();
    void findsAnEventThatIsPassedOffAsReplaced();
    void anOlderPurgeOfTheNameHidesNoSource();
    void aPurgeCountsLeavesAndNotWhatTheSourceSays();
    void marksOfAnEarlierSourceOfTheNameAreForgotten();

private:
    void execute(const QByteArray &sql) const
    {
        runFreely(WorkspacePaths::of(m_folder->path()).database, sql);
    }
    [[nodiscard]] QStringList sentences() const;
    [[nodiscard]] std::unique_ptr<EventWriter> openWriter() const
    {
        return std::move(*EventWriter::open(m_folder->path()));
    }

    QTemporaryDir m_original; ///< made once; each test has a copy
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

Event version(const std::string &id, int number)
{
    return makeEvent(id, "{\"id\":\"" + id + "\",\"v\":" + std::to_string(number) + "}", UtcMicros{number});
}

} // namespace

void TreeAccountsTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    const auto writer = std::move(*EventWriter::open(m_original.path()));
    const SourceId kept = *writer->addSource(source(u"kept"_s));
    const SourceId leaving = *writer->addSource(source(u"leaving"_s));
    PageCommit first = page(kept, {});
    for (int id = 1; id <= 20; ++id)
        first.events.push_back(version(std::to_string(id), 1));
    first.unreadable.push_back({.bytes = "?", .length = 1, .offset = 0, .reason = u"broken"_s});
    first.covered.push_back({.window = {.from = Noon, .to = Noon + 1}, .answered = Noon, .pages = 1});
    VERIFY_RESULT(writer->commit(first));
    for (int number = 2; number <= 3; ++number) {
        PageCommit newer = page(kept, {version("5", number)});
        newer.received = newer.received + number;
        VERIFY_RESULT(writer->commit(newer));
    }
    VERIFY_RESULT(writer->commit(page(leaving, {version("a", 1), version("b", 1)})));
    VERIFY_RESULT(writer->commit(page(leaving, {version("a", 2)})));
    VERIFY_RESULT(writer->removeSource(leaving, EventWriter::Purge::Yes));
    VERIFY_RESULT(writer->setMarks(
        {.events = {{u"kept"_s, "1"}}, .colour = MarkColour::Red, .reviewer = u"ann"_s, .at = Noon}));
    VERIFY_RESULT(writer->setNote(
        {.event = {u"kept"_s, "2"}, .note = u"ask “Zoë”"_s, .reviewer = u"ann"_s, .at = Noon}));
    VERIFY_RESULT(writer->review(
        {.at = Noon, .reviewer = u"ann"_s, .name = u"default"_s, .row = RowId{20}, .count = 2}));
}

void TreeAccountsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(WorkspacePaths::of(m_original.path()).database,
                        WorkspacePaths::of(m_folder->path()).database));
}

QStringList TreeAccountsTest::sentences() const
{
    const Result<TreeVerdict> found = checkTree(m_folder->path(), {}, {});
    if (!found)
        return {found.error().message};
    QStringList listed;
    for (const TreeProblem &problem : found->problems)
        listed.append(problem.sentence);
    return listed;
}

void TreeAccountsTest::findsNothingInAnIntactWorkspace()
{
    QCOMPARE(sentences(), QStringList());
    const Result<TreeVerdict> found = checkTree(m_folder->path(), {}, {});
    VERIFY_RESULT(found);
    QVERIFY(found->isIntact());
    QCOMPARE(found->size, 32);
    QCOMPARE(found->gone, 5);
    QCOMPARE(found->purges.size(), std::size_t(1));
    QCOMPARE(found->purges.front().leaves, 3); // the earlier version too
}

void TreeAccountsTest::findsWhatNoHashShows_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *sql, const QString &words) {
        QTest::newRow(name) << QByteArray(sql) << words;
    };
    row("an event listed among those that are gone",
        "INSERT INTO superseded (first_row, last_row) VALUES (7, 7)",
        u"The event of row 7 is stored, but listed among those that are gone"_s);
    row("several of them", "INSERT INTO superseded (first_row, last_row) VALUES (7, 9)",
        u"3 event(s) from row 7 on are stored, but listed"_s);
    row("several of them, in entries that overlap",
        "INSERT INTO superseded (first_row, last_row) VALUES (8, 9), (7, 9), (7, 7), (8, 8)",
        u"3 event(s) from row 7 on are stored, but listed"_s);
    row("several of them, in very many entries",
        "WITH RECURSIVE n (x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 50000) "
        "INSERT INTO superseded (first_row, last_row) SELECT 7, 9 FROM n",
        u"3 event(s) from row 7 on are stored, but listed"_s);
    row("very many sources that look as if they were being purged",
        "WITH RECURSIVE n (x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 600) "
        "INSERT INTO source (purged_name, type, settings, secrets) "
        "SELECT CASE x % 2 WHEN 0 THEN 'leaving' ELSE 'stranger ' || x END, 'asana', '{}', '{}' FROM n",
        u"300 source(s) are hidden"_s);
    row("a source that looks as if it were being purged",
        "UPDATE source SET purged_name = name, name = NULL WHERE name = 'kept'", u"1 source(s) are hidden"_s);
    row("JSON in two blocks",
        "INSERT INTO raw_block SELECT 5, source, count, bytes, data FROM raw_block WHERE first_row = 21",
        u"table raw_block contains an invalid value in column first_row"_s);
    row("an event in the place of a record",
        "UPDATE tree_span SET count = count + 1 WHERE first_leaf = 23;"
        "INSERT INTO event (row, source, created, received, op, outcome, id) VALUES (26, 1, 0, 0, 0, 0, 'x')",
        u"table tree_record contains an invalid value in column leaf"_s);
    row("coverage that was deleted, and its record said to be of another kind",
        "DELETE FROM coverage; UPDATE tree_record SET kind = 'other' WHERE leaf = 22",
        u"Leaf 22 of the tree, a record, was changed"_s);
    row("a quarantined row that is there twice",
        "INSERT INTO quarantine (source, hash, received, reason, \"offset\", length, bytes, kind, event_id, "
        "place, leaf) SELECT source, hash, received, reason, \"offset\", length, bytes, kind, event_id, "
        "place, leaf FROM quarantine",
        u"1 quarantined row(s) are not as the tree recorded them"_s);
    const QString reviews = u"1 review(s), mark(s) or note(s) are not as the tree recorded them"_s;
    row("the colour of a mark", "UPDATE event_mark SET colour = 'blue'", reviews);
    row("who set a mark", "UPDATE event_mark SET reviewer = 'bob'", reviews);
    row("a mark that was deleted", "DELETE FROM event_mark", reviews);
    row("a mark that was added", "INSERT INTO event_mark VALUES (4, 'red', 'ann', 0)", reviews);
    row("a note", "UPDATE event_note SET note = note || '!'", reviews);
    row("when a note was written", "UPDATE event_note SET at = at + 1", reviews);
    row("a note that was deleted", "DELETE FROM event_note", reviews);
    row("the boundary of a review", "UPDATE review SET row = 10", reviews);
    row("a review that was deleted", "DELETE FROM review", reviews);
    row("a review that was added",
        "INSERT INTO review (at, reviewer, name, filter, row, size, count, note) VALUES (0, 'ann', "
        "'default', '', 22, 5, 1, '')",
        reviews);
}

void TreeAccountsTest::findsWhatNoHashShows()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QString, words);

    execute(sql);

    const QStringList found = sentences();
    QVERIFY2(found.size() == 1 && found.constFirst().contains(words), qPrintable(found.join(u'\n')));
}

void TreeAccountsTest::findsAnEventThatIsPassedOffAsReplaced_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("by no leaf") << QByteArray("INSERT INTO tree_replaced VALUES (9000, 7, 0, 0)");
    QTest::newRow("by one that was purged") << QByteArray("INSERT INTO tree_replaced VALUES (26, 7, 0, 0)");
    QTest::newRow("by one that was replaced itself")
        << QByteArray("UPDATE tree_replaced SET replaces = 7 WHERE leaf = 23");
    QTest::newRow("by an earlier one") << QByteArray("INSERT INTO tree_replaced VALUES (6, 7, 0, 0)");
}

void TreeAccountsTest::findsAnEventThatIsPassedOffAsReplaced()
{
    QFETCH(const QByteArray, link);
    const Digest hash = (*TreeReader::open(m_folder->path()))->leaf(7)->hash;
    execute("DELETE FROM event WHERE row = 7; INSERT INTO tree_gone VALUES (7, x'" + hex(hash) + "');"
            + link);

    const QString found = sentences().join(u'\n');

    QVERIFY2(found.contains(u"The event of row 7 is gone, and neither a purge nor a newer version"_s),
             qPrintable(found));
}

void TreeAccountsTest::anOlderPurgeOfTheNameHidesNoSource()
{
    const SourceId again = *openWriter()->addSource(source(u"leaving"_s));
    VERIFY_RESULT(openWriter()->commit(page(again, {makeEvent("new")})));
    QCOMPARE(sentences(), QStringList());

    execute("UPDATE source SET purged_name = name, name = NULL WHERE name = 'leaving'");

    const QStringList found = sentences();
    QVERIFY2(found.size() == 1 && found.constFirst().contains(u"1 source(s) are hidden"_s),
             qPrintable(found.join(u'\n')));
}

void TreeAccountsTest::aPurgeCountsLeavesAndNotWhatTheSourceSays()
{
    const SourceId third = *openWriter()->addSource(source(u"third"_s));
    VERIFY_RESULT(openWriter()->commit(page(third, {makeEvent("x"), makeEvent("y")})));
    execute("UPDATE source SET events = 1000 WHERE name = 'third'");

    VERIFY_RESULT(openWriter()->removeSource(third, EventWriter::Purge::Yes));

    const Result<TreeVerdict> found = checkTree(m_folder->path(), {}, {});
    VERIFY_RESULT(found);
    QVERIFY(found->isIntact());
    QCOMPARE(found->purges.back().leaves, 2);
}

/// The records of its marks are gone with it; a later source has none of them.
void TreeAccountsTest::marksOfAnEarlierSourceOfTheNameAreForgotten()
{
    const auto writer = openWriter();
    const MarkChange mark{
        .events = {{u"third"_s, "x"}}, .colour = MarkColour::Green, .reviewer = u"ann"_s, .at = Noon};
    for (int round = 0; round < 2; ++round) {
        const SourceId third = *writer->addSource(source(u"third"_s));
        VERIFY_RESULT(writer->commit(page(third, {makeEvent("x")})));
        VERIFY_RESULT(writer->setMarks(mark));
        QCOMPARE(sentences(), QStringList());
        VERIFY_RESULT(writer->removeSource(third, EventWriter::Purge::Yes));
        QCOMPARE(sentences(), QStringList());
    }
}

TRAILGLASS_TEST(TreeAccountsTest)
#include "tst_treeaccounts.moc"
