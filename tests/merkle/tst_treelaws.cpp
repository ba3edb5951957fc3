// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Roots and proofs against the recursions of RFC 9162, for every pair of sizes up to one and for random ones beyond.

#include "models/merkle/treehash.h"
#include "models/merkle/treeproofs.h"
#include "tests/merkle/naivetree.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class TreeLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rootsAreThoseOfTheRfc();
    void everyLeafOfEverySmallTreeIsProved();
    void everySmallTreeContinuesEverySmallerOne();
    void leavesOfLargeTreesAreProved();
    void largeTreesContinueSmallerOnes();
    void aProofHoldsForItsLeafAlone();
    void alteredProofsAreRefused();
    void errorsOfTheReaderEndAProof();
    void proofsReadFewSubtrees();
};

namespace {

constexpr qint64 EverySize = 70; // past 64, where a right edge has the most parts
constexpr qint64 LargeSize = generatedCases(20'000, 3'000);

bool showsInclusion(const NaiveTree &tree, qint64 leaf, qint64 size)
{
    const auto proof = inclusionProof(leaf, size, tree.reader(size));
    return proof && *proof == tree.inclusion(leaf, size)
        && provesInclusion(leaf, size, tree.leaf(leaf), *proof, tree.root(size));
}

bool showsConsistency(const NaiveTree &tree, qint64 older, qint64 size)
{
    const auto proof = consistencyProof(older, size, tree.reader(size));
    return proof && *proof == tree.consistency(older, size)
        && provesConsistency(older, size, tree.root(older), tree.root(size), *proof);
}

void flipABit(Digest &digest, Support::Random &random)
{
    unsigned char &byte = digest.bytes[static_cast<std::size_t>(random.below(32))];
    byte = static_cast<unsigned char>(byte ^ (1U << random.below(8)));
}

QByteArray pairText(qint64 first, qint64 second)
{
    return QByteArray::number(first) + " of " + QByteArray::number(second);
}

} // namespace

void TreeLawsTest::rootsAreThoseOfTheRfc()
{
    const NaiveTree tree = NaiveTree::ofSize(LargeSize);
    Support::Random random(1, "roots");
    for (qint64 size = 0; size <= 2 * EverySize; ++size) {
        const qint64 leaves = size <= EverySize ? size : random.below(LargeSize + 1);
        const auto root = rootOf(leaves, tree.reader(leaves));
        QVERIFY2(root && *root == tree.root(leaves), QByteArray::number(leaves).constData());
    }
}

void TreeLawsTest::everyLeafOfEverySmallTreeIsProved()
{
    const NaiveTree tree = NaiveTree::ofSize(EverySize);
    for (qint64 size = 1; size <= EverySize; ++size) {
        for (qint64 leaf = 0; leaf < size; ++leaf)
            QVERIFY2(showsInclusion(tree, leaf, size), pairText(leaf, size).constData());
    }
}

void TreeLawsTest::everySmallTreeContinuesEverySmallerOne()
{
    const NaiveTree tree = NaiveTree::ofSize(EverySize);
    for (qint64 size = 0; size <= EverySize; ++size) {
        for (qint64 older = 0; older <= size; ++older)
            QVERIFY2(showsConsistency(tree, older, size), pairText(older, size).constData());
    }
}

void TreeLawsTest::leavesOfLargeTreesAreProved()
{
    const NaiveTree tree = NaiveTree::ofSize(LargeSize);
    Support::Random random(2, "leaves");
    for (int round = 0; round < generatedCases(300, 60); ++round) {
        const qint64 size = random.between(1, LargeSize);
        const qint64 leaf = random.below(size);
        QVERIFY2(showsInclusion(tree, leaf, size), pairText(leaf, size).constData());
        QVERIFY2(showsInclusion(tree, size - 1, size), pairText(size - 1, size).constData());
    }
}

void TreeLawsTest::largeTreesContinueSmallerOnes()
{
    const NaiveTree tree = NaiveTree::ofSize(LargeSize);
    Support::Random random(3, "sizes");
    for (int round = 0; round < generatedCases(300, 60); ++round) {
        const qint64 size = random.between(1, LargeSize);
        const qint64 older = random.below(size);
        QVERIFY2(showsConsistency(tree, older, size), pairText(older, size).constData());
    }
}

