// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treebuilder.h"

#include "models/core/clock.h"
#include "models/store/databasefile.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/treecheck.h"
#include "models/store/treereader.h"
#include "tests/runner/testclass.h"
#include "tests/store/leafmodel.h"
#include "tests/store/olderversion.h"
#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

class StandingClock final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override { return Noon; }
};

} // namespace

/// How a workspace of an earlier version gets its tree.
class TreeBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aNewWorkspaceBeginsWithOneRecord();
    void hashesWhatAnEarlierVersionHasStored();
    void goesOnWhereItWasInterrupted_data();
    void goesOnWhereItWasInterrupted();
    void isReadWhileItIsNotHashedToItsEnd();
    void leavesOutASourceThatIsBeingPurged();
    void leavesOutEventsWhoseJsonIsDamaged();
    void saysHowFarItIs();
    void holdsTheLockOfTheWorkspace();

private:
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QString database() const { return WorkspacePaths::of(folder()).database; }
    Result<void> build(const CancelToken &cancel, const TreeProgress &progress = {});
    /// The leaves that the tree must have, but for its records.
    std::vector<Digest> eventLeaves() const;
    TreeVerdict verdict() const;
    QJsonObject lastRecord() const;

    QTemporaryDir m_original; ///< of version 5, made once
    std::unique_ptr<QTemporaryDir> m_folder; ///< a copy of it
    const StandingClock m_clock;
};

void TreeBuilderTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    const QTemporaryDir present;
    {
        const auto writer = std::move(*EventWriter::open(present.path()));
        const SourceId kept = *writer->addSource(source(u"kept"_s));
        const SourceId purged = *writer->addSource(source(u"purged"_s));
        const SourceId other = *writer->addSource(source(u"other"_s, u"nected"_s));
        AwkwardEvents generator(7);
        PageCommit first = page(kept, generator.take(100));
        first.unreadable.push_back({.bytes = "?", .length = 1, .offset = 0, .reason = u"broken"_s});
        first.covered.push_back({.window = {.from = Noon, .to = {}}, .answered = Noon, .pages = 1});
        VERIFY_RESULT(writer->commit(first));
        VERIFY_RESULT(writer->commit(page(purged, generator.take(30))));
        VERIFY_RESULT(writer->commit(page(other, generator.take(50))));
        VERIFY_RESULT(writer->commit(page(kept, {makeEvent("id-5", "{\"v\":2}", UtcMicros{1})})));
        VERIFY_RESULT(writer->commit(page(kept, {makeEvent("id-6", "{\"conflict\":1}")})));
        VERIFY_RESULT(writer->removeSource(purged, EventWriter::Purge::Yes));
    }
    copyAsVersion(5, present.path(), m_original.path());
}

void TreeBuilderTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(WorkspacePaths::of(m_original.path()).database, database()));
}

/// Migrates and hashes, ten rows a step.
Result<void> TreeBuilderTest::build(const CancelToken &cancel, const TreeProgress &progress)
{
    const WorkspacePaths paths = WorkspacePaths::of(folder());
    TRY(const auto connection, SqlConnection::openForWriting(paths.database));
    TRY(migrate(*connection, paths, migrations()));
    return buildTree(*connection, paths, m_clock, cancel, progress, 10);
}

std::vector<Digest> TreeBuilderTest::eventLeaves() const
{
    std::vector<Digest> leaves;
    for (const EventRecord &record : allEvents(**EventReader::open(folder())))
        leaves.push_back(modelEventLeaf(record.source, std::string(name(record.vendor)), record.event,
                                        record.received, std::nullopt));
    return leaves;
}

TreeVerdict TreeBuilderTest::verdict() const
{
    const Result<TreeVerdict> found = checkTree(folder(), {}, {});
    return found ? *found : TreeVerdict();
}

QJsonObject TreeBuilderTest::lastRecord() const
{
    const auto reader = TreeReader::open(folder());
    const auto leaf = (*reader)->leaf(*(*reader)->size() - 1);
    return leaf ? QJsonDocument::fromJson(leaf->text).object() : QJsonObject();
}

void TreeBuilderTest::aNewWorkspaceBeginsWithOneRecord()
{
    const QTemporaryDir empty;
    VERIFY_RESULT(EventWriter::open(empty.path(), EventWriter::OpenPurges::Finished, {}, {}, &m_clock));
    const auto reader = TreeReader::open(empty.path());
    VERIFY_RESULT(reader);
    QVERIFY(*(*reader)->isBuilt());
    QCOMPARE(*(*reader)->size(), 1);
    const auto leaf = (*reader)->leaf(0);
    VERIFY_RESULT(leaf);
    const QByteArray identity = (*EventReader::open(empty.path()))->identity()->toUtf8();
    const QByteArray expected = "{\"at\":\"" + QByteArray::fromStdString(formatTime(Noon))
        + "\",\"identity\":\"" + identity + "\",\"kind\":\"started\",\"skipped\":0}";
    QCOMPARE(leaf->text, expected);
    QCOMPARE((*reader)->lastHead()->value().at, Noon);
    QCOMPARE(*(*reader)->root(), modelRecordLeaf(leaf->text));
}

