// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treereader.h"

#include "models/merkle/treeproofs.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"
#include "models/store/treecheck.h"
#include "models/store/treeshape.h"
#include "models/store/treewriter.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/store/leafmodel.h"
#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class TreeReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhatEachLeafIs();
    void findsLeavesOfRowsAndRowsOfLeaves();
    void seesWhatIsStoredLater();
    void keepsTheOrderOfACommit();
    void refusesWhatTheTreeDoesNotHave();
    void namesALeafThatIsLost();
    void provesAcrossTheStoredLevels();
    void tellsWhatEachLeafReplaced();
    void readsAheadWhatIsRequested();
    void rollsBackWithTheTransaction();
    void keepsCheckpoints();
    void keepsSigningKeysAndRetiresTheOneBefore();

private:
    [[nodiscard]] QString database() const { return WorkspacePaths::of(m_folder->path()).database; }
    std::unique_ptr<TreeReader> reader() const;
    /// Appends records to a tree that has one, without the writer: they cost the least.
    /// \param leaves  gets the hashes of all
    void appendRecords(qint64 count, std::vector<Digest> &leaves);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_source;
};

void TreeReaderTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*EventWriter::open(m_folder->path()));
    m_source = *m_writer->addSource(source(u"work"_s, u"paradime"_s));
}

void TreeReaderTest::cleanup()
{
    m_writer.reset();
    m_folder.reset();
}

std::unique_ptr<TreeReader> TreeReaderTest::reader() const
{
    auto opened = TreeReader::open(m_folder->path());
    return opened ? std::move(*opened) : nullptr;
}

void TreeReaderTest::tellsWhatEachLeafIs()
{
    const Event first = makeEvent("1", "{\"v\":1}", UtcMicros{1});
    const Event second = makeEvent("1", "{\"v\":2}", UtcMicros{2});
    const PageCommit commit = page(m_source, {first, second, makeEvent("2")});
    VERIFY_RESULT(m_writer->commit(commit));

    const auto tree = reader();

    QCOMPARE(*tree->size(), 4);
    QCOMPARE(tree->leaf(0)->kind, TreeLeaf::Kind::Record);
    QCOMPARE(tree->leaf(1)->kind, TreeLeaf::Kind::Gone);
    QCOMPARE(tree->leaf(1)->row, RowId{1});
    QCOMPARE(tree->leaf(1)->hash, modelEventLeaf("work", "paradime", first, commit.received, {}));
    QCOMPARE(tree->leaf(2)->kind, TreeLeaf::Kind::Event);
    QCOMPARE(tree->leaf(2)->row, RowId{2});
    QCOMPARE(tree->leaf(2)->replaces, std::optional<qint64>(1));
    QCOMPARE(tree->leaf(2)->hash, modelEventLeaf("work", "paradime", second, commit.received, 1));
    QCOMPARE(*tree->replacedBy(2), std::optional<qint64>(1));
    QCOMPARE(*tree->replacedBy(3), std::optional<qint64>());
}

void TreeReaderTest::findsLeavesOfRowsAndRowsOfLeaves()
{
    // Pages with coverage: a span each, and records between.
    qint64 row = 0;
    for (int number = 0; number < 40; ++number) {
        PageCommit commit = page(m_source, {});
        for (int index = 0; index < 1 + number % 7; ++index)
            commit.events.push_back(makeEvent(std::to_string(++row)));
        if (number % 3 != 0)
            commit.covered.push_back({.window = {}, .answered = Noon, .pages = 1});
        VERIFY_RESULT(m_writer->commit(commit));
    }
    const auto tree = reader();
    qint64 events = 0;
    for (qint64 leaf = 0; leaf < *tree->size(); ++leaf) {
        const TreeLeaf found = *tree->leaf(leaf);
        const auto place = tree->rowOf(leaf);
        QCOMPARE(place->has_value(), found.kind == TreeLeaf::Kind::Event);
        if (!*place)
            continue;
        QCOMPARE(**place, RowId{++events});
        QCOMPARE(*tree->leafOf(**place), std::optional(leaf));
    }
    QCOMPARE(events, row);
    for (const qint64 none : {qint64(0), row + 1, row + 1000})
        QCOMPARE(*tree->leafOf(RowId{none}), std::optional<qint64>());
    QCOMPARE(*tree->rowOf(*tree->size()), std::optional<RowId>());
}