void TreeLawsTest::aProofHoldsForItsLeafAlone()
{
    const NaiveTree tree = NaiveTree::ofSize(EverySize);
    for (const qint64 size : {1, 2, 3, 7, 8, 9, 33, 64, 70}) {
        for (qint64 leaf = 0; leaf < size; ++leaf) {
            const auto proof = tree.inclusion(leaf, size);
            for (qint64 other = 0; other < size; ++other) {
                if (other == leaf)
                    continue;
                QVERIFY(!provesInclusion(leaf, size, tree.leaf(other), proof, tree.root(size)));
                QVERIFY(!provesInclusion(other, size, tree.leaf(leaf), proof, tree.root(size)));
            }
            // A subtree is not a leaf.
            QVERIFY(proof.empty()
                    || !provesInclusion(leaf / 2, size, nodeHash(tree.leaf(leaf), proof.front()),
                                        std::span(proof).subspan(1), tree.root(size)));
        }
    }
}

void TreeLawsTest::alteredProofsAreRefused()
{
    const NaiveTree tree = NaiveTree::ofSize(EverySize);
    Support::Random random(4, "altered");
    for (int round = 0; round < generatedCases(2'000, 400); ++round) {
        const qint64 size = random.between(2, EverySize);
        const qint64 leaf = random.below(size);
        const qint64 older = random.between(1, size - 1);
        std::vector<Digest> inclusion = tree.inclusion(leaf, size);
        std::vector<Digest> consistency = tree.consistency(older, size);
        for (std::vector<Digest> *proof : {&inclusion, &consistency}) {
            const auto place = static_cast<std::size_t>(random.below(static_cast<qint64>(proof->size())));
            switch (random.below(4)) {
            case 0:
                flipABit((*proof)[place], random);
                break;
            case 1:
                proof->erase(proof->begin() + static_cast<std::ptrdiff_t>(place));
                break;
            case 2:
                proof->insert(proof->begin() + static_cast<std::ptrdiff_t>(place), (*proof)[place]);
                break;
            default:
                proof->push_back(naiveHash("another"));
            }
        }
        QVERIFY2(!provesInclusion(leaf, size, tree.leaf(leaf), inclusion, tree.root(size)),
                 pairText(leaf, size).constData());
        QVERIFY2(!provesConsistency(older, size, tree.root(older), tree.root(size), consistency),
                 pairText(older, size).constData());
        // Whoever changes a leaf that the older tree has cannot keep both roots.
        QVERIFY(!provesConsistency(older, size, naiveHash("another"), tree.root(size),
                                   tree.consistency(older, size)));
        QVERIFY(!provesConsistency(older, size, tree.root(older), naiveHash("another"),
                                   tree.consistency(older, size)));
    }
}

void TreeLawsTest::errorsOfTheReaderEndAProof()
{
    const NodeReader broken = [](int, qint64) -> Result<Digest> {
        return Error{.kind = ErrorKind::Storage, .message = u"The disk is gone."_s};
    };
    QCOMPARE(rootOf(5, broken).error().message, u"The disk is gone."_s);
    QCOMPARE(inclusionProof(2, 5, broken).error().kind, ErrorKind::Storage);
    QCOMPARE(consistencyProof(2, 5, broken).error().kind, ErrorKind::Storage);
}

void TreeLawsTest::proofsReadFewSubtrees()
{
    // Of ten million leaves: nothing that grows with them may be read.
    constexpr qint64 Size = 10'000'019;
    int reads = 0;
    const NodeReader counting = [&reads](int level, qint64 number) -> Result<Digest> {
        ++reads;
        if (((number + 1) << level) > Size)
            return Error{.kind = ErrorKind::NotFound, .message = u"There is no such subtree."_s};
        return naiveHash(QByteArray::number(level) + '/' + QByteArray::number(number));
    };
    QVERIFY(rootOf(Size, counting).hasValue());
    QVERIFY2(reads <= 24, QByteArray::number(reads).constData());
    reads = 0;
    QVERIFY(inclusionProof(1'234'567, Size, counting).hasValue());
    QVERIFY2(reads <= 48, QByteArray::number(reads).constData());
    reads = 0;
    QVERIFY(consistencyProof(9'999'999, Size, counting).hasValue());
    QVERIFY2(reads <= 72, QByteArray::number(reads).constData());
}

TRAILGLASS_PURE_TEST(TreeLawsTest)
#include "tst_treelaws.moc"
