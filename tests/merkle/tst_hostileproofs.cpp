// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Numbers and proofs out of a stranger's file.

#include "models/merkle/treehash.h"
#include "models/merkle/treeproofs.h"
#include "tests/merkle/naivetree.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <array>
#include <limits>
#include <vector>

using namespace Trailglass;

class HostileProofsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesNoInclusionWithoutSense_data();
    void provesNoInclusionWithoutSense();
    void provesNoConsistencyWithoutSense_data();
    void provesNoConsistencyWithoutSense();
    void refusesNumbersThatNoTreeHas_data();
    void refusesNumbersThatNoTreeHas();
    void looksAtNoMoreOfAProofThanATreeIsHigh();
    void readsTheLargestTreeThereIs();
    void provesTheEmptyTreeOnlyByItsRoot();
};

namespace {

constexpr qint64 Least = std::numeric_limits<qint64>::min();
constexpr qint64 Largest = std::numeric_limits<qint64>::max();
constexpr std::array<std::size_t, 7> Lengths{0, 1, 3, 62, 63, 64, 1'000}; ///< of proofs

} // namespace

void HostileProofsTest::provesNoInclusionWithoutSense_data()
{
    QTest::addColumn<qint64>("leaf");
    QTest::addColumn<qint64>("size");

    QTest::newRow("no leaves") << qint64{0} << qint64{0};
    QTest::newRow("after the end") << qint64{8} << qint64{8};
    QTest::newRow("negative leaf") << qint64{-1} << qint64{8};
    QTest::newRow("least leaf") << Least << qint64{8};
    QTest::newRow("negative size") << qint64{0} << qint64{-1};
    QTest::newRow("least size") << qint64{0} << Least;
    QTest::newRow("both negative") << qint64{-2} << qint64{-1};
    QTest::newRow("largest leaf") << Largest << qint64{8};
    QTest::newRow("largest leaf of the largest tree") << Largest - 1 << Largest;
    QTest::newRow("first leaf of the largest tree") << qint64{0} << Largest;
    QTest::newRow("both largest") << Largest << Largest;
}

void HostileProofsTest::provesNoInclusionWithoutSense()
{
    QFETCH(qint64, leaf);
    QFETCH(qint64, size);

    const Digest hash = naiveHash("leaf");
    for (const std::size_t length : Lengths)
        QVERIFY(!provesInclusion(leaf, size, hash, std::vector<Digest>(length, hash), hash));
}

void HostileProofsTest::provesNoConsistencyWithoutSense_data()
{
    QTest::addColumn<qint64>("older");
    QTest::addColumn<qint64>("size");

    QTest::newRow("older is larger") << qint64{9} << qint64{8};
    QTest::newRow("older is negative") << qint64{-1} << qint64{8};
    QTest::newRow("older is the least") << Least << qint64{8};
    QTest::newRow("size is negative") << qint64{0} << qint64{-1};
    QTest::newRow("both negative and equal") << qint64{-1} << qint64{-1};
    QTest::newRow("both the least") << Least << Least;
    QTest::newRow("largest and empty") << Largest << qint64{0};
    QTest::newRow("largest and one less") << Largest - 1 << Largest;
    QTest::newRow("one and largest") << qint64{1} << Largest;
    QTest::newRow("half and largest") << (qint64{1} << 62) << Largest;
}

void HostileProofsTest::provesNoConsistencyWithoutSense()
{
    QFETCH(qint64, older);
    QFETCH(qint64, size);

    const Digest hash = naiveHash("root");
    for (const std::size_t length : Lengths)
        QVERIFY(!provesConsistency(older, size, hash, hash, std::vector<Digest>(length, hash)));
}

void HostileProofsTest::refusesNumbersThatNoTreeHas_data()
{
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("size");

    QTest::newRow("negative size") << qint64{0} << qint64{-1};
    QTest::newRow("least size") << qint64{0} << Least;
    QTest::newRow("negative number") << qint64{-1} << qint64{8};
    QTest::newRow("least number") << Least << qint64{8};
    QTest::newRow("number after the end") << qint64{9} << qint64{8};
    QTest::newRow("largest number") << Largest << qint64{8};
}

void HostileProofsTest::refusesNumbersThatNoTreeHas()
{
    QFETCH(qint64, first);
    QFETCH(qint64, size);

    const NaiveTree tree = NaiveTree::ofSize(8);
    const auto inclusion = inclusionProof(first, size, tree.reader(8));
    QVERIFY(!inclusion);
    QCOMPARE(inclusion.error().kind, ErrorKind::Usage);
    QVERIFY(!inclusion.error().message.isEmpty());
    const auto consistency = consistencyProof(first, size, tree.reader(8));
    QVERIFY(!consistency);
    QCOMPARE(consistency.error().kind, ErrorKind::Usage);
    QVERIFY(!consistency.error().message.isEmpty());
    if (size < 0)
        QCOMPARE(rootOf(size, tree.reader(8)).error().kind, ErrorKind::Usage);
}

void HostileProofsTest::looksAtNoMoreOfAProofThanATreeIsHigh()
{
    // Whoever hashed all of it each time would take hours.
    const std::vector<Digest> proof(300'000, naiveHash("beside"));
    const NaiveTree tree = NaiveTree::ofSize(70);
    for (int round = 0; round < 10'000; ++round) {
        QVERIFY(!provesInclusion(round % 70, 70, tree.leaf(round % 70), proof, tree.root(70)));
        QVERIFY(!provesConsistency(1 + round % 69, 70, tree.root(1), tree.root(70), proof));
    }
}

void HostileProofsTest::readsTheLargestTreeThereIs()
{
    int reads = 0;
    const Digest hash = naiveHash("subtree");
    const NodeReader reader = [&](int level, qint64 number) -> Result<Digest> {
        ++reads;
        if (level < 0 || level > 62 || number < 0 || number > (Largest >> level))
            return Error{.kind = ErrorKind::Internal, .message = QStringLiteral("There is no such subtree.")};
        return hash;
    };
    const auto root = rootOf(Largest, reader);
    QVERIFY(root.hasValue());
    QCOMPARE(reads, 63);
    const auto inclusion = inclusionProof(Largest - 1, Largest, reader);
    QVERIFY(inclusion.hasValue());
    QVERIFY(provesInclusion(Largest - 1, Largest, hash, *inclusion, *root));
    const auto consistency = consistencyProof(Largest - 1, Largest, reader);
    QVERIFY(consistency.hasValue());
    const auto older = rootOf(Largest - 1, reader);
    QVERIFY(older.hasValue());
    QVERIFY(provesConsistency(Largest - 1, Largest, *older, *root, *consistency));
}

void HostileProofsTest::provesTheEmptyTreeOnlyByItsRoot()
{
    const Digest root = naiveHash("root");
    QVERIFY(provesConsistency(0, 8, emptyRoot(), root, {}));
    QVERIFY(provesConsistency(0, 0, emptyRoot(), emptyRoot(), {}));
    QVERIFY(!provesConsistency(0, 8, root, root, {}));
    QVERIFY(!provesConsistency(0, 8, emptyRoot(), root, std::vector{root}));
    QVERIFY(provesConsistency(8, 8, root, root, {}));
    QVERIFY(!provesConsistency(8, 8, root, emptyRoot(), {}));
    QVERIFY(!provesConsistency(8, 8, root, root, std::vector{root}));
    QVERIFY(!provesConsistency(5, 8, root, root, {}));
}

TRAILGLASS_PURE_TEST(HostileProofsTest)
#include "tst_hostileproofs.moc"
