// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// The tree of eight leaves with which the first program for RFC 6962, certificate-transparency, was tested, and many since.

#include "models/merkle/compactrange.h"
#include "models/merkle/treehash.h"
#include "models/merkle/treeproofs.h"
#include "tests/merkle/naivetree.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <array>

using namespace Trailglass;

class PublishedTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasThePublishedRoots_data();
    void hasThePublishedRoots();
    void provesThatALeafIsInIt_data();
    void provesThatALeafIsInIt();
    void provesThatItContinuesASmallerOne_data();
    void provesThatItContinuesASmallerOne();
};

namespace {

using Hashes = std::vector<Digest>;

constexpr std::array<const char *, 8> Leaves{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};

constexpr std::array<const char *, 9> Roots{
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

Digest publishedRoot(qint64 size)
{
    return digestFromHex(Roots[static_cast<std::size_t>(size)]).value();
}

Hashes hashesOf(const QByteArray &text)
{
    Hashes hashes;
    const QList<QByteArray> words = text.isEmpty() ? QList<QByteArray>() : text.split(' ');
    for (const QByteArray &word : words)
        hashes.push_back(digestFromHex(word).value());
    return hashes;
}

// The leaves are those of other programs, so they have no encoding of ours.
NaiveTree publishedTree()
{
    Hashes leaves;
    for (const char *digits : Leaves)
        leaves.push_back(naiveHash('\0' + QByteArray::fromHex(digits)));
    return NaiveTree(leaves);
}

} // namespace

void PublishedTreeTest::hasThePublishedRoots_data()
{
    QTest::addColumn<qint64>("size");

    for (qint64 size = 0; size <= 8; ++size)
        QTest::addRow("%d leaves", static_cast<int>(size)) << size;
}

void PublishedTreeTest::hasThePublishedRoots()
{
    QFETCH(qint64, size);

    const NaiveTree tree = publishedTree();
    const auto root = rootOf(size, tree.reader(size));
    QVERIFY(root.hasValue());
    QCOMPARE(hex(*root), hex(publishedRoot(size)));

    CompactRange range;
    for (qint64 leaf = 0; leaf < size; ++leaf)
        range.append(tree.leaf(leaf));
    QCOMPARE(hex(range.root()), hex(publishedRoot(size)));
}

void PublishedTreeTest::provesThatALeafIsInIt_data()
{
    QTest::addColumn<qint64>("leaf");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("hashes");

    QTest::newRow("the only one") << qint64{0} << qint64{1} << QByteArray();
    QTest::newRow("the first one of a complete tree")
        << qint64{0} << qint64{8}
        << QByteArray("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    QTest::newRow("one from the right half")
        << qint64{5} << qint64{8}
        << QByteArray("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b "
                      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    QTest::newRow("the last one, alone in its half")
        << qint64{2} << qint64{3}
        << QByteArray("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    QTest::newRow("beside a leaf without a neighbour")
        << qint64{1} << qint64{5}
        << QByteArray("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d "
                      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
}

void PublishedTreeTest::provesThatALeafIsInIt()
{
    QFETCH(qint64, leaf);
    QFETCH(qint64, size);
    QFETCH(QByteArray, hashes);

    const NaiveTree tree = publishedTree();
    const auto proof = inclusionProof(leaf, size, tree.reader(size));
    QVERIFY(proof.hasValue());
    QVERIFY(*proof == hashesOf(hashes));
    QVERIFY(provesInclusion(leaf, size, tree.leaf(leaf), hashesOf(hashes), publishedRoot(size)));
    QVERIFY(!provesInclusion(leaf, size, tree.leaf(leaf), hashesOf(hashes), publishedRoot(size - 1)));
}

void PublishedTreeTest::provesThatItContinuesASmallerOne_data()
{
    QTest::addColumn<qint64>("older");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("hashes");

    QTest::newRow("the same") << qint64{1} << qint64{1} << QByteArray();
    QTest::newRow("of one leaf") << qint64{1} << qint64{8}
                                 << QByteArray(
                                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    QTest::newRow("of two subtrees")
        << qint64{6} << qint64{8}
        << QByteArray("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a "
                      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    QTest::newRow("of a complete subtree")
        << qint64{2} << qint64{5}
        << QByteArray("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
}

void PublishedTreeTest::provesThatItContinuesASmallerOne()
{
    QFETCH(qint64, older);
    QFETCH(qint64, size);
    QFETCH(QByteArray, hashes);

    const NaiveTree tree = publishedTree();
    const auto proof = consistencyProof(older, size, tree.reader(size));
    QVERIFY(proof.hasValue());
    QVERIFY(*proof == hashesOf(hashes));
    QVERIFY(provesConsistency(older, size, publishedRoot(older), publishedRoot(size), hashesOf(hashes)));
    QVERIFY(!provesConsistency(older, size, publishedRoot(older - 1), publishedRoot(size), hashesOf(hashes)));
}

TRAILGLASS_PURE_TEST(PublishedTreeTest)
#include "tst_publishedtree.moc"