void TreeReaderTest::seesWhatIsStoredLater()
{
    const auto tree = reader();
    QCOMPARE(*tree->size(), 1);
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("1"), makeEvent("2")})));
    QCOMPARE(*tree->size(), 3);
    QCOMPARE(tree->lastHead()->value().size, 3);
    QVERIFY(tree->leaf(2));
    VERIFY_RESULT(m_writer->removeSource(m_source, EventWriter::Purge::Yes));
    QCOMPARE(tree->leaf(2)->kind, TreeLeaf::Kind::Gone);
    QCOMPARE(tree->records(u"purged"_s, 0, 0)->size(), std::size_t(1));
}

void TreeReaderTest::keepsTheOrderOfACommit()
{
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("1", "{\"v\":1}")})));
    PageCommit commit = page(m_source, {makeEvent("2"), makeEvent("1", "{\"v\":2}"), makeEvent("3")});
    commit.unreadable.push_back({.bytes = "?", .length = 1, .offset = 5, .reason = u"broken"_s});
    commit.covered.push_back({.window = {}, .answered = Noon, .pages = 1});
    VERIFY_RESULT(m_writer->commit(commit));

    const auto records = reader()->records({}, 2, 0);

    QCOMPARE(*reader()->size(), 7);
    QCOMPARE(records->size(), std::size_t(3));
    for (std::size_t index = 0; index < 3; ++index)
        QCOMPARE((*records)[index].leaf, static_cast<qint64>(4 + index));
    const QJsonObject conflict = QJsonDocument::fromJson((*records)[0].text).object();
    QCOMPARE(conflict.value(u"event"_s).toString(), u"1"_s);
    const QJsonObject unreadable = QJsonDocument::fromJson((*records)[1].text).object();
    QCOMPARE(unreadable.value(u"offset"_s).toInt(), 5);
    QCOMPARE((*records)[2].kind, std::string("coverage"));
    QCOMPARE(reader()->records(u"quarantined"_s, 0, 1)->size(), std::size_t(1));
}

void TreeReaderTest::refusesWhatTheTreeDoesNotHave()
{
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("1"), makeEvent("2")})));
    const auto tree = reader();
    for (const qint64 leaf : {qint64(-1), qint64(3), qint64(1) << 62})
        QCOMPARE(tree->leaf(leaf).error().kind, ErrorKind::Usage);
    const std::pair<int, qint64> nodes[] = {{-1, 0}, {0, 3},  {0, -1}, {1, 1},
                                            {8, 0},  {62, 0}, {63, 0}, {100, 0}};
    for (const auto &[level, number] : nodes)
        QCOMPARE(tree->node(level, number).error().kind, ErrorKind::Usage);
    QVERIFY(tree->node(1, 0));
    QCOMPARE(*tree->head(2), std::optional<TreeHead>());
    QVERIFY(tree->head(3)->has_value());
}

void TreeReaderTest::namesALeafThatIsLost()
{
    VERIFY_RESULT(
        m_writer->commit(page(m_source, {makeEvent("1"), makeEvent("2"), makeEvent("3"), makeEvent("4")})));
    runFreely(database(), "DELETE FROM event WHERE row = 2");
    const auto tree = reader();
    const auto lost = tree->leaf(2);
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ErrorKind::Storage);
    QVERIFY2(lost.error().message.contains(u"leaf 2 "_s), qPrintable(lost.error().message));
    QCOMPARE(tree->node(1, 1).error().kind, ErrorKind::Storage);
    QVERIFY(tree->node(1, 0));
    QVERIFY(
        rootOf(5, [&tree](int level, qint64 number) { return tree->node(level, number); })); // from the edge
}

void TreeReaderTest::appendRecords(qint64 count, std::vector<Digest> &leaves)
{
    leaves.push_back(reader()->leaf(0)->hash);
    m_writer.reset();
    const auto connection = SqlConnection::openForWriting(database());
    auto transaction = WriteTransaction::begin(**connection);
    const auto tree = TreeWriter::open(**connection);
    for (qint64 number = 0; number < count; ++number) {
        const QByteArray text = "{\"kind\":\"test\",\"n\":" + QByteArray::number(number) + '}';
        QVERIFY((*tree)->appendRecord("test", text));
        leaves.push_back(modelRecordLeaf(text));
    }
    VERIFY_RESULT((*tree)->finish(Noon));
    VERIFY_RESULT(transaction->commit());
}

