// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"
#include "models/store/treecheck.h"
#include "models/store/treeshape.h"
#include "models/store/treewriter.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>
#include <vector>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int EventsOfPage = 300;
/// Of what costs the least, so that there are three units.
constexpr qint64 TestRecords = 140'000;
constexpr qint64 LeavesOfAll = 1 + 2 * EventsOfPage + TestRecords;

} // namespace

/// The check of a tree that several threads share.
///
/// Leaves: 0 the record `started`; 1 to 300 rows 1 to 300; 301 to 140,300 records; 140,301 to 140,600 rows 301 to 600.
class TreeThreadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aTreeOfSeveralUnitsIsIntact_data();
    void aTreeOfSeveralUnitsIsIntact();
    void theFirstThatDiffersComesFirst_data();
    void theFirstThatDiffersComesFirst();
    void stopsInTheMiddle_data();
    void stopsInTheMiddle();

private:
    static void addThreads();
    [[nodiscard]] QString database() const { return WorkspacePaths::of(m_folder->path()).database; }

    QTemporaryDir m_original; ///< made once; each test has a copy
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TreeThreadsTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    SourceId work;
    const auto addEvents = [&](int first) {
        const auto writer = std::move(*EventWriter::open(m_original.path()));
        if (first == 1)
            work = *writer->addSource(source(u"work"_s));
        PageCommit commit = page(work, {});
        for (int number = first; number < first + EventsOfPage; ++number)
            commit.events.push_back(makeEvent(std::to_string(number)));
        VERIFY_RESULT(writer->commit(commit));
    };
    addEvents(1);
    {
        const auto connection = SqlConnection::openForWriting(WorkspacePaths::of(m_original.path()).database);
        auto transaction = WriteTransaction::begin(**connection);
        const auto tree = TreeWriter::open(**connection);
        for (qint64 number = 0; number < TestRecords; ++number) {
            const QByteArray text = "{\"kind\":\"test\",\"n\":" + QByteArray::number(number) + '}';
            QVERIFY((*tree)->appendRecord("test", text));
        }
        VERIFY_RESULT((*tree)->finish(Noon));
        VERIFY_RESULT(transaction->commit());
    }
    addEvents(1 + EventsOfPage);
}

void TreeThreadsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(WorkspacePaths::of(m_original.path()).database, database()));
}

void TreeThreadsTest::addThreads()
{
    QTest::addColumn<unsigned>("threads");
    for (const unsigned threads : {1U, 2U, 8U})
        QTest::addRow("%u threads", threads) << threads;
}

void TreeThreadsTest::aTreeOfSeveralUnitsIsIntact_data()
{
    addThreads();
}

void TreeThreadsTest::aTreeOfSeveralUnitsIsIntact()
{
    QFETCH(unsigned, threads);
    QList<qint64> told;

    const Result<TreeVerdict> found = checkTree(
        m_folder->path(), {}, [&told](qint64 leaves) { told.append(leaves); }, threads);

    VERIFY_RESULT(found);
    QVERIFY(found->isIntact());
    QCOMPARE(found->size, LeavesOfAll);
    QCOMPARE(found->events, qint64{2 * EventsOfPage});
    QCOMPARE(found->records, TestRecords + 1);
    QCOMPARE(told, (QList<qint64>{TreeShape::UnitLeaves, 2 * TreeShape::UnitLeaves, LeavesOfAll}));
}

void TreeThreadsTest::theFirstThatDiffersComesFirst_data()
{
    addThreads();
}

void TreeThreadsTest::theFirstThatDiffersComesFirst()
{
    QFETCH(unsigned, threads);
    // One in each unit, the last one first.
    runFreely(database(),
              "UPDATE event SET created = created + 1 WHERE row = 400;"
              "UPDATE tree_record SET text = replace(text, '\"n\"', '\"m\"') WHERE leaf = 70000;"
              "UPDATE event SET created = created + 1 WHERE row = 7");

    const Result<TreeVerdict> found = checkTree(m_folder->path(), {}, {}, threads);

    VERIFY_RESULT(found);
    using Kind = TreeProblem::Kind;
    const std::vector<TreeProblem> expected{treeProblem(Kind::EventAltered, RowId{7}, 7, 1),
                                            treeProblem(Kind::RecordAltered, {}, 70'000, 1),
                                            treeProblem(Kind::EventAltered, RowId{400}, 140'400, 1)};
    QVERIFY2(found->problems == expected,
             found->problems.empty() ? "" : qPrintable(found->problems.front().sentence));
    QCOMPARE(found->problemCount, 3);
}

void TreeThreadsTest::stopsInTheMiddle_data()
{
    addThreads();
}

void TreeThreadsTest::stopsInTheMiddle()
{
    QFETCH(unsigned, threads);
    CancelSource cancelling;
    int told = 0;

    const Result<TreeVerdict> found = checkTree(
        m_folder->path(), cancelling.token(),
        [&cancelling, &told](qint64) {
            ++told;
            cancelling.cancel();
        },
        threads);

    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Cancelled);
    QCOMPARE(told, 1);
}

TRAILGLASS_TEST(TreeThreadsTest)
#include "tst_treethreads.moc"