void TreeBuilderTest::hashesWhatAnEarlierVersionHasStored()
{
    VERIFY_RESULT(EventWriter::open(folder()));
    QCOMPARE(inspectDatabase(database() + u".v5.backup"_s)->version, 5);

    const auto reader = TreeReader::open(folder());
    VERIFY_RESULT(reader);
    std::vector<Digest> leaves = eventLeaves();
    QCOMPARE(leaves.size(), std::size_t(150));
    // A quarantined row, a conflict, coverage, and the beginning of the tree.
    const qint64 size = *(*reader)->size();
    QCOMPARE(size, 154);
    for (qint64 leaf = 150; leaf < size; ++leaf)
        leaves.push_back(modelRecordLeaf((*reader)->leaf(leaf)->text));
    QCOMPARE(*(*reader)->root(), NaiveTree(leaves).root(size));
    QCOMPARE(lastRecord().value(u"kind"_s).toString(), u"started"_s);
    QCOMPARE(lastRecord().value(u"skipped"_s).toInt(), 31); // purged ones, and one that was replaced
    QCOMPARE((*reader)->records(u"quarantined"_s, 0, 0)->size(), std::size_t(2));
    QCOMPARE((*reader)->records(u"coverage"_s, 0, 0)->size(), std::size_t(1));
    QVERIFY(verdict().isIntact());
    QCOMPARE(verdict().events, 150);
}

void TreeBuilderTest::goesOnWhereItWasInterrupted_data()
{
    QTest::addColumn<int>("steps");
    for (int steps = 0; steps <= 16; ++steps)
        QTest::addRow("after %d steps", steps) << steps;
}

void TreeBuilderTest::goesOnWhereItWasInterrupted()
{
    QFETCH(int, steps);
    CancelSource source;
    const CancelToken cancel = source.token();
    int done = 0;
    if (steps == 0)
        source.cancel();
    const Result<void> first = build(cancel, [&](qint64, qint64) {
        if (++done == steps)
            source.cancel();
    });
    // 16 steps, since purged rows are passed over; the last transaction is one more.
    QVERIFY(!first);
    QCOMPARE(first.error().kind, ErrorKind::Cancelled);
    QVERIFY(!*(*TreeReader::open(folder()))->isBuilt());
    QVERIFY(!verdict().isBuilt);

    VERIFY_RESULT(EventWriter::open(folder()));

    const auto reader = TreeReader::open(folder());
    QVERIFY(*(*reader)->isBuilt());
    const std::vector<Digest> leaves = eventLeaves();
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf)
        QCOMPARE((*reader)->leaf(static_cast<qint64>(leaf))->hash, leaves[leaf]);
    QCOMPARE(*(*reader)->size(), 154);
    QVERIFY(verdict().isIntact());
}

void TreeBuilderTest::isReadWhileItIsNotHashedToItsEnd()
{
    QVERIFY(!*(*TreeReader::open(folder()))->isBuilt());
    QCOMPARE(*(*TreeReader::open(folder()))->size(), 0);
    CancelSource source;
    const CancelToken cancel = source.token();
    QVERIFY(!build(cancel, [&](qint64, qint64) { source.cancel(); }));

    const auto reader = TreeReader::open(folder());

    VERIFY_RESULT(reader);
    QVERIFY(!*(*reader)->isBuilt());
    QCOMPARE(*(*reader)->size(), 9); // of ten rows, one was replaced
    QCOMPARE(allEvents(**EventReader::open(folder())).size(), std::size_t(150));
}

void TreeBuilderTest::leavesOutASourceThatIsBeingPurged()
{
    runFreely(database(), "UPDATE source SET name = NULL, removed = 1 WHERE name = 'other'");
    VERIFY_RESULT(EventWriter::open(folder(), EventWriter::OpenPurges::Left));
    QCOMPARE(verdict().events, 100);
    QVERIFY(verdict().isIntact());
    QCOMPARE(lastRecord().value(u"skipped"_s).toInt(), 81);

    VERIFY_RESULT(EventWriter::open(folder())); // goes on with the purge

    QVERIFY(verdict().isIntact());
    QCOMPARE(verdict().gone, 0);
    QCOMPARE(runFreely(database(), "SELECT count(*) FROM event"), 100);
}

void TreeBuilderTest::leavesOutEventsWhoseJsonIsDamaged()
{
    runFreely(database(), "UPDATE raw_block SET data = x'00' WHERE source = 3");
    VERIFY_RESULT(EventWriter::open(folder()));
    const TreeVerdict found = verdict();
    QCOMPARE(found.events, 100);
    QCOMPARE(found.problems.size(), std::size_t(1));
    QCOMPARE(found.problems.front().kind, TreeProblem::Kind::EventUnknown);
    QCOMPARE(found.problems.front().row, std::optional(RowId{131}));
    QCOMPARE(found.problems.front().count, 50);
}

void TreeBuilderTest::saysHowFarItIs()
{
    QList<qint64> rows;
    VERIFY_RESULT(build({}, [&rows](qint64 done, qint64 all) {
        QCOMPARE(all, 181);
        rows.append(done);
    }));
    QCOMPARE(rows.size(), 16);
    QCOMPARE(rows.first(), 10);
    QCOMPARE(rows.last(), 181);
    rows.clear();
    VERIFY_RESULT(build({}, [&rows](qint64 done, qint64) { rows.append(done); }));
    QCOMPARE(rows, QList<qint64>());
}

void TreeBuilderTest::holdsTheLockOfTheWorkspace()
{
    CancelSource source;
    const CancelToken cancel = source.token();
    QString purpose;
    QVERIFY(!build(cancel, [&](qint64, qint64) {
        purpose = WorkspaceLock::heldFor(WorkspacePaths::of(folder()));
        source.cancel();
    }));
    QCOMPARE(purpose, u"migration"_s);
}

TRAILGLASS_TEST(TreeBuilderTest)
#include "tst_treebuilder.moc"