void TreeReaderTest::provesAcrossTheStoredLevels()
{
    // More than a unit.
    constexpr qint64 Records = 66'000;
    std::vector<Digest> leaves;
    appendRecords(Records, leaves);
    const auto tree = reader();
    const qint64 size = Records + 1;
    QCOMPARE(*tree->size(), size);
    const NaiveTree naive(std::move(leaves));
    const NodeReader nodes = [&tree](int level, qint64 number) {
        return tree->node(level, number);
    };
    QCOMPARE(*rootOf(size, nodes), naive.root(size));
    QCOMPARE(*tree->root(), naive.root(size));
    for (const qint64 leaf :
         {qint64(0), qint64(255), qint64(256), qint64(40'000), qint64(65'535), qint64(65'536), size - 1})
        QCOMPARE(*inclusionProof(leaf, size, nodes), naive.inclusion(leaf, size));
    for (const qint64 older :
         {qint64(1), qint64(255), qint64(256), qint64(257), qint64(30'001), qint64(65'536), size - 1})
        QCOMPARE(*consistencyProof(older, size, nodes), naive.consistency(older, size));
    const auto verdict = checkTree(m_folder->path(), {}, {});
    VERIFY_RESULT(verdict);
    QVERIFY(verdict->isIntact());
    // The hash over others tells that what one of them is of was not altered.
    runFreely(database(), "UPDATE tree_node SET hash = zeroblob(32) WHERE level = 8 AND number = 77");
    const auto below = checkTree(m_folder->path(), {}, {});
    VERIFY_RESULT(below);
    QCOMPARE(below->problemCount, 1);
    QCOMPARE(below->problems.front().kind, TreeProblem::Kind::HashAltered);
    QCOMPARE(below->problems.front().firstLeaf, 77 * 256);
    runFreely(database(), "UPDATE tree_node SET hash = zeroblob(32) WHERE level = 16");
    QVERIFY(!checkTree(m_folder->path(), {}, {})->isIntact());
}

void TreeReaderTest::tellsWhatEachLeafReplaced()
{
    PageCommit first = page(m_source, {});
    for (int id = 1; id <= 20; ++id)
        first.events.push_back(makeEvent(std::to_string(id), {}, UtcMicros{1}));
    VERIFY_RESULT(m_writer->commit(first));
    VERIFY_RESULT(
        m_writer->commit(page(m_source,
                              {makeEvent("4", "{\"v\":2}", UtcMicros{2}), makeEvent("21"), makeEvent("22"),
                               makeEvent("9", "{\"v\":2}", UtcMicros{2}), makeEvent("23")})));
    const std::map<qint64, qint64> replaced{{21, 4}, {24, 9}};
    const auto expected = [&replaced](qint64 leaf) {
        const auto found = replaced.find(leaf);
        return found == replaced.end() ? std::nullopt : std::optional(found->second);
    };
    const auto tree = reader();
    for (qint64 leaf = 0; leaf < *tree->size(); ++leaf)
        QCOMPARE(*tree->replacedBy(leaf), expected(leaf));
    for (qint64 leaf = *tree->size() - 1; leaf >= 0; --leaf)
        QCOMPARE(*tree->replacedBy(leaf), expected(leaf));
    // Stored after the last leaf that it knows.
    QCOMPARE(*tree->replacedBy(25), std::optional<qint64>());
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("1", "{\"v\":2}", UtcMicros{2})})));
    QCOMPARE(*tree->replacedBy(26), std::optional<qint64>(1));
}

void TreeReaderTest::readsAheadWhatIsRequested()
{
    constexpr qint64 ChunkCount = 41;
    std::vector<Digest> leaves;
    appendRecords(ChunkCount * TreeShape::ChunkLeaves, leaves);
    const NaiveTree naive(std::move(leaves));
    const NodeReader right = naive.reader(ChunkCount * TreeShape::ChunkLeaves + 1);
    const auto tree = reader();
    std::vector<qint64> chunks;
    for (qint64 chunk = 1; chunk < ChunkCount; ++chunk) {
        if (chunk % 5 != 0)
            chunks.push_back(chunk);
    }
    tree->readAhead(chunks);

    // Those that are not in the list, too, and some twice.
    for (const qint64 chunk : {0, 1, 2, 5, 6, 7, 3, 25, 25, 38, 39, 40, 12}) {
        for (const int level : {0, 1, 7}) {
            const qint64 number = chunk * TreeShape::ChunkLeaves >> level;
            QCOMPARE(*tree->node(level, number), *right(level, number));
            QCOMPARE(*tree->node(level, number + 1), *right(level, number + 1));
        }
    }
}

