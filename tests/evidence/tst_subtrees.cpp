// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Proofs of many leaves at once, against a tree as RFC 9162 defines it.

#include "models/evidence/subtrees.h"
#include "models/merkle/compactrange.h"
#include "models/merkle/treehash.h"
#include "tests/merkle/naivetree.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

using namespace Trailglass;

namespace {

/// A part of a tree as it is added.
struct ProofPart
{
    Subtree part;
    Digest hash;
};

/// Leaves of a tree, and the hashes between them, from left to right.
std::vector<ProofPart> proofOf(const NaiveTree &tree, const std::set<qint64> &leaves)
{
    std::vector<ProofPart> parts;
    qint64 first = 0;
    const auto fill = [&](qint64 end) {
        for (const Subtree &part : subtreesBetween(first, end))
            parts.push_back({part, *tree.reader(tree.size())(part.level, part.number)});
    };
    for (const qint64 leaf : leaves) {
        fill(leaf);
        parts.push_back({{0, leaf}, tree.leaf(leaf)});
        first = leaf + 1;
    }
    fill(tree.size());
    return parts;
}

/// \returns nothing where a part does not follow the one before
std::optional<Digest> rootOfParts(const std::vector<ProofPart> &parts, qint64 size)
{
    RootBuilder builder;
    for (const ProofPart &each : parts) {
        if (!builder.add(each.part, each.hash))
            return {};
    }
    return builder.size() == size ? std::optional(builder.root()) : std::nullopt;
}

std::set<qint64> someLeaves(qint64 size, Support::Random &random)
{
    std::set<qint64> leaves;
    const int perThousand = static_cast<int>(random.below(1001));
    for (qint64 leaf = 0; leaf < size; ++leaf) {
        if (random.chance(perThousand))
            leaves.insert(leaf);
    }
    return leaves;
}

} // namespace

class SubtreesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyLeavesLeadToTheRoot();
    void noTwoHashesCouldBeOne();
    void changedPartsGiveAnotherRoot();
    void missingAndAddedPartsAreRefused();
    void anyNumbersMayBeAdded_data();
    void anyNumbersMayBeAdded();
    void noLeavesGiveTheEmptyRoot();
};

void SubtreesTest::anyLeavesLeadToTheRoot()
{
    constexpr qint64 LargestSize = 140; // past 128, where a right edge has many parts
    Support::Random random(1, "leaves");
    for (qint64 size = 0; size <= LargestSize; ++size) {
        const NaiveTree tree = NaiveTree::ofSize(size);
        for (int round = 0; round < generatedCases(20, 3); ++round) {
            const auto parts = proofOf(tree, someLeaves(size, random));
            QVERIFY2(rootOfParts(parts, size) == std::optional(tree.root(size)),
                     QByteArray::number(size).constData());
        }
    }
}

void SubtreesTest::noTwoHashesCouldBeOne()
{
    Support::Random random(2, "minimal");
    for (qint64 size = 1; size <= 70; ++size) {
        const NaiveTree tree = NaiveTree::ofSize(size);
        const auto leaves = someLeaves(size, random);
        const auto parts = proofOf(tree, leaves);
        for (std::size_t index = 1; index < parts.size(); ++index) {
            const Subtree &left = parts[index - 1].part;
            const Subtree &right = parts[index].part;
            const bool areSiblings =
                left.level == right.level && left.number % 2 == 0 && right.number == left.number + 1;
            const bool areShown =
                left.level == 0 && (leaves.contains(left.number) || leaves.contains(right.number));
            QVERIFY2(!areSiblings || areShown, QByteArray::number(size).constData());
        }
    }
}

void SubtreesTest::changedPartsGiveAnotherRoot()
{
    Support::Random random(3, "changed");
    for (qint64 size = 2; size <= 70; ++size) {
        const NaiveTree tree = NaiveTree::ofSize(size);
        const auto parts = proofOf(tree, someLeaves(size, random));
        auto changed = parts;
        const auto place = static_cast<std::size_t>(random.below(static_cast<qint64>(parts.size())));
        unsigned char &byte = changed[place].hash.bytes[static_cast<std::size_t>(random.below(32))];
        byte = static_cast<unsigned char>(byte ^ 1U);
        QVERIFY(rootOfParts(changed, size) != std::optional(tree.root(size)));

        const auto other = static_cast<std::size_t>(random.below(static_cast<qint64>(parts.size())));
        if (other != place && parts[other].hash != parts[place].hash) {
            auto exchanged = parts;
            std::swap(exchanged[place].hash, exchanged[other].hash);
            QVERIFY(rootOfParts(exchanged, size) != std::optional(tree.root(size)));
        }
    }
}

void SubtreesTest::missingAndAddedPartsAreRefused()
{
    Support::Random random(4, "missing");
    for (qint64 size = 1; size <= 70; ++size) {
        const NaiveTree tree = NaiveTree::ofSize(size);
        const auto parts = proofOf(tree, someLeaves(size, random));
        const qint64 place = random.below(static_cast<qint64>(parts.size()));
        auto missing = parts;
        missing.erase(missing.begin() + place);
        QVERIFY(!rootOfParts(missing, size));

        auto twice = parts;
        twice.insert(twice.begin() + place, parts[static_cast<std::size_t>(place)]);
        QVERIFY(!rootOfParts(twice, size));

        auto longer = parts;
        longer.push_back({{0, size}, tree.leaf(0)});
        QVERIFY(!rootOfParts(longer, size));
    }
}

void SubtreesTest::anyNumbersMayBeAdded_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<qint64>("number");
    constexpr qint64 Greatest = std::numeric_limits<qint64>::max();
    QTest::newRow("a negative level") << -1 << qint64{0};
    QTest::newRow("a level of 62") << 62 << qint64{0};
    QTest::newRow("a level of 64") << 64 << qint64{0};
    QTest::newRow("the greatest level") << std::numeric_limits<int>::max() << qint64{0};
    QTest::newRow("a negative number") << 0 << qint64{-1};
    QTest::newRow("the least number") << 61 << std::numeric_limits<qint64>::min();
    QTest::newRow("the greatest number") << 0 << Greatest;
    QTest::newRow("the greatest number of a high level") << 61 << Greatest;
    QTest::newRow("not the next one") << 0 << qint64{1};
    QTest::newRow("one that would begin in the middle") << 1 << qint64{1};
}

void SubtreesTest::anyNumbersMayBeAdded()
{
    QFETCH(int, level);
    QFETCH(qint64, number);
    RootBuilder builder;
    QVERIFY(!builder.add({level, number}, emptyRoot()));
    QCOMPARE(builder.size(), qint64{0});
    // Two halves of the largest tree, and nothing after them.
    QVERIFY(builder.add({61, 0}, emptyRoot()));
    QVERIFY(builder.add({61, 1}, emptyRoot()));
    QCOMPARE(builder.size(), CompactRange::MaxSize);
    QVERIFY(!builder.add({level, number}, emptyRoot()));
    QVERIFY(!builder.add({0, CompactRange::MaxSize}, emptyRoot()));
    QCOMPARE(builder.size(), CompactRange::MaxSize);
}

void SubtreesTest::noLeavesGiveTheEmptyRoot()
{
    QCOMPARE(RootBuilder().root(), emptyRoot());
    QVERIFY(subtreesBetween(5, 5).empty());
}

TRAILGLASS_PURE_TEST(SubtreesTest)
#include "tst_subtrees.moc"
