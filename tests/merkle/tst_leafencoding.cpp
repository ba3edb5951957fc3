// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// The bytes of leaves as docs/evidence.md promises them to other verifiers. The hashes were computed with hashlib of Python.

#include "models/merkle/treehash.h"
#include "tests/merkle/naivetree.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <array>
#include <limits>
#include <set>
#include <string>

using namespace Trailglass;

class LeafEncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesAnEvent();
    void namesTheReplacedEventLast();
    void encodesNothingAndNumbersBelowZero();
    void writesTheLargestNumbersInFull();
    void encodesARecord();
    void hashesWhatItEncodes();
    void hashesLeavesOfAnySourcesAfterEachOther();
    void hashesFieldsLargerThanItsBuffer();
    void noTwoLeavesHaveOneEncoding();
    void hashesNodesAsTheRfcSays();
};

namespace {

EventLeaf sampleLeaf()
{
    return {.source = "Acme Asana",
            .vendor = "asana",
            .id = "1201",
            .created = 1'795'597'200'000'000,
            .received = 1'795'597'260'123'456,
            .raw = "{\"gid\":\"1201\",\"who\":\"Zo\xC3\xAB\"}"};
}

QByteArray bytesOf(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

Digest naiveLeafHash(const std::string &encoding)
{
    return naiveHash('\0' + bytesOf(encoding));
}

} // namespace

void LeafEncodingTest::encodesAnEvent()
{
    const EventLeaf leaf = sampleLeaf();
    QCOMPARE(leafBytes(leaf),
             std::string("18:trailglass.event.1,10:Acme Asana,5:asana,4:1201,16:1795597200000000,"
                         "16:1795597260123456,27:{\"gid\":\"1201\",\"who\":\"Zo\xC3\xAB\"},"));
    QCOMPARE(hex(LeafHasher().event(leaf)),
             QByteArray("34326d527cc9896c8d9210c06bcd8ac477a6b70b2ade88380c718f51e838d42f"));
}

void LeafEncodingTest::namesTheReplacedEventLast()
{
    EventLeaf leaf = sampleLeaf();
    leaf.replaces = 17;
    QCOMPARE(leafBytes(leaf), leafBytes(sampleLeaf()) + "2:17,");
    QCOMPARE(hex(LeafHasher().event(leaf)),
             QByteArray("986fd7a0fa1658c8c5390a9631f20f1c5ed82ff3d27e00365a1563448c35fb87"));
    // The first leaf of a tree is not the same as none.
    leaf.replaces = 0;
    QCOMPARE(leafBytes(leaf), leafBytes(sampleLeaf()) + "1:0,");
}

void LeafEncodingTest::encodesNothingAndNumbersBelowZero()
{
    const EventLeaf leaf{.created = -1};
    QCOMPARE(leafBytes(leaf), std::string("18:trailglass.event.1,0:,0:,0:,2:-1,1:0,0:,"));
    QCOMPARE(hex(LeafHasher().event(leaf)),
             QByteArray("4209099c4a947858aa1f5aa5b7ad546c43e16ef425bc0930407bde9df0135c85"));
}

void LeafEncodingTest::writesTheLargestNumbersInFull()
{
    const EventLeaf leaf{.created = std::numeric_limits<qint64>::min(),
                         .received = std::numeric_limits<qint64>::max(),
                         .replaces = std::numeric_limits<qint64>::max()};
    QCOMPARE(leafBytes(leaf),
             std::string("18:trailglass.event.1,0:,0:,0:,20:-9223372036854775808,19:9223372036854775807,0:,"
                         "19:9223372036854775807,"));
}

void LeafEncodingTest::encodesARecord()
{
    constexpr std::string_view Json = "{\"kind\":\"started\",\"at\":\"2026-11-30T10:00:00.000000Z\","
                                      "\"identity\":\"00f1e2d3c4b5a697\",\"skipped\":0}";
    QCOMPARE(recordLeafBytes(Json), "19:trailglass.record.1,95:" + std::string(Json) + ",");
    QCOMPARE(hex(LeafHasher().record(Json)),
             QByteArray("189dc740b48da37150a7d53a9b1c9e9d9d33a1a128b5741854c4b96bfb8e7147"));
}

void LeafEncodingTest::hashesWhatItEncodes()
{
    Support::Random random(1, "leaves");
    LeafHasher hasher;
    for (int round = 0; round < generatedCases(3'000, 600); ++round) {
        const std::string source = random.letters(static_cast<int>(random.below(30))).toStdString();
        const std::string raw = random.letters(static_cast<int>(random.below(3'000))).toStdString();
        const std::string id = raw.substr(0, 8);
        EventLeaf leaf{.source = source,
                       .vendor = "nected",
                       .id = id,
                       .created = random.between(-1'000, 1'000),
                       .received = random.below(qint64{1} << 60),
                       .raw = raw};
        if (random.chance(500))
            leaf.replaces = random.below(1'000);
        QVERIFY(hasher.event(leaf) == naiveLeafHash(leafBytes(leaf)));
        QVERIFY(hasher.record(raw) == naiveLeafHash(recordLeafBytes(raw)));
    }
}

void LeafEncodingTest::hashesLeavesOfAnySourcesAfterEachOther()
{
    Support::Random random(2, "sources");
    const std::array<std::string, 4> texts{"", "asana", "asana ", std::string(40'000, 'x')};
    LeafHasher hasher;
    for (int round = 0; round < 200; ++round) {
        EventLeaf leaf = sampleLeaf();
        leaf.source = texts[static_cast<std::size_t>(random.below(4))];
        leaf.vendor = texts[static_cast<std::size_t>(random.below(4))];
        leaf.created = round;
        QVERIFY(hasher.event(leaf) == naiveLeafHash(leafBytes(leaf)));
        if (random.chance(300))
            QVERIFY(hasher.record("{}") == naiveLeafHash(recordLeafBytes("{}")));
    }
}

void LeafEncodingTest::hashesFieldsLargerThanItsBuffer()
{
    constexpr qsizetype Buffer = 16 * 1024;
    LeafHasher hasher;
    const QByteArray letters(3 * Buffer, 'x');
    for (qsizetype size = Buffer - 200; size <= Buffer + 200; ++size) {
        const std::string_view large(letters.constData(), static_cast<std::size_t>(size));
        EventLeaf leaf = sampleLeaf();
        leaf.raw = large;
        leaf.replaces = 5;
        QVERIFY2(hasher.event(leaf) == naiveLeafHash(leafBytes(leaf)), QByteArray::number(size).constData());
    }
    // Several of them, first and last ones too.
    const std::string_view all(letters.constData(), static_cast<std::size_t>(letters.size()));
    const EventLeaf leaf{.source = all, .vendor = all.substr(1), .id = "1", .raw = all};
    QVERIFY(hasher.event(leaf) == naiveLeafHash(leafBytes(leaf)));
    QVERIFY(hasher.record(all) == naiveLeafHash(recordLeafBytes(all)));
    QVERIFY(hasher.record("{}") == naiveLeafHash(recordLeafBytes("{}")));
}

void LeafEncodingTest::noTwoLeavesHaveOneEncoding()
{
    // Texts that would run together without their lengths.
    const std::array<std::string_view, 6> texts{"", ",", "1", "1:,", "0:,0:,", "1:1,"};
    std::set<std::string> encodings;
    int leaves = 0;
    for (const std::string_view source : texts) {
        for (const std::string_view vendor : texts) {
            for (const std::string_view id : texts) {
                for (const std::string_view raw : texts) {
                    const EventLeaf leaf{.source = source, .vendor = vendor, .id = id, .raw = raw};
                    EventLeaf changed = leaf;
                    changed.replaces = 1;
                    encodings.insert(leafBytes(leaf));
                    encodings.insert(leafBytes(changed));
                    leaves += 2;
                }
            }
        }
    }
    for (const std::string_view json : texts) {
        encodings.insert(recordLeafBytes(json));
        ++leaves;
    }
    QCOMPARE(static_cast<int>(encodings.size()), leaves);
}

void LeafEncodingTest::hashesNodesAsTheRfcSays()
{
    const Digest left = naiveHash("left");
    const Digest right = naiveHash("right");
    QVERIFY(nodeHash(left, right) == naiveHash('\1' + toBytes(left) + toBytes(right)));
    QVERIFY(nodeHash(left, right) != nodeHash(right, left));
    QVERIFY(emptyRoot() == naiveHash({}));
}

TRAILGLASS_PURE_TEST(LeafEncodingTest)
#include "tst_leafencoding.moc"