/// In a transaction that fails at its end, after leaves were appended.
void TreeReaderTest::rollsBackWithTheTransaction()
{
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("1")})));
    PageCommit bad = page(m_source, {makeEvent("2"), makeEvent("3")});
    bad.retried = {77, 78};
    QCOMPARE(m_writer->commit(bad).error().kind, ErrorKind::NotFound);
    QCOMPARE(*reader()->size(), 2);
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("4")})));
    QCOMPARE(*reader()->size(), 3);
    QVERIFY(checkTree(m_folder->path(), {}, {})->isIntact());
}

void TreeReaderTest::keepsCheckpoints()
{
    QCOMPARE(*reader()->lastCheckpoint(), std::optional<StoredCheckpoint>());
    VERIFY_RESULT(m_writer->addTreeCheckpoint(1, Noon, "first"));
    VERIFY_RESULT(m_writer->addTreeCheckpoint(1, Noon - 5, "sécond"));
    QCOMPARE(reader()->checkpoints()->size(), std::size_t(2));
    QCOMPARE(*reader()->lastCheckpoint(),
             std::optional(StoredCheckpoint{.id = 2, .size = 1, .at = Noon - 5, .note = "sécond"}));
    QCOMPARE(*reader()->size(), 1); // a checkpoint is of the tree, and not in it
    QCOMPARE(m_writer->addTreeCheckpoint(2, Noon, "more than there are").error().kind, ErrorKind::Usage);
    QCOMPARE(m_writer->addTreeCheckpoint(1, Noon, {}).error().kind, ErrorKind::Usage);
}

void TreeReaderTest::keepsSigningKeysAndRetiresTheOneBefore()
{
    SigningKeyRecord first{.name = u"trailglass.local/0"_s, .created = Noon};
    first.key.bytes[0] = 1;
    SigningKeyRecord second = first;
    second.key.bytes[0] = 2;
    second.created = Noon + 1;
    second.reference = {.kind = SecretReference::Kind::Environment, .place = u"KEY"_s};

    const Result<qint64> id = m_writer->addSigningKey(first, {}, {});
    VERIFY_RESULT(id);
    QCOMPARE(m_writer->addSigningKey(second, {}, {}).error().kind, ErrorKind::Locked);
    QCOMPARE(m_writer->addSigningKey(second, *id + 1, {}).error().kind, ErrorKind::Locked);
    VERIFY_RESULT(m_writer->addSigningKey(second, *id, "signature"));

    first.id = *id;
    first.retired = second.created;
    second.id = *id + 1;
    QVERIFY(*reader()->signingKeys() == (std::vector{first, second}));
    QVERIFY(*m_writer->signingKeys() == (std::vector{first, second}));
    const auto records = reader()->records(u"key"_s, 0, 0);
    QCOMPARE(records->size(), std::size_t(2));
    const QJsonObject record = QJsonDocument::fromJson((*records)[1].text).object();
    const NoteVerifier verifier{.name = second.name, .key = second.key};
    QCOMPARE(record.value(u"key"_s).toString(), verifier.text());
    QCOMPARE(record.value(u"signature"_s).toString(), u"c2lnbmF0dXJl"_s);

    const SecretReference moved{.kind = SecretReference::Kind::Session};
    VERIFY_RESULT(m_writer->moveSigningKey(second.id, moved));
    QCOMPARE(reader()->signingKeys()->back().reference, moved);
    VERIFY_RESULT(m_writer->retireSigningKey(second.id, Noon + 2));
    VERIFY_RESULT(m_writer->retireSigningKey(second.id, Noon + 3));
    QCOMPARE(reader()->signingKeys()->back().retired, std::optional(Noon + 2));
    QCOMPARE(m_writer->retireSigningKey(99, Noon).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_writer->moveSigningKey(99, moved).error().kind, ErrorKind::NotFound);
}

TRAILGLASS_TEST(TreeReaderTest)
#include "tst_treereader.moc"
